"""What no pool of a cluster can beat: computed for all clusters together, so that most need no solver."""

from __future__ import annotations

import numpy as np

from scoring.columns.arrays import Bools, Floats
from scoring.pooling.puzzle import Puzzle, Whole

FIRST = 256  # members looked at before all of a cluster are


def most_filled(puzzle: Puzzle) -> Whole:
    """For each cluster the most grains that could be filled if no lot were too small."""
    masks = puzzle.clusters.astype(np.float64)
    filled = np.minimum(masks @ puzzle.towards.astype(np.float64), puzzle.need[None, :]).sum(axis=1)
    most: Whole = np.rint(np.minimum(filled, masks @ puzzle.stock.astype(np.float64))).astype(np.int64)
    return most


def least_money(puzzle: Puzzle, asked: Bools, filled: int) -> Floats:
    """For each cluster asked the least that so many filled grains cost if amounts could be split at will.

    Where all is filled each need takes the cheapest for itself; else the cheapest of all fill. Clusters that
    cannot, and those not asked, are inf.
    """
    order = np.argsort(puzzle.cost, kind="stable")
    cost, amounts, goal = puzzle.cost[order], puzzle.useful[order], puzzle.need
    if filled < puzzle.wanted:
        amounts, goal = amounts.sum(axis=1, keepdims=True), np.array([filled])
    lows = np.full(len(puzzle.clusters), np.inf)
    for k in np.flatnonzero(asked).tolist():
        rows = np.flatnonzero(puzzle.clusters[k][order])
        for some in (rows[:FIRST], rows):  # the cheapest suffice as a rule
            up_to = np.minimum(amounts[some].cumsum(axis=0), goal)
            if len(some) and (up_to[-1] >= goal).all():
                lows[k] = float((np.diff(up_to, axis=0, prepend=0) * cost[some][:, None]).sum())
                break
    return lows


def fewest_members(puzzle: Puzzle, asked: Bools, filled: int) -> Floats:
    """For each cluster asked: no fewer members can fill so much, the largest of them together; else inf."""
    few = np.full(len(puzzle.clusters), np.inf)
    few[asked] = 1.0
    left = filled - (puzzle.wanted - puzzle.need)
    goals = [(np.minimum(puzzle.useful.sum(axis=1), puzzle.stock), filled)]
    goals += [(puzzle.useful[:, g], int(left[g])) for g in range(len(puzzle.need))]
    for sizes, goal in goals:
        order = np.argsort(-sizes, kind="stable")
        for k in np.flatnonzero(asked).tolist() if goal > 0 else ():
            rows = order[puzzle.clusters[k][order]]
            for some in (rows[:FIRST], rows):
                needed = int(np.searchsorted(sizes[some].cumsum(), goal, side="left")) + 1
                if needed <= len(some):
                    break
            few[k] = max(few[k], needed)
    return few
