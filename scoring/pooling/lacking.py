"""What is missing: why offers cannot be members, and what each step that would let them in adds by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from scoring.columns.arrays import Floats
from scoring.near_miss import missing_steps
from scoring.pooling.candidates import Judged
from scoring.pooling.need import Need, capacity_of
from scoring.pooling.records import Candidate, Finding, Lacking
from scoring.profile import Profile
from scoring.records import MissingStep

MOST_ASKED, MOST_TOLD = 300, 8
HOPELESS = frozenset({"wrong_product", "wrong_form", "market_closed"})
# What tells steps of one kind apart; the rest of their facts differs from offer to offer.
DETAIL = ("paper", "storage", "invoice", "term", "months")


def causes(found: Judged, more: Counter[str] | None = None) -> list[dict[str, Any]]:
    """Why offers are no members, counted, the commonest first."""
    counted = Counter(_cause(each) for each in found.candidates if not each.possible)
    counted.update(more or {})
    if found.others:
        counted["wrong_product"] += found.others
    return [{"code": code, "offers": count} for code, count in counted.most_common()]


def lacking(found: Judged, profile: Profile, short: Floats) -> tuple[Lacking, ...]:
    """Steps by what they would add to the months that are ``short``, the most first.

    ``short`` [month] is what is missing; of a whole need it has one entry.
    """
    need = found.need
    if need is None or not short.any():
        return ()
    adds: dict[tuple[Any, ...], tuple[list[Finding], list[str], Floats]] = {}

    def note(steps: Sequence[Finding], offer: str, capacity: Mapping[int, float]) -> None:
        amounts = np.array([capacity.get(month, 0.0) for month in need.months])
        if not amounts.any():
            return
        key = tuple((step.code, *(str(step.facts.get(name)) for name in DETAIL)) for step in steps)
        _, offers, total = adds.setdefault(key, (list(steps), [], np.zeros(len(need.months))))
        offers.append(offer)
        total += amounts

    for each, step in _refused(found, profile):
        note(_chain(step), each.offer.id, _capacity_then(found, need, each, step))
    for each in found.candidates:
        if not each.refusals and each.bars:
            own = _own_step(each, need)
            if own is not None:
                note([own], each.offer.id, _full_capacity(found, need, each))
        elif each.possible:
            for month_step, capacity in _further_months(found, need, each, short):
                note([month_step], each.offer.id, capacity)
    told = [Lacking(tuple(s), tuple(o), _useful(need, total, short)) for s, o, total in adds.values()]
    told = [each for each in told if sum(each.adds.values()) > 0]
    return tuple(sorted(told, key=lambda each: -sum(each.adds.values()))[:MOST_TOLD])


def _useful(need: Need, total: Floats, short: Floats) -> dict[int, float]:
    """As much of what a step adds as is missing."""
    if need.whole:
        left, found = float(short.sum()), {}
        for month, amount in zip(need.months, total.tolist(), strict=True):
            found[month] = min(amount, left)
            left -= found[month]
    else:
        both = np.minimum(total, short)
        found = dict(zip(need.months, both.tolist(), strict=True))
    return {month: round(amount, 2) for month, amount in found.items() if amount > 0}


def _refused(found: Judged, profile: Profile) -> list[tuple[Candidate, MissingStep]]:
    """Offers with vetoes only, that a step would make possible, proven by judging them again."""
    near = [
        each
        for each in found.candidates
        if each.refusals and not each.bars and not HOPELESS & {veto.code for veto in each.refusals}
    ]
    near = sorted(near, key=lambda each: (len(each.refusals), each.offer.id))[:MOST_ASKED]
    if not near:
        return []
    pairs = found.pairs.take(np.array([each.row for each in near], dtype=np.intp))
    steps = missing_steps(pairs, [tuple(veto.code for veto in each.refusals) for each in near], profile)
    return [(each, step) for each, step in zip(near, steps, strict=True) if step is not None]


def _chain(step: MissingStep) -> list[Finding]:
    return [Finding(each.code, each.facts) for each in (step, *step.also)]


def _capacity_then(found: Judged, need: Need, each: Candidate, step: MissingStep) -> dict[int, float]:
    """What an offer could deliver with the step taken: the papers then hold, and months may be added."""
    capacity = _full_capacity(found, need, each)
    rate = float(found.pairs.offers.rate[found.pairs.o[each.row]])
    for one in (step, *step.also):
        if one.code == "add_month":
            capacity |= {m: rate for m in one.facts.get("months", ()) if m in need.months and rate == rate}
    return {month: amount for month, amount in capacity.items() if amount >= max(each.least, need.grain)}


def _full_capacity(found: Judged, need: Need, each: Candidate) -> dict[int, float]:
    """What an offer has in the months wanted, whatever its papers; none where amounts do not compare."""
    pairs, row = found.pairs, int(found.pairs.o[each.row])
    if int(pairs.offers.base[row]) != need.base or not pairs.offers.rate[row] > 0:
        return {}
    capacity, stock = capacity_of(pairs.offers, row, int(pairs.common[each.row]), need)
    if stock is not None and not need.whole:  # a stock serves all its months together
        capacity = {month: stock / max(len(capacity), 1) for month in capacity}
    return capacity


def _own_step(each: Candidate, need: Need) -> Finding | None:
    """What would lift a bar that is not a veto; None where nothing does."""
    bar = each.bars[0]
    if bar.code in ("cultivar_unsaid", "product_unsure"):
        return Finding("confirm_cultivar", {"demanded": bar.facts["demanded"]})
    if bar.code == "below_lot" and len(each.bars) == 1:
        return Finding("lower_min_lot", {"from": need.least, "unit": need.unit})
    return None


def _further_months(
    found: Judged, need: Need, each: Candidate, short: Floats
) -> list[tuple[Finding, dict[int, float]]]:
    """Months in which an offer could deliver too: any for goods that keep, for fresh ones the next."""
    pairs, row = found.pairs, int(found.pairs.o[each.row])
    rate, stored = float(pairs.offers.rate[row]), bool(pairs.offers.stored[row])
    if need.whole or not np.isnan(pairs.offers.whole[row]):
        return []  # one amount: more months would not make it larger
    steps = []
    for month, missing in zip(need.months, short.tolist(), strict=True):
        near = {(month - 2) % 12 + 1, month % 12 + 1} & set(each.capacity)
        possible = bool(each.capacity) and month not in each.capacity and (stored or bool(near))
        if missing > 0 and possible and rate >= each.least:
            steps.append((Finding("add_month", {"months": [month], "stored": stored}), {month: rate}))
    return steps


def _cause(candidate: Candidate) -> str:
    """The first thing that keeps an offer out."""
    return candidate.refusals[0].code if candidate.refusals else candidate.bars[0].code
