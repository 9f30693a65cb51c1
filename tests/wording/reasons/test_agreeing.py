"""Weights beside each other agree with their difference as they are printed."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.agreeing import decimals, difference, weighed


@pytest.mark.parametrize(
    ("have", "need", "told"),
    [
        (1026.667, 1500, ("1,027 tấn", "1,5 tấn", "473 kg")),
        (77142.857, 171428.571, ("77,1 tấn", "171,4 tấn", "94,3 tấn")),
        (5571.429, 3428.571, ("5,57 tấn", "3,43 tấn", "2,14 tấn")),
        (17142.857, 34285.714, ("17,14 tấn", "34,29 tấn", "17,15 tấn")),
        (857.143, 3428.571, ("857 kg", "3,43 tấn", "2,57 tấn")),
        (38571.429, 171428.571, ("38,57 tấn", "171,43 tấn", "132,86 tấn")),
        (166666.667, 50000, ("167 tấn", "50 tấn", "117 tấn")),
        (25000, 32000, ("25 tấn", "32 tấn", "7 tấn")),
        (990, 707.1, ("990 kg", "707,1 kg", "282,9 kg")),
        (4000, 2000, ("4 tấn", "2 tấn", "2 tấn")),
        (400, 6000, ("400 kg", "6 tấn", "5,6 tấn")),
        (200, 10000, ("200 kg", "10 tấn", "9,8 tấn")),
        (150, 120000, ("150 kg", "120 tấn", "119,85 tấn")),
        (8000, 25, ("8 tấn", "25 kg", "8 tấn")),
        (0, 6000, ("0 kg", "6 tấn", "6 tấn")),
    ],
)
def test_what_is_over_or_short_is_the_difference_of_what_is_told(have, need, told):
    places = decimals(have, need)
    assert tuple(weighed(each, places, "vi") for each in (have, need, difference(have, need, places))) == told


def test_an_amount_in_its_own_words_is_beside_a_difference_as_fine():
    facts = {"supply_month": 12857.143, "need_month": 20000, "unit": "kg", "need_unit": "kg", "fill": 0.643}
    facts |= {"supply_said": 12857.143, "supply_said_unit": "kg", "supply_said_per": "month", "monthly": True}
    facts |= {"need_said": 20, "need_said_unit": "tấn", "need_said_per": "month", "months": [1, 2]}
    told = sentence("volume_part", facts, "vi")
    assert "Có 12,857 tấn mỗi tháng" in told
    assert "thiếu 7,143 tấn mỗi tháng" in told


def test_what_is_lacking_is_never_the_whole_need_where_some_of_it_is_there():
    facts = {"supply_month": 400, "need_month": 6000, "unit": "kg", "need_unit": "kg", "fill": 0.0667}
    facts |= {"supply_said": 4, "supply_said_unit": "tạ", "supply_said_per": "month", "monthly": True}
    facts |= {"need_said": 6, "need_said_unit": "tấn", "need_said_per": "month", "months": [12, 1]}
    assert "thiếu 5,6 tấn mỗi tháng" in sentence("volume_part", facts, "vi")
    assert "5.6 tonnes" in sentence("volume_part", facts, "en")


def test_a_stock_that_is_enough_for_some_months_tells_what_all_of_them_need():
    facts = {"supply": 30000, "need": 26667, "unit": "kg", "need_unit": "kg", "fill": 1.0, "monthly": False}
    facts |= {"months": [1, 2, 3, 4, 5], "supply_said": 30, "supply_said_unit": "tấn"}
    assert "cả T1–T6" not in sentence("volume_covers", facts, "vi")
    facts |= {"need_all": 32000, "need_all_months": [1, 2, 3, 4, 5, 6]}
    assert "; cả T1–T6 cần 32 tấn thì được 94 %" in sentence("volume_covers", facts, "vi")
    assert "; of the 32 tonnes for Jan–Jun 94" in sentence("volume_covers", facts, "en")


def test_a_share_agrees_with_the_amounts_that_it_is_of():
    facts = {"supply": 1026.667, "need": 1500, "unit": "kg", "need_unit": "kg", "fill": 0.68444, "days": 44}
    facts |= {"supply_said": 700, "supply_said_unit": "kg", "supply_said_per": "month", "months": [12, 1]}
    facts |= {"need_said": 1.5, "need_said_unit": "tấn", "need_said_per": "total", "monthly": False}
    assert "1,027 tấn), cần 1,5 tấn tổng cộng: được 68 %, thiếu 473 kg" in sentence(
        "volume_part", facts, "vi"
    )


def test_the_days_of_delivery_are_told_with_the_share_of_each_month_that_is_counted():
    facts = {"supply": 180, "need": 200, "unit": "chiếc", "need_unit": "chiếc", "fill": 0.9, "monthly": False}
    facts |= {"supply_said": 90, "supply_said_unit": "chiếc", "supply_said_per": "month", "months": [2, 3, 4]}
    facts |= {"days": 60, "month_parts": [[2, 14, 28], [4, 15, 30]]}
    told = sentence("volume_part", facts, "vi")
    assert "90 chiếc mỗi tháng (T2–T4, 60 ngày, T2 tính 14/28, T4 tính 15/30: 180 chiếc)" in told
    assert "Feb–Apr, 60 days, 14/28 of Feb, 15/30 of Apr: 180" in sentence("volume_part", facts, "en")
    del facts["month_parts"]
    assert "(T2–T4, 60 ngày: 180 chiếc)" in sentence("volume_part", facts, "vi")


def test_what_days_bring_nearly_is_told_as_about_so_much_and_one_month_by_its_days_alone():
    facts = {"supply": 2500, "need": 2500, "unit": "chai", "need_unit": "chai", "fill": 1.0, "monthly": False}
    facts |= {"supply_said": 1800, "supply_said_unit": "chai", "supply_said_per": "month", "months": [12, 1]}
    facts |= {"days": 43, "month_parts": [], "rough": True}
    told = sentence("volume_covers", facts, "vi")
    assert "1.800 chai mỗi tháng (T12–T1, 43 ngày: chừng 2.500 chai)" in told
    assert "vừa đủ" in told
    assert "43 days: about 2,500" in sentence("volume_covers", facts, "en")
    one = facts | {"months": [1], "days": 24, "month_parts": [[1, 24, 31]], "rough": False, "supply": 1394}
    assert "(T1, 24/31 ngày: 1.394 chai)" in sentence("volume_part", one, "vi")
    assert "Jan, 24 of 31 days: 1,394" in sentence("volume_part", one, "en")
