"""A plan tells how far it is, can be stopped at any time, starts from what is there, and can be repeated."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from matchmaker.scheduling import Conference, Progress, bound_of, plan
from matchmaker.scheduling.compaction import holes
from tests.scheduling.cases import Record, conference
from tests.scheduling.checker import violations


def fair(seed: int) -> Record:
    """Twelve sellers who keep their tables, six buyers, scattered absence, a table for every third."""
    rng = random.Random(seed)
    slots = list(range(8))
    sellers, buyers = [f"P{i}" for i in range(12)], [f"B{i}" for i in range(6)]
    return conference(
        participants=[
            {
                "id": q,
                "side": "producer" if q in sellers else "buyer",
                "host": q in sellers,
                "available": sorted(rng.sample(slots, rng.randint(6, 8))),
                "min_meetings": 1,
            }
            for q in (*sellers, *buyers)
        ],
        slots=[{"id": t, "day": 1, "session": "am" if t < 4 else "pm"} for t in slots],
        tables=[{"id": f"T{k}"} for k in range(4)],
        pairs=[{"a": p, "b": b, "score": rng.randint(1, 99)} for p in sellers for b in buyers],
    )


def planned(record: Record, **how: Any) -> Record:
    return plan(Conference.from_record(record), 20, **how).as_record()


def test_each_stage_is_told_and_bounds_are_kept() -> None:
    told: list[Progress] = []
    schedule = planned(fair(1), progress=told.append)
    assert [p.stage for p in told][:2] == ["first", "timed"]
    assert told[-1].stage == "compacted"
    assert told[0].bound is None
    assert told[0].meetings > 0
    assert all(p.bound is None or p.bound >= schedule["claims"]["score"] for p in told)
    assert [p.seconds for p in told] == sorted(p.seconds for p in told)


def test_a_cancelled_plan_is_valid_and_ends_at_once() -> None:
    schedule = planned(fair(2), cancelled=lambda: True)
    assert violations(fair(2), schedule["meetings"]) == []
    assert schedule["claims"]["meetings"] > 0
    assert schedule["claims"]["shortfall"] == 0


def test_a_plan_starts_from_a_timetable_that_is_there() -> None:
    first = plan(Conference.from_record(fair(3)), 20)
    again = planned(fair(3), warm=first.meetings, cancelled=lambda: True)
    assert again["claims"]["score"] == first.claims["score"]
    assert {(m["a"], m["b"], m["slot"]) for m in again["meetings"]} == {
        (m.a, m.b, m.slot) for m in first.meetings
    }


def test_the_same_seed_gives_the_same_timetable() -> None:
    assert planned(fair(4), seed=7)["meetings"] == planned(fair(4), seed=7)["meetings"]


def relabelled(record: Record) -> Record:
    text = json.dumps(record)
    for one, other in (('"P', '"X'), ('"B', '"Y'), ('"T', '"Z')):
        text = text.replace(one, other)
    return json.loads(text)


def permuted(record: Record) -> Record:
    rng = random.Random(0)
    parts = ("participants", "tables", "pairs")
    return {**record, **{part: rng.sample(record[part], len(record[part])) for part in parts}}


def reversed_in_time(record: Record) -> Record:
    return {**record, "slots": record["slots"][::-1]}


@pytest.mark.parametrize("turn", [relabelled, permuted, reversed_in_time])
@pytest.mark.parametrize("seed", range(4))
def test_the_best_stays_the_best_however_the_conference_is_written_down(turn: Any, seed: int) -> None:
    record = fair(seed)
    one, other = planned(record), planned(turn(record))
    assert one["status"] == other["status"] == "optimal"
    assert one["claims"]["score"] == other["claims"]["score"]
    assert violations(turn(record), other["meetings"]) == []
    for schedule, conf in ((one, record), (other, turn(record))):
        assert bound_of(Conference.from_record(conf), schedule["certificate"]) == schedule["upper_bound"]


@pytest.mark.parametrize(("busy", "number"), [(0, 0), (0b111, 0), (0b101, 1), (0b1101101, 2)])
def test_holes_in_a_day_are_counted(busy: int, number: int) -> None:
    assert holes(busy) == number
