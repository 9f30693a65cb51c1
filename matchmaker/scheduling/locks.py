"""Locked meetings: those whose slot and table, already printed or promised, must not change.

A locked meeting that a rule now forbids is reported with its cause and treated like any other; so is one
that was in no timetable.
"""

from __future__ import annotations

from .causes import cause_of
from .conference import Conference, Meeting
from .faults import Problem
from .grid import Grid
from .timetable import Timetable


def locked_grid(conference: Conference) -> Grid:
    """The conference compiled, with its locked meetings settled; ``unlocked`` lists those that cannot be."""
    grid = Grid(conference)
    if not conference.locked or conference.previous is None:
        return grid
    printed = {m.key: m for m in conference.previous.meetings if m.key in conference.locked}
    timetable = Timetable(grid)
    known = [m for m in printed.values() if m.key in grid.pair_at and m.slot in grid.slot_at]
    for meeting in sorted(known, key=lambda m: grid.slot_at[m.slot]):
        pair, t = grid.pair_at[meeting.key], grid.slot_at[meeting.slot]
        if pair not in grid.settled and _table_free(grid, meeting) and timetable.open_slots(pair, 1 << t):
            grid.settle(pair, meeting)
            timetable.place(pair, t)
    for key in sorted(conference.locked, key=sorted):
        if grid.pair_at.get(key) not in grid.settled:
            grid.unlocked.append(_report(timetable, key, printed.get(key)))
    return grid


def _table_free(grid: Grid, meeting: Meeting) -> bool:
    """Whether the table is there in the slot, free, and the right one for both parties."""
    k = grid.table_at.get(meeting.table)
    if k is None or not grid.table_open[k] >> grid.slot_at[meeting.slot] & 1:
        return False
    taken = any(
        (m.slot, m.table) == (meeting.slot, meeting.table) for m in grid.settled.values() if m != meeting
    )
    return not taken and grid.table_of[grid.pair_at[meeting.key]] in (-1, k)


def _report(timetable: Timetable, key: frozenset[str], meeting: Meeting | None) -> Problem:
    a, b = sorted(key)
    if meeting is None:
        return Problem("locked_without_meeting", {"a": a, "b": b})
    facts = meeting.as_record()
    grid = timetable.grid
    pair = grid.pair_at.get(key)
    if pair is None:
        return Problem("locked_impossible", {**facts, "cause": "not_a_candidate", "facts": facts})
    if meeting.slot not in grid.slot_at or not _table_free(grid, meeting):
        return Problem("locked_impossible", {**facts, "cause": "table_unavailable", "facts": facts})
    code, more = cause_of(timetable, pair)
    return Problem("locked_impossible", {**facts, "cause": code, "facts": more})
