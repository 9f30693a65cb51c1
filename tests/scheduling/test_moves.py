"""A meeting moved by hand: the timetable after it, and each rule that it would break, by name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.scheduling import Conference, Meeting, broken_rules, move, plan
from tests.scheduling.cases import Record, conference, conferences
from tests.scheduling.checker import violations

FIRST = Meeting("P1", "B1", 1, "T1")
OTHER = Meeting("P2", "B2", 1, "T2")


def codes(record: Record, *meetings: Meeting) -> set[str]:
    return {p.code for p in broken_rules(Conference.from_record(record), meetings)}


def test_a_move_to_a_free_place_breaks_nothing_and_keeps_the_rest() -> None:
    after, problems = move(Conference.from_record(conference()), [FIRST, OTHER], FIRST, 2, "T2")
    assert (after, problems) == ((OTHER, Meeting("P1", "B1", 2, "T2")), [])


def test_a_taken_table_and_a_busy_party_are_both_named() -> None:
    meetings = [FIRST, Meeting("P1", "B2", 2, "T1")]
    _, problems = move(Conference.from_record(conference()), meetings, FIRST, 2, "T1")
    assert {p.code for p in problems} == {"table_taken", "participant_taken"}


@pytest.mark.parametrize("what", ["meeting", "slot", "table"])
def test_moving_what_is_not_there_fails(what: str) -> None:
    known: dict[str, Any] = {"meeting": FIRST, "slot": 2, "table": "T1"}
    unknown: dict[str, Any] = {"meeting": OTHER, "slot": 99, "table": "T9"}
    with pytest.raises(LookupError, match=what):
        move(Conference.from_record(conference()), [FIRST], **{**known, what: unknown[what]})


def with_pair(**fields: Any) -> Record:
    record = conference()
    record["pairs"][0] |= fields
    return record


def with_person(number: int, **fields: Any) -> Record:
    record = conference()
    record["participants"][number] |= fields
    return record


@pytest.mark.parametrize(
    ("code", "record"),
    [
        ("forbidden_pair", conference(forbidden_pairs=[["P1", "B1"]])),
        ("wrong_session", with_pair(session="pm")),
        ("not_in_fixed_slot", with_pair(fixed_slot=2)),
        ("forerunner_missing", with_pair(after=[["P2", "B1"]])),
        ("not_after", with_pair(after=[["P2", "B2"]])),
        ("unavailable", with_person(0, available=[2])),
        ("not_at_fixed_table", with_person(3, fixed_table="T2")),
        ("too_many_meetings", with_person(0, max_meetings=0)),
        ("table_unavailable", conference(tables=[{"id": "T1", "unavailable": [1]}, {"id": "T2"}])),
        ("not_a_candidate", conference(pairs=conference()["pairs"][1:])),
    ],
)
def test_a_broken_rule_is_named(code: str, record: Record) -> None:
    assert code in codes(record, FIRST, OTHER)


def test_a_host_without_the_rest_it_is_owed_is_named() -> None:
    meetings = [Meeting(f"P{t}", "B1", t, "T1") for t in (1, 2, 3)]
    assert codes(conference(rules={"rest_after": 2}), *meetings) == {"no_rest"}


def test_uneven_waiting_is_named() -> None:
    meetings = [Meeting("P1", "B1", 1, "T1"), Meeting("P2", "B1", 3, "T1")]
    assert codes(conference(rules={"max_gap_difference": 0}), *meetings) == {"gaps_uneven"}


def test_what_has_been_held_cannot_be_changed() -> None:
    previous = {"meetings": [FIRST.as_record()], "now": 2}
    record = conference(previous=previous)
    assert codes(record, FIRST) == set()
    assert codes(record, Meeting("P1", "B1", 3, "T1")) == {"past_changed"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(conferences(), st.randoms(use_true_random=False))
def test_a_moved_timetable_is_fine_exactly_when_no_rule_is_named(record: Record, random: Any) -> None:
    plan_of = Conference.from_record(record)
    meetings = list(plan(plan_of, 0.5).meetings)
    if not meetings:
        return
    slot, table = random.choice(record["slots"])["id"], random.choice(record["tables"])["id"]
    after, problems = move(plan_of, meetings, random.choice(meetings), slot, table)
    assert bool(problems) == bool(violations(record, [m.as_record() for m in after]))
