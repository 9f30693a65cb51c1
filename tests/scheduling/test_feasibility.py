"""What cannot be is said before planning, with the participants and slots that bind."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from matchmaker.scheduling import Conference, feasibility, plan
from matchmaker.wording.schedules import sentence
from tests.scheduling.cases import Record, conference, conferences


def found(record: Record) -> list[tuple[str, dict[str, Any]]]:
    return [(f.code, f.facts) for f in feasibility(Conference.from_record(record))]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(conferences())
def test_what_is_called_impossible_is_in_no_plan(record: Record) -> None:
    record["rules"]["max_gap_difference"] = None
    schedule = plan(Conference.from_record(record), 10)
    met = {m.key for m in schedule.meetings}
    held = {p["id"]: sum(p["id"] in k for k in met) for p in record["participants"]}
    for code, facts in found(record):
        if code == "must_impossible":
            assert frozenset((facts["a"], facts["b"])) not in met
        if code.startswith("minimum_"):
            assert held[facts["participant"]] < facts["min"]
        if code == "more_musts_than_slots":
            assert schedule.claims["required_missing"] > 0
        if code == "too_few_tables":
            assert schedule.claims["shortfall"] + schedule.claims["required_missing"] > 0


def test_nothing_is_found_where_all_is_well() -> None:
    assert found(conference()) == []


def test_somebody_who_asks_for_more_than_it_has_slots_is_told() -> None:
    record = conference()
    record["participants"][3] |= {"max_meetings": 5, "available": [1, 2, 3]}
    assert found(record) == [("asks_more_than_slots", {"participant": "B1", "asks": 5, "slots": 3})]


def test_more_musts_than_slots_are_named_with_the_partners() -> None:
    record = conference()
    record["participants"][3]["available"] = [2]
    for pair in record["pairs"]:
        pair["required"] = pair["b"] == "B1"
    facts = {"participant": "B1", "musts": 3, "slots": 1, "partners": ["P1", "P2", "P3"]}
    assert found(record) == [("more_musts_than_slots", facts)]


def test_a_must_without_a_common_slot_is_named_with_its_cause() -> None:
    record = conference()
    record["participants"][0]["available"], record["participants"][3]["available"] = [1], [2]
    record["pairs"][0]["required"] = True
    facts = {"a": "P1", "b": "B1", "cause": "no_common_slot", "facts": {}}
    assert found(record) == [("must_impossible", facts)]


def test_a_minimum_above_the_slots_or_the_partners_is_told_apart() -> None:
    record = conference()
    record["participants"][0] |= {"min_meetings": 3}
    record["participants"][1] |= {"min_meetings": 2, "available": [1]}
    assert found(record) == [
        (
            "minimum_above_partners",
            {"participant": "P1", "min": 3, "possible": 2, "never_together_with": []},
        ),
        ("minimum_above_slots", {"participant": "P2", "min": 2, "slots": 1}),
    ]


def test_a_minimum_that_partners_in_the_same_slot_prevent_names_both() -> None:
    record = conference()
    record["participants"][0]["min_meetings"] = 2
    for buyer in record["participants"][3:]:
        buyer["available"] = [4]
    facts = {"participant": "P1", "min": 2, "possible": 1, "partners": ["B1", "B2"], "slots": [4]}
    assert found(record) == [("minimum_unreachable", facts)]


def test_two_representatives_meet_two_partners_at_once() -> None:
    record = conference()
    record["participants"][0] |= {"min_meetings": 2, "representatives": 2}
    for buyer in record["participants"][3:]:
        buyer["available"] = [4]
    assert found(record) == []


def test_too_few_tables_in_a_slot_and_in_all_are_counted() -> None:
    record = conference(tables=[{"id": "T1", "unavailable": [1]}])
    for pair in record["pairs"]:
        if (pair["a"], pair["b"]) in {("P1", "B1"), ("P2", "B2")}:
            pair |= {"required": True, "fixed_slot": 2}
    for buyer in record["participants"][3:]:
        buyer["min_meetings"] = 3
    facts = {"needed": 6, "places": 5, "slots": 6, "fewest_in": 1, "per_slot": 1}
    assert found(record) == [
        ("too_few_tables_in_slot", {"slot": 2, "needed": 2, "tables": 1}),
        ("too_few_tables", facts),
    ]


def speaking(**languages: list[str]) -> Record:
    record = conference()
    for p in record["participants"]:
        p["languages"] = languages.get(p["id"], [])
    for pair in record["pairs"]:
        pair["required"] = pair["b"] == "B1"
    return record


def test_a_must_without_a_common_language_needs_an_interpreter() -> None:
    record = speaking(P1=["vi"], P2=["vi", "en"], B1=["en"])
    facts = {"a": "P1", "b": "B1", "languages": [["vi"], ["en"]]}
    assert found(record) == [("no_interpreter", facts)]
    record["interpreters"] = [{"languages": ["en", "vi"], "count": 1}]
    assert found(record) == []


def test_interpreters_who_cannot_serve_all_musts_are_counted() -> None:
    record = speaking(P1=["vi"], P2=["vi"], P3=["vi"], B1=["en"])
    record["interpreters"] = [{"languages": ["en", "vi"], "count": 1}]
    record["slots"] = record["slots"][:2]
    for p in record["participants"]:
        p["available"] = [1, 2]
    record["participants"][3]["representatives"] = 2
    codes = dict(found(record))
    assert (codes["interpreters_short"]["needed"], codes["interpreters_short"]["places"]) == (3, 2)


def test_an_interpreters_language_that_nobody_speaks_is_named() -> None:
    record = speaking(P1=["vi"], P2=["vi", "en"], B1=["en"])
    record["interpreters"] = [
        {"languages": ["en", "vi"], "count": 1},
        {"languages": ["ko", "vi"], "count": 2},
    ]
    facts = {"languages": [["ko"]], "interpreters": 2, "unknown": 2}

    assert found(record) == [("language_nobody_speaks", facts)]
    assert "2 phiên dịch tiếng Hàn" in sentence("language_nobody_speaks", facts, "vi")
    for participant in record["participants"]:
        participant["languages"] = []
    assert found(record) == []  # nobody's languages are known
