"""Every filling of a small puzzle, gone through without any solver: what the exact one must equal.

Members are added one by one; for each number of members, with or without one that invoices and one at the
first stop, and for each amount delivered towards each need, the least money is kept.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from scoring.pooling.puzzle import Puzzle


@dataclass(frozen=True)
class Best:
    """The most that can be filled, the least money for it, and the fewest members for hardly more, with their
    least money."""

    filled: int
    money: float
    members: int
    money_of_members: float


def best_of(puzzle: Puzzle, tolerance: float, rounds: int = 1) -> Best:
    """By hand over all clusters, or with several rounds over all sets of them, the smaller ones first."""
    found: dict[tuple[int, int], float] = {(0, 0): 0.0}  # (filled, members) to money
    for count in range(1, rounds + 1):
        more: dict[tuple[int, int], float] = {}
        for chosen in combinations(range(len(puzzle.clusters)), count):
            anchors = puzzle.anchors[list(chosen)]
            mask = puzzle.clusters[list(chosen)].any(axis=0)
            for key, money in _of_cluster(puzzle, mask, anchors).items():
                more[key] = min(more.get(key, np.inf), money)
        if max((f for f, _ in more), default=0) > max(f for f, _ in found):
            found = more  # more rounds only where they fill more
        elif count == 1:
            found |= more
    filled = max(f for f, _ in found)
    least = min(money for (f, _), money in found.items() if f == filled)
    within = {
        m: money for (f, m), money in found.items() if f == filled and money <= least * (1 + tolerance) + 1e-9
    }
    members = min(within)
    return Best(filled, least, members, within[members])


def _of_cluster(puzzle: Puzzle, mask: np.ndarray, anchors: np.ndarray) -> dict[tuple[int, int], float]:
    shape = tuple(int(m) + 1 for m in puzzle.most)
    nowhere = (False,) * len(anchors)
    states = {(0, False, nowhere): np.full(shape, np.inf)}
    states[0, False, nowhere][(0,) * len(shape)] = 0.0
    for i in np.flatnonzero(mask).tolist():
        moves = _moves(puzzle, i)
        grown = {key: value.copy() for key, value in states.items()}
        for (count, led, started), money in states.items():
            if count == puzzle.max_members:
                continue
            at = tuple(was or bool(here) for was, here in zip(started, anchors[:, i], strict=True))
            key = (count + 1, led or bool(puzzle.leads[i]), at)
            into = grown.setdefault(key, np.full(shape, np.inf))
            for move, cost in moves.items():
                if any(step >= size for step, size in zip(move, shape, strict=True)):
                    continue
                to = tuple(slice(step, None) for step in move)
                start = tuple(slice(0, size - step) for step, size in zip(move, shape, strict=True))
                into[to] = np.minimum(into[to], money[start] + cost)
        states = grown
    found: dict[tuple[int, int], float] = {}
    for (count, led, started), money in states.items():
        if not all(started) or (puzzle.lead_needed and not led):
            continue
        for at in zip(*np.nonzero(np.isfinite(money)), strict=True):
            filled = sum(min(int(a), int(n)) for a, n in zip(at, puzzle.need, strict=True))
            found[filled, count] = min(found.get((filled, count), np.inf), float(money[at]))
    return found


def _moves(puzzle: Puzzle, i: int) -> dict[tuple[int, ...], float]:
    """What a member may deliver towards each need if it takes part, and for how much."""
    choices = [[0, *range(int(puzzle.least[i]), int(puzzle.cap[i, t]) + 1)] for t in range(puzzle.months)]
    found = {}
    for amounts in product(*choices):
        if not 0 < sum(amounts) <= puzzle.stock[i]:
            continue
        towards = [0] * len(puzzle.need)
        for t, amount in enumerate(amounts):
            towards[int(puzzle.group[t])] += amount
        found[tuple(towards)] = sum(amounts) * float(puzzle.cost[i])
    return found


def random_puzzle(draw: random.Random, most_members: int = 12) -> Puzzle:
    """A small puzzle: up to twelve members, three months, a few clusters, tight lots."""
    n, months = draw.randint(1, most_members), draw.choice((1, 1, 2, 2, 3))
    whole = draw.random() < 0.4
    group = np.zeros(months, dtype=np.intp) if whole else np.arange(months)
    large = {1: 14, 2: 8, 3: 4}[int(group.max()) + 1]
    need = np.array([draw.randint(2, large)] * (int(group.max()) + 1), dtype=np.int64)
    cap = np.array(
        [[draw.choice((0, *range(large + 1))) for _ in range(months)] for _ in range(n)], dtype=np.int64
    )
    least = np.array([draw.choice((1, 1, 2, 3, 4)) for _ in range(n)], dtype=np.int64)
    cap[cap < least[:, None]] = 0
    stock = np.array(
        [draw.choice((int(row.sum()), max(1, int(row.sum()) * 2 // 3))) for row in cap], dtype=np.int64
    )
    place = np.array([draw.randint(0, 3) for _ in range(n)])
    near = np.array([[a == b or draw.random() < 0.5 for b in range(4)] for a in range(4)])
    own = place[None, :] == np.unique(place)[:, None]
    return Puzzle(
        cap=cap,
        least=least,
        stock=stock,
        cost=np.array([float(draw.randint(8, 20)) for _ in range(n)]),
        leads=np.array([draw.random() < 0.6 for _ in range(n)]),
        lead_needed=draw.random() < 0.7,
        fixed=np.full((n, months), -1, dtype=np.int64),
        need=need,
        most=np.floor(need * 1.3).astype(np.int64),
        group=group,
        clusters=near[np.unique(place)][:, place] | own,
        anchors=own,
        max_members=draw.choice((2, 4, 12)),
        grain=1.0,
    )
