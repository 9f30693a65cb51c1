"""The programme of gaps against every timetable of small conferences, and what single participants need."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from matchmaker.scheduling.alone import fewest_gaps
from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.fewest import fewest
from matchmaker.scheduling.gap_programme import GapProgramme
from matchmaker.scheduling.grid import Grid
from tests.scheduling.cases import Record, conferences
from tests.scheduling.checker import gaps_of, violations

MOST_TIMETABLES = 4_000


def solved(record: Record, by_people: bool = True) -> int | None:
    """The fewest gaps by the programme; None if it finds that there is no timetable."""
    programme = GapProgramme(Grid(Conference.from_record(record)), by_people=by_people)
    said: list[dict[str, Any]] = []
    task = {
        "clauses": programme.clauses.all,
        "costs": programme.gaps,
        "least": programme.least,
        "suspects": programme.suspects,
    }
    fewest(task, said.append)
    return next((s["bound"] for s in reversed(said) if "bound" in s), 0) if "done" in said[-1] else None


def tried(record: Record) -> int | None:
    """The fewest gaps over all timetables with every must and minimum (tables: as many as are open)."""
    slots = [s["id"] for s in record["slots"]]
    tables = {s: [t["id"] for t in record["tables"] if s not in t["unavailable"]] for s in slots}
    best: int | None = None
    for choice in product([None, *slots], repeat=len(record["pairs"])):
        taken = dict.fromkeys(slots, 0)
        meetings = []
        for e, s in zip(record["pairs"], choice, strict=True):
            if s is None:
                continue
            if taken[s] == len(tables[s]):
                break
            meetings.append({"a": e["a"], "b": e["b"], "slot": s, "table": tables[s][taken[s]]})
            taken[s] += 1
        else:
            if _serves(record, meetings) and violations(record, meetings) == []:
                gaps = sum(gaps_of(record, meetings, p) for p in record["participants"])
                best = gaps if best is None else min(best, gaps)
    return best


def _serves(record: Record, meetings: list[Record]) -> bool:
    met = [{m["a"], m["b"]} for m in meetings]
    return all(not e["required"] or {e["a"], e["b"]} in met for e in record["pairs"]) and all(
        sum(p["id"] in m for m in met) >= p["min_meetings"] for p in record["participants"]
    )


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(conferences(objective="gaps"))
def test_the_programme_knows_the_fewest_gaps_of_all_timetables(record: Record) -> None:
    record["rules"]["rest_after"] = None
    for p in record["participants"]:
        p["fixed_table"] = None
    record["pairs"] = record["pairs"][:5]
    assume((len(record["slots"]) + 1) ** len(record["pairs"]) <= MOST_TIMETABLES)
    assert solved(record, by_people=True) == solved(record, by_people=False) == tried(record)


def alone(available: list[int], partners: list[list[int]]) -> int:
    names = [f"B{i}" for i in range(len(partners))]
    record = {
        "format": "meetplan/1",
        "participants": [
            {"id": "P", "available": available},
            *({"id": b, "available": slots} for b, slots in zip(names, partners, strict=True)),
        ],
        "slots": [{"id": t, "day": 1, "session": "am"} for t in range(8)],
        "tables": [{"id": "T"}],
        "pairs": [{"a": "P", "b": b, "score": 1, "required": True} for b in names],
        "rules": {"objective": "gaps", "gaps": "any"},
    }
    return fewest_gaps(Grid(Conference.from_record(record)), 0)


@pytest.mark.parametrize(
    ("available", "partners", "gaps"),
    [
        ([0, 1, 2, 3], [[0, 1], [1, 2], [2, 3]], 0),
        ([0, 1, 2, 4], [[0, 1, 2, 4]] * 4, 1),
        ([0, 2, 4], [[0, 2, 4]] * 3, 2),
        ([0, 1, 2, 3, 4, 5, 6, 7], [[0], [3], [7]], 2),
        ([0, 1, 2, 3, 4, 5, 6, 7], [[0, 1], [0, 1], [4]], 1),
    ],
)
def test_gaps_that_nobody_else_causes_are_counted(
    available: list[int], partners: list[list[int]], gaps: int
) -> None:
    assert alone(available, partners) == gaps
