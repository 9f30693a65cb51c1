"""A season of which one end is named is there beyond it as far as the goods allow, and no further."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.horizon import LENGTH, Horizon
from scoring.open_seasons import before_opening, open_months, open_side
from scoring.product import Kind
from scoring.records import Doubt, Offer

NOVEMBER = Horizon(date(2026, 11, 21))
RICE = Kind("rice", storable=True)
ORANGE = Kind("orange", harvest_months=(10, 11, 12, 1))


def said(*months, code="open_end"):
    return Offer("o", "p", months=months, doubts=(Doubt("months", code),))


def test_only_one_unbroken_stretch_is_open():
    assert open_side(said(8, 9, 10, 11, 12)) == "end"
    assert open_side(said(12, 1, 2)) == "end"
    assert open_side(said(3, code="open_start")) == "start"
    assert open_side(said(3, 8, 9, 10, 11, 12)) == open_side(said(1, 2, code="open_start")) == ""
    assert open_side(Offer("o", "p", months=(11, 12))) == open_side(said()) == ""


@pytest.mark.parametrize(
    ("offer", "first", "last"),
    [
        (said(12, 1, 2), 1, LENGTH - 1),  # from the month named on
        (said(8, 9, 10, 11, 12), 0, LENGTH - 1),  # begun already
        (said(3, code="open_start"), 0, 4),  # until the month named
    ],
)
def test_goods_that_keep_are_there_beyond_the_month_named(offer, first, last):
    mask = open_months(offer, RICE, NOVEMBER, keeps=True)
    assert [i for i in range(LENGTH) if mask >> i & 1] == list(range(first, last + 1))


def test_an_end_far_off_belongs_to_a_season_that_has_not_begun():
    assert open_months(said(9, code="open_start"), RICE, NOVEMBER, keeps=True) is None


def test_fresh_goods_are_there_as_long_as_their_harvest_runs_on():
    assert NOVEMBER.months_of(open_months(said(11, 12), ORANGE, NOVEMBER, keeps=False)) == [11, 12, 1]
    ends = open_months(said(12, code="open_start"), ORANGE, NOVEMBER, keeps=False)
    assert NOVEMBER.months_of(ends) == [11, 12, 10]
    assert open_months(said(6, 7, 8, 9, 10, 11, 12), ORANGE, NOVEMBER, keeps=False) is None
    assert open_months(said(11, 12), None, NOVEMBER, keeps=False) is None


def test_goods_gathered_all_year_are_there_from_then_on():
    greens = Kind("greens", harvest_months=tuple(range(1, 13)))
    assert open_months(said(12, 1, 2), greens, NOVEMBER, keeps=False).bit_count() == LENGTH - 1


def test_a_season_that_opens_on_a_lunar_day_ahead_has_nothing_before_it():
    lunar = Doubt("months", "lunar", {"from": "2027-01-22"})
    offer = Offer("o", "p", months=tuple(range(1, 13)), doubts=(lunar, Doubt("months", "open_end")))
    kept = open_months(offer, RICE, NOVEMBER, keeps=True)
    fresh = open_months(offer, ORANGE, NOVEMBER, keeps=False)
    assert kept & 0b111 == 0b100
    assert [i for i in range(LENGTH) if fresh >> i & 1] == [2, 14]


def test_a_season_that_ends_on_a_lunar_day_ahead_has_what_stands_before_it():
    lunar = Doubt("months", "lunar", {"from": "2027-01-08", "to": "2027-02-05"})
    until = Offer("o", "p", months=(1,), doubts=(Doubt("months", "open_start"), lunar))
    assert NOVEMBER.months_of(open_months(until, ORANGE, NOVEMBER, keeps=False)) == [11, 12, 1, 10]


@pytest.mark.parametrize(
    ("months", "unsure"),
    [((8, 9, 10, 11, 12), range(1, 8)), ((11, 12), range(4, 11)), ((12, 1, 2), range(5, 12)), ((1,), ())],
)
def test_before_a_season_begins_nobody_says_that_there_are_goods(months, unsure):
    opens = Offer("o", "miến dong", months=months, doubts=(Doubt("months", "open_end"),))
    bits = before_opening(opens)
    assert [month for month in range(1, 13) if bits >> (month - 1) & 1] == list(unsure)
    assert before_opening(replace(opens, season_text="thu hoạch từ tháng 8")) == 0
    assert before_opening(replace(opens, doubts=())) == 0
