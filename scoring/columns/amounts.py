"""Amounts spread over months."""

from __future__ import annotations

import numpy as np

from scoring.records import Demand, Offer

DAYS_IN_MONTH = 30.0
SPOILS = 10.0  # days: what keeps no longer is kept in no store, whatever others of its kind do
# How many of a period fall in a month; an amount of any other period is a whole, spread over its months.
A_MONTH_HAS = {"day": DAYS_IN_MONTH, "week": DAYS_IN_MONTH / 7, "month": 1.0, "quarter": 1 / 3, "batch": 1.0}


# An order of fresh goods is for a month at most (delivered in several loads), of stored goods for a quarter,
# or while they keep.
STORED_MONTHS = 3
# What is needed in each of these periods can be taken at once: it is what the buyer himself states.
ORDERED_AT_ONCE = ("month", "quarter", "batch")
# What is stated for these periods is there at once: of any goods, and of those that keep.
LOADED = ("day", "week", "batch")
GATHERED = (*LOADED, "month", "quarter")


def spread(value: float, per: str, months: float) -> tuple[float, float]:
    """Amount a month, and the whole amount (NaN for an amount with a rhythm)."""
    if per in A_MONTH_HAS:
        return value * A_MONTH_HAS[per], np.nan
    return value / max(months, 1), value


def quarter_apart(record: Offer | Demand) -> bool:
    """Whether an amount a quarter is one of months a quarter apart, each of which has all of it."""
    if record.per != "quarter":
        return False
    months = set(record.months)
    return len(months) > 1 and len({month % STORED_MONTHS for month in months}) == 1
