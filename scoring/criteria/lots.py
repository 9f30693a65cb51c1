"""Lots and orders: the largest lot that one producer can bring, the most that a buyer orders at once."""

from __future__ import annotations

from math import isnan

import numpy as np

from scoring.columns import OfferColumns
from scoring.columns.amounts import A_MONTH_HAS, DAYS_IN_MONTH, STORED_MONTHS
from scoring.columns.arrays import UNSAID, Bools, Floats, Ints
from scoring.columns.offers import STORAGES
from scoring.columns.rhythm import delivered_once, several_loads
from scoring.criteria.lists import Lists, as_lists, listed
from scoring.criteria.needs_meant import need_share
from scoring.criteria.once import once
from scoring.criteria.served_days import served
from scoring.criteria.verdict import Facts, number, tenths
from scoring.horizon import ALWAYS, NEVER, YEAR, count, up_to_last
from scoring.pairs import Pairs
from scoring.units import KILOGRAM

WEEKS_A_MONTH = DAYS_IN_MONTH / 7
ABOUT = 1.1  # of loads of a month by the week: it is said to have four weeks, and has a little more
LITRE, HEAVIEST = "lít", 1.5  # kilograms in a litre of the heaviest goods: honey has 1.4
WAITS = 10.0  # days; goods that keep so long are picked or dug together for a load, a month's at most
HALF_A_YEAR = 6
SELDOM = 2.0  # months between deliveries, from which on goods are gathered from one to the next
HARDLY, HOURS_A_DAY = 1e-3, 24.0
_LIVE = STORAGES.index("live")


@once
def lot_offered(pairs: Pairs) -> Floats:
    """The largest lot of one producer: what can be gathered, and at least the amount stated for a day, a
    week or a load, and of goods that keep for a month or a quarter.
    """
    most: Floats = np.fmax(lot_gathered(pairs), (pairs.offers.at_once[pairs.o] * pairs.item_share).round(6))
    return most


def lot_gathered(pairs: Pairs) -> Floats:
    """A month of a flow or the whole of a harvest; of goods that keep what is stated for a quarter, or the
    months of a quarter that they keep.

    Of fresh goods it is a month's at most: whoever states a month, a season or a whole picks, digs or
    slaughters for the load. Where a day's or a week's amount is stated, it is what comes in while the first
    of it keeps, with the days on the way and those that the buyer wants left. Live goods wait, and a shelf
    life that is not known limits nothing.
    """
    offers, o = pairs.offers, pairs.o
    kept = np.fmax(offers.rate[o] * _months_kept(pairs), offers.at_once[o])
    flow = np.where(offers.stored[o], kept, offers.rate[o])
    lot = np.where(np.isnan(offers.whole[o]), flow, offers.whole[o])
    steady = ~np.isnan(offers.at_once[o])
    days = np.where((offers.shelf[o] >= WAITS) | ~steady, DAYS_IN_MONTH, days_gathered(pairs))
    soon = offers.rate[o] * np.clip(days / DAYS_IN_MONTH, 0.0, 1.0)
    most: Floats = np.where(_perishable(offers, o), soon, lot) * pairs.item_share
    return most.round(6)


@once
def days_gathered(pairs: Pairs) -> Floats:
    """For how many days fresh goods are gathered for a load: while the first of them keeps, less the way and
    the days that the buyer wants left."""
    way = np.nan_to_num(pairs.ways.hours_high) / HOURS_A_DAY
    return np.asarray(np.maximum(_days_left(pairs) - way, 0.0), dtype=np.float64)


@once
def _months_kept(pairs: Pairs) -> Floats:
    """For how many months a flow of goods that keep can be gathered: all that are served, from a quarter to
    half a year, or as long as it is from one delivery to the next where the buyer wants them further apart
    than a month; while the life is left that he wants, and none after the last month wanted."""
    apart, months = months_apart(pairs), np.clip(count(pairs.lawful), STORED_MONTHS, HALF_A_YEAR)
    longest = np.where(apart >= SELDOM, np.floor(apart), months)  # NaN is not
    months = np.clip(_months_of_life(pairs), 1.0, longest)
    before = pairs.offered & up_to_last(pairs.wanted)
    return np.asarray(np.minimum(months, np.maximum(count(before), 1)), dtype=np.float64)


