"""Getting one more pair in: by a chain of swaps, by ejection, or not at all and nothing changed."""

from __future__ import annotations

from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.insertion import Ejector, apply, insert
from matchmaker.scheduling.timetable import Timetable
from tests.scheduling.cases import Record, conference


def timetable(record: Record) -> Timetable:
    return Timetable(Grid(Conference.from_record(record)))


def two_slots(**pairs: int) -> Record:
    """Two slots and plenty of tables; pairs by name such as P1B1."""
    record = conference(
        slots=[{"id": t, "day": 1, "session": "am"} for t in (1, 2)],
        tables=[{"id": f"T{k}"} for k in range(3)],
        pairs=[{"a": name[:2], "b": name[2:], "score": score} for name, score in pairs.items()],
    )
    for p in record["participants"]:
        p["available"] = [1, 2]
    return record


def test_a_chain_swaps_two_slots_to_let_a_pair_in() -> None:
    tt = timetable(two_slots(P1B1=1, P2B1=1, P2B2=1, P1B2=1))
    for pair, slot in ((0, 0), (1, 1), (2, 0)):
        tt.place(pair, slot)
    assert insert(tt, 3)
    assert tt.slot_of == [0, 1, 0, 1]
    tt.remove(3)
    tt.remove(2)
    tt.place(2, 0)
    assert insert(tt, 3)


def test_a_pair_without_room_changes_nothing() -> None:
    tt = timetable(two_slots(P1B1=1, P2B1=1, P3B1=1))
    tt.place(0, 0)
    tt.place(1, 1)
    assert not insert(tt, 2)
    assert tt.slot_of == [0, 1, -1]


def test_a_must_ejects_what_is_worth_less() -> None:
    record = two_slots(P1B1=9, P2B1=9, P3B1=1)
    record["pairs"][2]["required"] = True
    tt = timetable(record)
    tt.place(0, 0)
    tt.place(1, 1)
    assert Ejector(tt).force(2, 20)
    assert tt.slot_of[2] >= 0
    assert tt.missing == 0


def test_ejection_that_gains_nothing_is_undone() -> None:
    tt = timetable(two_slots(P1B1=9, P2B1=9, P3B1=1))
    tt.place(0, 0)
    tt.place(1, 1)
    assert not Ejector(tt).force(2, 20)
    assert tt.slot_of == [0, 1, -1]


def test_moves_that_would_break_the_order_of_meetings_are_not_made() -> None:
    record = conference()
    record["pairs"][1]["after"] = [["P1", "B1"]]
    tt = timetable(record)
    tt.place(0, 0)
    tt.place(1, 1)
    assert not apply(tt, [(0, 1), (1, 0)])
    assert not apply(tt, [(0, 2)])
    assert tt.slot_of[:2] == [0, 1]


def test_counts_follow_every_placing_and_removal() -> None:
    record = conference()
    record["participants"][0]["min_meetings"] = 1
    record["pairs"][0]["required"] = True
    tt = timetable(record)
    assert tt.worth == (-1, -1, 0)
    tt.place(0, 0)
    assert tt.worth == (0, 0, 10)
    tt.remove(0)
    assert tt.worth == (-1, -1, 0)
