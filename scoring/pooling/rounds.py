"""Several rounds of collection, each with its own first stop, where one alone cannot fill the demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools
from scoring.pooling.programme import Answer, Programme, Target
from scoring.pooling.puzzle import Puzzle

TRIED = 20_000  # sets of first stops gone through before they are taken one by one
Parts = list[list[int]]


@dataclass(frozen=True)
class Rounds:
    """Who can be collected from which first stop [stop, member], who stands there, the most rounds."""

    near: Bools
    own: Bools
    most: int

    def parts(self, rows: Sequence[int]) -> Parts | None:
        """Members divided into the fewest rounds; None where they need too many."""
        if not rows:
            return []
        members = list(rows)
        stops = np.flatnonzero(self.own[:, members].any(axis=1))
        near = self.near[stops][:, members]
        chosen = self._covering(near)
        if chosen is None:
            return None
        found: Parts = [[] for _ in chosen]
        for j, i in enumerate(members):
            at_home = [n for n, k in enumerate(chosen) if self.own[stops[k], i]]
            reached = [n for n, k in enumerate(chosen) if near[k, j]]
            found[(at_home or reached)[0]].append(i)
        return [part for part in found if part]

    def _covering(self, near: Bools) -> list[int] | None:
        """The fewest first stops from which all are reached."""
        tried = 0
        for count in range(1, min(self.most, len(near)) + 1):
            for chosen in combinations(range(len(near)), count):
                tried += 1
                if near[list(chosen)].any(axis=0).all():
                    return list(chosen)
                if tried > TRIED:
                    return self._one_by_one(near)
        return None

    def _one_by_one(self, near: Bools) -> list[int] | None:
        chosen: list[int] = []
        left = np.ones(near.shape[1], dtype=np.bool_)
        while left.any() and len(chosen) < self.most:
            chosen.append(int((near & left).sum(axis=1).argmax()))
            left &= ~near[chosen[-1]]
        return None if left.any() else chosen


def in_time_by_rounds(
    rounds: Rounds, in_time: Callable[[Sequence[int]], bool]
) -> Callable[[Sequence[int]], bool]:
    """Whether some members can be collected in so many rounds, each of them in time."""

    def asked(rows: Sequence[int]) -> bool:
        parts = rounds.parts(rows)
        return parts is not None and all(in_time(part) for part in parts)

    return asked


class RoundsProgramme(Programme):
    """The programme of all members at once: first stops are chosen with them."""

    def __init__(
        self, puzzle: Puzzle, rounds: Rounds, rows: NDArray[np.intp], cuts: Sequence[NDArray[np.intp]]
    ) -> None:
        super().__init__(puzzle, np.ones(len(puzzle), dtype=np.bool_), cuts)
        stops = np.flatnonzero(rounds.own[:, rows].any(axis=1))
        self.z = self.size + np.arange(len(stops))
        self.size += len(stops)
        near, own = rounds.near[stops][:, rows], rounds.own[stops][:, rows]
        for i in range(len(rows)):
            reaching = self.z[near[:, i]]
            self._row(np.append(reaching, self.y[i]), np.append(np.ones(len(reaching)), -1.0), 0.0, np.inf)
        for k in range(len(stops)):
            there = self.y[own[k]]
            self._row(np.append(there, self.z[k]), np.append(np.ones(len(there)), -1.0), 0.0, np.inf)
        self._row(self.z, np.ones(len(stops)), 1.0, float(rounds.most))

    def fewest_rounds(self, seconds: float, target: Target) -> Answer:
        """The fewest rounds that fill as much."""
        objective = np.zeros(self.size)
        objective[self.z] = 1.0
        return self._solved(objective, target, seconds, 0.0)

    def _whole(self) -> NDArray[np.int64]:
        whole = super()._whole()
        whole[self.z] = 1
        return whole
