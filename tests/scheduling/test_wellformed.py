"""Every way in which a conference can be ill-formed is refused by name; odd but sound ones pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.scheduling.wellformed import problems_in, problems_in_schedule
from tests.scheduling.cases import Record, conference


def broken(change: Callable[[Record], Any]) -> list[str]:
    record = conference()
    change(record)
    return [p.code for p in problems_in(record)]


def put(record: Record, part: str, **fields: Any) -> None:
    record[part][0] |= fields


def held(a: str, b: str, table: str) -> Record:
    return {"a": a, "b": b, "slot": 1, "table": table}


CASES: dict[str, tuple[str, Callable[[Record], Any]]] = {
    "another format": ("wrong_format", lambda r: r.update(format="meetplan/2")),
    "no list of pairs": ("not_a_list", lambda r: r.pop("pairs")),
    "no slots": ("none_given", lambda r: r.update(slots=[])),
    "no tables": ("none_given", lambda r: r.update(tables=[])),
    "no participants": ("none_given", lambda r: r.update(participants=[])),
    "a participant that is no object": ("not_an_object", lambda r: r["participants"].append(7)),
    "no availability": ("missing_field", lambda r: r["participants"][0].pop("available")),
    "no session": ("missing_field", lambda r: r["slots"][0].pop("session")),
    "no score": ("missing_field", lambda r: r["pairs"][0].pop("score")),
    "a participant twice": ("repeated_id", lambda r: r["participants"].append(r["participants"][0])),
    "a slot twice": ("repeated_id", lambda r: put(r, "slots", id=2)),
    "a table twice": ("repeated_id", lambda r: put(r, "tables", id="T2")),
    "an unknown slot": ("unknown_slot", lambda r: put(r, "participants", available=[99])),
    "a slot of availability twice": ("repeated_slot", lambda r: put(r, "participants", available=[1, 1])),
    "a negative minimum": ("wrong_value", lambda r: put(r, "participants", min_meetings=-1)),
    "half a meeting": ("wrong_value", lambda r: put(r, "participants", max_meetings=1.5)),
    "a minimum above the maximum": (
        "min_above_max",
        lambda r: put(r, "participants", min_meetings=3, max_meetings=2),
    ),
    "a minimum above all slots": ("min_above_max", lambda r: put(r, "participants", min_meetings=7)),
    "an unknown fixed table": ("unknown_table", lambda r: put(r, "participants", fixed_table="T9")),
    "a closed table in an unknown slot": ("unknown_slot", lambda r: put(r, "tables", unavailable=[99])),
    "a stranger in a pair": ("unknown_participant", lambda r: put(r, "pairs", a="X")),
    "somebody with itself": ("meets_itself", lambda r: put(r, "pairs", b="P1")),
    "a pair twice": ("repeated_pair", lambda r: r["pairs"].append({"a": "B1", "b": "P1", "score": 1})),
    "a negative score": ("wrong_value", lambda r: put(r, "pairs", score=-1)),
    "a score above the scale": ("wrong_value", lambda r: put(r, "pairs", score=1_000_001)),
    "a score that is no number": ("wrong_value", lambda r: put(r, "pairs", score=float("nan"))),
    "true as a score": ("wrong_value", lambda r: put(r, "pairs", score=True)),
    "an unknown session": ("unknown_session", lambda r: put(r, "pairs", session="night")),
    "an unknown fixed slot": ("unknown_slot", lambda r: put(r, "pairs", fixed_slot=99)),
    "must and forbidden": (
        "required_and_forbidden",
        lambda r: (put(r, "pairs", required=True), r.update(forbidden_pairs=[["B1", "P1"]])),
    ),
    "two meetings fixed at once": (
        "too_many_fixed",
        lambda r: [pair.update(fixed_slot=1) for pair in r["pairs"][:2]],
    ),
    "meetings that wait in a circle": (
        "circle_of_meetings",
        lambda r: [r["pairs"][i].update(after=[["P1", f"B{2 - i}"]]) for i in (0, 1)],
    ),
    "a stranger forbidden": ("unknown_participant", lambda r: r.update(forbidden_pairs=[["P1", "X"]])),
    "nothing forbidden, said by a number": ("wrong_value", lambda r: r.update(forbidden_pairs=0)),
    "an unknown objective": ("wrong_value", lambda r: r.update(rules={"objective": "joy"})),
    "no rest at all": ("wrong_value", lambda r: r.update(rules={"rest_after": 0})),
    "an unknown now": ("unknown_slot", lambda r: r.update(previous={"meetings": [], "now": 99})),
    "a past meeting of no pair": (
        "past_meeting_unknown",
        lambda r: r.update(
            previous={"meetings": [{"a": "P1", "b": "P2", "slot": 1, "table": "T1"}], "now": 2}
        ),
    ),
    "languages that are no words": ("wrong_value", lambda r: r["participants"][0].update(languages=5)),
    "a party twice in a past slot": (
        "past_meeting_impossible",
        lambda r: r.update(previous={"meetings": [held("P1", "B1", "T1"), held("P1", "B2", "T2")], "now": 2}),
    ),
    "a table taken twice in a past slot": (
        "past_meeting_impossible",
        lambda r: r.update(previous={"meetings": [held("P1", "B1", "T1"), held("P2", "B2", "T1")], "now": 2}),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_named(case: str) -> None:
    code, change = CASES[case]
    assert code in broken(change)


def test_something_that_is_no_object_is_refused() -> None:
    assert [p.code for p in problems_in([])] == ["not_an_object"]


def test_what_is_only_impossible_is_well_formed() -> None:
    record = conference()
    for pair in record["pairs"]:
        pair["required"] = True
    record["participants"][0]["available"] = []
    record["participants"][3]["max_meetings"] = 0
    assert problems_in(record) == []


def test_absent_and_null_fields_are_the_same() -> None:
    record = conference()
    record["participants"][0] |= {"max_meetings": None, "fixed_table": None, "representatives": None}
    record["pairs"][0] |= {"fixed_slot": None, "after": None, "session": None}
    record |= {"previous": None, "rules": None, "forbidden_pairs": None}
    assert problems_in(record) == []


def test_a_schedule_of_another_conference_is_named_as_such() -> None:
    meeting = {"a": "P1", "b": "P2", "slot": 99, "table": "T9"}
    codes = [p.code for p in problems_in_schedule(conference(), {"meetings": [meeting]})]
    assert codes == ["unknown_slot", "unknown_table", "not_a_candidate"]
