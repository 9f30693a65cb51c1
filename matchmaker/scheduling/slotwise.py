"""All musts slot by slot as one integer programme: a timetable of them, or the proof that there is none."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from .grid import Grid, bits
from .timetable import Timetable

INFEASIBLE = 2


def slots_for_required(grid: Grid, seconds: float) -> list[int] | None:
    """The slot of every pair (-1: none) with all musts placed; [] if proven impossible; None: unknown."""
    pairs = [p for p, r in enumerate(grid.required) if r or p in grid.settled]
    cells = [(p, t) for p in pairs for t in bits(grid.allowed[p])]
    if any(not grid.allowed[p] for p in pairs):
        return []
    if seconds <= 0:
        return None
    found = milp(
        np.zeros(len(cells)),
        constraints=_rules(grid, pairs, cells),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(cells), dtype=np.uint8),
        options={"time_limit": seconds},
    )
    if found.status == INFEASIBLE:
        return []
    if found.x is None:
        return None
    return _verified(grid, [cell for cell, value in zip(cells, found.x, strict=True) if value > 0.5])


def _verified(grid: Grid, cells: list[tuple[int, int]]) -> list[int] | None:
    """The answer as slots by pair if it keeps also the rules that the programme leaves out."""
    timetable = Timetable(grid)
    for pair, t in sorted(cells, key=lambda cell: cell[1]):
        if pair in grid.settled:
            continue
        if not timetable.open_slots(pair, 1 << t):
            return None
        timetable.place(pair, t)
    return timetable.snapshot()


def _rules(grid: Grid, pairs: list[int], cells: list[tuple[int, int]]) -> LinearConstraint:
    at = {cell: i for i, cell in enumerate(cells)}
    rows: list[tuple[list[tuple[int, float]], float, float]] = []
    for p in pairs:
        rows.append(([(at[p, t], 1) for t in bits(grid.allowed[p])], 1, 1))
        for w in grid.before[p]:
            later = [(at[p, t], float(t)) for t in bits(grid.allowed[p])]
            earlier = [(at[w, t], float(-t)) for t in bits(grid.allowed[w]) if (w, t) in at]
            rows.append((later + earlier, 1, np.inf))
    for t in range(grid.slot_count):
        here = [p for p in pairs if grid.allowed[p] >> t & 1]
        rows.append(([(at[p, t], 1) for p in here], 0, grid.capacity[t]))
        for q in {q for p in here for q in grid.ends[p]}:
            rows.append(([(at[p, t], 1) for p in here if q in grid.ends[p]], 0, grid.seats[q]))
        for crew in grid.crews:
            rows.append(([(at[p, t], 1) for p in here if p in crew.pairs], 0, crew.room[t]))
        for k in {grid.table_of[p] for p in here} - {-1}:
            rows.append(([(at[p, t], 1) for p in here if grid.table_of[p] == k], 0, 1))
    rows = [row for row in rows if row[0]]
    index = [r for r, (terms, _, _) in enumerate(rows) for _ in terms]
    columns = [c for terms, _, _ in rows for c, _ in terms]
    values = [v for terms, _, _ in rows for _, v in terms]
    matrix = csr_array((values, (index, columns)), shape=(len(rows), len(cells)))
    return LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows])
