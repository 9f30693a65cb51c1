from datetime import date

import pytest

from scoring.columns.delivery import (
    CALENDAR,
    STATED,
    after_lead,
    calendar_months,
    demanded_months,
    first_day,
    length,
    offered_months,
)
from scoring.horizon import YEAR, Horizon
from scoring.product import Kind
from scoring.records import Demand, Offer

HORIZON = Horizon(date(2026, 11, 21))
FRESH = Kind("x", harvest_months=(6, 7), saleable_months=(6, 7, 8))
STORED = Kind("y", harvest_months=(6,), saleable_months=(1, 2), storable=True)


def test_stored_goods_sell_in_their_saleable_months_and_fresh_ones_at_harvest():
    assert calendar_months(FRESH) == (6, 7)
    assert calendar_months(STORED) == (1, 2)
    assert calendar_months(None) == ()


@pytest.mark.parametrize(
    ("offer", "months", "source"),
    [
        (Offer("o", "p", months=(5,)), [5], STATED),
        (Offer("o", "p"), [6, 7], CALENDAR),
        (Offer("o", "p", season_text="khi chín"), [], 0),
        (Offer("o", "p", deliver_from=date(2027, 1, 5), deliver_to=date(2027, 2, 1)), [1, 2], STATED),
        (
            Offer("o", "p", months=(2, 3), deliver_from=date(2027, 1, 5), deliver_to=date(2027, 2, 1)),
            [2],
            STATED,
        ),
    ],
)
def test_months_stated_come_first_then_the_calendar(offer, months, source):
    mask, found = offered_months(offer, FRESH, HORIZON)
    assert (HORIZON.months_of(mask), found) == (months, source)


def test_months_without_dates_come_again_each_year_for_an_offer_and_once_for_a_demand():
    mask, _ = offered_months(Offer("o", "p", months=(6,)), FRESH, HORIZON)
    assert mask.bit_count() == 2
    assert demanded_months(Demand("d", "p", months=(6,)), HORIZON).bit_count() == 1
    assert length(mask, yearly=True) == 1
    assert length(mask, yearly=False) == 2


def test_a_demand_with_a_start_alone_wants_the_year_after_it():
    mask = demanded_months(Demand("d", "p", deliver_from=date(2027, 3, 1)), HORIZON)
    assert mask.bit_count() == YEAR


def test_a_demand_without_time_wants_no_month_in_particular():
    assert demanded_months(Demand("d", "p"), HORIZON) == 0


def test_delivery_begins_when_the_lead_time_is_over(offer):
    horizon = Horizon(date(2026, 11, 21))
    assert first_day(offer(lead_time_days=20), horizon) == date(2026, 12, 11)
    later = offer(lead_time_days=20, deliver_from=date(2027, 6, 1))
    assert first_day(later, horizon) == date(2027, 6, 1)
    assert first_day(offer(), horizon) is None
    assert after_lead(offer(lead_time_days=20), horizon) & 0b11 == 0b10
    assert after_lead(offer(lead_time_days=1e12), horizon) == 0


@pytest.mark.parametrize(
    ("months", "first", "last", "found"),
    [
        ((1,), date(2027, 1, 27), date(2027, 2, 4), [1, 2]),
        ((2,), date(2027, 1, 27), date(2027, 2, 4), [1, 2]),
        ((12,), date(2026, 12, 20), date(2027, 1, 10), [12, 1]),
        ((3,), date(2027, 3, 5), date(2027, 3, 25), [3]),
        ((1, 3), date(2027, 1, 10), date(2027, 3, 20), [1, 3]),  # a longer window names its months
        ((1,), date(2027, 1, 10), date(2027, 3, 20), [1]),
    ],
)
def test_a_window_of_some_days_wants_each_month_that_it_touches(months, first, last, found):
    wanted = Demand("d", "p", months=months, deliver_from=first, deliver_to=last)
    assert HORIZON.months_of(demanded_months(wanted, HORIZON)) == found
    brought = Offer("o", "p", months=months, deliver_from=first, deliver_to=last)
    assert HORIZON.months_of(offered_months(brought, FRESH, HORIZON)[0]) == found
