"""Joint causes: whoever is named together needs more than there is room for, and nobody else is named."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from matchmaker.scheduling import Conference, plan
from tests.scheduling.cases import Record, conference


def planned(record: Record) -> Record:
    return plan(Conference.from_record(record), 20).as_record()


def buyers_only_in(slots: list[int], **changes: Any) -> Record:
    """Each seller wants two meetings; the two buyers are there in ``slots`` alone."""
    record = conference(**changes)
    for p in record["participants"]:
        if p["side"] == "buyer":
            p["available"] = slots
        else:
            p["min_meetings"] = 2
    return record


def test_sellers_who_share_the_little_time_of_buyers_are_named_together() -> None:
    record = buyers_only_in([1, 2], tables=[{"id": f"T{k}"} for k in range(3)])
    (short,) = planned(record)["short"]
    assert short["code"] == "minima_compete"
    facts = short["facts"]
    assert (facts["participants"], facts["partners"]) == (["P1", "P2", "P3"], ["B1", "B2"])
    assert (facts["needed"], facts["room"], facts["slots"]) == (6, 4, [1, 2])


def test_somebody_with_partners_of_its_own_is_not_among_the_rivals() -> None:
    record = buyers_only_in([1, 2], tables=[{"id": f"T{k}"} for k in range(4)])
    record["participants"] += [
        {"id": "P4", "side": "producer", "available": [1, 2], "min_meetings": 1},
        {"id": "B3", "side": "buyer", "available": [1, 2]},
    ]
    record["pairs"].append({"a": "P4", "b": "B3", "score": 1})
    facts = planned(record)["short"][0]["facts"]
    assert "P4" not in facts["participants"]
    assert "B3" not in facts["partners"]


def test_too_few_tables_are_named_when_they_alone_bind() -> None:
    record = conference(tables=[{"id": "T1", "unavailable": [3, 4, 5, 6]}])
    for p in record["participants"]:
        p["min_meetings"] = 1 if p["side"] == "producer" else 0
    short = planned(record)["short"]
    assert [s["code"] for s in short] == ["minima_compete_for_tables"]
    facts = short[0]["facts"]
    assert (facts["needed"], facts["room"], facts["slots"]) == (3, 2, [1, 2])


def test_musts_for_the_same_slots_of_one_buyer_are_named_together() -> None:
    record = conference()
    for p in record["participants"]:
        if p["side"] == "producer":
            p["available"] = [1, 2]
    for e in record["pairs"]:
        e["required"] = e["b"] == "B1"
    (unmet,) = planned(record)["unmet"]
    assert unmet["code"] == "musts_compete"
    assert unmet["facts"] == {
        "pairs": [["P1", "B1"], ["P2", "B1"], ["P3", "B1"]],
        "participants": ["B1"],
        "needed": 3,
        "room": 2,
        "slots": [1, 2],
    }


def test_the_room_that_is_claimed_is_all_there_is() -> None:
    record = buyers_only_in([1, 3], tables=[{"id": f"T{k}"} for k in range(3)])
    facts = planned(record)["short"][0]["facts"]
    places = [(b, s) for b in facts["partners"] for s in facts["slots"]]
    assert facts["room"] == len(places)
    wanted = [p["min_meetings"] for p in record["participants"] if p["id"] in facts["participants"]]
    assert facts["needed"] == sum(wanted)
    for fewer in combinations(wanted, len(wanted) - 1):  # nobody could be left out of the cause
        assert sum(fewer) <= facts["room"]
