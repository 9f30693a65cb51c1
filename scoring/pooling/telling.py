"""What is told of a pool: members with their shares and the lead, the collection, the chance, and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from scoring.columns.arrays import Floats
from scoring.pooling.candidates import Judged
from scoring.pooling.clusters import Ground
from scoring.pooling.lacking import causes, lacking
from scoring.pooling.need import Need
from scoring.pooling.pickup import collection, in_time_on
from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.reasons import reasons
from scoring.pooling.records import Candidate, Finding, Member, Pickup, Pool
from scoring.pooling.reserve import chance_with, reserve_of
from scoring.pooling.rounds import in_time_by_rounds
from scoring.pooling.settings import PoolSettings
from scoring.pooling.solving import Solved
from scoring.pooling.work import Work
from scoring.profile import Profile

INVOICE_ORDER = ("HDDT", "HDDT_MTT", "BANG_KE", "", "KHONG")


def told(work: Work, solved: Solved) -> Pool:
    """The pool of a solution."""
    found, puzzle, need = work.found, work.puzzle, work.found.need
    assert need is not None
    rows = np.flatnonzero(solved.amounts.any(axis=1)).tolist()
    if not rows:
        return refusal(found, work.profile, work.forbidden, puzzle.lead_needed)
    promised = puzzle.filled(solved.amounts)
    rates = [each.default_rate for each in work.candidates]
    chance = chance_with(puzzle, solved.amounts, promised, rates, work.settings)
    standing = reserve_of(puzzle, solved.amounts, rates, work.settings, chance, _collected_with(work, solved))
    amounts = solved.amounts
    if standing and work.settings.buffer == "add":
        amounts = amounts.copy()
        amounts[standing.row], chance = standing.amounts, standing.chance
        rows = sorted([*rows, standing.row])
    lead = lead_of(work.candidates, puzzle, solved.amounts, rows)
    members = [_member(work, amounts, i, lead) for i in rows]
    if standing and work.settings.buffer == "add":
        members = [replace(m, buffer=m.offer == work.candidates[standing.row].offer.id) for m in members]
    alone = None
    if standing and work.settings.buffer == "name":
        alone = replace(_member(work, standing.amounts[None, :], standing.row, None, only=True), buffer=True)
    low, high, middle = _costs(work.candidates, amounts, rows)
    short: Floats = (puzzle.need - promised).astype(np.float64) * need.grain
    proofs = {proof.objective: proof for proof in solved.proofs}
    return Pool(
        demand=found.demand.id,
        unit=need.unit,
        wanted=need.by_month,
        whole=need.whole,
        members=tuple(sorted(members, key=lambda m: (not m.lead, -m.total, m.offer))),
        fill=float(promised.sum()) / max(puzzle.wanted, 1),
        by_month={m: float(amounts[:, t].sum()) * need.grain for t, m in enumerate(need.months)},
        bound=proofs["fill"].bound,
        gap=max(proofs[name].gap for name in ("fill", "cost") if name in proofs),
        lead=None if lead is None else work.candidates[lead].offer.id,
        pickup=_collected(work.ground, work.candidates, solved, rows, work.settings),
        cost=middle,
        cost_low=low,
        cost_high=high,
        reliability=chance,
        reserve=alone,
        reserve_reliability=None if alone is None or standing is None else standing.chance,
        reasons=reasons(work, amounts, rows, solved),
        refusals=_part(found, puzzle, promised, need),
        lacking=lacking(found, work.profile, short),
        proofs=solved.proofs,
    )


def _collected_with(work: Work, solved: Solved) -> Callable[[Sequence[int]], bool]:
    """Whether a set of members can be collected in as many rounds as the solution has, and in time."""
    each = in_time_on(work.ground, work.settings.stop_hours)
    if solved.rounds is not None:
        return in_time_by_rounds(solved.rounds, each)

    def asked(rows: Sequence[int]) -> bool:
        taken = np.zeros((len(work.puzzle), 1), dtype=np.int64)
        taken[list(rows)] = 1
        return work.puzzle.compact(taken) and each(rows)

    return asked


def _collected(
    ground: Ground, candidates: Sequence[Candidate], solved: Solved, rows: list[int], settings: PoolSettings
) -> Pickup:
    """The collection, round after round."""
    parts = [rows] if solved.rounds is None else solved.rounds.parts(rows) or [rows]
    each = [collection(ground, candidates, part, settings.stop_hours) for part in parts]
    stops = tuple(replace(stop, round=n) for n, one in enumerate(each, 1) for stop in one.stops)
    known = [one for one in each if one.km is not None]
    if len(known) < len(each):
        return Pickup(stops)
    hours = max(one.hours or 0.0 for one in each)
    return Pickup(stops, sum(one.km or 0.0 for one in each), hours, sum(one.detour_km or 0.0 for one in each))


def refusal(found: Judged, profile: Profile, forbidden: Collection[str] = (), no_lead: bool = False) -> Pool:
    """A pool without members: why there are none, the causes counted, and what would help."""
    need = found.need
    if need is None:
        facts: dict[str, Any] = {"quantity": found.demand.quantity, "unit": found.demand.unit}
        why = Finding("need_unsaid", facts)
    else:
        left = [each for each in found.candidates if each.possible]
        more = Counter(
            "forbidden" if e.offer.id in forbidden else "no_lead" if no_lead else "none_fits" for e in left
        )
        facts = {"offers": len(found.candidates) + found.others, "causes": causes(found, more)}
        why = Finding("no_member", facts)
    short = np.array([] if need is None else [need.total] if need.whole else [need.rate] * len(need.months))
    return Pool(
        demand=found.demand.id,
        unit="" if need is None else need.unit,
        wanted={} if need is None else need.by_month,
        whole=False if need is None else need.whole,
        members=(),
        fill=0.0,
        by_month={},
        bound=0.0,
        gap=0.0,
        lead=None,
        pickup=Pickup(),
        refusals=(why,),
        lacking=lacking(found, profile, short),
    )


def lead_of(
    candidates: Sequence[Candidate], puzzle: Puzzle, amounts: Whole, rows: Sequence[int]
) -> int | None:
    """Who invoices: of those that can, the best kind of invoice, then the largest share."""
    able = [i for i in rows if puzzle.leads[i]]
    if not able:
        return None

    def order(i: int) -> tuple[int, int, str]:
        return (
            INVOICE_ORDER.index(candidates[i].offer.invoice),
            -int(amounts[i].sum()),
            candidates[i].offer.id,
        )

    return min(able, key=order)


def _member(work: Work, amounts: Whole, i: int, lead: int | None, only: bool = False) -> Member:
    """One member; with ``only`` the amounts are of this one alone."""
    candidate, own, need = work.candidates[i], amounts[0 if only else i], work.found.need
    assert need is not None
    total = float(own.sum()) * need.grain
    ways, row = work.found.pairs.ways, candidate.row
    return Member(
        offer=candidate.offer.id,
        producer=candidate.offer.producer,
        amounts={m: float(own[t]) * need.grain for t, m in enumerate(need.months) if own[t]},
        share=0.0 if only else float(own.sum()) / max(float(amounts.sum()), 1.0),
        capacity=candidate.total,
        rest=max(0.0, candidate.total - total),
        lead=i == lead,
        km=_known(ways.km[row]),
        hours_low=_known(ways.hours_low[row]),
        hours_high=_known(ways.hours_high[row]),
        cost=candidate.cost,
        default_rate=candidate.default_rate,
        questions=candidate.questions,
    )


def _known(value: Any) -> float | None:
    return None if value != value else float(value)


def _costs(
    candidates: Sequence[Candidate], amounts: Whole, rows: Sequence[int]
) -> tuple[float | None, float | None, float | None]:
    """Delivered cost a unit over those that name a price: low, high, middle."""
    priced = [i for i in rows if candidates[i].cost is not None]
    weight = float(sum(int(amounts[i].sum()) for i in priced))
    if not weight:
        return None, None, None
    low, high = (
        sum(int(amounts[i].sum()) * float(getattr(candidates[i], name)) for i in priced) / weight
        for name in ("cost_low", "cost_high")
    )
    return low, high, (low + high) / 2


def _part(found: Judged, puzzle: Puzzle, promised: Whole, need: Need) -> tuple[Finding, ...]:
    """What is not filled, when, and why no more offers serve."""
    short = puzzle.need - promised
    if not short.any():
        return ()
    facts: dict[str, Any] = {
        "fill": round(1.0 - float(short.sum()) / puzzle.wanted, 4),
        "lacks": round(float(short.sum()) * need.grain, 2),
        "unit": need.unit,
        "causes": causes(found),
    }
    if not need.whole:
        lacks = {m: float(short[t]) * need.grain for t, m in enumerate(need.months) if short[t]}
        facts["months"] = {str(month): round(amount, 2) for month, amount in lacks.items()}
    refused = (Finding("pooling_refused", {}),) if found.demand.pooling_allowed is False else ()
    return (Finding("filled_in_part", facts), *refused)
