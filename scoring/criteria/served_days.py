"""Parts of the first and last month of delivery that days named by a side leave out."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH
from scoring.columns.arrays import Bools, Floats, Ints, Masks
from scoring.criteria.once import once
from scoring.criteria.season_days import lost_on_way
from scoring.horizon import ALWAYS, LENGTH, NEVER, YEAR, Horizon, count
from scoring.pairs import COMING_YEAR, Pairs

OF_A_WEEK = 2  # a month has more of what is stated for a day or a week than so many times, of a load once


class Served(NamedTuple):
    """Of each pair: whether a side names days, the first and the last one on which both can deliver, how
    much of months is left out before and after them, and how many days of the calendar are left (0 where
    no side names any). Of what is offered a month a part of a month is its share of that month's days; of
    what is offered a day or a week each day counts."""

    named: Bools
    first: Ints
    last: Ints
    lost: Floats
    days: Ints


@once
def served(pairs: Pairs) -> Served:
    """What the days that both sides name leave of the months in which can be delivered."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    first = np.maximum(offers.opens[o], demands.opens[d])
    last = np.minimum(offers.closes[o], demands.closes[d])
    named = np.asarray(((first > NEVER) | (last < ALWAYS)) & (first <= last))
    first = np.maximum(first, pairs.context.horizon.today.toordinal()).astype(np.int32)
    lost, days = np.zeros(len(pairs)), np.zeros(len(pairs), dtype=np.int32)
    rows = np.flatnonzero((named | begun(pairs)) & (first <= last))
    if len(rows):
        months, late = pairs.lawful[rows], lost_on_way(pairs)[rows]
        kept = np.where(late, months & ~np.uint32(1), months).astype(np.uint32)
        lost[rows], days[rows] = _lost(pairs.context.horizon, first[rows], last[rows], kept)
        lost[rows] += late
        by_day = offers.rate[o[rows]] > offers.at_once[o[rows]] * OF_A_WEEK
        lost[rows] = np.where(by_day, count(months) - days[rows] / DAYS_IN_MONTH, lost[rows])
    return Served(named, first, last, lost, days)


@once
def begun(pairs: Pairs) -> Bools:
    """Pairs with a whole need that this month serves, of which some days are gone: of it only those left
    count, and none that the way takes. Who wants goods all year, or names no month, has next year's, too."""
    meant = pairs.demand_months_known & pairs.offer_months_known & (count(pairs.wanted) < YEAR)
    whole = ~np.isnan(pairs.demands.whole[pairs.d])
    once_only = (pairs.lawful & np.uint32(1 | 1 << YEAR)) == 1
    return np.asarray(meant & whole & once_only & (pairs.context.horizon.today.day > 1))


@once
def touched_lost(pairs: Pairs) -> Floats:
    """Of the months of delivery that a season in lunar words cuts where it reaches beside those named ("tháng
    Chạp" has 24 days of January and five of February): what of the days wanted in them is not served, in
    months."""
    found = np.zeros(len(pairs))
    masks = pairs.offers.cut[pairs.o] & pairs.lawful
    if not len(rows := np.flatnonzero(masks)):
        return found
    o, d, horizon = pairs.o[rows], pairs.d[rows], pairs.context.horizon
    ends = horizon.last_days().astype(np.int64)
    starts = np.concatenate([[horizon.today.toordinal()], ends[:-1] + 1])
    wanted_first = np.maximum(starts, pairs.demands.opens[d].astype(np.int64)[:, None])
    wanted_last = np.minimum(ends, pairs.demands.closes[d].astype(np.int64)[:, None])
    first = np.maximum(wanted_first, pairs.offers.opens[o].astype(np.int64)[:, None])
    last = np.minimum(wanted_last, pairs.offers.closes[o].astype(np.int64)[:, None])
    share = np.maximum(last - first + 1, 0) / np.maximum(wanted_last - wanted_first + 1, 1)
    bits = masks[rows][:, None] >> np.arange(LENGTH, dtype=np.uint32) & 1
    found[rows] = ((1 - np.minimum(share, 1.0)) * bits).sum(axis=1)
    return found


def season_days(pairs: Pairs) -> Ints:
    """How many days the season of the offers has, those that it names or all of its months."""
    first, last = pairs.offers.opens[pairs.o], pairs.offers.closes[pairs.o]
    named = first <= last
    _, days = _lost(
        pairs.context.horizon,
        np.where(named, first, NEVER),
        np.where(named, last, ALWAYS),
        pairs.offered & COMING_YEAR,
    )
    return np.maximum(days, 1)


def a_month(pairs: Pairs, i: int) -> float:
    """What an offer has in a month; of a harvest whose season is said by days, in thirty of these days."""
    offers, row = pairs.offers, int(pairs.o[i])
    rate, whole = float(offers.rate[row]), float(offers.whole[row])
    if isnan(whole) or not (offers.opens[row] > NEVER or offers.closes[row] < ALWAYS):
        return rate
    return whole / int(season_days(pairs.take(np.array([i])))[0]) * DAYS_IN_MONTH


def parts_of_months(pairs: Pairs, i: int) -> list[list[int]]:
    """The months of delivery of which only a part is served: month, days served, days that it has."""
    found, horizon, parts = served(pairs), pairs.context.horizon, []
    first, last = int(found.first[i]), int(found.last[i])
    months = int(pairs.lawful[i]) & (~1 if lost_on_way(pairs)[i] else -1)
    for place in range(months.bit_length()):
        ends = horizon.last_day(place)
        inside = min(ends.toordinal(), last) - max(ends.toordinal() - ends.day + 1, first) + 1
        if months >> place & 1 and 0 < inside < ends.day:
            parts.append([ends.month, inside, ends.day])
    return parts


def _lost(horizon: Horizon, first: Ints, last: Ints, months: Masks) -> tuple[Floats, Ints]:
    """The parts of a month before the first day and after the last one, of those months that are meant, and
    how many days of these months are left."""
    ends = horizon.last_days().astype(np.int64)
    starts = np.concatenate([[horizon.today.replace(day=1).toordinal()], ends[:-1] + 1])
    has = ends - starts + 1
    found, days = np.zeros(len(first)), (months[:, None] >> np.arange(LENGTH, dtype=np.uint32) & 1) @ has
    for day, opening in ((first.astype(np.int64), True), (last.astype(np.int64), False)):
        at = np.minimum(np.searchsorted(ends, day, side="left"), LENGTH - 1)
        inside = (day >= starts[at]) & (day <= ends[at]) & ((months >> at.astype(np.uint32)) & 1 > 0)
        out = np.where(inside, day - starts[at] if opening else ends[at] - day, 0)
        found += out / has[at]
        days = days - out
    return found, days.astype(np.int32)
