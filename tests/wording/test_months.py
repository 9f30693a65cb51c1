from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.wording import months


@pytest.mark.parametrize(
    ("chosen", "vi", "en"),
    [
        ([11, 12, 1, 2], "T11–T2", "Nov–Feb"),
        ([5, 7, 8], "T5, T7–T8", "May, Jul–Aug"),
        (range(1, 13), "quanh năm", "all year"),
        ([], "–", "–"),
        ([12], "T12", "Dec"),
        ([1, 12], "T12–T1", "Dec–Jan"),
        ([1, 2, 6, 12], "T12–T2, T6", "Dec–Feb, Jun"),
    ],
)
def test_months_are_told_as_stretches_that_may_cross_the_year(chosen: list[int], vi: str, en: str) -> None:
    assert months.span(chosen, "vi") == vi
    assert months.span(chosen, "en") == en


@given(st.sets(st.integers(1, 12), max_size=11))
def test_stretches_cover_exactly_the_months_given(chosen: set[int]) -> None:
    covered: set[int] = set()
    for first, last in months.runs(chosen):
        length = (last - first) % 12 + 1
        covered |= {(first - 1 + step) % 12 + 1 for step in range(length)}
    assert covered == chosen


def test_a_month_has_a_short_and_a_long_name() -> None:
    assert (months.short(7, "vi"), months.long(7, "vi")) == ("T7", "tháng 7")
    assert (months.short(7, "en"), months.long(7, "en")) == ("Jul", "July")
