"""Whole amounts: which of them are stocks that can be set aside, and how the others fall to the months."""

from __future__ import annotations

import re
from datetime import date
from math import ceil, isnan

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH
from scoring.columns.arrays import Bools, Floats, Masks
from scoring.columns.delivery import CALENDAR
from scoring.criteria.lists import listed
from scoring.criteria.once import once
from scoring.criteria.season import running
from scoring.criteria.served_days import parts_of_months, served
from scoring.criteria.verdict import Facts, number
from scoring.horizon import ALWAYS, NEVER, YEAR, count
from scoring.left_to_sell import tells_what_is_left
from scoring.open_seasons import open_side
from scoring.pairs import COMING_YEAR, Pairs
from scoring.part_months import harvest_words
from scoring.records import Offer
from scoring.units import NO_BASE, fold

BEFORE_TET = 1  # the month before Tết, which falls from 21/1 to 20/2
_TET = re.compile(r"\b(?:tet|lunar new year)\b")
_NOT_TET = re.compile(
    r"\b(?:sau|ra|qua|tru|khong|after|except|not|dat het|ban het) (?:\w+ ){0,2}?(?:tet|lunar)\b|\bhet\b"
)
JUST = 1.1  # times a need, below which an amount is just enough
SLIGHT = 1e-9  # of a month: none is lost


@once
def of_stock(pairs: Pairs) -> Bools:
    """Whether the offer is a whole amount of goods that keep."""
    return np.asarray(pairs.offers.stored[pairs.o] & ~np.isnan(pairs.offers.whole[pairs.o]))


@once
def later_goods(pairs: Pairs) -> Masks:
    """The months of a stock that come after the last month wanted and are none of a season that reaches it:
    of goods of July, August, November and December, wanted from November to January, the first two."""
    found = np.zeros(len(pairs), dtype=np.uint32)
    rows = np.flatnonzero(of_stock(pairs) & pairs.demand_months_known & (pairs.lawful != 0))
    if not len(rows):
        return found
    one, year = np.uint32(1), np.uint32(COMING_YEAR)
    months = pairs.offers.months[pairs.o[rows]]
    months = (months | months >> np.uint32(YEAR)) & year
    wanted = pairs.wanted[rows] & year
    for step in (1, 2, 4, 8):  # all months up to the last one wanted
        wanted |= wanted >> np.uint32(step)
    ahead = (months | wanted) & year
    reached = ahead & ~(ahead + one) & year  # with those that go on from it
    lacking = ~months & year
    for step in (1, 2, 4, 8):
        lacking |= lacking >> np.uint32(step)
    gone = np.where(months & one, ~lacking & year, 0)  # the beginning of the season that runs
    found[rows] = np.where(pairs.wanted[rows] & year, months & ~reached & ~gone, 0)
    return found


@once
def stocked(pairs: Pairs) -> Floats:
    """What of each stock there is for the months wanted: without the part of goods of a later season."""
    later = later_goods(pairs)
    if not later.any():
        return pairs.offers.whole[pairs.o]
    months = pairs.offers.months[pairs.o]
    of_year = count((months | months >> np.uint32(YEAR)) & np.uint32(COMING_YEAR))
    share = 1.0 - count(later) / np.maximum(of_year, 1)
    return np.asarray(pairs.offers.whole[pairs.o] * share)


@once
def in_pots(pairs: Pairs) -> Bools:
    """Whether the offer is a whole amount of plants in pots, which wait for their day of the month."""
    pots = pairs.context.bases.index.get("chậu", NO_BASE - 1)
    return np.asarray((pairs.offers.base[pairs.o] == pots) & ~np.isnan(pairs.offers.whole[pairs.o]))


@once
def for_tet(pairs: Pairs) -> Bools:
    """Plants in pots that the offer's words bring to flower for Tết, or that are asked for by that name,
    where they are delivered in the month before it: all of them are there by then."""
    found = np.zeros(len(pairs), dtype=np.bool_)
    for i in np.flatnonzero(in_pots(pairs)).tolist():
        months = pairs.context.horizon.months_of(int(pairs.lawful[i]))
        asked = _TET.search(fold(pairs.demand(i).product))
        found[i] = BEFORE_TET in months and bool(asked or _says_tet(pairs.offer(i)))
    return found


def _says_tet(offer: Offer) -> bool:
    told = "; ".join((offer.product, offer.description, offer.season_text, offer.remarks))
    return any(_TET.search(part) and not _NOT_TET.search(part) for part in re.split(r"[;,.\n]", fold(told)))


