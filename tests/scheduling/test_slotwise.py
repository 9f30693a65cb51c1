"""All musts at once, slot by slot: an answer, a proof that there is none, or neither."""

from __future__ import annotations

from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.slotwise import slots_for_required
from tests.scheduling.cases import Record, conference


def musts(slots: list[int]) -> Record:
    record = conference()
    for p in record["participants"]:
        p["available"] = slots
    for pair in record["pairs"]:
        pair["required"] = True
    return record


def test_three_slots_hold_two_buyers_with_three_sellers() -> None:
    grid = Grid(Conference.from_record(musts([1, 2, 3])))
    slots = slots_for_required(grid, 5)
    assert slots is not None
    assert sorted(slots) == [0, 0, 1, 1, 2, 2]


def test_two_slots_are_proven_too_few() -> None:
    assert slots_for_required(Grid(Conference.from_record(musts([1, 2]))), 5) == []


def test_without_time_nothing_is_claimed() -> None:
    assert slots_for_required(Grid(Conference.from_record(musts([1, 2]))), 0) is None
