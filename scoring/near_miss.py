"""The missing step: the smallest single change that would make a vetoed pair eligible.

Each step is applied to the pairs and they are judged again; only a step that leaves no veto is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import ordinal
from scoring.columns.delivery import STATED, after_lead, dated, first_day, length, offered_months
from scoring.columns.offers import INVOICES, STORAGES, shelf_of
from scoring.criteria import price
from scoring.criteria.terms import TERMS
from scoring.criteria.verdict import number
from scoring.criteria.volume import largest_order, times_to_least
from scoring.horizon import ALWAYS, NEVER, Horizon
from scoring.judgement import judge
from scoring.pairs import Pairs
from scoring.profile import Profile
from scoring.records import MissingStep, Offer
from scoring.round_figures import at_least, at_most, price_at_most, tenth_at_least

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Change:
    """Pairs of their own with one thing changed in each, and what was changed (None: nothing can be)."""

    pairs: Pairs
    steps: list[MissingStep | None]


Proposal = Callable[[Pairs, Profile], Change]


def missing_steps(
    pairs: Pairs, vetoes: Sequence[tuple[str, ...]], profile: Profile
) -> list[MissingStep | None]:
    """For each pair its step, None for eligible pairs and where no single change suffices."""
    found: list[MissingStep | None] = [None] * len(pairs)
    for veto, proposals in PROPOSALS.items():
        for proposal in proposals:
            rows = np.array(
                [i for i, each in enumerate(vetoes) if each == (veto,) and found[i] is None], dtype=np.intp
            )
            if not len(rows):
                continue
            change = proposal(pairs.alone(rows), profile)
            eligible = judge(change.pairs, profile).eligible
            for i, step, flips in zip(rows.tolist(), change.steps, eligible.tolist(), strict=True):
                found[i] = step if flips else None
    return found


def obtain_paper(pairs: Pairs, profile: Profile) -> Change:
    """The one paper that is missing or lapsed, obtained or renewed; OCOP and its stars are one paper."""
    papers = {code: until.copy() for code, until in pairs.offers.papers.items()}
    stars, stars_until = pairs.offers.stars.copy(), pairs.offers.stars_until.copy()
    steps: list[MissingStep | None] = []
    tests = [
        (code, asked & ((pairs.tested & pairs.covered(until)) == 0), until)
        for code, asked, until in pairs.required_papers
    ]
    for i in range(len(pairs)):
        failing = [(code, int(until[i])) for code, fails, until in tests if fails[i]]
        names = {"OCOP" if code == "OCOP_STARS" else code for code, _ in failing}
        if len(names) != 1:
            steps.append(None)
            continue
        code, until = names.pop(), max(until for _, until in failing)
        papers.setdefault(code, np.full(len(pairs), NEVER, dtype=np.int32))[i] = ALWAYS
        facts: dict[str, Any] = {
            "paper": code,
            "validity_months": pairs.context.papers.validity_months.get(code),
        }
        least = int(pairs.demands.min_stars[i])
        if code == "OCOP" and least:
            facts["stars"] = least
            stars[i], stars_until[i] = max(least, int(stars[i])), ALWAYS
        steps.append(MissingStep("obtain_paper" if until == NEVER else "renew_paper", facts))
    return Change(pairs.changed({"papers": papers, "stars": stars, "stars_until": stars_until}), steps)


def add_month(pairs: Pairs, profile: Profile) -> Change:
    """One more month of delivery: any for goods that store, a neighbouring one for fresh goods."""
    offers = pairs.offers
    near = (offers.months << np.uint32(1)) | (offers.months >> np.uint32(1))
    months, rate = offers.months.copy(), offers.rate.copy()
    first, last = offers.first.copy(), offers.last.copy()
    steps: list[MissingStep | None] = []
    for i in range(len(pairs)):
        kind = pairs.context.lexicon.kinds[offers.kind[i]] if offers.kind[i] >= 0 else None
        stored = kind is not None and kind.storable
        offer, horizon = pairs.offer(i), pairs.context.horizon
        possible = int(pairs.wanted[i]) & after_lead(offer, horizon) & (-1 if stored else int(near[i]))
        if not possible:
            steps.append(None)
            continue
        place = (possible & -possible).bit_length() - 1
        said = offer.months or (() if dated(offer) else tuple(horizon.months_of(int(offers.months[i]))))
        longer, facts = _stretched(offer, place, horizon)
        if said:
            longer = replace(longer, months=tuple(sorted({*said, horizon.month(place)})))
        mask, _ = offered_months(longer, kind, horizon)
        months[i] = mask & after_lead(offer, horizon)
        if not np.isnan(offers.whole[i]):
            rate[i] = offers.whole[i] / max(length(mask, not dated(offer)), 1)
        first[i] = ordinal(first_day(longer, horizon), NEVER)
        last[i] = ordinal(longer.deliver_to, ALWAYS)
        steps.append(MissingStep("add_month", {"months": [horizon.month(place)], "stored": stored, **facts}))
    stated = np.full(len(pairs), STATED, dtype=np.int32)
    changes = {"months": months, "months_from": stated, "rate": rate, "first": first, "last": last}
    return Change(pairs.changed(changes), steps)


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
    """Cold transport as the goods usually travel, with the shelf life that the product table gives for it."""
    kinds = [pairs.context.lexicon.kinds[k] if k >= 0 else None for k in pairs.offers.kind.tolist()]
    cold = ["frozen" if kind is not None and kind.storage == "frozen" else "chilled" for kind in kinds]
    code = np.array([STORAGES.index(storage) for storage in cold], dtype=np.int32)
    shelf = np.array([shelf_of(kind, storage) for kind, storage in zip(kinds, cold, strict=True)])
    longer = (shelf > np.nan_to_num(pairs.offers.shelf)) & (pairs.offers.storage != code)
    steps = [
        MissingStep("chill", {"storage": storage, "shelf": number(days), "shelf_now": number(now)})
        if better
        else None
        for storage, days, now, better in zip(cold, shelf, pairs.offers.shelf, longer, strict=True)
    ]
    offers = {
        "shelf": np.where(longer, shelf, pairs.offers.shelf),
        "storage": np.where(longer, code, pairs.offers.storage).astype(np.int32),
    }
    return Change(pairs.changed(offers), steps)


def issue_invoice(pairs: Pairs, profile: Profile) -> Change:
    """The first invoice that the buyer accepts, issued by the producer or a co-operative for it."""
    accepted = pairs.demands.invoices
    first = np.array([next((k for k in range(len(INVOICES)) if a >> k & 1), 0) for a in accepted.tolist()])
    steps: list[MissingStep | None] = [MissingStep("issue_invoice", {"invoice": INVOICES[k]}) for k in first]
    return Change(pairs.changed({"invoice": first.astype(np.int32)}), steps)


def lower_min_order(pairs: Pairs, profile: Profile) -> Change:
    """The least order brought down to what the buyer takes at once."""
    bases = pairs.context.bases
    kinds = pairs.offers.min_order_base.tolist()
    most = [
        at_most(value, bool(bases.weighed[k])) for value, k in zip(largest_order(pairs), kinds, strict=True)
    ]
    steps: list[MissingStep | None] = [
        MissingStep("lower_min_order", {"from": number(now), "to": number(to), "unit": bases.names[base]})
        for now, to, base in zip(pairs.offers.min_order, most, kinds, strict=True)
    ]
    return Change(pairs.changed({"min_order": np.array(most)}), steps)


def allow_pooling(pairs: Pairs, profile: Profile) -> Change:
    """The buyer takes goods pooled from several producers."""
    pooled = np.ones(len(pairs), dtype=np.int32)
    steps: list[MissingStep | None] = [MissingStep("allow_pooling", {})] * len(pairs)
    return Change(pairs.changed(None, {"pooling": pooled}), steps)


def pool_volume(pairs: Pairs, profile: Profile) -> Change:
    """Goods of neighbours added up to the least amount that the buyer can take."""
    offers, bases = pairs.offers, pairs.context.bases
    factor = times_to_least(pairs, profile)
    flow = np.isnan(offers.whole)
    grown = np.ones(len(pairs))
    steps: list[MissingStep | None] = []
    for i, times in enumerate(factor.tolist()):
        now = float(offers.rate[i] if flow[i] else offers.whole[i])
        if not np.isfinite(times):
            steps.append(None)
            continue
        to = at_least(now * times, bool(bases.weighed[offers.base[i]]))
        grown[i] = to / now
        facts = {"from": number(now), "to": number(to), "unit": bases.names[offers.base[i]]}
        steps.append(MissingStep("pool_volume", {**facts, "per": "month" if flow[i] else "total"}))
    return Change(pairs.changed({"rate": offers.rate * grown, "whole": offers.whole * grown}), steps)


def lower_price(pairs: Pairs, profile: Profile) -> Change:
    """The floor price brought down to the ceiling, if that is a step and not another price."""
    low, _, _ = price.carriage(pairs)
    now = pairs.offers.price_low
    target = np.array([price_at_most(value) for value in (pairs.demands.price_max - low).tolist()])
    share = np.divide(now - target, now, out=np.full(len(pairs), np.inf), where=now > 0)
    small = (share <= profile["price_step_most"]) & (target > 0)
    names = pairs.context.bases.names
    steps: list[MissingStep | None] = []
    for i in range(len(pairs)):
        facts = {
            "from": number(now[i]),
            "to": number(target[i]),
            "share": round(float(share[i]), 3),
            "unit": names[pairs.offers.price_base[i]],
        }
        steps.append(MissingStep("lower_price", facts) if small[i] else None)
    return Change(pairs.changed({"price_low": np.where(small, target, now)}), steps)


def accept_term(pairs: Pairs, profile: Profile) -> Change:
    """The one term of the buyer that the producer refuses, accepted."""
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
    steps: list[MissingStep | None] = []
    for i in range(len(pairs)):
        names = [name for name in TERMS if refused[name][i]]
        facts: dict[str, Any] = {"term": names[0]} if names else {}
        if names and names[0] in limits:
            most, asked = limits[names[0]]
            facts["from"], facts["to"] = number(most[i]), number(tenth_at_least(float(asked[i])))
        steps.append(MissingStep("accept_term", facts) if len(names) == 1 else None)
    met = {
        "max_payment": np.fmax(offers.max_payment, demands.payment),
        "max_discount": np.fmax(offers.max_discount, demands.discount),
        "returns": np.where(demands.returns == 1, 1, offers.returns),
        "consignment": np.where(demands.consignment == 1, 1, offers.consignment),
    }
    return Change(pairs.changed(met), steps)


# Tried in this order; pairs with one veto alone, since one change is told.
PROPOSALS: dict[str, tuple[Proposal, ...]] = {
    "missing_cert": (obtain_paper,),
    "cert_expired": (obtain_paper,),
    "wrong_season": (add_month,),
    "cannot_reach": (chill,),
    "no_invoice": (issue_invoice,),
    "moq_too_high": (lower_min_order,),
    "volume_too_small": (allow_pooling, pool_volume),
    "price_over": (lower_price,),
    "terms_refused": (accept_term,),
}
