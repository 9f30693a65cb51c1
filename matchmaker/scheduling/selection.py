"""Which pairs should meet, and in which block (day and session): a linear programme with whole answers.

A variable for each pair and block in which it may meet. Limits: once per pair; per participant and block the
slots in which it is there (times representatives); per participant the most meetings; per block the sum of
the slots' tables, and of each crew's interpreters. Levels in order: missing musts, shortfall of minima,
score; each level is fixed before the next. A block may also be the whole conference, which is quicker and
bounds less tightly. The relaxation forgets only the timing inside a block, so the last level bounds every
timetable that is as good on the levels before it.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from .certificate import Certificate, Name, certify
from .grid import Grid, bits
from .limits import most_in_block, places

ROUNDING = 1e-6
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Optimum:
    """A solution, its value, and the bound that was proven for the value."""

    x: Vector
    value: float
    bound: float
    prices: Vector | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen block's slot set by pair (0: does not meet), and the levels that were proven.

    ``missing`` and ``shortfall`` are the least possible; ``upper_bound`` is the largest possible score of a
    timetable that reaches them.
    """

    within: list[int]
    missing: int
    shortfall: int
    upper_bound: int
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Scarce:
    """The rows that have a price where little must be missing, and what is: of a participant or a must."""

    rows: list[Name]
    lacking: dict[int, float]


