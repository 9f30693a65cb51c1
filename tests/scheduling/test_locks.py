"""Locked meetings keep slot and table; one that has become impossible is named with its cause."""

from __future__ import annotations

from matchmaker.scheduling import Conference, Meeting, plan, repair, without_slot
from tests.scheduling.cases import Record, conference
from tests.scheduling.checker import violations

HELD = Meeting("P1", "B1", 6, "T2")


def with_previous(*meetings: Meeting, **changes: object) -> Record:
    previous = {"meetings": [m.as_record() for m in meetings], "now": None}
    return conference(previous=previous, locked=[["B1", "P1"]], **changes)


def planned_anew(record: Record) -> tuple[set[Meeting], list[str]]:
    schedule = plan(Conference.from_record(record), 10, anew=True)
    assert violations(record, [m.as_record() for m in schedule.meetings]) == []
    return set(schedule.meetings), [p.facts.get("cause", p.code) for p in schedule.unlocked]


def test_a_locked_meeting_keeps_slot_and_table_in_a_new_plan() -> None:
    meetings, unlocked = planned_anew(with_previous(HELD))
    assert HELD in meetings
    assert unlocked == []


def test_a_locked_meeting_is_worth_less_than_others_and_stays_all_the_same() -> None:
    record = with_previous(HELD, tables=[{"id": "T2"}])
    record["pairs"][0]["score"] = 0
    record["participants"][3]["max_meetings"] = 1
    assert HELD in planned_anew(record)[0]


def test_a_locked_meeting_at_a_closed_table_is_reported_and_planned_elsewhere() -> None:
    record = with_previous(HELD, tables=[{"id": "T1"}, {"id": "T2", "unavailable": [6]}])
    meetings, unlocked = planned_anew(record)
    assert unlocked == ["table_unavailable"]
    assert HELD.key in {m.key for m in meetings}


def test_a_locked_meeting_of_somebody_absent_is_reported_with_that_cause() -> None:
    record = with_previous(HELD)
    record["participants"][0]["available"] = []
    assert planned_anew(record)[1] == ["never_available"]


def test_two_locked_meetings_at_one_table_are_told_apart() -> None:
    other = Meeting("P2", "B2", 6, "T2")
    record = with_previous(HELD, other)
    record["locked"].append(["P2", "B2"])
    meetings, unlocked = planned_anew(record)
    assert len(meetings & {HELD, other}) == 1
    assert unlocked == ["table_unavailable"]


def test_locking_what_was_never_planned_is_reported() -> None:
    assert planned_anew(with_previous())[1] == ["locked_without_meeting"]


def test_a_repair_never_moves_a_locked_meeting() -> None:
    record = without_slot(conference(locked=[["P1", "B1"]]), 1)
    first = plan(Conference.from_record(conference()), 10).meetings
    before = [m for m in first if m.key != HELD.key and (m.slot, m.table) != (6, "T2")]
    before = [m for m in before if m.slot != 6 or not m.key & HELD.key]
    done = repair(Conference.from_record(record), [*before, HELD], None, 10)
    assert HELD in done.schedule.meetings
    assert done.schedule.unlocked == ()
