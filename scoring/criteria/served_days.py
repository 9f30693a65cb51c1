"""Parts of the first and last month of delivery that days named by a side leave out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH
from scoring.columns.arrays import Bools, Floats, Ints, Masks
from scoring.criteria.once import once
from scoring.horizon import ALWAYS, LENGTH, NEVER, Horizon, count
from scoring.pairs import COMING_YEAR, Pairs


class Served(NamedTuple):
    """Of each pair: whether a side names days, the first and the last one on which both can deliver, and how
    much of months is left out before and after them."""

    named: Bools
    first: Ints
    last: Ints
    lost: Floats


@once
def served(pairs: Pairs) -> Served:
    """What the days that both sides name leave of the months in which can be delivered."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    first = np.maximum(offers.opens[o], demands.opens[d])
    last = np.minimum(offers.closes[o], demands.closes[d])
    named = np.asarray(((first > NEVER) | (last < ALWAYS)) & (first <= last))
    first = np.maximum(first, pairs.context.horizon.today.toordinal()).astype(np.int32)
    lost, rows = np.zeros(len(pairs)), np.flatnonzero(named & (first <= last))
    if len(rows):
        lost[rows] = _lost(pairs.context.horizon, first[rows], last[rows], pairs.lawful[rows])
    return Served(named, first, last, lost)


def season_months(pairs: Pairs) -> Floats:
    """How many months the season of the offers has, by the days that it names."""
    first, last = pairs.offers.opens[pairs.o], pairs.offers.closes[pairs.o]
    months = count(pairs.offered & COMING_YEAR).astype(np.float64)
    lost = _lost(pairs.context.horizon, first, last, pairs.offered)
    return np.maximum(months - np.where(first <= last, lost, 0.0), 1 / DAYS_IN_MONTH)


def _lost(horizon: Horizon, first: Ints, last: Ints, months: Masks) -> Floats:
    """The parts of a month before the first day and after the last one, of those months that are meant."""
    ends = horizon.last_days().astype(np.int64)
    starts = np.concatenate([[horizon.today.replace(day=1).toordinal()], ends[:-1] + 1])
    found, edges = np.zeros(len(first)), []
    for day, opening in ((first.astype(np.int64), True), (last.astype(np.int64), False)):
        at = np.minimum(np.searchsorted(ends, day, side="left"), LENGTH - 1)
        inside = (day >= starts[at]) & (day <= ends[at]) & ((months >> at.astype(np.uint32)) & 1 > 0)
        left = ends[at] - day + 1 if opening else day - starts[at] + 1
        found += np.where(inside, np.maximum(1 - left / DAYS_IN_MONTH, 0.0), 0.0)
        edges.append(np.where(inside, at, -1 - opening))
    within = edges[0] == edges[1]  # of one month: the days between are counted once
    return np.where(within, np.maximum(1 - (last - first + 1) / DAYS_IN_MONTH, 0.0), found)
