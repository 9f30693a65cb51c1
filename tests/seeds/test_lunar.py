"""The lunisolar calendar against dates that are known."""

import itertools
from datetime import date

import pytest

from seeds.lunar import first_day, months, new_year


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1985, date(1985, 1, 21)),
        (2024, date(2024, 2, 10)),
        (2025, date(2025, 1, 29)),
        (2026, date(2026, 2, 17)),
        (2027, date(2027, 2, 6)),
        (2028, date(2028, 1, 26)),
        (2030, date(2030, 2, 2)),
    ],
)
def test_new_year_falls_on_its_day_in_viet_nam(year, day):
    assert new_year(year) == day


@pytest.mark.parametrize(
    ("year", "leap"), [(2025, 6), (2028, 5), (2031, 3), (2033, 11), (2036, 6), (2026, None)]
)
def test_leap_months_are_where_the_almanac_has_them(year, leap):
    assert [number for number, is_leap, _ in months(year) if is_leap] == ([leap] if leap else [])


@pytest.mark.parametrize("year", range(2024, 2037))
def test_months_follow_each_other_by_29_or_30_days(year):
    days = [day for _, _, day in months(year)] + [new_year(year + 1)]
    assert {(later - earlier).days for earlier, later in itertools.pairwise(days)} <= {29, 30}
    assert [number for number, leap, _ in months(year) if not leap] == list(range(1, 13))


def test_mid_autumn_of_2027_is_on_15_september():
    assert (date(2027, 9, 15) - first_day(2027, 8)).days == 14
