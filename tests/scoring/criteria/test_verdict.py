"""Shares are told in whole percent as they are, and not by way of a rounded thousandth."""

import pytest

from matchmaker.wording.reasons.phrases import part_of, percent
from scoring.criteria.verdict import told_share


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (430 / 340 - 1, "26 %"),
        (0.12499, "12 %"),
        (0.834999, "83 %"),
        (0.265, "27 %"),
        (0.005, "1 %"),
        (2 / 3, "67 %"),
        (9.02567, "903 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_is_rounded_once(share, told):
    assert percent(told_share(share), "vi") == told


def test_a_share_that_nobody_knows_is_none():
    assert told_share(float("nan")) is None
    assert told_share(float("inf")) is None


def test_what_is_hardly_short_is_not_told_as_all():
    assert part_of(told_share(0.9967), "vi") == "gần 100 %"
    assert part_of(told_share(0.9967), "en") == "nearly 100 %"
    assert part_of(told_share(0.994), "vi") == "99 %"
