"""A harvest whose season is said by days, month by month, for a need with a rhythm: of 150 tonnes of 10/6 to
15/7 what falls to June is 21 of 36 days."""

from __future__ import annotations

from datetime import date

import numpy as np

from scoring.columns.arrays import Bools, Floats, Ints
from scoring.criteria.needs_meant import need_share
from scoring.criteria.once import once
from scoring.criteria.quarters import need_times
from scoring.criteria.served_days import season_days, served
from scoring.criteria.stocks import all_within, for_tet, in_pots, of_stock
from scoring.criteria.verdict import Facts, number
from scoring.horizon import ALWAYS, LENGTH, NEVER, count
from scoring.pairs import Pairs

SLIGHT = 1e-6


@once
def by_month(pairs: Pairs) -> Bools:
    """Whether a harvest of which both ends are named, and bound all months of delivery, or of which the moon
    cuts the first or last month ("tháng 11 đến Tết"), is held against each month of a need with a rhythm,
    whose buyer names no days himself."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    rhythm = np.isnan(demands.whole[d]) & (demands.opens[d] == NEVER) & (demands.closes[d] == ALWAYS)
    ends = ((offers.opens[o] > NEVER) & (offers.closes[o] < ALWAYS)) | (offers.cut[o] > 0)
    harvest = ends & ~np.isnan(offers.whole[o]) & ~of_stock(pairs) & ~in_pots(pairs) & ~for_tet(pairs)
    found: Bools = served(pairs).named & rhythm & harvest & (pairs.lawful != 0)
    if len(rows := np.flatnonzero(found)):
        chosen = pairs.take(rows)
        found[rows] = (_inside(chosen) > 0).sum(axis=1) == count(chosen.lawful)
    return found


def _inside(pairs: Pairs) -> Ints:
    """The days of each month of the horizon, of those in which can be delivered, that both sides name; of
    this month those gone by, too, as of a need by the month it counts whole."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    horizon = pairs.context.horizon
    ends = horizon.last_days().astype(np.int64)
    starts = np.concatenate([[horizon.today.replace(day=1).toordinal()], ends[:-1] + 1])
    first = np.maximum(offers.opens[o], demands.opens[d]).astype(np.int64)[:, None]
    last = np.minimum(offers.closes[o], demands.closes[d]).astype(np.int64)[:, None]
    days = np.maximum(np.minimum(ends, last) - np.maximum(starts, first) + 1, 0)
    if (moon := offers.touched[o] > 0).any():  # "T8–T9 và dịp Tết": the days are those of Tết
        whole = np.where((ends < first) | (starts > last), ends - starts + 1, 0)
        days = np.where(moon[:, None], days + whole, days)
    return np.asarray(days * (pairs.lawful[:, None] >> np.arange(LENGTH, dtype=np.uint32) & 1))


def falls_to(pairs: Pairs) -> Floats:
    """What of the harvest falls to each month of the horizon in which can be delivered, in its own unit."""
    share = pairs.offers.whole[pairs.o] / season_days(pairs) * pairs.item_share
    return np.asarray(_inside(pairs) * share[:, None], dtype=np.float64)


def filled(pairs: Pairs) -> Floats:
    """What of the harvest goes to the need, in the unit of the need where it converts: all of it where no
    month is short, else no more than each month takes."""
    factor = pairs.converted("base", "base")
    each = falls_to(pairs) * np.where(np.isnan(factor), 1.0, factor)[:, None]
    need = _need(pairs)[:, None] * _of_month(pairs)
    short = ((each > 0) & (each < need - SLIGHT)).any(axis=1) & ~np.isnan(factor)
    return np.asarray(np.where(short, np.minimum(each, need).sum(axis=1), each.sum(axis=1)))


def _of_month(pairs: Pairs) -> Floats:
    """What of the need of each month falls to the days served: of one that a season in lunar words cuts a
    part, of the supply as of the need."""
    places = np.arange(LENGTH, dtype=np.uint32)
    has = np.array([pairs.context.horizon.last_day(place).day for place in range(LENGTH)])
    cut = pairs.offers.cut[pairs.o][:, None] >> places & 1
    return np.where(cut, np.minimum(_inside(pairs) / has, 1.0), 1.0)


def _need(pairs: Pairs) -> Floats:
    share = np.nan_to_num(need_share(pairs), nan=1.0)
    return np.asarray(pairs.demands.rate[pairs.d] * need_times(pairs) * share, dtype=np.float64)


def month_facts(pairs: Pairs, i: int, supply: float) -> Facts:
    """``by_month``: each month of delivery with what of the harvest falls to it, in the unit compared; and
    what of the ``supply`` a month takes in the mean."""
    if not by_month(pairs)[i]:
        return {}
    one = pairs.take(np.array([i]))
    factor = float(one.converted("base", "base")[0])
    each = falls_to(one)[0] * (1.0 if np.isnan(factor) else factor)
    month = pairs.context.horizon.month
    told = [[month(place), number(float(value))] for place, value in enumerate(each) if value > 0]
    row = int(pairs.o[i])
    opens, closes = int(pairs.offers.opens[row]), int(pairs.offers.closes[row])
    ends = [
        date.fromordinal(day).isoformat() if said else None
        for day, said in ((opens, opens > NEVER), (closes, closes < ALWAYS))
    ]
    needs = (_need(one)[:, None] * _of_month(one))[0]
    cut, days = int(pairs.offers.cut[row]) & int(pairs.lawful[i]), _inside(one)[0]
    places = [place for place in range(LENGTH) if cut >> place & 1]
    parts = [[month(place), number(float(needs[place]))] for place in places]
    shares = [[month(p), int(days[p]), pairs.context.horizon.last_day(p).day] for p in places]
    offered = pairs.context.horizon.months_of(int(pairs.offered[i]))
    bounded = all_within(offered, opens, closes)
    return (
        ({"need_parts": parts, "need_days": shares} if parts else {})
        | ({"even_days": ends} if bounded else {})
        | {"by_month": told, "supply_month": number(supply / len(told)), "even_over": offered}
    )
