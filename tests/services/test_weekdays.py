"""Amounts on named days of the week."""

import pytest

from matchmaker.services.weekdays import weekdays_read


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("cần cá cắt khúc 40kg mỗi thứ 2 4 6", 120, "week"),
        ("40 kg các thứ 3, thứ 5", 80, "week"),
        ("40 kg mỗi thứ 2-6", 200, "week"),
        ("40 kg mỗi thứ vài tạ", 40, None),
        ("40 kg giao thứ 5", 40, None),
        ("500 trung moi thu 2, 4, 6", 40, None),
    ],
)
def test_the_amount_of_each_day_named_is_that_of_a_week(text, amount, per):
    read = weekdays_read(text, {"quantity_min": 40})
    assert (read["quantity_min"], read.get("per")) == (amount, per)


def test_a_rhythm_that_is_told_stays():
    told = {"quantity_min": 40, "per": "week"}
    assert weekdays_read("40 kg/tuần mỗi thứ 2 4", told) == told