class Model:
    """The rows and columns of the programme over a `Grid`."""

    def __init__(self, grid: Grid, blocks: list[int] | None = None) -> None:
        self.grid = grid
        self.blocks = grid.blocks if blocks is None else blocks
        self.columns: list[tuple[int, int]] = [
            (p, b)
            for p, allowed in enumerate(grid.allowed)
            for b, block in enumerate(self.blocks)
            if allowed & block
        ]
        self.names: list[Name] = []
        self._rows: list[int] = []
        self._cols: list[int] = []
        self._values: list[float] = []
        self._limits: list[float] = []
        self.musts = [p for p, r in enumerate(grid.required) if r]
        self.wanting = [q for q, least in enumerate(grid.least) if least]
        self.width = len(self.columns) + len(self.musts) + len(self.wanting)
        self.closed: set[int] = set()
        self._column = {column: i for i, column in enumerate(self.columns)}
        self._build()
        shape = (len(self._limits), self.width)
        self._matrix = csr_array((self._values, (self._rows, self._cols)), shape=shape)
        self._high = np.array(self._limits)
        self._scores = np.zeros(self.width)
        self._scores[: len(self.columns)] = [-grid.score[p] for p, _ in self.columns]

    def _at_most(self, cells: list[tuple[int, float]], high: float, name: Name = ("", 0, 0)) -> None:
        r = len(self._limits)
        self.names.append(name)
        for col, value in cells:
            self._rows.append(r)
            self._cols.append(col)
            self._values.append(value)
        self._limits.append(high)

    def _at_least(self, cells: list[tuple[int, float]], low: float, name: Name = ("", 0, 0)) -> None:
        self._at_most([(col, -value) for col, value in cells], -low, name)

    def _build(self) -> None:
        g = self.grid
        by_pair: list[list[int]] = [[] for _ in g.ends]
        by_block: list[list[int]] = [[] for _ in self.blocks]
        by_person: list[dict[int, list[int]]] = [{} for _ in range(g.person_count)]
        for col, (p, b) in enumerate(self.columns):
            by_pair[p].append(col)
            by_block[b].append(col)
            for q in g.ends[p]:
                by_person[q].setdefault(b, []).append(col)
        must_at = {p: len(self.columns) + i for i, p in enumerate(self.musts)}
        short_at = {q: len(self.columns) + len(self.musts) + i for i, q in enumerate(self.wanting)}
        for p, cols in enumerate(by_pair):
            cells = [(c, 1.0) for c in cols]
            if p in g.settled:
                self._at_least(cells, 1)
            if len(cols) > 1:
                self._at_most(cells, 1)
            if p in must_at:
                self._at_least([*cells, (must_at[p], 1.0)], 1, ("must", p, 0))
        for q, blocks in enumerate(by_person):
            cells = [(c, 1.0) for cols in blocks.values() for c in cols]
            for b, cols in blocks.items():
                most = most_in_block(g, q, self.blocks[b])
                if most < len(cols):
                    self._at_most([(c, 1.0) for c in cols], most, ("in_block", q, b))
            if g.most[q] < len(cells):
                self._at_most(cells, g.most[q], ("limit", q, 0))
            if q in short_at:
                self._at_least([*cells, (short_at[q], 1.0)], g.least[q], ("minimum", q, 0))
        for b, cols in enumerate(by_block):
            self._at_most([(c, 1.0) for c in cols], places(g, self.blocks[b]), ("places", b, 0))
        for n, crew in enumerate(g.crews):
            for b, cols in enumerate(by_block):
                its = [(c, 1.0) for c in cols if self.columns[c][0] in crew.pairs]
                most = sum(crew.room[t] for t in bits(self.blocks[b]))
                if most < len(its):
                    self._at_most(its, most, ("interpreters", n, b))
        self._build_order(by_pair)

    def _build_order(self, by_pair: list[list[int]]) -> None:
        """A pair meets only if the pairs that it waits for do."""
        for p, waits in enumerate(self.grid.before):
            for w in waits:
                self._at_most([(c, 1.0) for c in by_pair[p]] + [(c, -1.0) for c in by_pair[w]], 0)

    def solve(self, seconds: float) -> Selection | None:
        """The best choice level by level; None if the time did not suffice or the past leaves no answer."""
        deadline = time.monotonic() + seconds
        musts, shorts = self._level(self.musts, 0), self._level(self.wanting, len(self.musts))
        best = self._run(self._scores, [(musts, 0), (shorts, 0)], deadline)
        if best is not None:
            return self._selection(best, 0, 0)
        fewest = self._run(musts, [], deadline)
        if fewest is None:
            return None
        missing = round(fewest.value)
        least = self._run(shorts, [(musts, missing)], deadline)
        if least is None:
            return None
        shortfall = round(least.value)
        best = self._run(self._scores, [(musts, missing), (shorts, shortfall)], deadline)
        if best is None:
            return None
        return self._selection(best, math.ceil(fewest.bound - ROUNDING), math.ceil(least.bound - ROUNDING))

    def bound_at(self, missing: int, shortfall: int, seconds: float) -> int | None:
        """The largest score possible with at most so many musts missing and meetings short."""
        musts, shorts = self._level(self.musts, 0), self._level(self.wanting, len(self.musts))
        levels = [(musts, missing), (shorts, shortfall)]
        found = self._run(self._scores, levels, time.monotonic() + seconds, whole=False)
        return None if found is None else math.floor(ROUNDING - found.bound)

    def scarce(self, missing: int | None, seconds: float) -> Scarce | None:
        """What makes minima fall short with so many musts missing; None: what makes musts missing."""
        musts, shorts = self._level(self.musts, 0), self._level(self.wanting, len(self.musts))
        level, levels = (musts, []) if missing is None else (shorts, [(musts, missing)])
        found = self._run(level, levels, time.monotonic() + seconds, whole=False)
        if found is None or found.prices is None:
            return None
        rows = [n for n, price in zip(self.names, found.prices, strict=False) if n[0] and price > ROUNDING]
        wants = self.musts if missing is None else self.wanting
        first = int(np.flatnonzero(level)[0]) if wants else 0
        return Scarce(rows, {w: float(found.x[first + i]) for i, w in enumerate(wants)})

    def close(self, pair: int, slots: int) -> None:
        """Choose ``pair`` no more in the block of ``slots``: a timetable had no room for it there."""
        self.closed |= {self._column[pair, b] for b, block in enumerate(self.blocks) if block & slots}

    def shake(self, seed: int) -> None:
        """Prefer, among choices of equal score, others than before (too little to change the score)."""
        tilt = np.random.default_rng(seed).random(len(self.columns)) / (2 * len(self.columns))
        self._scores[: len(self.columns)] = [-self.grid.score[p] for p, _ in self.columns] + tilt

    def _level(self, things: list[int], offset: int) -> Vector:
        """The objective that counts the slack columns of ``things``."""
        level = np.zeros(self.width)
        start = len(self.columns) + offset
        level[start : start + len(things)] = 1
        return level

    def _run(
        self, objective: Vector, levels: list[tuple[Vector, int]], deadline: float, whole: bool = True
    ) -> _Optimum | None:
        """Minimise; the relaxation first, and branch only where it is not whole by itself."""
        if self.width == 0:
            return _Optimum(np.zeros(0), 0.0, 0.0, np.zeros(len(self.names) + len(levels)))
        upper = np.full(self.width, np.inf)
        upper[: len(self.columns) + len(self.musts)] = 1
        upper[sorted(self.closed)] = 0
        matrix = vstack([self._matrix, *(csr_array(level[None, :]) for level, _ in levels)], format="csr")
        high = np.append(self._high, [most for _, most in levels])
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        relaxed = linprog(
            objective,
            A_ub=matrix,
            b_ub=high,
            bounds=[(0.0, most) for most in upper.tolist()],
            method="highs-ds",
            options={"time_limit": left},
        )
        if relaxed.status != 0 or relaxed.x is None or relaxed.fun is None:
            return None
        chosen = relaxed.x[: len(self.columns)]
        if not whole or np.abs(chosen - np.rint(chosen)).max(initial=0) < ROUNDING:
            return _Optimum(relaxed.x, relaxed.fun, relaxed.fun, -relaxed.ineqlin.marginals)
        integral = np.zeros(self.width, dtype=np.uint8)
        integral[: len(self.columns)] = 1
        found = milp(
            objective,
            constraints=LinearConstraint(matrix, -np.inf, high),
            bounds=Bounds(0, upper),
            integrality=integral,
            options={"time_limit": max(0.1, deadline - time.monotonic()), "mip_rel_gap": 0.0},
        )
        return (
            None
            if found.x is None
            else _Optimum(found.x, found.fun, found.mip_dual_bound, -relaxed.ineqlin.marginals)
        )

    def _selection(self, found: _Optimum, missing: int, shortfall: int) -> Selection:
        within = [0] * len(self.grid.ends)
        for (p, b), value in zip(self.columns, found.x[: len(self.columns)], strict=True):
            if value > 0.5:
                within[p] = self.blocks[b]
        bound = math.floor(ROUNDING - found.bound)
        return Selection(within, missing, shortfall, bound, self._certificate(found, missing, shortfall))

    def _certificate(self, found: _Optimum, missing: int, shortfall: int) -> Certificate | None:
        if found.prices is None:
            return None
        prices = zip([*self.names, ("per_missing", 0, 0), ("per_short", 0, 0)], found.prices, strict=True)
        return certify(self.grid, self.blocks, prices, missing, shortfall)


def score_bound(grid: Grid, selection: Selection | None, worth: tuple[int, int, int], seconds: float) -> int:
    """A bound on the score of every timetable with as few missing musts and as little shortfall as ``worth``.

    The selection's own bound holds where its levels were reached; else the programme is solved again at the
    levels reached, and if that takes too long each pair is counted once and each participant's best pairs.
    """
    missing, shortfall, score = -worth[0], -worth[1], worth[2]
    bound: int | None = None
    if selection is not None and (missing, shortfall) <= (selection.missing, selection.shortfall):
        bound = selection.upper_bound
    elif selection is not None:
        bound = Model(grid).bound_at(missing, shortfall, seconds)
    return max(simple_bound(grid), score) if bound is None else bound


def simple_bound(grid: Grid) -> int:
    """Half of what all participants could have at most, each with its best partners only."""
    total = 0
    for q, pairs in enumerate(grid.pairs_of):
        scores = sorted((grid.score[p] for p in pairs if grid.allowed[p]), reverse=True)
        total += sum(scores[: min(grid.most[q], grid.available[q].bit_count() * grid.seats[q])])
    return total // 2
