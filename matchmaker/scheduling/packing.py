"""How to cover hosts' days by as few stays at tables as can be: column generation over what a table holds.

A host's meetings of a day, in order of time, are cut into stays, each at one table; every cut is a change of
table. A table holds any stays that do not overlap: a *filling*. The programme chooses stays and fillings so
that every meeting is in one stay and every stay in a filling. There are far too many fillings to list, so
they are made as the programme's prices ask for them (Gilmore and Gomory, 1961): the dearest set of stays that
do not overlap, found for all sets of slots at once. Slots are bits here, and hosts have no names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, hstack

from .clock import Deadline
from .grid import bits

ROUNDING = 1e-7
ROUNDS = 60
PRICING = 0.5  # of the time at most for making fillings; the rest is for choosing among them
Stay = tuple[int, int, int]  # the run it is cut from, its first meeting and the one after its last
Filling = tuple[int, tuple[int, ...]]  # the kind of table, and the slot sets of its stays


@dataclass(frozen=True, slots=True)
class Packed:
    """The stays chosen, each with the table (kind, number within the kind) that holds it; the LP's bound.

    No cutting whatever has fewer stays than ``least``.
    """

    at: dict[Stay, tuple[int, int]]
    least: float


class Packing:
    """``runs`` are the slots (as single bits, rising) of meetings that had best be at one table; ``kinds``
    are the slots in which a kind of table is free, and how many there are of it."""

    def __init__(self, runs: Sequence[Sequence[int]], kinds: Sequence[tuple[int, int]], slots: int) -> None:
        self.kinds, self.slots = kinds, slots
        self.stays: dict[Stay, int] = {
            (r, i, j): sum(run[i:j])
            for r, run in enumerate(runs)
            for i in range(len(run))
            for j in range(i + 1, len(run) + 1)
        }
        self.masks = {mask: row for row, mask in enumerate(dict.fromkeys(self.stays.values()))}
        self.fillings: dict[Filling, None] = {}
        meeting = {
            cell: row
            for row, cell in enumerate((r, i) for r, run in enumerate(runs) for i in range(len(run)))
        }
        cells = [(meeting[r, i], c) for c, (r, j, k) in enumerate(self.stays) for i in range(j, k)]
        self._covers = _sparse(cells, (len(meeting), len(self.stays)))
        asks = [(self.masks[mask], c) for c, mask in enumerate(self.stays.values())]
        self._asks = _sparse(asks, (len(self.masks) + len(kinds), len(self.stays)))

    def add(self, kind: int, masks: Sequence[int]) -> bool:
        """One filling more for a kind of table; False if it was there."""
        filling = (kind, tuple(sorted(masks)))
        known = filling in self.fillings
        self.fillings[filling] = None
        return not known

    def solve(self, deadline: Deadline) -> Packed | None:
        """The fewest stays for the fillings made while they lowered the bound; None if time was too short.

        The fillings added before must allow an answer.
        """
        pricing, least = deadline.within(PRICING * deadline.left), 0.0
        for _ in range(ROUNDS):
            prices, value = self._prices(deadline)
            if prices is None:
                return None
            excess = self._grow(prices)
            least = max(least, value - excess)
            if excess <= ROUNDING or pricing.passed():
                break
        return self._choose(deadline, least)

    def _programme(self) -> tuple[NDArray[np.float64], Any, Any, NDArray[np.float64]]:
        """Costs; each meeting in one stay; no more stays of a slot set than fillings hold, nor tables."""
        first = len(self.masks)
        rows = [(self.masks[mask], c) for c, (_, masks) in enumerate(self.fillings) for mask in masks]
        tables = [(first + kind, c) for c, (kind, _) in enumerate(self.fillings)]
        shape = (first + len(self.kinds), len(self.fillings))
        holds = _sparse(tables, shape) - _sparse(rows, shape)
        costs = np.append(np.ones(len(self.stays)), np.zeros(len(self.fillings)))
        nothing = csr_array((self._covers.shape[0], len(self.fillings)))
        limits = np.append(np.zeros(first), [float(n) for _, n in self.kinds])
        covers = hstack([self._covers, nothing], format="csr")
        return costs, covers, hstack([self._asks, holds], format="csr"), limits

    def _prices(self, deadline: Deadline) -> tuple[NDArray[np.float64] | None, float]:
        """The price of each slot set and of each kind of table, and the value of the relaxation."""
        costs, covers, holds, limits = self._programme()
        found = linprog(
            costs,
            A_ub=holds,
            b_ub=limits,
            A_eq=covers,
            b_eq=np.ones(covers.shape[0]),
            method="highs-ds",
            options={"time_limit": max(0.0, deadline.left)},
        )
        if found.status != 0 or found.fun is None:
            return None, 0.0
        return -found.ineqlin.marginals, float(found.fun)

    def _grow(self, prices: NDArray[np.float64]) -> float:
        """Add the fillings worth more than their table, for each kind the best that has each slot set.

        Returns by how much the bound may lie below the value of the relaxation; 0 if nothing could be added.
        """
        worth = {mask: prices[row] for mask, row in self.masks.items() if prices[row] > ROUNDING}
        best, choice = dearest(worth, self.slots)
        excess = 0.0
        for kind, (open_slots, number) in enumerate(self.kinds):
            table = prices[len(self.masks) + kind]
            if best[open_slots] - table > ROUNDING:
                excess += number * (best[open_slots] - table)
                self.add(kind, _read(choice, open_slots))
            for mask, price in worth.items():
                rest = open_slots & ~mask
                if mask & open_slots == mask and price + best[rest] - table > ROUNDING:
                    self.add(kind, [mask, *_read(choice, rest)])
        return excess

    def _choose(self, deadline: Deadline, least: float) -> Packed | None:
        """Whole stays and fillings."""
        costs, covers, holds, limits = self._programme()
        if deadline.left <= 0:
            return None
        found = milp(
            costs,
            constraints=[
                LinearConstraint(covers, 1.0, 1.0),
                LinearConstraint(holds, -np.inf, limits),
            ],
            integrality=np.ones(len(costs), dtype=np.uint8),
            bounds=Bounds(0, np.inf),
            options={"time_limit": deadline.left},
        )
        if found.x is None:
            return None
        chosen = np.rint(found.x).astype(int)
        room: dict[int, list[tuple[int, int]]] = defaultdict(list)
        used: Counter[int] = Counter()
        for (kind, masks), n in zip(self.fillings, chosen[len(self.stays) :], strict=True):
            for _ in range(n):
                for mask in masks:
                    room[mask].append((kind, used[kind]))
                used[kind] += 1
        held = (s for s, n in zip(self.stays, chosen, strict=False) if n)
        return Packed({stay: room[self.stays[stay]].pop() for stay in held}, least)


def dearest(worth: Mapping[int, float], slots: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """For every set of slots, what the dearest choice of disjoint sets from ``worth`` within it fetches.

    And the set with which that choice begins (0: the first slot is left free).
    """
    best = np.zeros(1 << slots)
    choice = np.zeros(1 << slots, dtype=np.int64)
    by_first: dict[int, list[int]] = defaultdict(list)
    for mask in worth:
        by_first[next(bits(mask))].append(mask)
    for first in reversed(range(slots)):
        later = np.arange(1 << (slots - first - 1)) << (first + 1)
        value, taken = best[later], np.zeros(len(later), dtype=np.int64)
        for mask in by_first[first]:
            rest = mask & ~(1 << first)
            with_mask = np.where(later & rest == rest, best[later & ~rest] + worth[mask], -1.0)
            better = with_mask > value
            value[better], taken[better] = with_mask[better], mask
        best[later | 1 << first], choice[later | 1 << first] = value, taken
    return best, choice


def _read(choice: NDArray[np.int64], within: int) -> list[int]:
    masks = []
    while within:
        mask = int(choice[within])
        if mask:
            masks.append(mask)
        within &= ~mask if mask else within - 1
    return masks


def _sparse(cells: Sequence[tuple[int, int]], shape: tuple[int, int]) -> csr_array:
    rows, columns = [r for r, _ in cells], [c for _, c in cells]
    return csr_array((np.ones(len(cells)), (rows, columns)), shape=shape)
