"""Sentences on amounts: in the records' own words, with both ends of a range."""

import pytest

from matchmaker.wording.reasons import sentence

FLOW = {"supply": 900000, "need": 1026000, "supply_month": 150000, "need_month": 171000, "unit": "kg",
        "need_unit": "kg", "months": [5, 6, 7, 8, 9, 10], "fill": 0.877, "monthly": True, "pooling": True,
        "supply_said": 5, "supply_said_unit": "tấn", "supply_said_per": "day", "supply_said_high": 7,
        "need_said": 40, "need_said_unit": "tấn", "need_said_per": "week"}  # fmt: skip


def test_a_range_is_told_whole_and_so_is_what_follows_from_either_end():
    assert sentence("volume_part", FLOW, "vi") == (
        "Có 5–7 tấn mỗi ngày (150–210 tấn mỗi tháng, T5–T10), cần 40 tấn mỗi tuần (171 tấn mỗi tháng): "
        "mức thấp được 88 %, thiếu 21 tấn mỗi tháng phải gom thêm; mức cao thì đủ."
    )
    short = sentence("volume_part", FLOW | {"need_month": 300000, "fill": 0.5}, "vi")
    assert short.endswith("mức thấp được 50 %, thiếu 150 tấn mỗi tháng phải gom thêm; mức cao được 70 %.")
    enough = sentence("volume_covers", FLOW | {"need_month": 100000, "fill": 1.5}, "vi")
    assert "đủ hàng ngay ở mức thấp, dư 50 tấn mỗi tháng" in enough


WHOLE = {"supply": 15000, "need": 3000, "supply_month": 2500, "need_month": 1500, "unit": "kg",
         "need_unit": "bộ", "months": [12, 1], "fill": None, "monthly": False, "pooling": True,
         "supply_said": 20, "supply_said_unit": "tấn", "supply_said_per": "year",
         "need_said": 3000, "need_said_unit": "bộ", "need_said_per": "total"}  # fmt: skip


def test_no_amount_is_told_that_nobody_said():
    assert sentence("volume_units_differ", WHOLE, "vi").startswith(
        "Bán 20 tấn cả năm, mua 3.000 bộ tổng cộng: khác đơn vị"
    )
    assert "1.500 bộ" not in sentence("volume_units_differ", WHOLE, "vi")


def test_a_lot_is_told_with_the_amount_that_it_was_taken_from():
    facts = {"below_lot": True, "lot_offered": 1666.7, "min_lot": 10000, "unit": "kg",
             "supply_said": 5, "supply_said_unit": "tấn", "supply_said_per": "quarter"}  # fmt: skip
    assert sentence("volume_too_small", facts, "vi") == (
        "Chỉ có 5 tấn mỗi quý (1,7 tấn mỗi tháng), bên mua nhận lô từ 10 tấn: phải gom với hộ khác."
    )


def test_a_whole_supply_is_told_whole_and_by_the_month_only_beside_it():
    facts = FLOW | {"supply_said": 150, "supply_said_per": "season", "supply_said_high": None,
                    "supply_month": 75000, "months": [6, 7], "fill": 0.44}  # fmt: skip
    assert "Có 150 tấn cả vụ (75 tấn mỗi tháng, T6–T7), cần" in sentence("volume_part", facts, "vi")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("volume_unsaid", "needed: to be asked"),
        ("need_unsaid", "Has 2,500 litres a month, the buyer"),
        ("volume_units_differ", "Offers 2,500 litres a month, 2,000 bottles a week wanted"),
        ("volume_small", "Has only 2,500 litres a month, 2,000 bottles a week needed"),
    ],
)
def test_english_amounts_are_in_the_plural(code, words):
    facts = {"supply_said": 2500, "supply_said_unit": "lít", "supply_said_per": "month",
             "need_said": 2000, "need_said_unit": "chai", "need_said_per": "week", "fill": 0.1}  # fmt: skip
    assert words in sentence(code, facts, "en")


def test_kilograms_by_the_thousand_are_tonnes():
    facts = {
        "supply_said": 1500,
        "supply_said_high": 2000,
        "supply_said_unit": "kg",
        "supply_said_per": "day",
    }
    assert sentence("need_unsaid", facts, "vi").startswith("Có 1,5–2 tấn mỗi ngày, bên mua")
    assert sentence("need_unsaid", facts, "en").startswith("Has 1.5–2 tonnes a day, the buyer")


def test_one_unit_under_two_names_is_told_once():
    facts = {"supply": 120, "need": 80, "supply_month": 120, "need_month": 80, "unit": "chiếc",
             "need_unit": "chiếc", "months": [12], "fill": 1.5, "monthly": False,
             "supply_said": 120, "supply_said_unit": "cái", "supply_said_per": "month",
             "need_said": 80, "need_said_unit": "cái", "need_said_per": "total"}  # fmt: skip
    assert sentence("volume_covers", facts, "vi").startswith(
        "Có 120 cái mỗi tháng (T12), cần 80 cái tổng cộng: đủ hàng, dư 40 chiếc"
    )


