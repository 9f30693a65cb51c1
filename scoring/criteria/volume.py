"""Is there enough of it, and not only in lots too large or too small."""

from __future__ import annotations

import re
from math import isnan

import numpy as np

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Bools, Floats
from scoring.columns.items import listed_needs, needs_of
from scoring.criteria.all_wanted import all_wanted
from scoring.criteria.amounts_said import as_said, counted, items_said
from scoring.criteria.bounded_amounts import bound_facts, bounds
from scoring.criteria.feasts import less_facts, months_more, peak_facts
from scoring.criteria.keeping import kept_for_others
from scoring.criteria.lists import as_lists, listed
from scoring.criteria.lots import (
    heaviest_lot,
    largest_order,
    lot_facts,
    lot_months,
    lot_offered,
    months_ordered,
    order_facts,
)
from scoring.criteria.mixed_goods import mixed
from scoring.criteria.months_of_days import by_month, filled, month_facts
from scoring.criteria.naming import ALL, is_mixture, listing, several_grades
from scoring.criteria.nearly import nearly_enough, rough_facts
from scoring.criteria.needs_meant import need_facts, need_share
from scoring.criteria.once import once
from scoring.criteria.own_loads import counted_order, own_order
from scoring.criteria.product import of_another_form
from scoring.criteria.quarters import need_times, quarter_facts, supply_times
from scoring.criteria.rhythm_amounts import rate_beside_whole
from scoring.criteria.season import unsure
from scoring.criteria.season_days import in_time
from scoring.criteria.season_stock import set_aside
from scoring.criteria.served_days import season_days, served, touched_lost
from scoring.criteria.sizing import covers_any_size, packed_in, several_sizes, size_facts
from scoring.criteria.sorts_listed import several_sorts
from scoring.criteria.stocks import day_facts, even_facts, for_tet, in_pots, of_stock, stock_facts, stocked
from scoring.criteria.verdict import Facts, Verdict, number, told_share
from scoring.criteria.wanted_lots import wanted_lot_facts
from scoring.horizon import count
from scoring.open_seasons import open_side
from scoring.pairs import Pairs
from scoring.part_months import left_out, lost, season_words
from scoring.profile import Profile
from scoring.units import NO_BASE

