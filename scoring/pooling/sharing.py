"""Shares as even as the objectives before allow: each member gives about the same part of what it has.

What stays with a member must be nothing or enough to be sold: no rest below its own least lot.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.pooling.programme import Programme, Target
from scoring.pooling.puzzle import Puzzle, Whole

UNSALEABLE = 2.0  # what one unsaleable rest weighs against shares that lie as far apart as they can
ROUND = 100  # amounts are brought to whole multiples of so many grains where that changes nothing else


def shared_fairly(
    puzzle: Puzzle, amounts: Whole, ceiling: float, filled: int, seconds: float
) -> Whole | None:
    """The same members with fairer amounts for no more than ``ceiling``; None where none are fairer."""
    rows = np.flatnonzero(amounts.any(axis=1))
    if len(rows) < 2 or seconds <= 0:
        return None
    mask = np.isin(np.arange(len(puzzle)), rows)
    part = puzzle.rows(mask)
    programme = Shares(part, np.ones(len(rows), dtype=np.bool_))
    found = programme.fairest(Target(filled, ceiling), seconds)
    if found is None:
        return None
    result = np.zeros_like(amounts)
    result[rows] = rounded(part, part.topped_up(found))
    kept = int(puzzle.filled(result).sum()) >= filled and result[rows].any(axis=1).all()
    if not kept or puzzle.money(result) > ceiling * (1 + 1e-6):
        return None
    before, after = unfairness(puzzle, amounts), unfairness(puzzle, result)
    return result if after < before else None


def unfairness(puzzle: Puzzle, amounts: Whole) -> tuple[int, float]:
    """Unsaleable rests, then how far the parts that members give of what they have lie apart (0..1)."""
    rows = amounts.any(axis=1)
    has = puzzle.size[rows]
    gives = amounts.sum(axis=1)[rows]
    rest = has - gives
    parts = gives / np.maximum(has, 1)
    return int(((rest > 0) & (rest < puzzle.least[rows])).sum()), round(float(np.ptp(parts)), 6)


class Shares(Programme):
    """The programme of members that are chosen, with the part that each gives of what it has."""

    def fairest(self, target: Target, seconds: float) -> Whole | None:
        """Amounts with the least spread of parts and the fewest unsaleable rests."""
        puzzle, n = self.puzzle, len(self.puzzle)
        has = np.minimum(np.maximum(puzzle.cap, puzzle.fixed).sum(axis=1), np.maximum(puzzle.stock, 1))
        rest, short = self.size + np.arange(n), self.size + n + np.arange(n)
        high, low = self.size + 2 * n, self.size + 2 * n + 1
        self.size += 2 * n + 2
        gives = [(self.x[:, t], self.unit / has) for t in range(puzzle.months)]
        self._each([*gives, (np.full(n, high), -1.0)], -np.inf, 0.0)
        self._each([*gives, (np.full(n, low), -1.0)], 0.0, np.inf)
        lot = np.minimum(puzzle.least / has, 1.0)
        # Without a rest all is given; with one (rest = 1) it is a lot at least, unless it falls short.
        self._each([*gives, (rest, 1.0)], 1.0, np.inf)
        self._each([*gives, (rest, lot), (short, -lot)], -np.inf, 1.0)
        self._each([(self.y, 1.0)], 1.0, 1.0)
        objective = np.zeros(self.size)
        objective[high], objective[low] = 1.0, -1.0
        objective[short] = UNSALEABLE
        return self._solved(objective, target, seconds, 1e-4, [*rest.tolist(), *short.tolist()]).amounts


def rounded(puzzle: Puzzle, amounts: Whole) -> Whole:
    """Whole kilograms (hundreds of grains) where amounts may move freely; sums of each month stay."""
    if puzzle.grain >= 1.0:
        return amounts
    result = amounts.copy()
    for t in range(puzzle.months):
        rows = np.flatnonzero(result[:, t])
        free = [i for i in rows.tolist() if puzzle.fixed[i, t] < 0 and result[i, t] % ROUND > 0]
        if len(free) < 2:
            continue
        result[:, t] = _rounded_month(puzzle, result, t, free)
    return result


def _rounded_month(puzzle: Puzzle, amounts: Whole, t: int, free: list[int]) -> NDArray[np.int64]:
    """All but the largest rounded, which takes the difference; unchanged where it cannot."""
    column = amounts[:, t].copy()
    largest = max(free, key=lambda i: int(column[i]))
    total = int(column.sum())
    for i in free:
        if i != largest:
            near = int(np.rint(column[i] / ROUND)) * ROUND
            column[i] = near if puzzle.least[i] <= near <= puzzle.cap[i, t] else column[i]
    column[largest] += total - int(column.sum())
    trial = amounts.copy()
    trial[:, t] = column
    fits = puzzle.least[largest] <= column[largest] <= puzzle.cap[largest, t]
    fits &= bool((trial.sum(axis=1) <= puzzle.stock).all())
    return column if fits else amounts[:, t]
