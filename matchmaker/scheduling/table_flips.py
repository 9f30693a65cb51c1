"""Fewer changes of table for hosts: two tables exchange what they hold over a stretch of slots.

The times are settled; only seats are exchanged. A change is two successive meetings of a host on one day at
different tables. Exchanging two tables over a stretch alters only the changes between a meeting inside it and
one outside, so the best end of a stretch is found in one pass over the day. Exchanges that make it a little
worse are taken now and then (simulated annealing with a fixed seed).
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Iterator
from itertools import pairwise

from .clock import Deadline
from .grid import Grid

STEPS_PER_MEETING = 400
WARM, COLD = 0.5, 0.1  # the temperatures of the first and the last step, in changes
CLOCK = 256  # steps between two looks at the clock
FREE = -1


def flip(
    grid: Grid, slot_of: list[int], table_of: dict[int, int], settled: Collection[int], deadline: Deadline
) -> dict[int, int]:
    """The tables of the same meetings with as few changes as found; never more than before.

    ``slot_of`` is the slot of every pair, ``table_of`` a valid table of each that meets; pairs in ``settled``
    keep theirs.
    """
    return _Seats(grid, slot_of, table_of, set(settled)).anneal(deadline)


def changes_of(
    grid: Grid, slot_of: list[int], table_of: dict[int, int], settled: Collection[int]
) -> list[tuple[int, int]]:
    """Every two successive meetings of a host on one day, at different tables, that need not both stay."""
    return _Seats(grid, slot_of, table_of, set(settled)).changes


class _Seats:
    """Who sits where in each slot, and which successive meetings of a host are at different tables."""

    def __init__(self, grid: Grid, slot_of: list[int], table_of: dict[int, int], settled: set[int]) -> None:
        self.grid, self.slot_of, self.settled = grid, slot_of, settled
        self.table_of = dict(table_of)
        self.held = [[FREE] * len(grid.table_open) for _ in range(grid.slot_count)]
        for p, k in table_of.items():
            self.held[slot_of[p]][k] = p
        days = [slot.day for slot in grid.conference.slots]
        self.day_of = [[u for u, day in enumerate(days) if day == own] for own in days]
        self.beside: dict[int, list[int]] = {p: [] for p in table_of}
        self.changes: list[tuple[int, int]] = []
        self.at: dict[tuple[int, int], int] = {}  # where a change stands in ``changes``
        for p, n in self._successive():
            self.beside[p].append(n)
            self.beside[n].append(p)
            self._note(p, n)

    def _successive(self) -> Iterator[tuple[int, int]]:
        """Every two successive meetings of a host on one day."""
        g, stops = self.grid, dict[int, list[tuple[int, int, int]]]()
        for p, k in self.table_of.items():
            for q in g.ends[p]:
                if g.conference.participants[q].host:
                    stops.setdefault(q, []).append((self.slot_of[p], k, p))
        for mine in stops.values():
            for (s, _, p), (t, _, n) in pairwise(sorted(mine)):
                if s != t and t in self.day_of[s]:
                    yield p, n

    def _note(self, p: int, n: int) -> None:
        """Keep ``changes`` true for two successive meetings, in constant time; leave out what must stay."""
        if p in self.settled and n in self.settled:
            return
        edge = (p, n) if p < n else (n, p)
        differs = self.table_of[p] != self.table_of[n]
        if differs and edge not in self.at:
            self.at[edge] = len(self.changes)
            self.changes.append(edge)
        elif not differs and edge in self.at:
            place, last = self.at.pop(edge), self.changes.pop()
            if last != edge:
                self.changes[place] = last
                self.at[last] = place

    def anneal(self, deadline: Deadline) -> dict[int, int]:
        """Mend one change after the other until none is left or the steps are used up."""
        rng = random.Random(0)  # noqa: S311 - to repeat, not to hide
        steps = STEPS_PER_MEETING * len(self.table_of.keys() - self.settled)
        lowest, best = len(self.changes), dict(self.table_of)
        for step in range(steps):
            if not self.changes or (step % CLOCK == 0 and deadline.passed()):
                break
            self._mend(rng, WARM * (COLD / WARM) ** (step / steps))
            if len(self.changes) < lowest:
                lowest, best = len(self.changes), dict(self.table_of)
        return best

    def _mend(self, rng: random.Random, heat: float) -> None:
        """Exchange the tables of one change from one of its meetings on, as far as is best."""
        one, other = rng.choice(self.changes)
        if rng.random() < 0.5:
            one, other = other, one
        j, k = self.table_of[one], self.table_of[other]
        start, away = self.slot_of[other], self.slot_of[other] > self.slot_of[one]
        day = self.day_of[start]
        stretch = [t for t in day if t >= start] if away else [t for t in reversed(day) if t <= start]
        moved, cost = self._best_stretch(stretch, j, k, rng)
        if moved and (cost <= 0 or rng.random() < math.exp(-cost / heat)):
            self._exchange(stretch[:moved], j, k)

    def _best_stretch(self, stretch: list[int], j: int, k: int, rng: random.Random) -> tuple[int, int]:
        """How many of the slots to exchange (0: cannot be), and by how much changes then grow."""
        inside: set[int] = set()
        cost, best, length = 0, 1 << 30, 0
        for n, t in enumerate(stretch, 1):
            pairs = (self.held[t][j], self.held[t][k])
            if not self._may_leave(pairs[0], t, k) or not self._may_leave(pairs[1], t, j):
                break
            for p in pairs:
                if p != FREE:
                    cost += self._cost(p, j + k - self.table_of[p], inside)
                    inside.add(p)
            if cost < best or (cost == best and rng.random() < 0.5):
                best, length = cost, n
        return length, best

    def _may_leave(self, pair: int, t: int, table: int) -> bool:
        """Whether the pair (or nobody) may be seated at ``table`` in slot ``t``."""
        if pair == FREE:
            return True
        return pair not in self.settled and bool(self.grid.table_open[table] >> t & 1)

    def _cost(self, pair: int, table: int, inside: set[int]) -> int:
        """What moving the pair to ``table`` adds, where the pairs of ``inside`` have moved already."""
        cost = 0
        for n in self.beside[pair]:
            if n in inside:  # taken back: two that move together are as they were
                there = table + self.table_of[pair] - self.table_of[n]
                cost -= (there != self.table_of[pair]) - (self.table_of[n] != self.table_of[pair])
            else:
                cost += (table != self.table_of[n]) - (self.table_of[pair] != self.table_of[n])
        return cost

    def _exchange(self, slots: list[int], j: int, k: int) -> None:
        moved = []
        for t in slots:
            row = self.held[t]
            row[j], row[k] = row[k], row[j]
            for table in (j, k):
                if row[table] != FREE:
                    self.table_of[row[table]] = table
                    moved.append(row[table])
        for p in moved:
            for n in self.beside[p]:
                self._note(p, n)
