"""Changes that can make a vetoed pair possible: each proposes one kind of change for pairs of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import inf, isnan
from typing import Any

import numpy as np

from scoring.columns.amounts import LOADED
from scoring.columns.arrays import Bools, Floats, Masks, ordinal
from scoring.columns.delivery import STATED, after_lead, dated, first_day, offered_months, whole_months
from scoring.columns.offers import INVOICES, STORAGES
from scoring.criteria import price
from scoring.criteria.cold_life import kinds_meant, lives_in_cold, without_cold
from scoring.criteria.lots import call_facts, largest_order, lot_pooled, months_ordered, part_of_lot
from scoring.criteria.meant_prices import ceilings
from scoring.criteria.other_cuts import chilled_for_frozen
from scoring.criteria.piece_weights import brought_on, freight_of_pieces
from scoring.criteria.season_days import doubted
from scoring.criteria.season_limits import ruled_out
from scoring.criteria.season_stock import good_by_now, life, still_good, wanted_left
from scoring.criteria.terms import TERMS
from scoring.criteria.verdict import number, told_share
from scoring.criteria.volume import times_to_least
from scoring.horizon import ALWAYS, NEVER, YEAR, Horizon
from scoring.open_seasons import open_side
from scoring.pairs import Pairs
from scoring.papers_due import due
from scoring.profile import Profile
from scoring.records import MissingStep, Offer
from scoring.round_figures import at_least, at_most, price_at_most, tenth_at_least
from scoring.units import fold

Steps = tuple[MissingStep, ...]
NOTHING: Steps = ()  # nothing of the kind can be changed
_FIRM = re.compile(r"(?:htx|hop tac xa|lien hiep|cong ty|cty|dntn|doanh nghiep)\b")
LOWERED_MOST = 10  # times; who sells by the lorry does not pack by the parcel
EASIEST_INVOICES = ("BANG_KE", "HDDT", "HDDT_MTT", "KHONG")


@dataclass(frozen=True)
class Change:
    """What was changed in each pair, and the columns of both sides as they are then."""

    steps: list[Steps]
    offers: dict[str, Any] = field(default_factory=dict)
    demands: dict[str, Any] = field(default_factory=dict)


Proposal = Callable[[Pairs, Profile], Change]


def add_month(pairs: Pairs, profile: Profile) -> Change:
    """One more month of delivery: any for goods that store, a neighbouring one for fresh goods."""
    offers = pairs.offers
    near = (offers.months << np.uint32(1)) | (offers.months >> np.uint32(1))
    allowed = _lawful_months(pairs)
    months, rate = offers.months.copy(), offers.rate.copy()
    first, last = offers.first.copy(), offers.last.copy()
    steps: list[Steps] = []
    for i in range(len(pairs)):
        kind = pairs.context.lexicon.kinds[offers.kind[i]] if offers.kind[i] >= 0 else None
        stored = bool(offers.stored[i])
        offer, horizon = pairs.offer(i), pairs.context.horizon
        possible = int(pairs.wanted[i]) & after_lead(offer, horizon) & (-1 if stored else int(near[i]))
        if not stored and kind is not None and kind.harvest_months:  # what has ripened waits for nobody
            possible &= horizon.every_year(kind.harvest_months)
        possible &= ~ruled_out(offer, horizon, stored=stored)[0]
        possible = possible & int(allowed[i]) or possible
        possible = possible & _papers_by_then(pairs, i) or possible
        possible = possible & ~1 or possible  # of the current month little is left
        possible = _kept_till(pairs, i, possible) if stored else possible
        if not possible:
            steps.append(NOTHING)
            continue
        place = (possible & -possible).bit_length() - 1
        said = () if open_side(offer) else offer.months
        said = said or (() if dated(offer) else tuple(horizon.months_of(int(offers.months[i]))))
        longer, facts = _stretched(offer, place, horizon)
        if said:
            longer = replace(longer, months=tuple(sorted({*said, horizon.month(place)})), doubts=())
        mask, _ = offered_months(longer, kind, horizon)
        months[i] = mask & after_lead(offer, horizon)
        if not isnan(offers.whole[i]):
            rate[i] = offers.whole[i] / max(whole_months(longer, mask, horizon), 1)
        first[i] = ordinal(first_day(longer, horizon), NEVER)
        last[i] = ordinal(longer.deliver_to, ALWAYS)
        facts = {"months": [horizon.month(place)], "stored": stored, **facts}
        wanted = int(pairs.wanted[i])
        if stored and offer.months and not (open_side(offer) or _supplied(int(offers.months[i]), place)):
            facts["kept_from"] = _still_good_at(pairs, i, place)
        once = doubted(pairs.demand(i), "deadline") and not isnan(pairs.demands.whole[pairs.d[i]])
        if (served := (wanted & int(months[i])).bit_count()) < wanted.bit_count() and not once:
            facts |= {"served": served, "of": wanted.bit_count()}
        if stored and not once and (could := possible | wanted & int(months[i])).bit_count() > served:
            facts["could_serve"] = horizon.months_of(could)
        steps.append((MissingStep("add_month", facts),))
    stated = np.full(len(pairs), STATED, dtype=np.int32)
    changes = {"months": months, "months_from": stated, "rate": rate, "first": first, "last": last}
    return Change(steps, changes)


def _supplied(supply: int, place: int) -> bool:
    """Whether there is supply up to a place on the horizon: else only goods of the last season serve."""
    return bool(supply & ((1 << (place + 1)) - 1))


def _kept_till(pairs: Pairs, i: int, months: int) -> int:
    """Of some months those that goods stored since the last harvest reach with the life that is wanted."""
    said, shelf = set(pairs.offer(i).months), life(pairs, i)
    if not said or isnan(shelf) or open_side(pairs.offer(i)):
        return months
    wanted = float(np.nanmax([0, pairs.demands.remaining_days[i], pairs.demands.remaining_share[i] * shelf]))
    spare, horizon, kept = shelf - wanted, pairs.context.horizon, 0
    for place in range(months.bit_length()):
        if months >> place & 1:
            since = next((k for k in range(YEAR) if horizon.month(place - k) in said), 0)
            there = place - since
            good = still_good(horizon, there, spare, place) if place else good_by_now(pairs, i, there, spare)
            kept |= good << place
    return kept


def _still_good_at(pairs: Pairs, i: int, place: int) -> list[int]:
    """The months of supply, in the order of time, whose goods have the life that is wanted in a month."""
    horizon, months = pairs.context.horizon, set(pairs.offer(i).months)
    shelf = life(pairs, i)
    spare = inf if isnan(shelf) else shelf - wanted_left(pairs, i, shelf)
    since = [k for k in range(YEAR - 1, 0, -1) if horizon.month(place - k) in months]
    return [horizon.month(place - k) for k in since if still_good(horizon, place - k, spare, place)] or list(
        pairs.offer(i).months
    )


def _papers_by_then(pairs: Pairs, i: int) -> int:
    """Months in which papers that are not held can be there, as far as their lead times tell."""
    lead, horizon = pairs.context.papers.lead_days, pairs.context.horizon
    missing = [code for code, asked, until in pairs.required_papers if asked[i] and until[i] == NEVER]
    names = ["OCOP" if code == "OCOP_STARS" else code for code in missing]
    usual = {code: horizon.today + timedelta(days=lead.get(code, (0, 0))[0]) for code in names}
    said = {code: own.first for code in names if (own := due(pairs.offer(i), code, horizon.today))}
    return horizon.window(max((usual | said).values(), default=horizon.today), None)


def _lawful_months(pairs: Pairs) -> Masks:
    """Months in which the papers held would do and the market is open: one of these is added first."""
    allowed = pairs.admission.months.copy()
    for _, asked, until in pairs.required_papers:
        allowed = np.where(asked, allowed & pairs.covered(until), allowed)
    return allowed.astype(np.uint32)


def _stretched(offer: Offer, place: int, horizon: Horizon) -> tuple[Offer, dict[str, Any]]:
    """The offer with its dates, where it has some, stretched to a month; and the dates that are new."""
    end = horizon.last_day(place)
    start = end.replace(day=1)
    if offer.deliver_to and offer.deliver_to < start:
        return replace(offer, deliver_to=end), {"deliver_to": end.isoformat()}
    if offer.deliver_from and offer.deliver_from > end:
        return replace(offer, deliver_from=start), {"deliver_from": start.isoformat()}
    return offer, {}


def chill(pairs: Pairs, profile: Profile) -> Change:
    """Cold transport as the goods usually travel, with the life that they have then."""
    kinds = [pairs.context.lexicon.kinds[k] if k >= 0 else None for k in kinds_meant(pairs).tolist()]
    iced = chilled_for_frozen(pairs)
    usual = ["frozen" if kind is not None and kind.storage == "frozen" else "chilled" for kind in kinds]
    cold = ["frozen" if freeze else own for freeze, own in zip(iced.tolist(), usual, strict=True)]
    code = np.array([STORAGES.index(storage) for storage in cold], dtype=np.int32)
    shelf = lives_in_cold(pairs, cold)
    live = pairs.offers.storage == STORAGES.index("live")  # chilled they would be another form
    longer = (shelf > np.nan_to_num(pairs.offers.shelf)) & (pairs.offers.storage != code) & ~live
    longer |= iced  # to what is wanted frozen, however long it keeps then
    steps: list[Steps] = []
    for i, (storage, days, now) in enumerate(zip(cold, shelf, pairs.offers.shelf, strict=True)):
        facts: dict[str, Any] = {"storage": storage, "shelf": number(days), "shelf_now": number(now)}
        if iced[i]:
            facts["for_form"] = True
        elif words := without_cold(pairs.offer(i)):
            facts["no_cold"] = words
        steps.append((MissingStep("chill", facts),) if longer[i] else NOTHING)
    offers = {
        "shelf": np.where(longer, shelf, pairs.offers.shelf),
        "storage": np.where(longer, code, pairs.offers.storage).astype(np.int32),
    }
    return Change(steps, offers)


def issue_invoice(pairs: Pairs, profile: Profile) -> Change:
    """The easiest invoice that the buyer accepts: the buyer's own list of purchases before one to issue."""
    easiest = []
    for i, accepted in enumerate(pairs.demands.invoices.tolist()):
        # A list of purchases is for who grows the goods himself; a cooperative or a firm has to invoice.
        # Nor is it for goods that somebody dried, cooked or ground.
        must = bool(_FIRM.match(fold(pairs.offer(i).producer))) or not pairs.offers.as_grown[pairs.o[i]]
        order = sorted(EASIEST_INVOICES, key=lambda name: must and name == "BANG_KE")
        easiest.append(
            next((INVOICES.index(name) for name in order if accepted >> INVOICES.index(name) & 1), 0)
        )
    steps = [(MissingStep("issue_invoice", {"invoice": INVOICES[k]}),) for k in easiest]
    return Change(list(steps), {"invoice": np.array(easiest, dtype=np.int32)})


