"""The filling of one cluster as a mixed-integer programme, solved exactly by HiGHS.

For each member and month: an amount, and whether it takes part (then with at least its least lot); for each
member whether it is in the pool; for each need how much of it is met. Amounts are scaled so that the solver's
tolerances lie far below one grain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools, Floats
from scoring.pooling.puzzle import Puzzle, Whole

SCALE = 1e4  # what the largest need is in the programme's own units
_SLACK = 1e-7  # relative, of a bound taken from an earlier stage
TIE = 0.9  # what the whole range of a tie-breaker is worth against one member or one changed share


@dataclass(frozen=True)
class Target:
    """What earlier stages reached: grains filled at least, money at most, members at most."""

    filled: int = 0
    money: float | None = None
    members: int | None = None


@dataclass(frozen=True)
class Answer:
    """Amounts (None: none exist, or none were found in time), the solver's bound, whether it is final."""

    amounts: Whole | None
    bound: float
    final: bool


class Programme:
    """One cluster's members: ``puzzle`` holds them alone, ``anchor`` who stands at the first stop.

    ``cuts`` are sets of rows that cannot all be members.
    """

    def __init__(self, puzzle: Puzzle, anchor: Bools, cuts: Sequence[NDArray[np.intp]] = ()) -> None:
        self.puzzle, self.anchor, self.cuts = puzzle, anchor, cuts
        n, months, needs = len(puzzle), puzzle.months, len(puzzle.need)
        self.unit = max(float(puzzle.most.max(initial=1)) / SCALE, 1e-9)
        self.y = np.arange(n)
        self.x = n + np.arange(n * months).reshape(n, months)
        self.u = n + n * months + np.arange(n * months).reshape(n, months)
        self.f = n + 2 * n * months + np.arange(needs)
        self.size = n + 2 * n * months + needs
        self._rows: list[NDArray[Any]] = []
        self._columns: list[NDArray[Any]] = []
        self._values: list[NDArray[Any]] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._lows()

    def fill(self, seconds: float, target: Target, gap: float = 0.0) -> Answer:
        """The most that can be filled; the bound is in grains."""
        objective = np.zeros(self.size)
        objective[self.f] = -1.0
        found = self._solved(objective, target, seconds, gap)
        return Answer(found.amounts, -found.bound * self.unit, found.final)

    def cost(self, seconds: float, target: Target, gap: float = 0.0) -> Answer:
        """The least money; the bound is in đồng."""
        found = self._solved(self._money(), target, seconds, gap)
        return Answer(found.amounts, found.bound * self.unit * self._coin, found.final)

    def members(self, seconds: float, target: Target, least: float) -> Answer:
        """The fewest members, the cheapest of these; ``least`` is the lowest cost known."""
        objective = np.zeros(self.size)
        objective[self.y] = 1.0
        span = max((target.money or 0.0) - least, 1e-9) / (self.unit * self._coin)
        objective += self._money() * (TIE / span)
        base = TIE * least / (self.unit * self._coin) / span
        found = self._solved(objective, target, seconds, 0.0)
        return Answer(found.amounts, found.bound - base, found.final)

    def changes(self, seconds: float, target: Target, before: Whole, ceiling: float) -> Answer:
        """The fewest members whose amounts differ from ``before``, the cheapest of these."""
        n = len(self.puzzle)
        changed = self.size + np.arange(n)
        self.size += n
        most = np.maximum(np.maximum(self.puzzle.cap, self.puzzle.fixed), before) / self.unit
        was = before / self.unit
        for t in range(self.puzzle.months):
            self._each([(self.x[:, t], 1.0), (changed, -most[:, t])], -np.inf, was[:, t])
            self._each([(self.x[:, t], 1.0), (changed, most[:, t])], was[:, t], np.inf)
        objective = np.zeros(self.size)
        objective[changed] = 1.0
        objective += self._money() * (TIE / max(ceiling / (self.unit * self._coin), 1e-9))
        return self._solved(objective, target, seconds, 0.0, list(changed))

    @property
    def _coin(self) -> float:
        """Đồng a grain that count as one in the programme."""
        return max(float(self.puzzle.cost.max(initial=0.0)), 1e-9)

    def _money(self) -> Floats:
        objective = np.zeros(self.size)
        objective[self.x] = (self.puzzle.cost / self._coin)[:, None]
        return objective

    def _lows(self) -> None:
        """All constraints that no stage changes."""
        puzzle, unit = self.puzzle, self.unit
        cap = np.maximum(puzzle.cap, np.maximum(puzzle.fixed, 0)) / unit
        least = np.where(puzzle.fixed > 0, puzzle.fixed, puzzle.least[:, None]) / unit
        for t in range(puzzle.months):
            self._each([(self.x[:, t], 1.0), (self.u[:, t], -cap[:, t])], -np.inf, 0.0)
            self._each([(self.x[:, t], 1.0), (self.u[:, t], -least[:, t])], 0.0, np.inf)
            self._each([(self.u[:, t], 1.0), (self.y, -1.0)], -np.inf, 0.0)
        self._each([(self.u[:, t], 1.0) for t in range(puzzle.months)] + [(self.y, -1.0)], 0.0, np.inf)
        scarce = np.flatnonzero(puzzle.stock < puzzle.cap.sum(axis=1))
        if len(scarce):
            parts = [(self.x[scarce, t], 1.0) for t in range(puzzle.months)]
            self._each(parts, -np.inf, puzzle.stock[scarce] / unit)
        for g in range(len(puzzle.need)):
            x = self.x[:, puzzle.group == g].ravel()
            self._row(x, np.ones(len(x)), -np.inf, float(puzzle.most[g]) / unit)
            self._row(np.append(x, self.f[g]), np.append(np.ones(len(x)), -1.0), 0.0, np.inf)
        leads = self.y[puzzle.leads]
        if puzzle.lead_needed:
            self._row(leads, np.ones(len(leads)), 1.0, np.inf)
        first = self.y[self.anchor]
        self._row(first, np.ones(len(first)), 1.0, np.inf)
        self._row(self.y, np.ones(len(self.y)), -np.inf, float(puzzle.max_members))
        for cut in self.cuts:
            self._row(self.y[cut], np.ones(len(cut)), -np.inf, len(cut) - 1.0)

    def _each(self, parts: list[tuple[NDArray[Any], Any]], low: Any, high: Any) -> None:
        """One row for each place of the arrays of columns in ``parts``."""
        n = len(parts[0][0])
        start = len(self._low)
        for columns, value in parts:
            self._rows.append(start + np.arange(n))
            self._columns.append(columns)
            self._values.append(np.broadcast_to(np.asarray(value, dtype=np.float64), (n,)))
        self._low += np.broadcast_to(np.asarray(low, dtype=np.float64), (n,)).tolist()
        self._high += np.broadcast_to(np.asarray(high, dtype=np.float64), (n,)).tolist()

    def _row(self, columns: NDArray[Any], values: NDArray[Any], low: float, high: float) -> None:
        self._rows.append(np.full(len(columns), len(self._low)))
        self._columns.append(columns)
        self._values.append(values)
        self._low.append(low)
        self._high.append(high)

    def _solved(
        self, objective: Floats, target: Target, seconds: float, gap: float, more: Sequence[int] = ()
    ) -> Answer:
        from scipy.optimize import Bounds, LinearConstraint, milp  # here: it takes a while to load
        from scipy.sparse import coo_array

        kept = len(self._low), len(self._rows)
        self._aim(target)
        rows, columns = np.concatenate(self._rows), np.concatenate(self._columns)
        shape = (len(self._low), self.size)
        matrix = coo_array((np.concatenate(self._values), (rows, columns)), shape=shape).tocsr()
        limits = LinearConstraint(matrix, np.array(self._low), np.array(self._high))
        whole = self._whole()
        whole[list(more)] = 1
        low, high = self._bounds()
        found = milp(
            objective,
            integrality=whole,
            bounds=Bounds(low, high),
            constraints=limits,
            options={"time_limit": max(seconds, 0.02), "mip_rel_gap": gap},
        )
        self._low, self._high = self._low[: kept[0]], self._high[: kept[0]]
        for part in (self._rows, self._columns, self._values):
            del part[kept[1] :]
        if found.status == 2:
            return Answer(None, np.inf, True)
        bound = found.mip_dual_bound if found.mip_dual_bound is not None else -np.inf
        if found.x is None:
            return Answer(None, bound, False)
        taken = found.x[self.u] > 0.5
        amounts = self.puzzle.snapped(np.where(taken, found.x[self.x] * self.unit, 0.0), taken)
        return Answer(amounts, bound, found.status == 0)

    def _whole(self) -> NDArray[np.int64]:
        """Which variables are whole numbers."""
        whole = np.zeros(self.size, dtype=np.int64)
        whole[self.y], whole[self.u] = 1, 1
        return whole

    def _aim(self, target: Target) -> None:
        if target.filled:
            self._row(self.f, np.ones(len(self.f)), target.filled / self.unit * (1 - _SLACK), np.inf)
        if target.money is not None:
            most = target.money / (self.unit * self._coin) * (1 + _SLACK)
            self._row(self.x.ravel(), self._money()[self.x].ravel(), -np.inf, most)
        if target.members is not None:
            self._row(self.y, np.ones(len(self.y)), -np.inf, float(target.members))

    def _bounds(self) -> tuple[Floats, Floats]:
        puzzle = self.puzzle
        low, high = np.zeros(self.size), np.ones(self.size)
        fixed = puzzle.fixed >= 0
        cap = np.where(fixed, puzzle.fixed, puzzle.cap) / self.unit
        high[self.x], high[self.f] = cap, puzzle.need / self.unit
        low[self.x] = np.where(fixed, cap, 0.0)
        high[self.u] = np.where(fixed, puzzle.fixed > 0, puzzle.cap > 0)
        low[self.u] = np.where(fixed & (puzzle.fixed > 0), 1.0, 0.0)
        low[self.y] = (puzzle.fixed > 0).any(axis=1)
        return low, high
