"""The choice of pairs: its levels, and the bound that it proves."""

from __future__ import annotations

import pytest

from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.limits import longest_with_rest
from matchmaker.scheduling.selection import Model, score_bound, simple_bound
from tests.scheduling.cases import Record, conference


def grid(record: Record) -> Grid:
    return Grid(Conference.from_record(record))


def test_the_bound_is_what_the_limits_allow() -> None:
    record = conference()
    record["participants"][3]["max_meetings"] = 1
    selection = Model(grid(record)).solve(5)
    assert selection is not None
    assert (selection.missing, selection.shortfall, selection.upper_bound) == (0, 0, 40)


def test_levels_say_how_many_musts_and_minima_cannot_be() -> None:
    record = conference()
    record["participants"][0] |= {"available": [], "min_meetings": 2}
    record["pairs"][0]["required"] = True
    selection = Model(grid(record)).solve(5)
    assert selection is not None
    assert (selection.missing, selection.shortfall, selection.upper_bound) == (1, 2, 40)


def test_a_bound_for_worse_levels_is_no_smaller() -> None:
    record = conference()
    record["pairs"][0] |= {"required": True, "score": 0}
    record["participants"][0]["max_meetings"] = 1
    model = Model(grid(record))
    best = model.solve(5)
    assert best is not None
    assert best.upper_bound == 40
    assert score_bound(grid(record), best, (-1, 0, 0), 5) == 50


def test_a_closed_choice_is_not_made_again() -> None:
    model = Model(grid(conference(pairs=[{"a": "P1", "b": "B1", "score": 10}])))
    for slots in model.grid.blocks:
        model.close(0, slots)
    selection = model.solve(5)
    assert selection is not None
    assert selection.within == [0]


def test_without_a_programme_each_participant_is_bounded_by_its_best_partners() -> None:
    record = conference()
    record["participants"][3]["max_meetings"] = 1
    assert simple_bound(grid(record)) == (6 * 10 + 10 + 30) // 2


@pytest.mark.parametrize(
    ("slots", "rest", "most"), [(0b1111, 1, 2), (0b1111, 2, 3), (0b1011, 2, 3), (0, 3, 0)]
)
def test_rests_take_slots_from_a_run(slots: int, rest: int, most: int) -> None:
    assert longest_with_rest(slots, rest) == most