def lower_min_order(pairs: Pairs, profile: Profile) -> Change:
    """The least order brought down to what the buyer takes at once of the months that can be delivered, if
    that is not another trade."""
    bases = pairs.context.bases
    kinds = pairs.offers.min_order_base.tolist()
    most = largest_order(pairs, served=True)
    own = np.nan_to_num(most / pairs.converted("min_order_base", "base")).round(6).tolist()
    rounded = [at_most(value, bool(bases.weighed[k])) for value, k in zip(own, kinds, strict=True)]
    steps: list[Steps] = []
    for i, (now, to) in enumerate(zip(pairs.offers.min_order, rounded, strict=True)):
        if now > to * LOWERED_MOST:
            steps.append(NOTHING)
            rounded[i] = now
            continue
        facts = {"from": number(now), "to": number(to), "unit": bases.names[kinds[i]]}
        facts |= months_ordered(pairs, i, float(most[i])) | call_facts(pairs, i, float(most[i]))
        steps.append((MissingStep("lower_min_order", facts),))
    return Change(steps, {"min_order": np.array(rounded)})


def allow_pooling(pairs: Pairs, profile: Profile) -> Change:
    """The buyer takes goods pooled from several producers."""
    pooled = np.ones(len(pairs), dtype=np.int32)
    steps: list[Steps] = [(MissingStep("allow_pooling", part_of_lot(pairs, i)),) for i in range(len(pairs))]
    return Change(steps, demands={"pooling": pooled})


