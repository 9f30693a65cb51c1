"""Counting by clauses: checked against counting by hand, over all assignments."""

from __future__ import annotations

from itertools import product

import pytest
from pysat.solvers import Solver

from matchmaker.scheduling.clauses import Clauses


def satisfiable(clauses: Clauses, given: tuple[bool, ...]) -> bool:
    """Whether the first variables can be as given, the others being free."""
    if not all(clauses.all):
        return False
    with Solver(name="cadical195", bootstrap_with=clauses.all) as solver:
        return bool(solver.solve(assumptions=[n if true else -n for n, true in enumerate(given, start=1)]))


def of(number: int) -> tuple[Clauses, list[int]]:
    clauses = Clauses()
    return clauses, [clauses.new() for _ in range(number)]


@pytest.mark.parametrize("number", [1, 2, 3, 5])
@pytest.mark.parametrize("limit", [0, 1, 2, 4])
def test_limits_hold_for_exactly_the_right_assignments(number: int, limit: int) -> None:
    for name in ("at_most", "at_least", "exactly_along"):
        clauses, xs = of(number)
        getattr(clauses, name)(xs, limit)
        for given in product((False, True), repeat=number):
            n = sum(given)
            right = {"at_most": n <= limit, "at_least": n >= limit, "exactly_along": n == limit}[name]
            assert satisfiable(clauses, given) is right, (name, given)


@pytest.mark.parametrize("number", [2, 4, 5])
def test_a_count_is_true_up_to_the_number_and_false_above(number: int) -> None:
    for given in product((False, True), repeat=number):
        for k in range(number):
            clauses, xs = of(number)
            count = clauses.count(xs, number)
            clauses.add(count[k])
            assert satisfiable(clauses, given) is (sum(given) > k)
            clauses.all[-1] = [-count[k]]
            assert satisfiable(clauses, given) is (sum(given) <= k)


def test_any_of_is_true_with_one_and_false_with_none() -> None:
    for given in product((False, True), repeat=3):
        clauses, xs = of(3)
        one = clauses.any_of(xs)
        clauses.add(one)
        assert satisfiable(clauses, given) is any(given)
