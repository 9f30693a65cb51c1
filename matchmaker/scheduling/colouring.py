"""Turns selections into timetables until one reaches the bound: choose pairs by block, then give them slots.

Giving slots is a list edge colouring, which the selection does not see. Where a chosen pair finds no room in
its block, that choice is closed and the selection is made again; the first selection's bound stays valid.
"""

from __future__ import annotations

import time

from .greedy import fill
from .grid import Grid
from .insertion import Ejector, insert
from .selection import Model, Selection
from .timetable import Timetable

ROUNDS = 40
PATIENCE = 4
EJECTION_STEPS = 20_000
STEPS_PER_PAIR = 30


def best_timetable(
    grid: Grid, seconds: float, first_seconds: float | None = None
) -> tuple[Timetable, Selection | None]:
    """The best timetable found and the selection whose bound holds for all (None: no time for one).

    The first selection, on which all else stands, may take ``first_seconds`` (default: half of the time).
    """
    deadline = time.monotonic() + seconds
    best = Timetable(grid)
    fill(best, deadline)
    model = Model(grid)
    first = selection = model.solve(first_seconds or seconds / 2)
    dry = 0
    for rounds in range(ROUNDS):
        if first is None or selection is None or _reaches(best, first) or dry > PATIENCE:
            break
        timetable, left = colour(grid, selection, deadline)
        dry += 1
        if timetable.worth > best.worth:
            best, dry = timetable, 0
        if not left or time.monotonic() > deadline:
            break
        for pair in left:
            model.close(pair, selection.within[pair])
        selection = model.solve(deadline - time.monotonic())
        if selection is not None and _promise(selection) <= best.worth:
            model.closed.clear()  # too much was closed: start over from the first promise
            model.shake(rounds)
            selection = model.solve(deadline - time.monotonic())
    return best, first


def _promise(selection: Selection) -> tuple[int, int, int]:
    return (-selection.missing, -selection.shortfall, selection.upper_bound)


def _reaches(timetable: Timetable, selection: Selection) -> bool:
    return timetable.worth >= _promise(selection)


def colour(grid: Grid, selection: Selection, deadline: float) -> tuple[Timetable, list[int]]:
    """A timetable of the selected pairs, filled up with others, and the pairs that found no room."""
    timetable = Timetable(grid)
    within = [allowed & block for allowed, block in zip(grid.allowed, selection.within, strict=True)]
    chosen = [p for p, mask in enumerate(within) if mask and timetable.slot_of[p] < 0]
    chosen.sort(key=lambda p: (len(grid.before[p]), not grid.required[p], within[p].bit_count(), p))
    late = [p for p in chosen if not insert(timetable, p, within[p])]
    left = Ejector(timetable, within).place_all(late, min(EJECTION_STEPS, STEPS_PER_PAIR * len(chosen)))
    fill(timetable, deadline)
    return timetable, left