CODES = (
    "volume_covers",
    "volume_part",
    "volume_small",
    "volume_unsaid",
    "need_unsaid",
    "volume_units_differ",
)
# Words by which only some days of a month are meant, however its amount is said.
_PART_OF_MONTH = re.compile(r"\b(?:đầu|giữa|cuối) tháng \d{1,2}\b", re.IGNORECASE)
COVERS, PART, SMALL, UNSAID, NEED_UNSAID, UNITS_DIFFER = range(6)


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Share of the need that the supply fills in the common months in which the papers hold.

    A need with a rhythm is compared month by month, a whole need with the whole supply. Amounts that do
    not convert to one base are not compared: neutral score, no veto.
    """
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    kept = kept_for_others(pairs, of_stock(pairs))
    supply, need = _amounts(pairs, kept)
    other = np.isnan(need_share(pairs))
    apart = weighed_apart(pairs)
    exact = ~np.isnan(pairs.converted("base", "base"))
    within = bounds(pairs)
    supply_low = np.where(np.isnan(within.low), supply, supply * within.low)
    comparable = (exact | ~np.isnan(within.low)) & (need > 0) & ~other & ~apart
    # Rounded: sums of a third have no exact binary form.
    share = np.round(supply_low / np.where(comparable, need, 1.0), 9)
    fill = np.where(comparable, share, np.nan)
    bonus, ample = profile["volume_plenty_bonus"], profile["volume_ample"]
    extra = bonus * (np.clip(fill, 1.0, ample) - 1.0) / max(ample - 1.0, 1e-9)
    score = np.where(comparable, (1.0 - bonus) * np.minimum(fill, 1.0) + extra, profile.neutral("volume"))
    out_of_season = _out_of_season(pairs)  # nothing of it falls to the need
    bounded = (need > 0) & ~other & ~apart
    at_most = np.where(bounded, supply * within.high / np.where(bounded, need, 1.0), np.nan)
    capped = ~comparable & (at_most < 1.0)  # heads that weigh too little even alive
    score = np.where(capped, np.minimum(score, (1.0 - bonus) * at_most), score)
    score = np.where(out_of_season, profile.neutral("volume"), score)
    pooling = demands.pooling[d]
    one_lot = lot_offered(pairs) * pairs.converted("base", "min_lot_base")
    heaviest = heaviest_lot(pairs, within.high)
    below_lot = np.fmax(one_lot.round(6), heaviest) < demands.min_lot[d]  # never where a unit is not known
    below_lot &= ~apart
    fills = np.fmax(fill, np.where(out_of_season, np.nan, at_most))
    small = below_lot | ((fills < profile["volume_far_below"]) & (pooling == 0))
    if kept is not None:
        small |= (kept > 0) & (supply <= 0)  # nothing is left that could be pooled
    most_wanted = largest_order(pairs)
    least_order = offers.min_order[o] * pairs.converted("min_order_base", "base")
    moq_known = ~np.isnan(least_order)
    too_large = moq_known & (least_order.round(6) > most_wanted) & ~other & ~apart
    code = np.where(fill >= 1.0, COVERS, PART)
    code = np.where(comparable, code, UNITS_DIFFER)
    code = np.where(offers.base[o] < 0, UNSAID, code)
    code = np.where((demands.base[d] < 0) | other, NEED_UNSAID, code)
    code = np.where(small, SMALL, code)

    said = as_lists(
        supply=supply, need=need, fill=fill, out_of_season=out_of_season, apart=apart, small=small,
        other=other, high=within.high, one_lot=one_lot, below_lot=below_lot,
        fit_order=moq_known & ~too_large, least_order=least_order,
    )  # fmt: skip

    def facts(i: int) -> Facts:
        found = _facts(pairs, i, said.supply[i], said.need[i], said.out_of_season[i])
        found["fill"] = told_share(said.fill[i])
        if said.apart[i]:
            found["weighed_apart"] = True
        elif not isnan(said.high[i]) and not said.other[i]:
            found |= bound_facts(within, i, float(at_most[i]))
        if kept is not None and kept[i] > 0:
            found |= _kept_facts(pairs, i, kept, supply)
        if said.small[i]:
            found["below_lot"], found["lot_offered"] = said.below_lot[i], number(said.one_lot[i])
            found |= lot_facts(pairs, i)
            if not isnan(heaviest[i]):
                unit = pairs.context.bases.names[int(demands.min_lot_base[d[i]])]
                found |= {"lot_at_most": number(float(heaviest[i])), "lot_unit": unit}
        if said.other[i]:
            parts = listed_needs(pairs.demand(i))
            found["need_items"] = [each["words"] for each in needs_of(pairs.offer(i), parts) or parts]
        elif said.fit_order[i] and not said.apart[i]:
            found |= order_facts(pairs, i, said.least_order[i])
        if said.apart[i]:
            return found  # no figure of the one form tells of the other
        if not said.below_lot[i] and not said.other[i]:
            found |= wanted_lot_facts(pairs, i)
        if not said.other[i]:
            found |= counted_order(pairs, i)
            if said.fit_order[i] and found.keys().isdisjoint(("min_order", "lot_days", "lot_trip")):
                found |= own_order(pairs, i, said.least_order[i])
        return found

    def veto_facts(veto: str, i: int) -> Facts:
        if veto != "moq_too_high":
            return {}
        return {
            "min_order": number(float(least_order[i])),
            "most_wanted": number(float(most_wanted[i])),
            "unit": pairs.context.bases.names[int(demands.base[d[i]])],
            **months_ordered(pairs, i, float(most_wanted[i])),
        }

    vetoes = {"moq_too_high": too_large, "volume_too_small": small}
    return Verdict(np.asarray(score), code.astype(np.intp), CODES, facts, vetoes, veto_facts)


def weighed_apart(pairs: Pairs) -> Bools:
    """Goods offered in another form than they are wanted in: eight kilograms of fresh mushrooms make one of
    dried ones, and no figure of the records says how many; of heads the same number is meant either way."""
    heads = pairs.context.bases.index.get("con", NO_BASE - 1)
    counted = (pairs.offers.base[pairs.o] == heads) & (pairs.demands.base[pairs.d] == heads)
    return np.asarray(of_another_form(pairs) & ~counted)


def times_to_least(pairs: Pairs, profile: Profile) -> Floats:
    """How many times the supply of each pair reaches the least that the buyer can take; inf for never."""
    demands, d = pairs.demands, pairs.d
    supply, need = amounts(pairs)
    alone = (demands.pooling[d] == 0) & ~np.isnan(pairs.converted("base", "base"))
    far_below = np.where(alone, profile["volume_far_below"] * need, 0.0)
    each, as_need = pairs.converted("base", "min_lot_base"), demands.min_lot_base[d] == demands.base[d]
    each = np.where(np.isnan(each) & as_need, bounds(pairs).low, each)
    lot = demands.min_lot[d] / each
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.fmax(far_below / supply, lot / lot_offered(pairs))
    return np.where(np.isnan(times), np.inf, np.maximum(times, 1.0))


def amounts(pairs: Pairs) -> tuple[Floats, Floats]:
    """Supply and need over the same stretch: the common months, or one month where there is none.

    The supply is in the unit of the need where it converts to that, else in its own.
    A whole amount of goods that keep is a stock: it can be set aside for the months wanted.
    """
    return _amounts(pairs, kept_for_others(pairs, of_stock(pairs)))


def _amounts(pairs: Pairs, kept: Floats | None) -> tuple[Floats, Floats]:
    months = np.maximum(count(pairs.lawful), 1).astype(np.float64)
    whole = pairs.demands.whole[pairs.d]
    rhythm = np.isnan(whole)
    days = served(pairs)
    pots = in_pots(pairs)
    months = np.where(rhythm, months - touched_lost(pairs), months)  # supply and need of these days
    gone, by_season = np.where(rhythm | pots, 0.0, days.lost), months_lost(pairs)
    gone = np.where(by_season > 0, np.maximum(by_season, gone), gone)
    more = np.where(rhythm, 0.0, months_more(pairs)) / months
    supply = pairs.offers.rate[pairs.o] * np.maximum(months - gone, 0.0) * (1 + more) * supply_times(pairs)
    by_days = np.flatnonzero(days.named & ~rhythm & ~pots & ~np.isnan(pairs.offers.whole[pairs.o]))
    if len(by_days):  # a whole harvest falls to its own days alone
        share = days.days[by_days] / season_days(pairs.take(by_days))
        supply[by_days] = pairs.offers.whole[pairs.o][by_days] * np.minimum(share, 1.0)
    none = count(pairs.lawful) == 0
    everything = pairs.offers.rate[pairs.o] * np.maximum(count(pairs.offered), 1)
    supply = np.where(none & ~rhythm, everything, supply)
    supply = np.where(pots, np.fmin(supply, pairs.offers.whole[pairs.o]), supply)  # some touch a month more
    supply = np.where(of_stock(pairs) | for_tet(pairs), stocked(pairs), supply)
    factor = pairs.converted("base", "base")
    times = np.where(np.isnan(factor), 1.0, factor)
    supply = supply * times * pairs.item_share
    if len(rows := np.flatnonzero(by_month(pairs))):
        supply[rows] = filled(pairs.take(rows))
    if kept is not None:
        supply = np.maximum(supply - kept * times, 0.0)
    share = np.nan_to_num(need_share(pairs), nan=1.0)
    need = np.where(rhythm, pairs.demands.rate[pairs.d] * need_times(pairs) * months, whole) * share
    return np.where(nearly_enough(pairs, supply, need), need, supply), need


@once
def months_lost(pairs: Pairs) -> Floats:
    """Months of a flow that fall away because its season, said by days, begins or ends within them."""
    gone = np.zeros(len(pairs))
    for i in np.flatnonzero(pairs.offers.partial[pairs.o] & np.isnan(pairs.offers.whole[pairs.o])).tolist():
        months = pairs.context.horizon.months_of(int(pairs.lawful[i]))
        offer = pairs.offer(i)
        gone[i] = lost(left_out(season_words(offer)), months, by_day=offer.per in ("day", "week"))
    return gone


def _out_of_season(pairs: Pairs) -> Bools:
    """Whether the months of supply are known and in none of those wanted anything can be delivered."""
    return np.asarray(pairs.offer_months_known & (count(pairs.lawful) == 0))


def _facts(pairs: Pairs, i: int, supply: float, need: float, out_of_season: bool) -> Facts:
    told, o, d = listed(pairs), int(pairs.o[i]), int(pairs.d[i])
    bases, lexicon = pairs.context.bases.names, pairs.context.lexicon
    months_of = pairs.context.horizon.months_of
    offer, demand = pairs.offer(i), pairs.demand(i)
    base, wanted_base, kind = told.offers.base[i], told.demands.base[i], told.offers.kind[i]
    rate, rate_wanted = told.offers.rate[i], told.demands.rate[i]
    rhythm = isnan(told.demands.whole[i])
    factor = float(pairs.converted("base", "base")[i])
    times = (1.0 if isnan(factor) else factor) * told.both.item_share[i]
    share = float(need_share(pairs)[i])
    facts: Facts = {
        "supply": number(supply),
        "need": number(need),
        "supply_month": number(rate * times * float(supply_times(pairs)[i])),
        "need_month": number(rate_wanted * float(need_times(pairs)[i]) * (share if share == share else 1.0)),
        "unit": (bases[base] if isnan(factor) else bases[wanted_base]) if base >= 0 else offer.unit,
        "need_unit": bases[wanted_base] if wanted_base >= 0 else demand.unit,
        "months": months_of(told.both.lawful[i] & int(in_time(pairs)[i]) or told.both.lawful[i]),
        "pooling": demand.pooling_allowed,
        "monthly": rhythm,
    }
    if told.offers.partial[i] and months_lost(pairs)[i]:
        facts["monthly"] = False  # a first or last month of few days is no month
    if not rhythm:
        facts |= day_facts(pairs, i)
        if facts.get("month_parts") and supply == need:
            facts |= rough_facts(pairs, i, times, need)
    facts |= even_facts(pairs, i) | month_facts(pairs, i, supply)
    whole_there = bool(for_tet(pairs)[i])  # all of it before Tết, set aside like goods that keep
    if (told.offers.stored[i] and not isnan(told.offers.whole[i])) or whole_there:
        facts["monthly"] = False
        if whole_there and any(each.isdigit() for each in demand.spec):  # not all of it need be so
            facts["at_most"] = True
        facts |= stock_facts(pairs, i, supply, need)
        spread = rate * times * len(facts["months"])  # what falls to these months of itself
        facts["set_aside"] = spread < need
        wanted = months_of(told.both.wanted[i])
        if rhythm and len(wanted) > len(facts["months"]) and need <= supply < rate_wanted * len(wanted):
            facts["for_months"] = True
            reached = {*facts["months"], *set_aside(pairs, i).get("stored_for", ())}
            wanted = [month for month in wanted if month in reached]
            if supply < (whole := rate_wanted * len(wanted)):
                facts |= {"need_all": number(whole), "need_all_months": wanted}
    if unsure(pairs)[i]:
        facts["open_side"], facts["open_month"] = open_side(offer), offer.months[0]
    if out_of_season:
        facts["out_of_season"], aside = True, set_aside(pairs, i)
        facts["months_offered"] = months_of(told.offers.months[i])
        if told.both.demand_months_known[i]:
            facts["months_wanted"] = months_of(told.both.wanted[i])
        facts["kept_for"] = [*aside.get("left_over", ()), *aside.get("stored_for", ())]
    sets = _counts_sets(pairs.demands, d)
    if not sets and (_asks_for_a_family(pairs, i) or listing(lexicon, demand.product) == ALL):
        facts["family"] = True
    several = listing(lexicon, offer.product) == ALL or several_sorts(lexicon, offer.product, kind)
    grades_apart = several_grades(offer, demand)
    if (several or is_mixture(lexicon, kind)) and not _counts_sets(pairs.offers, o):
        facts["supply_listed"] = True
    if grades_apart or mixed(pairs)[i]:
        facts["supply_listed"] = True
    of_several = facts.get("supply_listed") or facts.get("family")
    if of_several and not grades_apart and all_wanted(offer, demand):
        facts.pop("supply_listed", None)
        facts.pop("family", None)
    facts |= as_said(offer, "supply", pairs.context.units)
    if told.offers.several[i] and i in pairs.counted_items:
        facts |= counted(pairs.counted_items[i])
        facts.pop("supply_listed", None)
    elif told.offers.several[i]:
        facts |= items_said(offer, demand, told.both.item_share[i])
        if "supply_items" in facts:
            facts.pop("supply_listed", None)
    facts |= as_said(demand, "need", pairs.context.units)
    facts |= peak_facts(pairs, i) | less_facts(offer, facts["months"])
    facts |= need_facts(pairs, i) | quarter_facts(pairs, i)
    part = _PART_OF_MONTH.search(offer.season_text) if offer.per in ("day", "week") else None
    if part and len(re.findall(r"\d+", offer.season_text)) == 1:  # and no range of months
        facts["part_of_month"] = part.group(0)
    facts |= size_facts(pairs, i, "base")
    if packed_in(demand) and several_sizes(pairs, i, base):
        facts["supply_listed"] = True
    if facts.get("unit") == (common := facts["need_unit"]):
        word, theirs = pairs.context.units.own_words(common, offer.unit, demand.unit)
        facts["unit"] = facts["need_unit"] = word
        if theirs != word:
            facts["need_own_unit"] = theirs
    if covers_any_size(facts):
        facts["enough_at_any_size"] = True
    if demand.min_lot is not None:
        facts["min_lot"] = number(told.demands.min_lot[i])
        facts |= lot_months(pairs, i)
    said_of = offer.per or facts.get("supply_said_per") or rate_beside_whole(offer)
    if not said_of and offer.quantity is not None:
        facts["period_assumed"] = True
    if not demand.per and demand.quantity is not None and not isnan(told.demands.deliveries[i]):
        facts["need_period_assumed"] = True  # a whole that is brought so often, or that of each month
    return facts


def _kept_facts(pairs: Pairs, i: int, kept: Floats, supply: Floats) -> Facts:
    """What is kept for others, in the unit of the supply, and what is left in a month."""
    factor = float(pairs.converted("base", "base")[i])
    months = max(int(pairs.lawful[i]).bit_count(), 1)
    return {
        "kept": number(float(kept[i]) * (1.0 if isnan(factor) else factor)),
        "supply_month": number(float(supply[i]) / months),
    }


def _counts_sets(side: OfferColumns | DemandColumns, row: int) -> bool:
    """Whether an offer or a demand counts sets of several goods, and not the goods."""
    return bool(side.texts.signs.several[side.texts.sign[side.text[row]]])


def _asks_for_a_family(pairs: Pairs, i: int) -> bool:
    """Whether the demand is for goods of many kinds ("rau củ các loại"), of which an offer is one."""
    kind: int = listed(pairs).demands.kind[i]
    return kind >= 0 and pairs.context.lexicon.kinds[kind].rank == "family"