def test_what_is_short_is_the_difference_of_the_figures_as_printed():
    facts = FLOW | {"supply_month": 37500, "need_month": 150000, "fill": 0.25, "supply_said_high": None}
    assert "thiếu 112,5 tấn mỗi tháng" in sentence("volume_part", facts, "vi")


def test_an_amount_without_a_figure_is_quoted_as_it_is_said():
    doubt = {"side": "demand", "field": "quantity", "code": "amount_open", "facts": {"value": "vài tạ"}}
    have = {"supply_said": 20, "supply_said_unit": "tấn", "supply_said_per": "month"}
    assert sentence("need_unsaid", {**have, "doubts": [doubt]}, "vi") == (
        "Có 20 tấn mỗi tháng, bên mua ghi “vài tạ”, chưa có con số: phải hỏi lại rồi mới so được."
    )
    need = {"need_said": 2, "need_said_unit": "tấn", "need_said_per": "month", "monthly": True}
    told = sentence("volume_unsaid", {**need, "doubts": [{**doubt, "side": "offer"}]}, "vi")
    assert told == "Bên bán ghi “vài tạ”, chưa có con số; bên mua cần 2 tấn mỗi tháng: phải hỏi lại."
    assert "chưa nói cần bao nhiêu" in sentence("need_unsaid", {**have, "doubts": []}, "vi")


def test_a_lot_of_several_months_is_told_and_pooling_that_is_refused_not_advised():
    have = {"supply_month": 400, "need_month": 300, "unit": "kg", "need_unit": "kg", "monthly": True,
            "fill": 1.3, "min_lot": 500, "lot_months": 2}  # fmt: skip
    assert sentence("volume_covers", have, "vi").endswith(
        "Bên mua nhận lô từ 500 kg: dồn 2 tháng mới đủ một lô."
    )
    lot = {"below_lot": True, "lot_offered": 80, "min_lot": 500, "unit": "kg", "pooling": False}
    told = sentence("volume_too_small", lot, "vi")
    assert told == "Chỉ có 80 kg, bên mua nhận lô từ 500 kg: chưa đủ một lô, bên mua không nhận gộp."
    alone = sentence("volume_too_small", lot | {"pooling": True}, "vi")
    assert alone.endswith("một mình chưa đủ một lô, phải gom với hộ khác (bên mua nhận gộp).")
    assert sentence("volume_too_small", {**lot, "pooling": None}, "vi").endswith(": phải gom với hộ khác.")


def test_a_load_is_taken_as_one_a_month_and_asked():
    load = {"supply_said": 60, "supply_said_unit": "kg", "supply_said_per": "batch", "supply_month": 60,
            "need_month": 30, "unit": "kg", "need_unit": "kg", "monthly": True, "fill": 2.0}  # fmt: skip
    assert "(coi mỗi tháng một đợt, cần hỏi lại)" in sentence("volume_covers", load, "vi")


def test_a_lot_that_months_of_a_flow_do_not_make_up_tells_what_they_make():
    lot = {"below_lot": True, "lot_offered": 240, "lot_spans": 3, "min_lot": 500, "unit": "kg",
           "supply_said": 80, "supply_said_unit": "kg", "supply_said_per": "month"}  # fmt: skip
    told = sentence("volume_too_small", lot, "vi")
    assert "80 kg mỗi tháng (gom 3 tháng cũng chỉ được 240 kg)" in told
    spare = {**lot, "lot_stored_for": 110, "life_wanted": True}
    assert "(they keep 110 days and still the life that is wanted, 3 months come to 240 kg)" in (
        sentence("volume_too_small", spare, "en")
    )


def test_a_need_said_as_a_range_is_held_against_both_ends():
    facts = {"supply": 800, "supply_month": 800, "need": 40, "need_month": 40, "monthly": True, "unit": "kg",
             "need_unit": "kg", "need_said": 40, "need_said_high": 50, "need_said_unit": "kg",
             "need_said_per": "month"}  # fmt: skip
    told = sentence("volume_covers", facts, "vi")
    assert told.endswith("cần 40–50 kg mỗi tháng: đủ hàng cả ở mức cao, dư ít nhất 750 kg mỗi tháng.")
    few = {**facts, "supply": 45, "supply_month": 45}
    assert "đủ mức thấp, mức cao được 90 %" in sentence("volume_covers", few, "vi")
    assert "just enough for the upper end" in sentence("volume_covers", {**few, "supply_month": 50}, "en")


