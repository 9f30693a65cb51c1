"""A filling at once: members taken one after the other, in a few clusters, and the best kept.

It is what an officer sees first, what the exact solver starts from, and what that is measured against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.pooling.puzzle import Puzzle, Whole

Order = NDArray[np.intp]
TRIED = 5  # clusters
STEP = 0.05  # of the cost: a smaller difference does not outweigh a member


def quick(puzzle: Puzzle, clusters: Sequence[int], valid: Callable[[Whole], bool]) -> Whole:
    """The best of several greedy fillings over the first of these clusters; amounts [member, month]."""
    best = np.maximum(puzzle.fixed, 0)
    key = worth(puzzle, best) if valid(best) else (-1, 0, 0, 0.0)
    for k in clusters[:TRIED]:
        for order in _orders(puzzle, k):
            amounts = fill_in_order(puzzle, order)
            while not valid(amounts) and len(order) > 1:  # too late with all of them: without the smallest
                taken = [i for i in order.tolist() if amounts[i].any()]
                if len(taken) < 2:
                    break
                order = order[order != min(taken[1:], key=lambda i: int(amounts[i].sum()))]
                amounts = fill_in_order(puzzle, order)
            if not valid(amounts):
                continue
            amounts = pruned(puzzle, amounts, valid)
            found = worth(puzzle, amounts)
            if found > key:
                best, key = amounts, found
    return best if key[0] >= 0 else np.zeros_like(best)


def cheap(puzzle: Puzzle, clusters: Sequence[int], best: Whole, valid: Callable[[Whole], bool]) -> Whole:
    """The cheapest greedy filling over the first of these clusters that fills as much as ``best``."""
    filled = puzzle.filled(best).sum()
    for k in clusters[:TRIED]:
        *_, cheapest = _orders(puzzle, k)
        amounts = fill_in_order(puzzle, cheapest)
        enough = puzzle.filled(amounts).sum() >= filled and puzzle.money(amounts) < puzzle.money(best)
        if enough and valid(amounts):
            best = amounts
    return best


def worth(puzzle: Puzzle, amounts: Whole) -> tuple[int, int, int, float]:
    """More is better: what is filled, then a cost that is lower by a step, few members, the cost itself."""
    taken, money = int(amounts.any(axis=1).sum()), puzzle.money(amounts)
    steps = int(np.log(money) / np.log(1.0 + STEP)) if money > 1.0 else 0
    return int(puzzle.filled(amounts).sum()), -steps, -taken, -money


def _orders(puzzle: Puzzle, k: int) -> Iterable[Order]:
    """Members of a cluster, the largest first and the cheapest first; one at the first stop and one that can
    invoice come before."""
    size = puzzle.size
    rows = np.flatnonzero(puzzle.clusters[k] & (size > 0))
    for order in (
        rows[np.lexsort((rows, puzzle.cost[rows], -size[rows]))],
        rows[np.lexsort((rows, -size[rows], puzzle.cost[rows]))],
    ):
        first = [i for i in order.tolist() if puzzle.anchors[k, i]][:1]
        if puzzle.lead_needed and not any(puzzle.leads[i] for i in first):
            first += [i for i in order.tolist() if puzzle.leads[i]][:1]
        yield np.array([*first, *(i for i in order.tolist() if i not in first)], dtype=np.intp)


def fill_in_order(puzzle: Puzzle, order: Order) -> Whole:
    """Each member gives in turn what is still open, as long as its least fits below the agreed surplus."""
    amounts = np.maximum(puzzle.fixed, 0)
    given = puzzle.delivered(amounts)
    count = int(amounts.any(axis=1).sum())
    apart = len(puzzle.need) == puzzle.months
    for i in order.tolist():
        if (given >= puzzle.need).all() or count >= puzzle.max_members:
            break
        had = bool(amounts[i].any())
        free = puzzle.fixed[i] < 0
        if apart and puzzle.stock[i] >= puzzle.cap[i].sum():
            open_ = puzzle.need - given
            asked = np.minimum(np.maximum(open_, puzzle.least[i]), puzzle.most - given)
            more = np.minimum(puzzle.cap[i], asked)
            more = np.where(free & (open_ > 0) & (more >= puzzle.least[i]), more, 0)
            amounts[i] += more
            given = given + more
        else:
            _give(puzzle, i, amounts, given)
        count += bool(amounts[i].any()) and not had
    return amounts


def _give(puzzle: Puzzle, i: int, amounts: Whole, given: Whole) -> None:
    """What one member with a stock, or for a need of several months, gives; written into both arrays."""
    left, least = int(puzzle.stock[i] - amounts[i].sum()), int(puzzle.least[i])
    for t in np.flatnonzero((puzzle.cap[i] > 0) & (puzzle.fixed[i] < 0)).tolist():
        g = puzzle.group[t]
        open_, room = int(puzzle.need[g] - given[g]), int(puzzle.most[g] - given[g])
        amount = min(int(puzzle.cap[i, t]), max(open_, least), left, room)
        if open_ > 0 and amount >= least:
            amounts[i, t] = amount
            given[g] += amount
            left -= amount


def pruned(puzzle: Puzzle, amounts: Whole, valid: Callable[[Whole], bool]) -> Whole:
    """Without members whose share the others can carry."""
    best = amounts
    free = ~(puzzle.fixed > 0).any(axis=1)
    for i in sorted(np.flatnonzero(amounts.any(axis=1) & free).tolist(), key=lambda i: int(amounts[i].sum())):
        stay = [j for j in np.flatnonzero(best.any(axis=1)).tolist() if j != i]
        order = np.array(sorted(stay, key=lambda j: -int(best[j].sum())), dtype=np.intp)
        trial = fill_in_order(puzzle, order)
        if puzzle.filled(trial).sum() >= puzzle.filled(best).sum() and valid(trial):
            best = trial
    return best
