"""The chance that a pool delivers what it promises."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.pooling.reliability import reliability


def simulated_difference(seed: int, runs: int = 200_000) -> float:
    """How far the computed chance lies from the share of simulated seasons that deliver."""
    draw = random.Random(seed)
    members, needs = draw.randint(1, 34), draw.choice((1, 1, 2, 4, 12))
    amounts = np.array([[draw.choice((0, *range(20, 900))) for _ in range(needs)] for _ in range(members)])
    amounts[:, 0] += 1
    rates = [draw.choice((0.03, 0.08, 0.1, 0.15, 0.2)) for _ in range(members)]
    promised = np.floor(amounts.sum(axis=0) / draw.choice((1.0, 1.0, 1.15, 1.3))).astype(np.int64)
    come = np.random.default_rng(seed).random((runs, members)) >= np.array(rates)
    kept = np.minimum(come.astype(np.int64) @ amounts, promised).sum(axis=1)
    share = float((kept >= promised.sum() * 0.95 - 1e-9).mean())
    return abs(share - reliability(amounts, promised, rates, 0.95))


@pytest.mark.parametrize("seed", range(12))
def test_it_agrees_with_simulation_within_a_point(seed: int) -> None:
    assert simulated_difference(seed, 60_000) < 0.01


def test_members_who_cannot_be_spared_must_all_deliver() -> None:
    amounts = np.array([[50], [50]])
    assert reliability(amounts, np.array([100]), [0.1, 0.2], 0.95) == pytest.approx(0.9 * 0.8)


def test_a_surplus_covers_a_failure_only_where_it_is_large_enough() -> None:
    enough, scarce = np.full((4, 1), 32), np.full((4, 1), 30)
    one_may_fail = 0.9**4 + 4 * 0.1 * 0.9**3
    assert reliability(enough, np.array([100]), [0.1] * 4, 0.95) == pytest.approx(one_may_fail)
    assert reliability(scarce, np.array([100]), [0.1] * 4, 0.95) == pytest.approx(0.9**4)


def test_what_one_month_lacks_another_does_not_make_good() -> None:
    amounts = np.array([[100, 0], [0, 100]])
    assert reliability(amounts, np.array([50, 50]), [0.1, 0.1], 0.95) == pytest.approx(0.81)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.floats(0, 0.5)), min_size=1, max_size=22), st.integers(1, 400)
)
def test_it_is_a_chance_and_falls_with_what_is_promised(
    members: list[tuple[int, float]], promised: int
) -> None:
    amounts, rates = np.array([[a] for a, _ in members]), [rate for _, rate in members]
    less = reliability(amounts, np.array([promised]), rates, 0.95)
    more = reliability(amounts, np.array([promised + 40]), rates, 0.95)
    assert 0.0 <= more <= less + 1e-9 <= 1.0 + 2e-9
