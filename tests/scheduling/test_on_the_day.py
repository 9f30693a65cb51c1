"""The day itself: what stays, what moves, what is told, and every rule kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.scheduling import (
    Conference,
    IllFormedError,
    Meeting,
    Repair,
    late,
    plan,
    repair,
    without,
    without_slot,
)
from tests.scheduling.cases import Record, conference, conferences
from tests.scheduling.checker import counts, violations

SECONDS = 10.0


def planned(record: Record) -> tuple[Meeting, ...]:
    return plan(Conference.from_record(record), SECONDS).meetings


def repaired(record: Record, meetings: tuple[Meeting, ...], now: Any = None) -> Repair:
    return repair(Conference.from_record(record), meetings, now, SECONDS)


def records(meetings: tuple[Meeting, ...]) -> list[Record]:
    return [m.as_record() for m in meetings]


def kinds(change: Repair) -> dict[str, int]:
    return {k: len(change.of_kind(k)) for k in ("kept", "moved", "reseated", "lost", "added")}


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(conferences(), st.data())
def test_a_repair_breaks_no_rule_and_counts_its_changes(record: Record, data: st.DataObject) -> None:
    record["rules"]["max_gap_difference"] = None
    before = planned(record)
    now = data.draw(st.sampled_from([s["id"] for s in record["slots"]]))
    gone = data.draw(st.sets(st.sampled_from([p["id"] for p in record["participants"]]), max_size=2))
    today = without(record, gone, now)
    done = repaired(today, before, now)
    after = records(done.schedule.meetings)
    assert violations({**today, "previous": {"meetings": records(before), "now": now}}, after) == []
    claims = done.schedule.claims
    assert {k: claims[k] for k in counts(today, [])} == counts(today, after)
    assert {k: claims[k] for k in ("kept", "moved", "lost", "added")} == {
        k: len(done.of_kind(k)) for k in ("kept", "moved", "lost", "added")
    }
    assert all(c.code for c in done.of_kind("lost"))


def test_nothing_changes_when_nothing_happened() -> None:
    before = planned(conference())
    assert kinds(repaired(conference(), before)) == {
        "kept": 6,
        "moved": 0,
        "reseated": 0,
        "lost": 0,
        "added": 0,
    }


def test_somebody_who_does_not_appear_loses_meetings_with_the_cause_and_frees_places() -> None:
    record = conference(tables=[{"id": "T1"}])
    record["participants"][3]["max_meetings"] = 3
    record["pairs"].append({"a": "P1", "b": "P2", "score": 1})
    before = planned(record)
    gone = next(m.a for m in before if m.b == "B1")
    done = repaired(without(record, {gone}), before)
    lost = done.of_kind("lost")
    assert {gone in c.key for c in lost} == {True}
    assert {(c.code, c.facts["participant"]) for c in lost} == {("never_available", gone)}
    assert done.schedule.status == "optimal"


def test_who_comes_late_is_met_later() -> None:
    before = planned(conference())
    done = repaired(late(conference(), "B1", 4), before)
    assert all(m.slot >= 4 for m in done.schedule.meetings if m.b == "B1")
    assert done.schedule.claims["meetings"] == 6
    assert {c.key - {"P1", "P2", "P3"} for c in done.of_kind("moved")} <= {frozenset({"B1"})}


def test_a_lost_slot_is_used_by_nobody_and_its_meetings_find_others() -> None:
    before = planned(conference())
    slot = before[0].slot
    done = repaired(without_slot(conference(), slot), before)
    assert slot not in {m.slot for m in done.schedule.meetings}
    assert done.schedule.claims["meetings"] == 6


def test_a_walk_in_gets_meetings_and_nobody_moves() -> None:
    before = planned(conference())
    record = conference()
    record["participants"].append({"id": "P9", "side": "producer", "available": [1, 2, 3, 4, 5, 6]})
    record["pairs"] += [{"a": "P9", "b": b, "score": 5} for b in ("B1", "B2")]
    assert kinds(repaired(record, before)) == {"kept": 6, "moved": 0, "reseated": 0, "lost": 0, "added": 2}


def test_a_closed_table_only_reseats_when_another_is_free() -> None:
    record = conference(tables=[{"id": "T1"}, {"id": "T2"}, {"id": "T3"}])
    before = planned(record)
    used = before[0].table
    record["tables"] = [
        {**t, "unavailable": [before[0].slot] if t["id"] == used else []} for t in record["tables"]
    ]
    done = kinds(repaired(record, before))
    assert (done["reseated"], done["moved"], done["lost"]) == (1, 0, 0)


def test_a_past_that_contradicts_the_conference_is_refused_by_name() -> None:
    before = planned(conference())
    with pytest.raises(IllFormedError) as refused:
        repaired(without(conference(), {before[0].a}), before, 6)
    assert {p.code for p in refused.value.problems} == {"past_meeting_impossible"}
    with pytest.raises(IllFormedError) as refused:
        repaired(conference(), before, 99)
    assert {p.code for p in refused.value.problems} == {"unknown_slot"}


def test_a_change_can_be_written_down() -> None:
    before = planned(conference())
    done = repaired(without(conference(), {"P1"}), before)
    record = done.of_kind("lost")[0].as_record()
    assert record["after"] is None
    assert set(record) == {"kind", "a", "b", "before", "after", "code", "facts"}
