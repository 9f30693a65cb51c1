"""Where units were converted by the size of a piece, the account tells the arithmetic."""

from matchmaker.wording.reasons import sentence

BOTTLE = [{"unit": "chai", "low": 500, "measure": "ml"}]


def test_a_price_tells_what_it_comes_to():
    facts = {
        "price_low": 130000,
        "price_high": 130000,
        "unit": "lít",
        "price_said": [65000, 65000],
        "price_said_unit": "chai",
        "sizes": BOTTLE,
        "ceiling": 100000,
        "ceiling_unit": "lít",
        "floor_total": 130000,
        "top_total": 130000,
        "over_share": 0.3,
        "negotiable": False,
        "basis": "delivered",
        "ceiling_basis": "delivered",
    }
    assert "65.000 đ/chai (chai 500 ml), tức 130.000 đ/lít" in sentence("price_over", facts, "vi")
    assert "65.000 đ/chai (chai 500 ml), tức 130.000 đ/lít" in sentence("price_under", facts, "vi")


def test_an_amount_tells_what_it_comes_to():
    facts = {
        "supply_said": 2500,
        "supply_said_unit": "lít",
        "supply_said_per": "month",
        "supply_month": 5000,
        "need_month": 2000,
        "need_said": 2000,
        "need_said_unit": "chai",
        "need_said_per": "month",
        "unit": "chai",
        "need_unit": "chai",
        "monthly": True,
        "months": [12],
        "fill": 2.5,
        "sizes": BOTTLE,
    }
    assert sentence("volume_covers", facts, "vi").startswith(
        "Có 2.500 lít mỗi tháng (chai 500 ml: 5.000 chai mỗi tháng, T12), cần 2.000 chai mỗi tháng: đủ hàng"
    )


def test_a_range_of_weights_is_told_and_asked():
    facts = {
        "supply_said": 120,
        "supply_said_unit": "con",
        "supply_said_per": "month",
        "supply_month": 120,
        "need_said": 1,
        "need_said_unit": "tấn",
        "need_said_per": "week",
        "unit": "con",
        "need_unit": "kg",
        "monthly": True,
        "size_range": {"unit": "con", "low": 40, "high": 60, "measure": "kg", "side": "supply", "meat": True},
    }
    assert sentence("volume_units_differ", facts, "vi") == (
        "Bán 120 con mỗi tháng (40–60 kg/con, tức 4,8 tấn – 7,2 tấn mỗi tháng), mua 1 tấn mỗi tuần: "
        "phải hỏi tỷ lệ móc hàm rồi mới so được."
    )


def test_packs_that_are_wanted_otherwise_are_told_and_asked():
    facts = {
        "offered": "Vải",
        "demanded": "Vải",
        "packs": [{"unit": "thùng", "low": 5, "high": 10, "measure": "kg"}],
        "packs_wanted": [{"unit": "hộp", "low": 3, "high": 3, "measure": "kg"}],
    }
    assert sentence("product_same", facts, "vi").endswith(
        "; bên bán đóng thùng 5–10 kg, bên mua cần hộp 3 kg: phải đóng lại, hỏi bên nào đóng."
    )


def test_goods_sold_alive_and_dressed_are_not_told_as_alive_only():
    facts = {"offered": "Gà đồi Yên Thế", "demanded": "Gà làm sạch", "dressed_too": True}
    said = sentence("product_same", facts, "vi")
    assert "phải hỏi lượng và giá hàng làm sạch" in said
    assert "phải giết mổ" not in said


def test_a_range_of_prices_above_the_ceiling_tells_its_lower_end_alone():
    facts = {
        "price_low": 95000,
        "unit": "chai",
        "price_said": [95000, 120000],
        "price_said_unit": "lít",
        "sizes": [{"unit": "chai", "low": 1, "measure": "lít"}],
        "ceiling": 90000,
        "floor_total": 95000,
        "over_share": 0.06,
        "negotiable": True,
        "basis": "depot",
    }
    assert "Giá thấp nhất 95.000 đ/lít (chai 1 lít), tức 95.000 đ/chai" in sentence("price_over", facts, "vi")
