"""The exact filling: it equals going through everything, and its proofs are true."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from itertools import combinations

import pytest

from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.settings import PoolSettings
from scoring.pooling.solving import Solved, solve
from tests.scoring.pooling.brute import best_of, random_puzzle

SETTINGS = PoolSettings(max_rounds=1)


def solved(puzzle: Puzzle, rounds: int = 1, before: Whole | None = None) -> Solved:
    settings = replace(SETTINGS, max_rounds=rounds)
    return solve(puzzle, lambda rows: True, settings, before, time.perf_counter() + 20.0)


def differences(puzzle: Puzzle, rounds: int = 1) -> list[str]:
    """Where the solver and going through everything do not agree."""
    found, right = solved(puzzle, rounds), best_of(puzzle, SETTINGS.cost_tolerance, rounds)
    proofs = {proof.objective: proof for proof in found.proofs}
    wrong = []
    if found.filled != right.filled:
        wrong.append(f"filled {found.filled}, could be {right.filled}")
    if right.filled:
        if abs(proofs["cost"].value - right.money) > 1e-6 * right.money:
            wrong.append(f"money {proofs['cost'].value}, could be {right.money}")
        members, money = int(found.amounts.any(axis=1).sum()), puzzle.money(found.amounts)
        if members != right.members:
            wrong.append(f"members {members}, could be {right.members}")
        if money > right.money * (1 + SETTINGS.cost_tolerance) + 1e-6:
            wrong.append(f"money {money} beyond what {right.money} allows")
        wrong += [f"gap of {p.objective} {p.gap}" for p in found.proofs if p.gap > 1e-6]
    return wrong + broken(puzzle, found.amounts, rounds)


def broken(puzzle: Puzzle, amounts: Whole, rounds: int = 1) -> list[str]:
    """Constraints that amounts break, checked one number at a time."""
    wrong = []
    members = [i for i in range(len(puzzle)) if any(amounts[i])]
    for i in members:
        for t, amount in enumerate(amounts[i].tolist()):
            if amount and not puzzle.least[i] <= amount <= puzzle.cap[i, t]:
                wrong.append(f"member {i} month {t}: {amount}")
        if sum(amounts[i].tolist()) > puzzle.stock[i]:
            wrong.append(f"member {i}: more than its stock")
    for g, most in enumerate(puzzle.most.tolist()):
        if (
            sum(int(amounts[i, t]) for i in members for t in range(puzzle.months) if puzzle.group[t] == g)
            > most
        ):
            wrong.append(f"need {g}: more than agreed")
    if members and puzzle.lead_needed and not any(puzzle.leads[i] for i in members):
        wrong.append("nobody invoices")
    if len(members) > puzzle.max_members:
        wrong.append("too many members")
    there = [k for k, anchor in enumerate(puzzle.anchors) if any(anchor[i] for i in members)]
    compact = any(
        all(any(puzzle.clusters[k][i] for k in chosen) for i in members)
        for count in range(1, rounds + 1)
        for chosen in combinations(there, count)
    )
    return wrong if compact or not members else [*wrong, "not compact"]


@pytest.mark.parametrize("seed", range(60))
def test_small_puzzles_equal_going_through_everything(seed: int) -> None:
    assert differences(random_puzzle(random.Random(seed))) == []


@pytest.mark.parametrize("seed", range(1000, 1030))
def test_several_rounds_equal_going_through_all_sets_of_them(seed: int) -> None:
    assert differences(random_puzzle(random.Random(seed), 7), rounds=3) == []
