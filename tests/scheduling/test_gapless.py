"""The search for few gaps tells how far it is, and answers as soon as either way of proving does."""

from __future__ import annotations

from typing import Any

from matchmaker.scheduling import Conference, Progress, plan
from matchmaker.scheduling.clock import Deadline
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.proving import Race
from tests.scheduling.cases import Record, conference


def meeting(count: int, **changes: Any) -> Record:
    """``count`` peers who must all meet each other, one table for every two of them."""
    people = [f"Q{i}" for i in range(count)]
    slots = list(range(count))
    return conference(
        participants=[{"id": q, "side": "peer", "available": slots} for q in people],
        slots=[{"id": t, "day": 1, "session": "am"} for t in slots],
        tables=[{"id": f"T{k}"} for k in range(count // 2)],
        pairs=[
            {"a": q, "b": r, "score": 1, "required": True} for i, q in enumerate(people) for r in people[:i]
        ],
        rules={"objective": "gaps", "gaps": "any"},
        **changes,
    )


def test_the_search_tells_its_timetable_and_what_is_proven() -> None:
    told: list[Progress] = []
    schedule = plan(Conference.from_record(meeting(7)), 20, progress=told.append)
    assert told[0].stage == "first"
    assert told[-1].stage == "compacted"
    assert (told[-1].gaps, told[-1].least_gaps) == (schedule.claims["gaps"], schedule.least_gaps)
    assert all(p.meetings == 21 for p in told)
    assert all(p.least_gaps is not None and p.least_gaps <= schedule.claims["gaps"] for p in told)


def test_the_race_proves_the_fewest_gaps() -> None:
    with Race(Grid(Conference.from_record(meeting(6)))) as race:
        race.wait(Deadline.after(20))
        assert race.settled
        assert race.slots is not None
        assert not race.impossible


def test_the_race_proves_that_there_is_no_timetable() -> None:
    crowded = meeting(6)
    crowded["tables"] = crowded["tables"][:2]  # 15 meetings, 6 slots, 12 places
    with Race(Grid(Conference.from_record(crowded))) as race:
        race.wait(Deadline.after(20))
        assert race.impossible
        assert race.slots is None
