"""The line carries in a few words what the reason makes the amount hang on."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline

ENOUGH = {"fill": 1.3, "supply": 20000, "need": 15000, "unit": "kg", "need_unit": "kg", "monthly": False}
BOTTLES = [{"unit": "chai", "low": 500, "measure": "ml"}, {"unit": "chai", "low": 250, "measure": "ml"}]


def line(code="volume_covers", lang="vi", **facts):
    row = {"criterion": "volume", "code": code, "facts": {**ENOUGH, **facts}}
    return headline({"reasons": [row]}, lang)


@pytest.mark.parametrize(
    ("facts", "vi", "en"),
    [
        (
            {"set_aside": True},
            "Đủ lượng, nếu dành trước (có 20 tấn, cần 15 tấn).",
            "Enough, if set aside (20 tonnes for 15 tonnes).",
        ),
        (
            {"supply_said_per": "batch"},
            "Đủ lượng, coi mỗi tháng một đợt (có 20 tấn, cần 15 tấn).",
            "taken as one load a month (20 tonnes for 15 tonnes).",
        ),
        (
            {"period_assumed": True},
            "Đủ lượng (có 20 tấn, cần 15 tấn). Còn phải làm rõ",
            "Enough (20 tonnes for 15 tonnes). Still",
        ),
        ({"period_assumed": True, "fill": 1.05}, "Chừng đủ lượng (có 20", "Roughly enough (20"),
        (
            {"supply_several": ["2 tấn", "1 tấn"]},
            "Đủ lượng, mới tính lượng đầu (có 20 tấn, cần 15 tấn).",
            "of the first amount (20 tonnes for 15 tonnes).",
        ),
        (
            {"sold_from": 11},
            "Đủ lượng, nếu từ T11 chưa bán nhiều (có 20 tấn, cần 15 tấn).",
            "if not much is sold since Nov (20 tonnes for 15 tonnes).",
        ),
        (
            {"sold_from": 11, "set_aside": True},
            "Đủ lượng, nếu dành trước (có 20 tấn, cần 15 tấn).",
            "Enough, if set aside (20 tonnes for 15 tonnes).",
        ),
        (
            {"doubts": [{"side": "offer", "field": "quantity", "code": "each_or_all", "facts": {}}]},
            "Đủ lượng, tính số cân cho mỗi chuyến hàng (có 20 tấn, cần 15 tấn).",
            "the weight counted for each load (20 tonnes for 15 tonnes).",
        ),
        (
            {"part_of_month": "cuối tháng 6"},
            "Đủ lượng, chỉ cuối tháng 6 (có 20 tấn, cần 15 tấn).",
            "“cuối tháng 6” only (20 tonnes for 15 tonnes).",
        ),
        (
            {"sizes": BOTTLES},
            "Đủ lượng, nếu đóng gói lại (có 20 tấn, cần 15 tấn).",
            "if repacked (20 tonnes for 15 tonnes).",
        ),
        (
            {"sizes": [{**BOTTLES[0], "side": "need"}]},
            "nếu đóng chai 500 ml (có 20 tấn, cần 15 tấn).",
            "if packed as bottle",
        ),
        ({}, "Đủ lượng (có 20 tấn, cần 15 tấn).", "Enough (20 tonnes for 15 tonnes)."),
        (
            {"sizes": [BOTTLES[0], BOTTLES[0]]},
            "Đủ lượng (có 20 tấn, cần 15 tấn).",
            "Enough (20 tonnes for 15 tonnes).",
        ),
        (
            {"even_over": [5, 6]},
            "Đủ lượng (có 20 tấn, cần 15 tấn).",
            "Enough (20 tonnes for 15 tonnes).",
        ),
        (
            {"even_over": [5, 6], "fill": 1.09},
            "Đủ lượng nếu chia đều (có 20",
            "Enough if it comes evenly (20",
        ),
        (
            {"even_months": 4, "fill": 1.0, "period_assumed": True},
            "Đủ lượng nếu chia đều (có 20",
            "Enough if it comes evenly (20",
        ),
        ({"fill": 1.0}, "Đủ lượng (có 20", "Enough (20"),
    ],
)
def test_the_condition_of_an_amount_stands_in_the_line(facts, vi, en):
    assert vi in line(**facts)
    assert en in line(lang="en", **facts)


def test_a_share_that_holds_only_if_all_is_set_aside_says_so():
    assert "Được 60 % lượng cần, nếu dành trước" in line("volume_part", fill=0.6, stock_of=[3, 4], months=[])
    told = line("volume_part", fill=0.6, stock_of=[1, 2], months=[1])
    assert "Được 60 % lượng cần, nếu dành tất cả cho T1" in told
    sorted_out = line("volume_part", fill=0.6, stock_of=[1, 2], months=[1], at_most=True)
    assert "Được nhiều nhất 60 % lượng cần, nếu dành tất cả cho T1" in sorted_out
    assert line("volume_part", fill=0.6) == "Được 60 % lượng cần."


def test_a_need_in_a_range_of_which_the_upper_end_is_not_there_says_which_end_is():
    ranged = {"need_said": 5, "need_said_high": 10, "supply": 20000, "need": 15000}
    assert line(**ranged).startswith("Đủ mức thấp, mức cao được 67 % (có 20 tấn, cần 15–30 tấn).")
    assert "enough for the lower end, 67 % of the upper" in line(lang="en", **ranged).lower()
    assert line(**{**ranged, "need_said_high": 6}).startswith("Đủ lượng (có 20 tấn, cần")


def test_a_whole_that_comes_in_beyond_the_months_wanted_must_be_there_by_then():
    beyond = {**ENOUGH, "fill": 0.6, "stock_of": [2, 3, 4], "months": [2]}
    assert "nếu dành tất cả cho T2 và đến T2 đã có đủ" in sentence("volume_part", beyond, "vi")
    assert "nếu dành tất cả cho T2." in line("volume_part", **beyond)
    kept = {**beyond, "stock_of": [11, 12, 10], "months": [11, 12]}
    assert "đã có đủ" not in sentence("volume_part", kept, "vi")


@pytest.mark.parametrize("by", [{"period_assumed": True}, {"even_over": [5, 6]}, {"even_months": 2}])
def test_a_share_that_hangs_on_what_nobody_says_is_told_as_rough(by):
    assert line("volume_part", fill=0.6, **by).startswith("Được chừng 60 % lượng cần")
    assert line("volume_part", lang="en", fill=0.6, **by).startswith("About 60 % of the need")
    assert line("volume_part", fill=0.6, at_most=True, **by).startswith("Được nhiều nhất 60 %")
    assert line("volume_part", fill=0.001, **by).startswith("Được chưa đến 1 %")


def test_a_share_of_some_months_or_of_several_goods_says_of_what():
    volume = {"code": "volume_part", "facts": {"fill": 0.6, "monthly": False, "months": [4, 5], "need": 9}}
    season = {"code": "season_part", "facts": {"wanted": [4, 5, 6], "common": [4, 5]}}
    rows = [{"criterion": "volume", **volume}, {"criterion": "season", **season}]
    assert headline({"reasons": rows}, "vi").startswith("Được 60 % lượng cần T4–T5")
    assert "Được 60 % lượng cần cả các loại" in line("volume_part", fill=0.6, family=True)
