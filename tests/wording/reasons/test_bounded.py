"""Amounts that convert within bounds are told with both ends, and a sure shortage as one."""

from matchmaker.wording.reasons import sentence

HONEY = {
    "supply": 100, "supply_month": 100, "need": 800, "need_month": 800, "unit": "kg", "need_unit": "lít",
    "months": [12], "monthly": True, "factor_low": 0.689655, "factor_high": 0.724638, "by_density": True,
    "fill": 0.0862, "fill_at_most": 0.0906, "supply_said": 100, "supply_said_unit": "kg",
}  # fmt: skip


def test_litres_against_kilograms_are_told_with_both_ends():
    assert sentence("volume_part", HONEY, "vi") == (
        "Có 100 kg, tức khoảng 69–72 lít mỗi tháng (1,38–1,45 kg/lít), cần 800 lít mỗi tháng: "
        "được khoảng 9 %, thiếu khoảng 728–731 lít mỗi tháng phải gom thêm."
    )
    assert "about 69–72 litres a month (1.38–1.45 kg a litre)" in sentence("volume_part", HONEY, "en")
    enough = {**HONEY, "need": 60, "need_month": 60, "fill": 1.15, "fill_at_most": 1.21}
    assert sentence("volume_covers", enough, "vi").endswith("cần 60 lít mỗi tháng: đủ hàng.")
    between = {**HONEY, "need": 70, "need_month": 70, "fill": 0.985, "fill_at_most": 1.035}
    assert "mức cao thì đủ, mức thấp được 99 %" in sentence("volume_part", between, "vi")


def test_heads_that_weigh_too_little_alive_are_told_as_surely_short():
    size = {"unit": "con", "low": 50, "high": 70, "measure": "kg", "side": "supply", "meat": True}
    facts = {
        "supply": 60, "supply_month": 60, "need": 4285.714, "need_month": 4285.714, "unit": "con",
        "need_unit": "kg", "monthly": True, "factor_high": 70, "fill_at_most": 0.98, "size_range": size,
    }  # fmt: skip
    told = sentence("volume_units_differ", facts, "vi")
    assert "cân hơi cũng chỉ được nhiều nhất 98 %, thiếu ít nhất 85,7 kg mỗi tháng phải gom thêm" in told
    assert told.endswith("phải hỏi tỷ lệ móc hàm mới biết thiếu bao nhiêu.")
    english = sentence("volume_units_differ", facts, "en")
    assert "even by live weight 98 % of it at most, 85.7 kg a month short at least" in english
    ample = sentence("volume_units_differ", {**facts, "fill_at_most": 3.2}, "vi")
    assert ample.endswith("phải hỏi tỷ lệ móc hàm rồi mới so được.")
    refused = {**facts, "fill": None, "fill_at_most": 0.16, "need_said": 1, "need_said_unit": "tấn"}
    assert "(nhiều nhất 16 %) và bên mua không nhận gộp" in sentence("volume_too_small", refused, "vi")


def test_what_counts_for_the_months_wanted_stands_beside_the_whole():
    facts = {
        "supply": 160_000, "unit": "kg", "supply_said": 80, "supply_said_unit": "tấn",
        "supply_said_per": "month", "months": [12, 1], "monthly": False,
        "need": 40_000, "need_unit": "quả", "need_said_per": "total",
        "factor_low": 1 / 1.2, "factor_high": 1 / 0.9, "fill": 3.3, "fill_at_most": 4.4,
    }  # fmt: skip
    told = sentence("volume_covers", facts, "vi")
    assert "Có 80 tấn mỗi tháng (T12–T1: 160 tấn), tức khoảng 133.333–177.778 quả" in told
