"""A stand-by: one more producer who delivers if a member fails, where that pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.reliability import reliability
from scoring.pooling.settings import PoolSettings

TRIED = 24  # producers, the largest


@dataclass(frozen=True)
class Reserve:
    """Row of the stand-by, what it would deliver by month, and the chance of delivery with it."""

    row: int
    amounts: Whole
    chance: float


def reserve_of(
    puzzle: Puzzle,
    amounts: Whole,
    rates: Sequence[float],
    settings: PoolSettings,
    chance: float,
    collected: Callable[[Sequence[int]], bool],
) -> Reserve | None:
    """The stand-by that raises the chance of delivery most; None where none pays.

    It stands by with what it has up to the need; taken into the pool ("add") it stays within the agreed
    surplus. It is collected with the members (``collected`` says whether a set of rows can be).
    """
    members = np.flatnonzero(amounts.any(axis=1)).tolist()
    if settings.buffer == "none" or not members or chance >= settings.enough_reliability:
        return None
    if len(members) >= puzzle.max_members:
        return None
    others = [
        i for i in np.argsort(-puzzle.size, kind="stable").tolist() if i not in members and puzzle.size[i]
    ]
    best: Reserve | None = None
    for i in [i for i in others if collected([*members, i])][:TRIED]:
        given = _standing_by(puzzle, amounts, i, settings)
        if not given.any():
            continue
        with_it = amounts.copy()
        with_it[i] = given
        found = chance_with(puzzle, with_it, puzzle.filled(amounts), rates, settings)
        if best is None or found > best.chance + 1e-9:
            best = Reserve(i, given, found)
    return best if best and best.chance >= chance + settings.buffer_gain else None


def chance_with(
    puzzle: Puzzle, amounts: Whole, promised: Whole, rates: Sequence[float], settings: PoolSettings
) -> float:
    """The chance that what is promised is delivered by those who have amounts."""
    rows = np.flatnonzero(amounts.any(axis=1)).tolist()
    towards = np.zeros((len(rows), len(puzzle.need)), dtype=np.int64)
    for n, i in enumerate(rows):
        np.add.at(towards[n], puzzle.group, amounts[i])
    return reliability(towards, promised, [rates[i] for i in rows], settings.delivered_share)


def _standing_by(puzzle: Puzzle, amounts: Whole, i: int, settings: PoolSettings) -> Whole:
    """What one more producer can give in each month."""
    room = puzzle.most - puzzle.delivered(amounts) if settings.buffer == "add" else puzzle.need.copy()
    given = np.zeros(puzzle.months, dtype=np.int64)
    left = int(puzzle.stock[i])
    for t, g in enumerate(puzzle.group.tolist()):
        amount = min(int(puzzle.cap[i, t]), int(room[g]), left)
        if amount >= puzzle.least[i] and puzzle.fixed[i, t] < 0:
            given[t] = amount
            room[g] -= amount
            left -= amount
    return given
