"""How likely a pool delivers what it promises, when each member may fail, independently of the others.

A member that fails delivers nothing. What a month lacks another month's surplus does not make good. The
chance is exact over all sets of failing members where these are few, else over whole parts of the amounts.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.columns.arrays import Floats
from scoring.pooling.puzzle import Whole

ENUMERATED = 16  # members whose failures are gone through one by one
PARTS = 1_000  # of what is promised, told apart where there are more members
MOST_STATES = 400_000


def reliability(delivered: Whole, promised: Whole, rates: Sequence[float], share: float) -> float:
    """The chance that at least ``share`` of what is promised is delivered.

    ``delivered`` [member, need] and ``promised`` [need] are whole grains; ``rates`` are the chances to fail.
    """
    goal = int(np.ceil(promised.sum() * share - 1e-9))
    if goal <= 0 or not len(delivered):
        return 1.0 if goal <= 0 else 0.0
    if len(delivered) <= ENUMERATED:
        return _enumerated(delivered, promised, np.asarray(rates), goal)
    return _convolved(delivered, promised, np.asarray(rates), goal)


def _enumerated(delivered: Whole, promised: Whole, rates: Floats, goal: int) -> float:
    n = len(delivered)
    come = (np.arange(1 << n)[:, None] >> np.arange(n)[None, :]) & 1
    chance = np.where(come == 1, 1.0 - rates, rates).prod(axis=1)
    kept = np.zeros(1 << n, dtype=np.int64)
    for g in range(delivered.shape[1]):
        kept += np.minimum(come @ delivered[:, g], promised[g])
    return float(chance[kept >= goal].sum())


def _convolved(delivered: Whole, promised: Whole, rates: Floats, goal: int) -> float:
    """Member after member, largest first; states that are sure of the goal, or of missing it, are settled."""
    part = max(1, int(promised.sum()) // PARTS)
    whole = np.ceil(promised / part).astype(np.int64)
    order = np.argsort(-delivered.sum(axis=1), kind="stable")
    amounts: Whole = delivered[order] // part
    failing: Floats = rates[order]
    # Rounding down loses less than a part a member and need; half of it is given back, so errors even out.
    target = int(np.ceil(goal / part)) - int((delivered > 0).sum()) // 2 - len(whole) // 2
    states: Whole = np.zeros((1, len(whole)), dtype=np.int64)
    chance: Floats = np.ones(1)
    sure = 0.0
    left = np.cumsum(amounts[::-1], axis=0)[::-1]
    for i in range(len(amounts)):
        come = np.minimum(states + amounts[i], whole)
        states = np.concatenate([come, states])
        chance = np.concatenate([chance * (1.0 - failing[i]), chance * failing[i]])
        reached = states.sum(axis=1) >= target
        sure += float(chance[reached].sum())
        after = left[i + 1] if i + 1 < len(amounts) else np.zeros(len(whole), dtype=np.int64)
        open_ = ~reached & (np.minimum(states + after, whole).sum(axis=1) >= target)
        states, chance = _merged(states[open_], chance[open_])
    return sure


def _merged(states: Whole, chance: Floats) -> tuple[Whole, Floats]:
    if not len(states):
        return states, chance
    distinct, where = np.unique(states, axis=0, return_inverse=True)
    found: Floats = np.zeros(len(distinct))
    np.add.at(found, where.ravel(), chance)
    if len(distinct) > MOST_STATES:  # the least likely are taken for failures
        keep = np.argsort(-found, kind="stable")[:MOST_STATES]
        distinct, found = distinct[keep], found[keep]
    return distinct, found
