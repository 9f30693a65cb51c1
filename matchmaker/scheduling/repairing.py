"""A timetable in force put right on the day: whoever does not appear, comes late, or walks in.

What was printed stays where a rule allows it. First only free places are filled, best first; then a few slots
at a time are arranged anew, where moving a printed meeting has its price. Nobody is sent round the hall for a
gain that only the planner sees.
"""

from __future__ import annotations

from .clock import Clock, Deadline
from .greedy import fill
from .insertion import emptiest
from .reporting import Reporter
from .selection import Model, Selection
from .timetable import Timetable
from .windows import improve, rearrange

# Shares of the time: filling free places and moving meetings until then.
FILLING, MENDING = 0.4, 0.8
CONTENT = 0.995  # of the bound: closer than that no printed meeting moves for score alone


def mend(timetable: Timetable, clock: Clock, reporter: Reporter) -> Selection | None:
    """Fill and improve a timetable of the meetings that could be kept; the selection bounds its score."""
    grid = timetable.grid
    printed = {p: t for p, t in enumerate(timetable.slot_of) if t >= 0}
    reporter.tell("first", timetable, None)
    selection = Model(grid, [grid.everything]).solve(clock.until(FILLING).left)
    fill_free_places(timetable, clock.until(FILLING))
    bound = selection.upper_bound if selection else None
    reporter.tell("timed", timetable, bound)
    if selection is None or (timetable.missing, timetable.shortfall) > (
        selection.missing,
        selection.shortfall,
    ):
        fill(timetable, clock.until(MENDING))
    if bound is not None:
        improve(timetable, int(bound * CONTENT), clock.until(MENDING), printed)
        reporter.tell("improved", timetable, bound)
    return selection


def fill_free_places(timetable: Timetable, deadline: Deadline) -> None:
    """Add pairs where there is room, musts and minima first, then as much score as possible; none moves."""
    g = timetable.grid
    there = {p for p, t in enumerate(timetable.slot_of) if t >= 0}
    best_first = sorted((p for p, mask in enumerate(g.allowed) if mask), key=lambda p: (-g.score[p], p))
    for serves in (_is_must, _serves_two, _serves_one, _serves_any):
        for p in best_first:
            if timetable.slot_of[p] < 0 and serves(timetable, p):
                mask = timetable.open_slots(p)
                if mask:
                    timetable.place(p, emptiest(timetable, mask))
    added = {p for p, t in enumerate(timetable.slot_of) if t >= 0} - there
    rearrange(timetable, added, deadline.left)


def _is_must(timetable: Timetable, pair: int) -> bool:
    return timetable.grid.required[pair]


def _short_ends(timetable: Timetable, pair: int) -> int:
    g = timetable.grid
    return sum(timetable.count[q] < g.least[q] for q in g.ends[pair])


def _serves_two(timetable: Timetable, pair: int) -> bool:
    return _short_ends(timetable, pair) == 2


def _serves_one(timetable: Timetable, pair: int) -> bool:
    return _short_ends(timetable, pair) == 1


def _serves_any(timetable: Timetable, pair: int) -> bool:
    return True
