"""The search for the fewest costs: its answers against trying everything."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest

from matchmaker.scheduling.fewest import fewest


def answers(clauses: list[list[int]], costs: list[int], **more: Any) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    fewest({"clauses": clauses, "costs": costs, "least": 0, "suspects": [], **more}, said.append)
    return said


def by_trying(clauses: list[list[int]], costs: list[int], variables: int) -> int | None:
    best: int | None = None
    for true in product((False, True), repeat=variables):
        if all(any(true[abs(x) - 1] == (x > 0) for x in clause) for clause in clauses):
            cost = sum(true[x - 1] for x in costs)
            best = cost if best is None else min(best, cost)
    return best


@pytest.mark.parametrize("seed", range(40))
def test_the_fewest_are_found_and_proven(seed: int) -> None:
    rng = random.Random(seed)
    variables = rng.randint(2, 8)
    clauses = [
        [rng.choice((-1, 1)) * v for v in rng.sample(range(1, variables + 1), rng.randint(1, 2))]
        for _ in range(rng.randint(1, 14))
    ]
    costs = rng.sample(range(1, variables + 1), rng.randint(1, variables))
    best, said = by_trying(clauses, costs, variables), answers(clauses, costs)
    if best is None:
        assert said[-1] == {"none": True}
        return
    assert said[-1] == {"done": True}
    assert [s["bound"] for s in said if "bound" in s][-1] == best
    model = next(s["model"] for s in said if "model" in s)
    assert sum(x in model for x in costs) == best
    assert all(any((abs(x) in model) == (x > 0) for x in clause) for clause in clauses)


def test_what_is_known_beforehand_is_the_first_bound() -> None:
    said = answers([[1, 2], [3]], [1, 2, 3], least=2, suspects=[1, 2, 3])
    assert said[0] == {"bound": 2}
    assert said[-1] == {"done": True}


def test_an_empty_clause_cannot_hold() -> None:
    assert answers([[1], []], [1]) == [{"none": True}]
