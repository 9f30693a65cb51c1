"""Days seated anew: no more changes of table than before, nothing settled moves, every seat is free."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.scheduling import repacking
from matchmaker.scheduling.clock import NEVER, Deadline
from matchmaker.scheduling.repacking import repack
from tests.scheduling.cases import conference
from tests.scheduling.test_table_flips import changes, random_seating, seating

CROSSED = {"T1": ["P1-B1", "P1-B2", "P2-B1"], "T2": ["P2-B2", "P3-B1", "P3-B2"]}


def test_a_day_is_seated_so_that_nobody_changes() -> None:
    case = seating(conference(), CROSSED)
    assert changes(*case) == 4
    after = repack(*case, (), NEVER)
    assert changes(case[0], case[1], after) == 0


def test_what_is_settled_stays_and_no_other_takes_its_place() -> None:
    case = seating(conference(), CROSSED)
    middle = [case[0].pair_at[frozenset(key)] for key in (("P1", "B2"), ("P3", "B1"))]
    after = repack(*case, middle, NEVER)
    assert all(after[p] == case[2][p] for p in middle)
    assert len({(case[1][p], k) for p, k in after.items()}) == len(after)


@given(seed=st.integers(0, 10_000), share=st.floats(0.2, 1.0))
def test_any_seating_stays_valid_and_gets_no_worse(seed: int, share: float) -> None:
    grid, slot_of, table_of = random_seating(seed, share)
    rng = random.Random(seed)
    settled = tuple(p for p in table_of if rng.random() < 0.1)

    after = repack(grid, slot_of, table_of, settled, NEVER)

    assert after.keys() == table_of.keys()
    assert all(after[p] == table_of[p] for p in settled)
    assert len({(slot_of[p], k) for p, k in after.items()}) == len(after)
    assert all(grid.table_open[k] >> slot_of[p] & 1 for p, k in after.items())
    assert changes(grid, slot_of, after) <= changes(grid, slot_of, table_of)


def test_without_time_or_on_a_day_too_long_the_seating_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    case = seating(conference(), CROSSED)
    assert repack(*case, (), Deadline.after(-1)) == case[2]
    monkeypatch.setattr(repacking, "LONGEST", 2)
    assert repack(*case, (), NEVER) == case[2]
