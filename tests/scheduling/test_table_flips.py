"""Seats exchanged between tables: valid as before, what is settled stays, and no more changes than before."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.scheduling import table_flips
from matchmaker.scheduling.clock import Deadline
from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.table_flips import flip
from tests.scheduling.cases import Record, conference

LONG = 30.0
Seating = tuple[Grid, list[int], dict[int, int]]


def seating(record: Record, rows: dict[str, list[str]]) -> Seating:
    """Tables with what they hold by slot: "P1-B1" or "" for nothing."""
    grid = Grid(Conference.from_record(record))
    slot_of, table_of = [-1] * len(grid.ends), dict[int, int]()
    for table, cells in rows.items():
        for t, cell in enumerate(cells):
            if cell:
                pair = grid.pair_at[frozenset(cell.split("-"))]
                slot_of[pair], table_of[pair] = t, grid.table_at[table]
    return grid, slot_of, table_of


def changes(grid: Grid, slot_of: list[int], table_of: dict[int, int]) -> int:
    """Changes of table of hosts within a day, counted plainly."""
    found = 0
    for q, person in enumerate(grid.conference.participants):
        mine = sorted((slot_of[p], k) for p, k in table_of.items() if person.host and q in grid.ends[p])
        for (s, before), (t, after) in pairwise(mine):
            found += before != after and grid.conference.slots[s].day == grid.conference.slots[t].day
    return found


def flipped(case: Seating, settled: tuple[int, ...] = ()) -> dict[int, int]:
    return flip(*case, settled, Deadline.after(LONG))


def test_two_hosts_who_swapped_tables_at_the_break_keep_their_own() -> None:
    case = seating(conference(), {"T1": ["P1-B1", "P2-B2"], "T2": ["P3-B2", "P3-B1"]})
    assert changes(*case) == 2
    assert changes(*case[:2], flipped(case)) == 0


def test_what_is_settled_stays_where_it_is() -> None:
    case = seating(conference(), {"T1": ["P1-B1", "P2-B2"], "T2": ["P3-B2", "P3-B1"]})
    everything = tuple(case[2])
    assert flipped(case, everything) == case[2]
    first = case[0].pair_at[frozenset(("P1", "B1"))]
    assert flipped(case, (first,))[first] == case[2][first]


def test_no_meeting_is_sent_to_a_table_that_is_closed() -> None:
    record = conference(tables=[{"id": "T1", "unavailable": [2]}, {"id": "T2"}])
    case = seating(record, {"T1": ["P1-B1"], "T2": ["P3-B2", "P2-B1"]})
    after = flipped(case)
    assert changes(case[0], case[1], after) == 0
    assert after[case[0].pair_at[frozenset(("P2", "B1"))]] == case[0].table_at["T2"]


def random_seating(seed: int, share: float) -> Seating:
    """Six sellers and six hosts over two days at three tables, one of them closed in a slot."""
    rng = random.Random(seed)
    record = conference(
        slots=[{"id": t, "day": 1 + t // 5, "session": "am"} for t in range(1, 10)],
        tables=[{"id": "T1", "unavailable": [rng.randrange(1, 10)]}, {"id": "T2"}, {"id": "T3"}],
        participants=[
            {"id": f"{side[0]}{i}", "side": side, "host": side == "buyer", "available": list(range(1, 10))}
            for side in ("producer", "buyer")
            for i in range(6)
        ],
        pairs=[{"a": f"p{i}", "b": f"b{j}", "score": 1} for i in range(6) for j in range(6)],
    )
    grid = Grid(Conference.from_record(record))
    slot_of, table_of = [-1] * len(grid.ends), dict[int, int]()
    for t in range(grid.slot_count):
        busy: set[int] = set()
        for k, open_slots in enumerate(grid.table_open):
            free = [p for p in range(len(grid.ends)) if slot_of[p] < 0 and not busy & set(grid.ends[p])]
            if open_slots >> t & 1 and free and rng.random() < share:
                pair = rng.choice(free)
                slot_of[pair], table_of[pair] = t, k
                busy |= set(grid.ends[pair])
    return grid, slot_of, table_of


@given(seed=st.integers(0, 10_000), share=st.floats(0.2, 1.0))
def test_any_seating_stays_valid_and_gets_no_worse(seed: int, share: float) -> None:
    grid, slot_of, table_of = random_seating(seed, share)
    rng = random.Random(seed)
    settled = tuple(p for p in table_of if rng.random() < 0.2)

    after = flipped((grid, slot_of, table_of), settled)

    assert after.keys() == table_of.keys()
    assert all(after[p] == table_of[p] for p in settled)
    assert len({(slot_of[p], k) for p, k in after.items()}) == len(after)
    assert all(grid.table_open[k] >> slot_of[p] & 1 for p, k in after.items())
    assert changes(grid, slot_of, after) <= changes(grid, slot_of, table_of)


def test_where_all_is_settled_no_time_is_spent(monkeypatch: pytest.MonkeyPatch) -> None:
    case = seating(conference(), {"T1": ["P1-B1", "P2-B2"], "T2": ["P3-B2", "P3-B1"]})
    monkeypatch.setattr(table_flips._Seats, "_mend", lambda *_: pytest.fail("nothing may move"))
    assert flipped(case, tuple(case[2])) == case[2]