def _months_of_life(pairs: Pairs) -> Floats:
    """The whole months that goods keep with the days that the buyer wants left; none where nobody says."""
    return np.asarray(np.nan_to_num(_days_left(pairs)) // DAYS_IN_MONTH)


@once
def months_apart(pairs: Pairs) -> Floats:
    """How many months lie between two deliveries that the buyer wants; NaN where he does not say."""
    weeks = pairs.demands.deliveries[pairs.d] * WEEKS_A_MONTH
    return np.asarray((1 / weeks).round(6), dtype=np.float64)


def lot_months(pairs: Pairs, i: int) -> Facts:
    """How many months of a flow of goods that keep make up the least lot, where it takes more than one;
    ``lot_stock``: more than are served, so that it takes goods made before."""
    told = listed(pairs)
    if not told.offers.stored[i] or not isnan(told.offers.whole[i]) or not told.both.lawful[i]:
        return {}
    times = float(pairs.converted("base", "min_lot_base")[i])
    monthly = told.offers.rate[i] * times * told.both.item_share[i]
    least = told.demands.min_lot[i]
    if not 0 < monthly < least:
        return {}
    if delivered_once(f"{pairs.demand(i).delivery_rhythm}; {pairs.demand(i).remarks}"):
        return {}  # all that he needs comes as one lot
    months = int(np.ceil(round(least / monthly, 6)))
    if months > max(STORED_MONTHS, int(_months_kept(pairs)[i])):
        return {}
    there = int(told.both.lawful[i]).bit_count() - float(served(pairs).lost[i])
    return {"lot_months": months} | (
        {"lot_stock": True} if round(least / monthly, 2) > round(there, 2) else {}
    )


def part_of_lot(pairs: Pairs, i: int) -> Facts:
    """``brings``, what one producer has for a delivery, else for a month, or in all, where it is less than
    the least lot of the buyer: so a pool of many is not enough unless smaller parts are taken."""
    offers, row, d = pairs.offers, int(pairs.o[i]), int(pairs.d[i])
    lot, times = float(pairs.demands.min_lot[d]), float(pairs.converted("base", "min_lot_base")[i])
    flow = isnan(offers.whole[row])
    brings = float((offers.rate if flow else offers.whole)[row]) * times * float(pairs.item_share[i])
    per, calls = "month" if flow else "total", float(pairs.demands.calls[d])
    if flow and calls > 1 / WEEKS_A_MONTH:
        brings, per = brings / (calls * WEEKS_A_MONTH), "trip"
    if not 0 < brings * ABOUT < lot:
        return {}
    unit = pairs.context.bases.names[int(pairs.demands.min_lot_base[d])]
    return {"min_lot": number(lot), "lot_unit": unit, "brings": number(brings), "brings_per": per}


def lot_pooled(pairs: Pairs, i: int, grown: float, a_day: float | None) -> Facts:
    """The least lot that one producer does not make up; the months that are gathered for it of a flow of
    goods that keep, so many times as large (``grown``), and of fresh goods of which so much is pooled
    ``a_day`` the days."""
    d = int(pairs.d[i])
    lot, times = float(pairs.demands.min_lot[d]), float(pairs.converted("base", "min_lot_base")[i])
    if not lot_offered(pairs)[i] * times < lot:
        return {}
    unit = pairs.context.bases.names[int(pairs.demands.min_lot_base[d])]
    facts: Facts = {"min_lot": number(lot), "lot_unit": unit}
    if a_day and perishes(pairs, i) and (days := int(np.ceil(round(lot / (a_day * times), 6)))) > 1:
        facts["lot_days"] = days
    row = int(pairs.o[i])
    month = float(pairs.offers.rate[row]) * grown * times * float(pairs.item_share[i])
    if pairs.offers.stored[row] and isnan(pairs.offers.whole[row]) and 0 < month < lot:
        facts["lot_months"] = int(np.ceil(round(lot / month, 6)))
    return facts


def heaviest_lot(pairs: Pairs, most: Floats) -> Floats:
    """The most that a lot can come to in the unit of the least lot, where nothing converts the units: of
    litres in kilograms, of which no food or drink has more than HEAVIEST, and of others what ``most`` says
    that one of them is in the unit of the need; else NaN.
    """
    bases, o, d = pairs.context.bases, pairs.o, pairs.d
    weighed = pairs.demands.min_lot_base[d] == bases.index[KILOGRAM]
    litres = weighed & (pairs.offers.base[o] == bases.index.get(LITRE, UNSAID - 1))
    herd = weighed & (pairs.offers.base[o] == bases.index.get("con", UNSAID - 1))
    like_need = (pairs.demands.min_lot_base[d] == pairs.demands.base[d]) & ~np.isnan(pairs.demands.min_lot[d])
    bounded = (herd | like_need) & ~np.isnan(most)
    if not (litres | bounded).any():
        return np.full(len(pairs), np.nan)
    unknown = np.isnan(pairs.converted("base", "min_lot_base"))
    each = np.where(bounded, most, np.where(litres, HEAVIEST, np.nan))
    return np.where(unknown, lot_offered(pairs) * each, np.nan)


def largest_order(pairs: Pairs, served: bool = False) -> Floats:
    """Most that is ordered at once: a whole need; else what is stated for a month, a quarter or a load,
    and no less than the need of a month, or for goods that keep of the months wanted while they keep.

    Of an amount said as a range it is the upper end. It is a contract for so long, delivered in as many
    loads as the buyer takes them in; where he calls less often than that, what he takes on one call.
    ``served``: of the months wanted only those count that can be delivered, so that the order is filled
    without goods of another season.
    """
    demands, d = pairs.demands, pairs.d
    wanted = np.where(pairs.demand_months_known, count(pairs.wanted), STORED_MONTHS)
    longest = np.clip(np.minimum(wanted, _months_left(pairs)), 1, YEAR)
    months_kept = np.floor(_days_left(pairs) / DAYS_IN_MONTH)  # what is picked at once is used up in time
    kept = np.clip(np.fmin(months_kept, wanted), 1, YEAR)
    months = np.where(pairs.offers.stored[pairs.o], longest, np.nan_to_num(kept, nan=1.0))
    if served:
        months = np.minimum(months, np.maximum(count(pairs.lawful), 1))
    share = np.nan_to_num(need_share(pairs), nan=1.0)
    by_month = np.fmax(np.fmax(monthly_need(pairs) * months, demands.stated[d] * share), one_call(pairs))
    whole = demands.whole[d] * share
    most: Floats = np.where(np.isnan(whole), by_month, whole) * demands.stretch[d]
    return most.round(6)


@once
def one_call(pairs: Pairs) -> Floats:
    """What falls to one delivery of those that the buyer wants; NaN where nobody says how often. Of a need
    of some days it is no more than the whole."""
    calls = pairs.demands.calls[pairs.d]
    trip = monthly_need(pairs) / (calls * WEEKS_A_MONTH)
    share = np.nan_to_num(need_share(pairs), nan=1.0)
    whole = np.where(_hastened(pairs) > 1, pairs.demands.whole[pairs.d] * share, np.inf)
    return np.asarray(np.minimum(trip, whole), dtype=np.float64)


@once
def monthly_need(pairs: Pairs) -> Floats:
    """What a buyer needs of the goods of each pair in a month, as fast as in the days that he names."""
    share = np.nan_to_num(need_share(pairs), nan=1.0)
    return np.asarray(pairs.demands.rate[pairs.d] * share * _hastened(pairs), dtype=np.float64)


@once
def _hastened(pairs: Pairs) -> Floats:
    """How many times as fast as over its months a whole need is taken within fewer days that bound it."""
    demands = pairs.demands
    days = demands.closes.astype(np.float64) - demands.opens + 1
    bound = (demands.opens > NEVER) & (demands.closes < ALWAYS) & (days > 0) & (demands.rate > 0)
    months = np.divide(demands.whole, demands.rate, out=np.ones_like(days), where=bound)
    times = np.where(bound, np.fmax(months * DAYS_IN_MONTH / np.where(bound, days, 1.0), 1.0), 1.0)
    return np.asarray(times[pairs.d], dtype=np.float64)


@once
def load_needs(pairs: Pairs) -> Lists:
    """The same two as lists: what is needed in a ``month``, and on one ``trip``."""
    return as_lists(month=monthly_need(pairs), trip=one_call(pairs))


def rounded_by(trip: float, each: float) -> float:
    """By how much a load may be off because of weeks that make no whole month; 1 where whole loads make up
    a period that the buyer names, or no load is known."""
    loads = each / trip if trip > 0 else 1.0
    return 1.0 if abs(loads - round(loads)) < HARDLY or abs(1 / loads - round(1 / loads)) < HARDLY else ABOUT


def call_facts(pairs: Pairs, i: int, most: float) -> Facts:
    """How an order of ``most`` is taken: ``trip``, what falls to one delivery where that is less, and
    ``order_keeps``, the days that fresh goods keep where they do not outlast it."""
    demands, d = pairs.demands, int(pairs.d[i])
    if not isnan(demands.whole[d]) or not demands.rate[d] > 0:
        return {}
    facts: Facts = {}
    trip = float(one_call(pairs)[i])
    if round(trip / most, 2) < 1:
        facts = {"trip": number(trip), "need_unit": pairs.context.bases.names[int(demands.base[d])]}
    return facts | order_spoils(pairs, i, float(most / monthly_need(pairs)[i]) * DAYS_IN_MONTH)


def _months_left(pairs: Pairs) -> Floats:
    """For how many months goods can be ordered: while they keep less the days that the buyer wants left, and
    a quarter, delivered in loads, where they keep one or nobody says for how long.
    """
    shelf = pairs.offers.shelf[pairs.o]
    left = np.floor(_days_left(pairs) / DAYS_IN_MONTH)
    quarter = np.fmin(np.floor(shelf / DAYS_IN_MONTH), STORED_MONTHS)
    return np.asarray(np.fmax(left, quarter), dtype=np.float64)


@once
def _days_left(pairs: Pairs) -> Floats:
    """The days that goods keep less those that the buyer wants left; NaN where nobody says."""
    demands, d, shelf = pairs.demands, pairs.d, pairs.offers.shelf[pairs.o]
    wanted = np.fmax(np.nan_to_num(demands.remaining_share[d]) * shelf, demands.remaining_days[d])
    return np.asarray(shelf - np.nan_to_num(wanted))


def months_ordered(pairs: Pairs, i: int, most: float) -> Facts:
    """How many months of the buyer's need ``most`` is, and the period that he states it for; the days that
    the goods can be stored, where these are why it is not more months, and whether that leaves the buyer's.
    """
    demands, d = pairs.demands, int(pairs.d[i])
    facts: Facts = {"need_said_per": pairs.demand(i).per}
    if isnan(demands.whole[d]) and demands.rate[d] > 0:
        facts["months_at_once"] = max(round(float(most / monthly_need(pairs)[i] / demands.stretch[d])), 1)
        days = float(_days_left(pairs)[i])
        wanted = int(pairs.wanted[i]).bit_count() if pairs.demand_months_known[i] else YEAR
        if 1 < facts["months_at_once"] == days // DAYS_IN_MONTH < wanted:  # NaN is neither
            facts["stored_for"] = number(days, 1)
            facts["life_wanted"] = days < float(pairs.offers.shelf[pairs.o[i]])
    return facts


def lot_facts(pairs: Pairs, i: int) -> Facts:
    """Why a lot is smaller than what a month brings: the days that the goods keep."""
    offers = listed(pairs).offers
    flow = offers.stored[i] and isnan(offers.whole[i])
    if flow and (months := int(_months_kept(pairs)[i])) > 1:
        facts: Facts = {"lot_spans": months}
        left = float(_days_left(pairs)[i])
        if left // DAYS_IN_MONTH == months < int(pairs.lawful[i]).bit_count():
            facts["lot_stored_for"] = number(left, 1)
            facts["life_wanted"] = left < float(offers.shelf[i])
        return facts
    keeps = offers.shelf[i]
    if not keeps < DAYS_IN_MONTH or not perishes(pairs, i):
        return {}
    facts = {"lot_keeps": number(keeps, 1)}
    if keeps < WAITS and not isnan(offers.at_once[i]):
        days = float(days_gathered(pairs)[i])
        return facts | ({"lot_waits": number(max(days, 1.0), 1)} if round(days, 1) < keeps else {})
    return facts


def order_facts(pairs: Pairs, i: int, least: float) -> Facts:
    """The ``least`` order where the buyer takes less at once: in a period that he states, or on one trip."""
    demands, per = listed(pairs).demands, pairs.demand(i).per
    if not demands.rate[i] > 0:
        return {}
    if per not in A_MONTH_HAS:
        return _on_a_trip(pairs, i, least)
    facts: Facts = {}
    wanted = load_needs(pairs)
    month, trip, stretch = wanted.month[i], wanted.trip[i], round(demands.stretch[i], 6)
    periods, each = least / month * A_MONTH_HAS[per], month / A_MONTH_HAS[per]
    taken = stretch * rounded_by(trip, each)
    if round(least / trip, 6) <= taken or round(least, 6) <= lot_wanted(pairs, i):
        return {}  # one call of his takes it, or the least lot that he takes
    if round(periods, 6) > stretch:
        facts |= {"order_lasts": tenths(periods), "order_per": per}
    elif periods > 1.0:
        facts["order_within"] = per
    if round(trip / each, 2) != 1 and round(least / trip, 6) > taken:
        facts |= {"trip": number(trip)} | _joined(pairs, i, least / trip)
    if not facts:
        return {}
    return facts | {"min_order": number(least)} | order_spoils(pairs, i, least / month * DAYS_IN_MONTH)


def _on_a_trip(pairs: Pairs, i: int, least: float) -> Facts:
    """The ``least`` order where a whole need comes in many loads, each of which is less: of fresh goods, and
    of others where it is more than half of that need; ``order_most`` where nobody says how many loads."""
    trip, month = load_needs(pairs).trip[i], load_needs(pairs).month[i]
    most, facts = least * 2 > float(largest_order(pairs)[i]), Facts()
    if round(least, 6) <= lot_wanted(pairs, i):
        return facts
    if trip == trip and least > trip * ABOUT:
        facts = {"trip": number(trip)} | order_spoils(pairs, i, least / month * DAYS_IN_MONTH)
        if "order_keeps" not in facts and not most:
            return {}
        facts |= _joined(pairs, i, least / trip)
    elif trip != trip and most:
        demand = pairs.demand(i)
        if several_loads(f"{demand.delivery_rhythm}; {demand.remarks}"):
            facts = {"order_most": True}
    return facts | {"min_order": number(least)} if facts else facts


def _joined(pairs: Pairs, i: int, loads: float) -> Facts:
    """``order_apart``: so many loads of the buyer cannot be taken as one, whose goods last longer than they
    keep after the way."""
    lasts = np.ceil(round(loads / ABOUT, 6)) * DAYS_IN_MONTH
    lasts /= float(pairs.demands.calls[pairs.d[i]]) * WEEKS_A_MONTH
    keeps = listed(pairs).offers.shelf[i] - float(np.nan_to_num(pairs.ways.hours_high[i])) / HOURS_A_DAY
    return {"order_apart": True} if perishes(pairs, i) and lasts > keeps else {}


def lot_wanted(pairs: Pairs, i: int) -> float:
    """The least lot that a buyer takes at once, in the unit of his need; 0 where he names none in it."""
    demands = listed(pairs).demands
    lot: float = demands.min_lot[i]
    return lot if lot == lot and demands.min_lot_base[i] == demands.base[i] >= 0 else 0.0


def all_at_once(pairs: Pairs, i: int) -> bool:
    """Whether one lot of a producer is as much as the whole need of a buyer."""
    whole = float(pairs.demands.whole[pairs.d[i]])
    return bool(lot_offered(pairs)[i] * pairs.converted("base", "base")[i] >= whole)  # NaN is no answer


def order_spoils(pairs: Pairs, i: int, lasts: float) -> Facts:
    """The days that fresh goods keep, where an order that ``lasts`` so many days is not used up in them."""
    keeps = listed(pairs).offers.shelf[i]
    return {"order_keeps": number(keeps, 1)} if round(lasts, 6) > keeps and perishes(pairs, i) else {}


def _perishable(offers: OfferColumns, o: Ints) -> Bools:
    """Rows of offers whose goods cannot be gathered for longer than they keep."""
    fresh = ~offers.stored[o] & (offers.storage[o] != _LIVE) & ~np.isnan(offers.shelf[o])
    return np.asarray(fresh)


def perishes(pairs: Pairs, i: int) -> bool:
    """The same of the offer of one pair."""
    offers = listed(pairs).offers
    return not offers.stored[i] and offers.storage[i] != _LIVE and not isnan(offers.shelf[i])