def stock_facts(pairs: Pairs, i: int, supply: float, need: float) -> Facts:
    """Of a stock in which months it is there (``stock_of``), without one beside those of delivery that lunar
    words only touch; what its season leaves open, and what of it may be sold by now."""
    told, offer, facts = listed(pairs), pairs.offer(i), Facts()
    beside = int(pairs.offers.touched[pairs.o[i]]) & ~told.both.lawful[i]
    later = pairs.context.horizon.months_of(int(later_goods(pairs)[i]))
    offered = pairs.context.horizon.months_of(told.both.offered[i] & ~beside)
    if later:
        facts["even_over"] = offered
        offered = [month for month in offered if month not in later]
    if len(offered) > len(pairs.context.horizon.months_of(told.both.lawful[i])) or later:
        facts["stock_of"] = offered
    if harvest_words(offer):  # of when they are sold nothing is said
        facts["harvested"] = list(offer.months)
    if open_side(offer):
        facts["open_side"], facts["open_month"] = open_side(offer), offer.months[0]
    facts["months_unsaid"] = told.offers.months_from[i] == CALENDAR
    return facts | sold_facts(pairs, i, supply, need)


def day_facts(pairs: Pairs, i: int) -> Facts:
    """How many days the months of delivery come to, where a side names days that leave out parts of them;
    ``month_parts``: of a flow or harvest by the month, the months of which only some days count."""
    found, row = served(pairs), int(pairs.o[i])
    if abs(found.lost[i]) < SLIGHT or not pairs.lawful[i] or of_stock(pairs)[i] or in_pots(pairs)[i]:
        return {}
    stored = bool(pairs.offers.stored[row]) and isnan(pairs.offers.whole[row])
    facts: Facts = {"days": int(found.days[i]), "may_be_in_store": bool(stored)}
    by_day = pairs.offer(i).per in ("day", "week")
    return facts if by_day else facts | {"month_parts": parts_of_months(pairs, i)}


def sold_facts(pairs: Pairs, i: int, supply: float, need: float) -> Facts:
    """Of a stock that meets a need, and of which the season has begun (``sold_from``): what would be left by
    now if it were sold evenly (``left_even``), where more than half of what is to spare has gone with that.
    Of a season that is half over ``sold_since`` asks it."""
    offer = pairs.offer(i)
    if not supply >= need > 0 or tells_what_is_left(fold(f"{offer.description}; {offer.remarks}")):
        return {}
    since, passed, run = running(pairs, i)
    if not since or 2 * passed >= run:
        return {}
    months = len(set(offer.months)) - int(later_goods(pairs)[i]).bit_count()
    left = supply * (1 - passed / max(months * DAYS_IN_MONTH, 1))
    if left - need >= (supply - need) / 2:
        return {}
    told: Facts = {"sold_from": since, "left_even": number(about(left))}
    return told | ({"left_short": True} if left < need else {"left_just": True} if left < need * JUST else {})


def about(value: float) -> float:
    """A number by its first two digits.

    >>> about(42667), about(1713.4), about(0.5)
    (43000.0, 1700.0, 0.5)
    """
    return float(f"{value:.1e}")


def all_within(months: list[int], opens: int, closes: int) -> bool:
    """Whether each month has a day from ``opens`` to ``closes``: "T8–T9 và dịp Tết" bounds only Tết."""
    if opens <= NEVER or closes >= ALWAYS:
        return True
    days = (date.fromordinal(day) for day in range(opens, closes + 1))
    return {day.month for day in days}.issuperset(months)


def even_facts(pairs: Pairs, i: int) -> Facts:
    """The months that a whole amount of fresh goods is taken to be shared over evenly, where only some of
    them, or some days of them, are those of delivery; ``even_months``: how many, where some are too soon."""
    told, row = listed(pairs), int(pairs.o[i])
    if isnan(told.offers.whole[i]) or not told.both.lawful[i] or of_stock(pairs)[i] or for_tet(pairs)[i]:
        return {}
    offered = pairs.context.horizon.months_of(int(pairs.offered[i]))
    served_here = pairs.context.horizon.months_of(int(pairs.lawful[i]))
    if len(offered) == len(served_here) and not day_facts(pairs, i):
        return {}
    rate = float(pairs.offers.rate[row])
    months = ceil(round(float(pairs.offers.whole[row]) / rate, 2)) if rate else 0
    by_moon = bool(pairs.offers.touched[row])  # of some only days count
    even = by_moon or len(offered) == months
    facts: Facts = {"even_over": offered} if even else {"even_months": months}
    opens, closes = int(pairs.offers.opens[row]), int(pairs.offers.closes[row])
    whole = not isnan(pairs.demands.whole[pairs.d[i]])  # of a need by the month the mean is told
    named = whole and served(pairs).named[i] and (opens > NEVER or closes < ALWAYS)
    if months and named and all_within(offered, opens, closes):
        facts["even_days"] = [
            date.fromordinal(day).isoformat() if said else None
            for day, said in ((opens, opens > NEVER), (closes, closes < ALWAYS))
        ]
    return facts if months else {}
