"""Packing stays into tables: as few stays as any way of cutting the runs, and a bound that none is below."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.scheduling.clock import NEVER, Deadline
from matchmaker.scheduling.packing import Packed, Packing, dearest

SLOTS = 5
Runs = list[list[int]]

runs = st.lists(
    st.sets(st.integers(0, SLOTS - 1), min_size=1).map(lambda slots: [1 << t for t in sorted(slots)]),
    min_size=1,
    max_size=5,
)


def solved(hosts: Runs, kinds: list[tuple[int, int]]) -> Packed | None:
    """Packed from the plainest seating: in each slot the meetings take the first tables that are free."""
    packing, tables = Packing(hosts, kinds, SLOTS), [mask for mask, n in kinds for _ in range(n)]
    kind_of = [kind for kind, (_, n) in enumerate(kinds) for _ in range(n)]
    held: dict[int, list[int]] = {k: [] for k in range(len(tables))}
    for t in range(SLOTS):
        free = [k for k, mask in enumerate(tables) if mask >> t & 1]
        for run in hosts:
            if 1 << t in run:
                held[free.pop(0)].append(1 << t)
    for k, masks in held.items():
        packing.add(kind_of[k], masks)
    return packing.solve(NEVER)


def fewest(hosts: Runs, kinds: list[tuple[int, int]]) -> int:
    """The fewest stays by trying every table for every meeting, slot by slot."""
    tables = [mask for mask, n in kinds for _ in range(n)]
    at = [[h for h, run in enumerate(hosts) if 1 << t in run] for t in range(SLOTS)]

    @cache
    def left(t: int, last: tuple[int, ...]) -> int:
        if t == SLOTS:
            return 0
        free = [k for k, mask in enumerate(tables) if mask >> t & 1]
        best = 1_000
        for seats in product(free, repeat=len(at[t])):
            if len(set(seats)) == len(seats):
                now = dict(zip(at[t], seats, strict=True))
                new = sum(last[h] != k for h, k in now.items())
                after = tuple(now.get(h, k) for h, k in enumerate(last))
                best = min(best, new + left(t + 1, after))
        return best

    return left(0, (-1,) * len(hosts))


def fits(hosts: Runs, kinds: list[tuple[int, int]]) -> bool:
    return all(
        sum(1 << t in run for run in hosts) <= sum(n for mask, n in kinds if mask >> t & 1)
        for t in range(SLOTS)
    )


@given(hosts=runs, closed=st.integers(0, (1 << SLOTS) - 1))
def test_it_has_the_fewest_stays_there_can_be_and_no_table_holds_two_at_once(
    hosts: Runs, closed: int
) -> None:
    everything = (1 << SLOTS) - 1
    kinds = [(everything, 2), (everything & ~closed, 1)]
    if not fits(hosts, kinds):
        return

    found = solved(hosts, kinds)

    assert found is not None
    best = fewest(hosts, kinds)
    assert found.least <= best + 1e-6
    assert len(found.at) == best
    meetings = sorted((r, i) for r, j, k in found.at for i in range(j, k))
    assert meetings == [(r, i) for r, run in enumerate(hosts) for i in range(len(run))]
    taken = [(seat, slot) for (r, i, j), seat in found.at.items() for slot in hosts[r][i:j]]
    assert len(set(taken)) == len(taken)
    assert all(kinds[kind][0] & slot and number < kinds[kind][1] for (kind, number), slot in taken)


def test_three_hosts_with_holes_share_two_tables_without_a_change() -> None:
    hosts = [[1, 4, 16], [2, 8], [1, 2, 4, 8, 16]]
    found = solved(hosts, [((1 << SLOTS) - 1, 2)])
    assert found is not None
    assert len(found.at) == len(hosts)
    assert found.least == pytest.approx(3)


def test_without_time_there_is_no_answer() -> None:
    packing = Packing([[1, 2]], [(3, 1)], 2)
    packing.add(0, [1, 2])
    assert packing.solve(Deadline.after(-1)) is None


@given(worth=st.dictionaries(st.integers(1, 15), st.floats(0.1, 3.0), max_size=8))
def test_the_dearest_disjoint_sets_are_those_of_trying_all(worth: dict[int, float]) -> None:
    best, choice = dearest(worth, 4)
    for within in range(16):
        assert best[within] == pytest.approx(by_trying(worth, within))
        if mask := int(choice[within]):
            assert mask & within == mask
            assert best[within] == pytest.approx(worth[mask] + best[within & ~mask])


def by_trying(worth: dict[int, float], within: int) -> float:
    inside = [(mask, price) for mask, price in worth.items() if mask & within == mask]
    return max((price + by_trying(worth, within & ~mask) for mask, price in inside), default=0.0)