def test_another_amount_at_a_feast_is_told_and_asked():
    facts = {"supply": 300, "supply_month": 300, "need": 200, "need_month": 200, "monthly": True,
             "unit": "kg", "need_unit": "kg",
             "supply_peak": "tết thì gấp đôi", "need_peak": "tết lấy 5 tạ"}  # fmt: skip
    told = sentence("volume_covers", facts, "vi")
    assert "Bên bán ghi “tết thì gấp đôi”: phải hỏi lượng dịp ấy." in told
    assert "The buyer says “tết lấy 5 tạ”: ask for the amount at that time." in sentence(
        "volume_covers", facts, "en"
    )


def test_a_stock_out_of_season_is_still_held_against_the_need():
    facts = {"supply": 400, "need": 800, "need_month": 800, "unit": "lít", "need_unit": "lít", "fill": 0.5,
             "out_of_season": True, "stock_of": [3, 4, 5], "need_said_per": "month", "supply_said": 400,
             "supply_said_unit": "lít", "monthly": False, "kept_for": [12, 1]}  # fmt: skip
    told = sentence("volume_part", facts, "vi")
    assert told.endswith("nếu còn trữ tất cả thì nhiều nhất được 25 % lượng cần T12–T1.")
    spoilt = sentence("volume_part", {**facts, "kept_for": []}, "vi")
    assert spoilt.endswith("hàng có ngoài các tháng cần nên chưa tính được.")
    assert "of it at most" in sentence("volume_part", {**facts, "need_said_per": "total"}, "en")
    apart = {**facts, "kept_for": [], "months_offered": [3, 4, 5], "months_wanted": [12, 1]}
    assert sentence("volume_part", apart, "vi").endswith(
        "hàng có T3–T5, bên mua cần T12–T1 nên chưa tính được."
    )
    assert "there in Mar–May, wanted in Dec–Jan, so not counted" in sentence("volume_part", apart, "en")
    kept = sentence("volume_part", {**apart, "kept_for": [12, 1]}, "vi")
    assert "hàng có T3–T5, bên mua cần T12–T1; nếu còn trữ tất cả thì nhiều nhất được 25 %" in kept
    days_apart = {**apart, "months_offered": [12]}  # other days of one month
    assert "ngoài các tháng cần nên chưa tính được" in sentence("volume_part", days_apart, "vi")


def test_the_least_order_is_told_of_goods_out_of_season_too():
    facts = {"supply_month": 66667, "need_month": 12857, "unit": "kg", "need_unit": "kg", "monthly": True}
    facts |= {"out_of_season": True, "kept_for": [], "fill": 5.2, "months": []}
    assert "nhận đơn" not in sentence("volume_covers", facts, "vi")
    facts |= {"min_order": 5000, "order_lasts": 1.7, "order_per": "week"}
    assert "nên chưa tính được. Bên bán nhận đơn từ 5 tấn" in sentence("volume_covers", facts, "vi")
    assert "least order" in sentence("volume_covers", facts, "en")


def test_a_need_of_other_goods_is_asked_for_these():
    facts = {"supply": 5000, "supply_month": 21429, "unit": "kg", "supply_said": 5, "supply_said_unit": "tấn",
             "supply_said_per": "week", "need_items": ["cá ngừ 200 kg mỗi tuần"]}  # fmt: skip
    assert sentence("need_unsaid", facts, "vi") == (
        "Có 5 tấn mỗi tuần, bên mua ghi lượng riêng từng thứ (“cá ngừ 200 kg mỗi tuần”): "
        "phải hỏi lượng thứ này rồi so."
    )
    assert "an amount of each" in sentence("need_unsaid", facts, "en")


def test_pieces_over_and_short_agree_with_the_figures_beside_them():
    facts = {
        "supply": 2496.774,
        "need": 2500,
        "unit": "chai",
        "need_unit": "chai",
        "months": [12, 1],
        "fill": 0.999,
    }
    told = sentence("volume_part", facts, "vi")
    assert "được gần 100 %, thiếu 3 chai." in told
    assert "gom thêm" not in told  # nobody pools for three bottles
    less = sentence("volume_part", {**facts, "supply": 2080.6, "fill": 0.832}, "vi")
    assert "Có 2.081 chai" in less
    assert "thiếu 419 chai phải gom thêm" in less


def test_weights_of_a_few_tonnes_are_told_in_three_figures():
    facts = {
        "supply": 4112.9,
        "need": 5000,
        "unit": "kg",
        "need_unit": "kg",
        "months": [12, 1],
        "fill": 0.823,
    }
    told = sentence("volume_part", facts, "vi")
    assert "4,11 tấn" in told
    assert "thiếu 890 kg" in told
