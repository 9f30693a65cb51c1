"""How likely a pool delivers what it promises, when each member may fail, independently of the others.

A member that fails delivers nothing. What a month lacks another month's surplus does not make good. The
chance is exact: one need by convolution over whole parts, several needs over all sets of failing members.
Only where more than twenty members serve several needs it is counted over a quarter of a million seasons
drawn with a fixed seed (standard error at most 0.1 points).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.columns.arrays import Floats
from scoring.pooling.puzzle import Whole

PARTS = 200_000  # of what is promised, told apart in one need
ENUMERATED = 20  # members whose failures are gone through one by one
AT_ONCE = 1 << 16
DRAWN, SEED = 250_000, 20_26


def reliability(delivered: Whole, promised: Whole, rates: Sequence[float], share: float) -> float:
    """The chance that at least ``share`` of what is promised is delivered.

    ``delivered`` [member, need] and ``promised`` [need] are whole grains; ``rates`` are the chances to fail.
    """
    goal = int(np.ceil(promised.sum() * share - 1e-9))
    if goal <= 0 or not len(delivered):
        return 1.0 if goal <= 0 else 0.0
    chances = np.asarray(rates, dtype=np.float64)
    served = promised > 0
    if int(served.sum()) == 1:
        return _convolved(delivered[:, served][:, 0], chances, goal)
    if len(delivered) <= ENUMERATED:
        return _enumerated(delivered, promised, chances, goal)
    return _drawn(delivered, promised, chances, goal)


def _convolved(amounts: Whole, rates: Floats, goal: int) -> float:
    """One need: the chances of every sum, member after member; sums from the goal on are one."""
    part = max(1.0, goal / PARTS)
    steps = np.rint(amounts / part).astype(np.int64)
    top = int(np.ceil(goal / part - 1e-9))
    sums = np.zeros(top + 1)
    sums[0] = 1.0
    for step, rate in zip(np.minimum(steps, top).tolist(), rates.tolist(), strict=True):
        come = np.zeros_like(sums)
        come[step:] = sums[: top + 1 - step]
        come[top] += sums[top + 1 - step :].sum()
        sums = come * (1.0 - rate) + sums * rate
    return float(sums[top])


def _enumerated(delivered: Whole, promised: Whole, rates: Floats, goal: int) -> float:
    """Several needs and few members: every set of members that come."""
    n, sure = len(delivered), 0.0
    for start in range(0, 1 << n, AT_ONCE):
        sets = np.arange(start, min(start + AT_ONCE, 1 << n))
        come = (sets[:, None] >> np.arange(n)[None, :]) & 1
        kept = np.minimum(come.astype(np.float64) @ delivered.astype(np.float64), promised).sum(axis=1)
        chance = np.where(come == 1, 1.0 - rates, rates).prod(axis=1)
        sure += float(chance[kept >= goal - 0.5].sum())
    return min(sure, 1.0)


def _drawn(delivered: Whole, promised: Whole, rates: Floats, goal: int) -> float:
    """Several needs and many members: seasons drawn, always the same ones."""
    come = np.random.default_rng(SEED).random((DRAWN, len(rates))) >= rates
    kept = np.minimum(come.astype(np.float64) @ delivered.astype(np.float64), promised).sum(axis=1)
    return float((kept >= goal - 0.5).mean())
