"""A filling at once: members taken one after the other, the same in every cluster, and the best kept.

It is what an officer sees first, what the exact solver starts from, and what that is measured against.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from scoring.pooling.puzzle import Puzzle, Whole

Order = NDArray[np.intp]


def quick(puzzle: Puzzle) -> Whole:
    """The best of several greedy fillings over the most promising clusters; amounts [member, month]."""
    best, key = np.zeros((len(puzzle), puzzle.months), dtype=np.int64), (-1, 0, 0.0)
    for k in promising(puzzle)[:8]:
        for order in _orders(puzzle, puzzle.clusters[k]):
            amounts = pruned(puzzle, fill_in_order(puzzle, order))
            if not valid_leads(puzzle, amounts):
                continue
            found = worth(puzzle, amounts)
            if found > key:
                best, key = amounts, found
    return best


def worth(puzzle: Puzzle, amounts: Whole) -> tuple[int, int, float]:
    """More is better: what is filled, then few members, then a low cost."""
    taken = int((amounts.sum(axis=1) > 0).sum())
    return int(puzzle.filled(amounts).sum()), -taken, -puzzle.money(amounts)


def promising(puzzle: Puzzle) -> list[int]:
    """Clusters, those first that could fill most."""
    reach = [int(could_fill(puzzle, mask).sum()) for mask in puzzle.clusters]
    return sorted(range(len(reach)), key=lambda k: (-reach[k], k))


def could_fill(puzzle: Puzzle, mask: NDArray[np.bool_]) -> Whole:
    """The most of each need that these members could meet if no lot were too small."""
    total: Whole = np.zeros(len(puzzle.need), dtype=np.int64)
    by_month = puzzle.cap[mask].sum(axis=0)
    np.add.at(total, puzzle.group, by_month)
    most: Whole = np.minimum(np.minimum(total, puzzle.need), puzzle.stock[mask].sum())
    return most


def _orders(puzzle: Puzzle, mask: NDArray[np.bool_]) -> Iterable[Order]:
    rows = np.flatnonzero(mask & (puzzle.cap.sum(axis=1) > 0))
    size = np.minimum(puzzle.cap[rows].sum(axis=1), puzzle.stock[rows])
    leads = ~puzzle.leads[rows] if puzzle.lead_needed else np.zeros(len(rows), dtype=np.bool_)
    largest = np.lexsort((rows, puzzle.cost[rows], -size))
    cheapest = np.lexsort((rows, -size, puzzle.cost[rows]))
    for order in (largest, cheapest):
        first = order[~leads[order]][:1]  # one that can invoice comes first
        rest = order[order != first[0]] if len(first) else order
        yield rows[np.concatenate([first, rest])]


def fill_in_order(puzzle: Puzzle, order: Order) -> Whole:
    """Each member gives in turn what is still open, as long as its least fits below the agreed surplus."""
    amounts = np.maximum(puzzle.fixed, 0)
    taken = {int(i) for i in np.flatnonzero(amounts.sum(axis=1) > 0)}
    for i in order.tolist():
        if i not in taken and len(taken) >= puzzle.max_members:
            break
        left = int(puzzle.stock[i] - amounts[i].sum())
        given = puzzle.delivered(amounts)
        for t in range(puzzle.months):
            g = int(puzzle.group[t])
            open_, room = int(puzzle.need[g] - given[g]), int(puzzle.most[g] - given[g])
            if puzzle.fixed[i, t] >= 0 or open_ <= 0:
                continue
            amount = min(int(puzzle.cap[i, t]), max(open_, int(puzzle.least[i])), left, room)
            if amount < puzzle.least[i]:
                continue
            amounts[i, t] = amount
            given[g] += amount
            left -= amount
        if amounts[i].any():
            taken.add(i)
    return amounts


def pruned(puzzle: Puzzle, amounts: Whole) -> Whole:
    """Without members whose share the others can carry."""
    best = amounts
    members = [i for i in np.flatnonzero(amounts.sum(axis=1) > 0).tolist() if not (puzzle.fixed[i] > 0).any()]
    for i in sorted(members, key=lambda i: int(amounts[i].sum())):
        stay = [j for j in np.flatnonzero(best.sum(axis=1) > 0).tolist() if j != i]
        trial = fill_in_order(
            puzzle, np.array(sorted(stay, key=lambda j: -int(best[j].sum())), dtype=np.intp)
        )
        if worth(puzzle, trial)[0] >= worth(puzzle, best)[0] and valid_leads(puzzle, trial):
            best = trial
    return best


def valid_leads(puzzle: Puzzle, amounts: Whole) -> bool:
    """Whether one of those who take part can invoice, where that is needed."""
    taken = amounts.sum(axis=1) > 0
    return not puzzle.lead_needed or not taken.any() or bool((taken & puzzle.leads).any())
