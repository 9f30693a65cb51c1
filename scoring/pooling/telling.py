"""What is told of a pool: members with their shares and the lead, the collection, the chance, and reasons."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from scoring.pooling.candidates import Judged
from scoring.pooling.clusters import Ground
from scoring.pooling.need import Need
from scoring.pooling.pickup import collection
from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.records import Candidate, Finding, Member, Pickup, Pool
from scoring.pooling.reliability import reliability
from scoring.pooling.settings import PoolSettings
from scoring.pooling.solving import Solved

if TYPE_CHECKING:
    from scoring.pooling.filling import Wishes

INVOICE_ORDER = ("HDDT", "HDDT_MTT", "BANG_KE", "", "KHONG")


def told(
    found: Judged,
    candidates: Sequence[Candidate],
    ground: Ground,
    puzzle: Puzzle,
    solved: Solved,
    settings: PoolSettings,
    wishes: Wishes,
    start: float,
) -> Pool:
    """The pool of a solution."""
    need = found.need
    assert need is not None
    rows = np.flatnonzero(solved.amounts.sum(axis=1) > 0).tolist()
    if not rows:
        return refusal(found, wishes, time.perf_counter() - start, candidates)
    lead = lead_of(candidates, puzzle, solved.amounts, rows)
    members = tuple(_member(found, candidates, puzzle, solved.amounts, i, need, i == lead) for i in rows)
    by_month = {month: float(solved.amounts[:, t].sum()) * need.grain for t, month in enumerate(need.months)}
    filled = puzzle.filled(solved.amounts)
    low, high, middle = _costs(candidates, solved.amounts, rows)
    chance = chance_of(puzzle, solved.amounts, rows, [c.default_rate for c in candidates], settings)
    fill_proof = solved.proofs[0]
    return Pool(
        demand=found.demand.id,
        unit=need.unit,
        wanted=need.by_month,
        whole=need.whole,
        members=tuple(sorted(members, key=lambda m: (not m.lead, -m.total, m.offer))),
        fill=float(filled.sum()) / max(puzzle.wanted, 1),
        by_month=by_month,
        bound=fill_proof.bound,
        gap=max(proof.gap for proof in solved.proofs if proof.objective in ("fill", "cost")),
        lead=None if lead is None else candidates[lead].offer.id,
        pickup=_collected(ground, candidates, solved, rows, settings),
        cost=middle,
        cost_low=low,
        cost_high=high,
        reliability=chance,
        reasons=_reasons(found, candidates, puzzle, solved.amounts, rows),
        refusals=_part(puzzle, solved.amounts, need),
        proofs=solved.proofs,
        seconds=time.perf_counter() - start,
    )


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


def refusal(
    found: Judged, wishes: Wishes, seconds: float, candidates: Sequence[Candidate] | None = None
) -> Pool:
    """A pool without members, and why there are none: the causes counted."""
    need = found.need
    if need is None:
        code = "need_unsaid"
        facts: dict[str, Any] = {"quantity": found.demand.quantity, "unit": found.demand.unit}
    else:
        causes = Counter(_cause(each, wishes) for each in found.candidates)
        if found.others:
            causes["wrong_product"] += found.others
        rows = [{"code": cause, "offers": count} for cause, count in causes.most_common()]
        code, facts = "no_member", {"offers": len(found.candidates) + found.others, "causes": rows}
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
        refusals=(Finding(code, facts),),
        seconds=seconds,
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


def chance_of(
    puzzle: Puzzle, amounts: Whole, rows: Sequence[int], rates: Sequence[float], settings: PoolSettings
) -> float:
    """The chance that what is promised is delivered."""
    towards = np.zeros((len(rows), len(puzzle.need)), dtype=np.int64)
    for n, i in enumerate(rows):
        np.add.at(towards[n], puzzle.group, amounts[i])
    return reliability(towards, puzzle.filled(amounts), [rates[i] for i in rows], settings.delivered_share)


def _member(
    found: Judged,
    candidates: Sequence[Candidate],
    puzzle: Puzzle,
    amounts: Whole,
    i: int,
    need: Need,
    lead: bool,
) -> Member:
    candidate, own = candidates[i], amounts[i]
    total = float(own.sum()) * need.grain
    ways, row = found.pairs.ways, candidate.row
    return Member(
        offer=candidate.offer.id,
        producer=candidate.offer.producer,
        amounts={m: float(own[t]) * need.grain for t, m in enumerate(need.months) if own[t]},
        share=float(own.sum()) / max(float(amounts.sum()), 1.0),
        capacity=candidate.total,
        rest=max(0.0, candidate.total - total),
        lead=lead,
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


def _part(puzzle: Puzzle, amounts: Whole, need: Need) -> tuple[Finding, ...]:
    """What is not filled, and when."""
    short = puzzle.need - puzzle.filled(amounts)
    if not short.any():
        return ()
    facts: dict[str, Any] = {
        "fill": round(1.0 - float(short.sum()) / puzzle.wanted, 4),
        "lacks": round(float(short.sum()) * need.grain, 2),
        "unit": need.unit,
    }
    if not need.whole:
        facts["months"] = {
            str(month): round(float(short[t]) * need.grain, 2)
            for t, month in enumerate(need.months)
            if short[t]
        }
    return (Finding("filled_in_part", facts),)


def _reasons(
    found: Judged, candidates: Sequence[Candidate], puzzle: Puzzle, amounts: Whole, rows: Sequence[int]
) -> tuple[Finding, ...]:
    single, fill = best_single(puzzle)
    return (
        Finding(
            "members", {"members": len(rows), "possible": len(candidates), "judged": len(found.candidates)}
        ),
        Finding("best_single", {"offer": candidates[single].offer.id, "fill": round(fill, 4)}),
    )


def best_single(puzzle: Puzzle) -> tuple[int, float]:
    """The producer that fills most alone, and what share."""
    alone = np.zeros((len(puzzle), len(puzzle.need)), dtype=np.int64)
    for t, g in enumerate(puzzle.group.tolist()):
        alone[:, g] += puzzle.cap[:, t]
    each = np.minimum(np.minimum(alone, puzzle.need).sum(axis=1), puzzle.stock)
    best = int(np.argmax(each))
    return best, float(each[best]) / max(puzzle.wanted, 1)


def _cause(candidate: Candidate, wishes: Wishes) -> str:
    if candidate.refusals:
        return candidate.refusals[0].code
    if candidate.bars:
        return candidate.bars[0].code
    return "forbidden" if candidate.offer.id in set(wishes.forbidden) else "no_lead"
