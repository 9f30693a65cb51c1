"""Least lots of a buyer beside what falls to one of the deliveries that he wants."""

from __future__ import annotations

from math import ceil, isnan, nan

from scoring.columns.amounts import A_MONTH_HAS, DAYS_IN_MONTH
from scoring.columns.rhythm import loads_in_all
from scoring.criteria.lists import listed
from scoring.criteria.lots import (
    ABOUT,
    WAITS,
    WEEKS_A_MONTH,
    days_gathered,
    load_needs,
    lot_wanted,
    order_spoils,
    perishes,
    rounded_by,
)
from scoring.criteria.needs_meant import need_share
from scoring.criteria.served_days import a_month
from scoring.criteria.verdict import Facts, number, tenths
from scoring.pairs import Pairs


def wanted_lot_facts(pairs: Pairs, i: int) -> Facts:
    """The least lot of a buyer that is more than he says to take in a period or on one delivery:
    ``lot_lasts`` so many of them, with the days that fresh goods keep where they do not outlast it.

    Of a whole need it is held against the loads that he wants it in (``lot_trip``), with what the producer
    has for one of them where that is less (``lot_trip_has``), or against a number of loads in all."""
    per, lot = pairs.demand(i).per, lot_wanted(pairs, i)
    trip, month = load_needs(pairs).trip[i], load_needs(pairs).month[i]
    by_rate, by_load = per in A_MONTH_HAS, trip == trip  # how often he says himself
    if lot and not by_rate and not by_load:
        return _lot_of_a_batch(pairs, i, lot)
    if not lot or not month > 0 or not (by_rate or by_load):
        return {}
    each = month / A_MONTH_HAS[per] if by_rate else trip
    taken = trip if by_load else each
    off = rounded_by(taken, each) if by_rate else ABOUT
    if round(lot / taken, 2) <= off:
        return _lot_shared(pairs, i, lot) or _lot_brought(pairs, i, lot, off)
    facts: Facts = {
        "lot_lasts": number(lot / each),
        "lot_per": per if by_rate else "batch",
        "lot_asked": number(lot),
    }
    if by_load:
        facts["lot_trip"] = number(trip)
        if (has := _on_a_load(pairs, i)) * ABOUT < trip:
            facts["lot_trip_has"] = number(has)
    if spoils := order_spoils(pairs, i, lot / month * DAYS_IN_MONTH):
        facts["lot_outlasts"] = spoils["order_keeps"]
    return facts


def _lot_of_a_batch(pairs: Pairs, i: int, lot: float) -> Facts:
    """``lot_batches``: the loads that the buyer wants a whole need in, where what falls to each
    (``lot_batch``) is less than his own least lot."""
    demand = pairs.demand(i)
    loads = loads_in_all(demand.delivery_rhythm, demand.remarks)
    share = float(need_share(pairs)[i])
    each = float(pairs.demands.whole[pairs.d[i]]) * (1.0 if isnan(share) else share) / max(loads, 1)
    if loads <= 1 or not lot > each * ABOUT:
        return {}
    return {"lot_asked": number(lot), "lot_batches": loads, "lot_batch": number(each)}


def _on_a_load(pairs: Pairs, i: int) -> float:
    """What a flow or a season's fresh goods, shared evenly, come to on one delivery; NaN of a stock, and
    where nobody says how often."""
    told = listed(pairs)
    if told.offers.stored[i] and not isnan(told.offers.whole[i]):
        return nan
    month = a_month(pairs, i) * float(pairs.converted("base", "base")[i]) * told.both.item_share[i]
    return float(month / (told.demands.calls[i] * WEEKS_A_MONTH))


def _lot_shared(pairs: Pairs, i: int, lot: float) -> Facts:
    """``lot_days``: for how many days fresh goods of which a season's amount alone is said must be gathered
    for a lot, shared evenly, where that is longer than they can wait (``lot_wait``, days)."""
    offers = listed(pairs).offers
    if isnan(offers.whole[i]) or not offers.shelf[i] < WAITS or not perishes(pairs, i):
        return {}
    daily = a_month(pairs, i) / DAYS_IN_MONTH
    a_day = daily * float(pairs.converted("base", "base")[i])
    if not a_day > 0:
        return {}
    wait, takes = max(float(days_gathered(pairs)[i]), 1.0), lot / a_day
    return (
        {"lot_asked": number(lot), "lot_days": tenths(takes), "lot_wait": tenths(wait)}
        if takes > wait * ABOUT
        else {}
    )


def _lot_brought(pairs: Pairs, i: int, lot: float, off: float) -> Facts:
    """``lot_brought``: what one delivery of those that the buyer wants can hold of a supply that is less than
    the need, where that makes up no lot of his though a month of it does; of a season's fresh goods shared
    evenly (``lot_even``), while of goods that keep a lot can be set aside. ``lot_apart``: one lot in so many
    days is what it comes to, where goods keep that long."""
    trip, even = _on_a_load(pairs, i), not isnan(listed(pairs).offers.whole[i])
    if isnan(trip):
        return {}
    month = trip * listed(pairs).demands.calls[i] * WEEKS_A_MONTH
    if not lot <= month < load_needs(pairs).month[i] or round(lot / trip, 2) <= (
        max(off, ABOUT) if even else off
    ):
        return {}
    facts: Facts = {"lot_asked": number(lot), "lot_brought": number(trip)}
    apart = ceil(round(lot / month * DAYS_IN_MONTH, 6))
    if not order_spoils(pairs, i, apart):
        facts["lot_apart"] = apart
    return facts | {"lot_even": True} if even else facts
