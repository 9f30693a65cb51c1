"""Least orders that no figure of kilograms tells: those in heads or pieces of a stated weight, and a seller's
own above what he has for one of the deliveries that the buyer wants."""

from __future__ import annotations

from math import ceil, isnan

from scoring.columns.amounts import A_MONTH_HAS, DAYS_IN_MONTH
from scoring.criteria.bounded_amounts import HEAD, PIECES, head_weighs, piece_weighs
from scoring.criteria.lists import listed
from scoring.criteria.lots import ABOUT, WEEKS_A_MONTH, monthly_need, one_call, order_spoils
from scoring.criteria.served_days import a_month
from scoring.criteria.verdict import Facts, number
from scoring.pairs import Pairs
from scoring.units import KILOGRAM, LIVE_KILOGRAM

LEAST_OF_LIVE = 0.5  # of a live weight, which slaughtered animals keep at least


def counted_order(pairs: Pairs, i: int) -> Facts:
    """``order_counted``, a least order in heads or pieces, with what it weighs (``order_weighs``), where that
    is surely more than what the buyer takes on a trip, else in his own period."""
    told, bases = listed(pairs), pairs.context.bases.names
    row, per = int(pairs.o[i]), pairs.demand(i).per
    least, base = float(pairs.offers.min_order[row]), int(pairs.offers.min_order_base[row])
    wanted = int(told.demands.base[i])
    month = float(monthly_need(pairs)[i])
    if isnan(least) or min(base, wanted) < 0 or per not in A_MONTH_HAS or not month > 0:
        return {}
    unit, live = bases[base], bases[wanted] == LIVE_KILOGRAM
    if bases[wanted] not in (KILOGRAM, LIVE_KILOGRAM):
        return {}
    heads = unit == HEAD
    if heads:
        weighs = head_weighs(pairs.offer(i))
    elif unit in PIECES:
        weighs = piece_weighs(pairs.offer(i), unit) or piece_weighs(pairs.demand(i), unit)
    else:
        return {}
    if weighs is None:
        return {}
    trip = float(one_call(pairs)[i])
    taken = month / A_MONTH_HAS[per] if isnan(trip) else trip
    surely = least * weighs[0] * (LEAST_OF_LIVE if heads and not live else 1.0)
    if not surely > taken * ABOUT:
        return {}
    facts: Facts = {
        "order_counted": number(least),
        "order_unit": unit,
        "order_weighs": [number(least * each) for each in weighs],
        "order_alive": heads,
        "order_takes": number(taken),
        "order_takes_per": per if isnan(trip) else "trip",
    }
    return facts


def own_order(pairs: Pairs, i: int, least: float) -> Facts:
    """``own_order``: the ``least`` order of a seller who has less than that for one of the deliveries that
    the buyer wants (``own_trip``), though a month of his makes it up; ``own_apart``: so many days
    is what it comes to, where goods keep that long; ``own_even``: of a season's amount."""
    offers, calls = listed(pairs).offers, float(pairs.demands.calls[pairs.d[i]])
    if isnan(least) or isnan(calls) or (offers.stored[i] and not isnan(offers.whole[i])):
        return {}
    month = a_month(pairs, i) * float(pairs.converted("base", "base")[i]) * listed(pairs).both.item_share[i]
    trip = month / (calls * WEEKS_A_MONTH)
    if not least <= month < float(monthly_need(pairs)[i]) or not trip * ABOUT < least:
        return {}
    facts: Facts = {"own_order": number(least), "own_trip": number(trip)}
    apart = ceil(round(least / month * DAYS_IN_MONTH, 6))
    if not order_spoils(pairs, i, apart):
        facts["own_apart"] = apart
    return facts if isnan(offers.whole[i]) else facts | {"own_even": True}
