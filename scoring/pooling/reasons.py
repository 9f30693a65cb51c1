"""Why a pool is as it is: what it was chosen from and what must still be asked, as codes with facts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.records import Finding
from scoring.pooling.sharing import unfairness
from scoring.pooling.solving import Solved
from scoring.pooling.work import Work


def reasons(work: Work, amounts: Whole, rows: Sequence[int], solved: Solved) -> tuple[Finding, ...]:
    """In the order in which an officer asks."""
    puzzle, need, members = work.puzzle, work.found.need, [work.candidates[i] for i in rows]
    assert need is not None
    alone, fill = best_single(puzzle)
    found = [
        Finding("members", {"members": len(rows), "possible": len(work.candidates)}),
        Finding("best_single", {"offer": work.candidates[alone].offer.id, "fill": round(fill, 4)}),
    ]
    rounds = 1 if solved.rounds is None else len(solved.rounds.parts(rows) or [rows])
    if rounds > 1:
        found.append(Finding("several_rounds", {"rounds": rounds}))
    over = float((puzzle.delivered(amounts) - puzzle.filled(amounts)).sum()) * need.grain
    if over >= 1.0:
        found.append(
            Finding(
                "surplus", {"amount": round(over, 2), "unit": need.unit, "share": round(over / need.total, 4)}
            )
        )
    if need.months_assumed:
        found.append(Finding("months_assumed", {"months": list(need.months)}))
    if need.lot_unit_differs:
        found.append(Finding("lot_unit_differs", {"unit": need.unit}))
    unpriced = [each.offer.id for each in members if each.cost is None]
    if unpriced:
        found.append(Finding("cost_unknown", {"offers": unpriced}))
    bought = [e.offer.id for e in members if any(q.code == "lead_invoices" for q in e.questions)]
    if bought:
        found.append(Finding("lead_buys", {"offers": bought}))
    rests, spread = unfairness(puzzle, amounts)
    if len(rows) > 1 and spread > work.settings.share_tolerance:
        found.append(Finding("shares_uneven", {"spread": spread}))
    if rests:
        found.append(Finding("rest_unsaleable", {"members": rests}))
    kinds = {each.offer.called for each in members}
    if len(kinds) > 1:
        found.append(Finding("named_differently", {"names": sorted(kinds)}))
    return tuple(found)


def best_single(puzzle: Puzzle) -> tuple[int, float]:
    """The producer that fills most alone, and what share."""
    each = np.minimum(puzzle.useful.sum(axis=1), puzzle.stock)
    best = int(np.argmax(each))
    return best, float(each[best]) / max(puzzle.wanted, 1)
