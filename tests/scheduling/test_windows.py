"""Windows of slots solved anew: only ever better, and every rule kept."""

from __future__ import annotations

from hypothesis import given, settings

from matchmaker.scheduling.clock import NEVER
from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.finishing import seat
from matchmaker.scheduling.greedy import fill
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.timetable import Timetable
from matchmaker.scheduling.windows import improve
from tests.scheduling.cases import Record, conference, conferences
from tests.scheduling.checker import violations


@settings(max_examples=40, deadline=None, derandomize=True)
@given(conferences())
def test_a_window_never_makes_worse_and_breaks_no_rule(record: Record) -> None:
    record["rules"]["max_gap_difference"] = None
    timetable = Timetable(Grid(Conference.from_record(record)))
    fill(timetable)
    before = timetable.worth
    improve(timetable, 10**9, NEVER)
    assert timetable.worth >= before
    assert violations(record, [m.as_record() for m in seat(timetable)]) == []


def test_a_bad_choice_is_put_right() -> None:
    record = conference(tables=[{"id": "T1"}])
    for p in record["participants"]:
        p["available"] = [1]
    record["pairs"][5]["score"] = 99
    timetable = Timetable(Grid(Conference.from_record(record)))
    timetable.place(0, 0)
    improve(timetable, 10**9, NEVER)
    assert [p for p, t in enumerate(timetable.slot_of) if t >= 0] == [5]
