"""The order in which goods are collected."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest

from scoring.pooling.pickup import in_time, shortest

FREE = np.inf


def places(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Hours between places on a plane, and to a buyer in its corner."""
    spots = np.random.default_rng(seed).random((n, 2)) * 6 + 4
    apart = np.sqrt(((spots[:, None] - spots[None, :]) ** 2).sum(axis=2))
    return apart, np.sqrt((spots**2).sum(axis=1))


def length(hours: np.ndarray, last: np.ndarray, order: list[int]) -> float:
    return float(sum(hours[a, b] for a, b in pairwise(order)) + last[order[-1]])


@pytest.mark.parametrize("seed", range(8))
def test_the_order_is_the_shortest_of_all(seed: int) -> None:
    hours, last = places(6, seed)
    best = min(length(hours, last, list(order)) for order in permutations(range(6)))
    order = shortest(hours, last, np.zeros(6), np.full(6, FREE))
    assert sorted(order) == list(range(6))
    assert length(hours, last, order) == pytest.approx(best)


@pytest.mark.parametrize("seed", range(4))
def test_beyond_ten_places_the_order_is_nearly_as_short(seed: int) -> None:
    hours, last = places(10, seed)
    exact = length(hours, last, shortest(hours, last, np.zeros(10), np.full(10, FREE)))
    more_hours, more_last = (np.pad(hours, (0, 4), mode="edge"), np.pad(last, (0, 4), mode="edge"))
    order = shortest(more_hours, more_last, np.zeros(14), np.full(14, FREE))
    assert sorted(order) == list(range(14))
    assert length(more_hours, more_last, order) <= exact * 1.3


def test_what_keeps_least_is_collected_last() -> None:
    hours, last = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([4.5, 4.0])
    assert shortest(hours, last, np.zeros(2), np.array([FREE, FREE])) == [0, 1]
    assert shortest(hours, last, np.zeros(2), np.array([4.6, FREE])) == [1, 0]


def test_the_standing_at_later_stops_counts() -> None:
    hours, last = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([5.0, 4.0])
    spare = np.array([5.2, 5.8])
    assert not in_time(hours, last, np.full(2, 0.75), spare)
    assert in_time(hours, last, np.full(2, 0.75), np.array([5.2, 7.0]))
