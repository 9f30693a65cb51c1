"""Turns selections into timetables until one reaches the bound: choose pairs, then give them slots.

First the pairs are chosen for the conference as a whole, which is quick and mostly enough; where a
participant's absences or the sessions asked for bind, they are chosen anew by block (day and session), with
a tighter bound. Giving slots is a list edge colouring, which a selection does not see: where a chosen pair
finds no room in its block, that choice is closed and the selection is made again; the first bound stays.
"""

from __future__ import annotations

from collections.abc import Callable

from .clock import NEVER, Deadline
from .greedy import fill
from .grid import Grid
from .insertion import Ejector, insert
from .selection import Model, Selection
from .timetable import Timetable

ROUNDS = 40
PATIENCE = 4
EJECTION_STEPS = 20_000
STEPS_PER_PAIR = 30
Tell = Callable[[Timetable, Selection | None], None]


def best_timetable(
    start: Timetable, deadline: Deadline, first: Deadline = NEVER, tell: Tell = lambda _t, _s: None
) -> tuple[Timetable, Selection | None]:
    """The best timetable found, no worse than ``start``, and the selection whose bound holds for all.

    The first selections, on which all else stands, may take until ``first``; None: no time for one.
    """
    grid, best = start.grid, start
    coarse = Model(grid, [grid.everything]).solve(first.left)
    if coarse is None:
        return best, None
    timetable, _ = colour(grid, coarse, deadline)
    best = max(best, timetable, key=lambda t: t.worth)
    tell(best, coarse)
    if _reaches(best, coarse) or len(grid.blocks) == 1 or deadline.passed():
        return best, coarse
    return _by_block(best, coarse, deadline, first, tell)


def _by_block(
    best: Timetable, coarse: Selection, deadline: Deadline, limit: Deadline, tell: Tell
) -> tuple[Timetable, Selection]:
    """Choose by block, again and again, until the bound is reached or nothing is gained."""
    grid = best.grid
    model = Model(grid)
    first = selection = model.solve(limit.left)
    dry = 0
    for rounds in range(ROUNDS):
        if first is None or selection is None or _reaches(best, first) or dry > PATIENCE:
            break
        timetable, left = colour(grid, selection, deadline)
        dry += 1
        if timetable.worth > best.worth:
            best, dry = timetable, 0
        tell(best, first)
        if not left or deadline.passed():
            break
        for pair in left:
            model.close(pair, selection.within[pair])
        selection = model.solve(deadline.left)
        if selection is not None and _promise(selection) <= best.worth:
            model.closed.clear()  # too much was closed: start over from the first promise
            model.shake(rounds)
            selection = model.solve(deadline.left)
    return best, first or coarse


def _promise(selection: Selection) -> tuple[int, int, int]:
    return (-selection.missing, -selection.shortfall, selection.upper_bound)


def _reaches(timetable: Timetable, selection: Selection) -> bool:
    return timetable.worth >= _promise(selection)


def colour(grid: Grid, selection: Selection, deadline: Deadline) -> tuple[Timetable, list[int]]:
    """A timetable of the selected pairs, filled up with others, and the pairs that found no room."""
    timetable = Timetable(grid)
    within = [allowed & block for allowed, block in zip(grid.allowed, selection.within, strict=True)]
    chosen = [p for p, mask in enumerate(within) if mask and timetable.slot_of[p] < 0]
    chosen.sort(key=lambda p: (len(grid.before[p]), not grid.required[p], within[p].bit_count(), p))
    late = [p for p in chosen if not insert(timetable, p, within[p])]
    left = Ejector(timetable, within).place_all(late, min(EJECTION_STEPS, STEPS_PER_PAIR * len(chosen)))
    fill(timetable, deadline)
    return timetable, left