def pool_volume(pairs: Pairs, profile: Profile) -> Change:
    """Goods of neighbours added up to the least amount that the buyer can take, if he takes pooled goods."""
    offers, bases = pairs.offers, pairs.context.bases
    factor = times_to_least(pairs, profile)
    flow = np.isnan(offers.whole)
    grown = np.ones(len(pairs))
    steps: list[Steps] = []
    for i, times in enumerate(factor.tolist()):
        said = pairs.offer(i).per
        at_once = bool(flow[i] and (said in LOADED or (offers.stored[i] and said == "quarter")))
        now = float((offers.at_once if at_once else offers.rate if flow[i] else offers.whole)[i])
        if not np.isfinite(times) or pairs.demands.pooling[i] == 0:
            steps.append(NOTHING)
            continue
        to = at_least(now * times, bool(bases.weighed[offers.base[i]]))
        grown[i] = to / now
        facts = {"from": number(now), "to": number(to), "unit": bases.names[offers.base[i]]}
        period = said if at_once else "month" if flow[i] else "total"
        if any(asked[i] for _, asked, _ in pairs.required_papers):
            facts["papers"] = True
        facts |= lot_pooled(pairs, i, grown[i], to if at_once and said == "day" else None)
        steps.append((MissingStep("pool_volume", {**facts, "per": period}),))
    grow = ("rate", "whole", "at_once")
    return Change(steps, {name: getattr(offers, name) * grown for name in grow})


