"""Closing gaps keeps who meets whom."""

from __future__ import annotations

from matchmaker.scheduling.clock import NEVER
from matchmaker.scheduling.compaction import Waiting, compact, swapped
from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.timetable import Timetable
from tests.scheduling.cases import conference


def test_scattered_meetings_are_pushed_together() -> None:
    grid = Grid(Conference.from_record(conference()))
    timetable = Timetable(grid)
    for pair, slot in ((0, 0), (2, 2), (1, 3), (3, 5)):
        timetable.place(pair, slot)
    compact(timetable, NEVER)
    assert Waiting(grid).total(timetable) == 0
    assert [t >= 0 for t in timetable.slot_of] == [True] * 4 + [False] * 2


def test_the_places_of_two_slots_are_exchanged() -> None:
    assert swapped(0b0101, 0, 1) == 0b0110
    assert swapped(0b0111, 0, 1) == 0b0111
