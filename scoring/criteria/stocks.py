"""Whole amounts: which of them are stocks that can be set aside, and how the others fall to the months."""

from __future__ import annotations

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH
from scoring.columns.arrays import Bools
from scoring.criteria.once import once
from scoring.criteria.served_days import served
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.units import NO_BASE


@once
def of_stock(pairs: Pairs) -> Bools:
    """Whether the offer is a whole amount of goods that keep."""
    return np.asarray(pairs.offers.stored[pairs.o] & ~np.isnan(pairs.offers.whole[pairs.o]))


@once
def in_pots(pairs: Pairs) -> Bools:
    """Whether the offer is a whole amount of plants in pots, which wait for their day of the month."""
    pots = pairs.context.bases.index.get("chậu", NO_BASE - 1)
    return np.asarray((pairs.offers.base[pairs.o] == pots) & ~np.isnan(pairs.offers.whole[pairs.o]))


def day_facts(pairs: Pairs, i: int) -> Facts:
    """How many days the months of delivery come to, where a side names days that leave out parts of them;
    ``by_thirty`` where months of thirty days make them others than the calendar has."""
    lost, months = float(served(pairs).lost[i]), int(pairs.lawful[i]).bit_count()
    if not lost or not months or of_stock(pairs)[i] or in_pots(pairs)[i]:
        return {}
    stored = bool(pairs.offers.stored[pairs.o[i]]) and np.isnan(pairs.offers.whole[pairs.o[i]])
    facts: Facts = {"days": round((months - lost) * DAYS_IN_MONTH), "may_be_in_store": bool(stored)}
    if facts["days"] != _days_of_calendar(pairs, i):
        facts["by_thirty"] = True
    return facts


def _days_of_calendar(pairs: Pairs, i: int) -> int:
    """The days of the months of delivery between the first and the last day that are named."""
    found, horizon = served(pairs), pairs.context.horizon
    first, last, days = int(found.first[i]), int(found.last[i]), 0
    opens = horizon.today.replace(day=1).toordinal()
    for place in range(int(pairs.lawful[i]).bit_length()):
        ends = horizon.last_day(place).toordinal()
        if int(pairs.lawful[i]) >> place & 1:
            days += max(min(ends, last) - max(opens, first) + 1, 0)
        opens = ends + 1
    return days


def even_facts(pairs: Pairs, i: int) -> Facts:
    """The months that a whole amount of fresh goods is taken to be shared over evenly, where only some of
    them, or some days of them, are those of delivery; ``even_months``: how many, where some are too soon."""
    row = int(pairs.o[i])
    if np.isnan(pairs.offers.whole[row]) or of_stock(pairs)[i] or not pairs.lawful[i]:
        return {}
    offered = pairs.context.horizon.months_of(int(pairs.offered[i]))
    served_here = pairs.context.horizon.months_of(int(pairs.lawful[i]))
    if len(offered) == len(served_here) and not day_facts(pairs, i):
        return {}
    months = round(float(pairs.offers.whole[row] / pairs.offers.rate[row])) if pairs.offers.rate[row] else 0
    return {"even_over": offered} if len(offered) == months else {"even_months": months} if months else {}