def lower_price(pairs: Pairs, profile: Profile) -> Change:
    """The floor price brought down so far that it fits with the dear freight too, if that is a step and not
    another price; else so far that it fits with the cheap one, told with the freight up to which it does.

    From a truck station, which may lie at either end of the way, the whole freight is left room for; where no
    freight is known the step says so.
    """
    low, high, known = price.carriage(pairs)
    low = np.where((low == 0) & (high > 0), high, low)
    each_low, each = freight_of_pieces(pairs, known)
    pieces, onwards = ~np.isnan(each), brought_on(pairs)
    low, high = np.where(pieces, each_low, low), np.where(pieces, each, high)
    now, ceiling = pairs.offers.price_low, ceilings(pairs)
    times = pairs.converted("price_base", "price_base")
    fits, safe = _small_enough(now, (ceiling - high) * times, profile)
    barely, bare = _small_enough(now, (ceiling - low) * times, profile)
    target, small = np.where(fits, safe, bare), fits | barely
    share = np.divide(now - target, now, out=np.full(len(pairs), np.inf), where=now > 0)
    names = pairs.context.bases.names
    steps: list[Steps] = []
    for i in range(len(pairs)):
        facts = {
            "from": number(now[i]),
            "to": number(target[i]),
            "share": told_share(float(share[i])),
            "unit": names[pairs.offers.price_base[i]],
            "freight_left_out": not (known[i] or pieces[i]) or _to_the_store(pairs, i),
        }
        if facts["freight_left_out"] and onwards[i]:
            facts["freight_comes_off"] = True
        if not (known[i] or pieces[i]) and pairs.demand(i).price_basis == "delivered":
            facts["freight_to"] = pairs.demand(i).place.commune or pairs.demand(i).place.province
        if pieces[i] and fits[i]:
            facts["freight_each"] = number(float(each[i]), 0)
        if small[i] and not fits[i]:
            facts["freight_up_to"] = number(float(ceiling[i] - target[i] / times[i]), 0)
            facts["freight"] = [number(float(low[i]), 0), number(float(high[i]), 0)]
        steps.append((MissingStep("lower_price", facts),) if small[i] else NOTHING)
    return Change(steps, {"price_low": np.where(small, target, now)})


def _small_enough(now: Floats, most: Floats, profile: Profile) -> tuple[Bools, Floats]:
    """Whether a price can be brought down to so much, and the round figure that it is brought down to."""
    to = np.array([price_at_most(value) for value in np.nan_to_num(most).tolist()])
    share = np.divide(now - to, now, out=np.full(len(now), np.inf), where=now > 0)
    return np.asarray((share <= profile["price_step_most"]) & (to > 0)), to


def _to_the_store(pairs: Pairs, i: int) -> bool:
    """Whether the price is one where the goods grow, and the ceiling one at the store that they go to."""
    offered = pairs.offer(i).price_basis or "farm_gate"
    return offered == "farm_gate" and pairs.demand(i).price_basis == "depot"


def _unanswered(pairs: Pairs, i: int) -> dict[str, Any]:
    """The terms of the buyer to which the producer has said nothing: they are still to be asked."""
    offers, demands = pairs.offers, pairs.demands
    asked: dict[str, Any] = {
        name: number(float(wanted[i]))
        for name, wanted, limit in (
            ("payment", demands.payment, offers.max_payment),
            ("discount", demands.discount, offers.max_discount),
        )
        if wanted[i] > 0 and isnan(limit[i])
    }
    answers = (
        ("returns", demands.returns, offers.returns),
        ("consignment", demands.consignment, offers.consignment),
    )
    asked |= {name: True for name, wanted, answer in answers if wanted[i] == 1 and answer[i] < 0}
    return asked


def accept_terms(pairs: Pairs, profile: Profile) -> Change:
    """The terms of the buyer that the producer refuses, accepted."""
    offers, demands = pairs.offers, pairs.demands
    refused = {
        "payment": demands.payment > offers.max_payment,
        "discount": demands.discount > offers.max_discount,
        "returns": (demands.returns == 1) & (offers.returns == 0),
        "consignment": (demands.consignment == 1) & (offers.consignment == 0),
    }
    limits = {
        "payment": (offers.max_payment, demands.payment),
        "discount": (offers.max_discount, demands.discount),
    }
    steps: list[Steps] = []
    for i in range(len(pairs)):
        found = []
        for name in TERMS:
            if refused[name][i]:
                facts: dict[str, Any] = {"term": name}
                if name in limits:
                    most, asked = limits[name]
                    facts["from"], facts["to"] = number(most[i]), number(tenth_at_least(float(asked[i])))
                found.append(MissingStep("accept_term", facts))
        if found and (open_ := _unanswered(pairs, i)):
            found[-1].facts["unanswered"] = open_
        steps.append(tuple(found))
    met = {
        "max_payment": np.fmax(offers.max_payment, demands.payment),
        "max_discount": np.fmax(offers.max_discount, demands.discount),
        "returns": np.where(demands.returns == 1, 1, offers.returns).astype(np.int32),
        "consignment": np.where(demands.consignment == 1, 1, offers.consignment).astype(np.int32),
    }
    return Change(steps, met)
