"""Seats a day anew where exchanging tables left changes: hosts' stays are packed into tables by a programme.

Only meetings that are not settled are seated anew; a table is free for them in the slots in which it is open
and holds nothing settled. Days longer than ``LONGEST`` slots are left to exchanges.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor

from .clock import Deadline
from .grid import Grid
from .packing import Packing
from .table_flips import changes_of

LONGEST = 14  # slots of a day: the packing looks at every set of them
Run = list[int]


def repack(
    grid: Grid, slot_of: list[int], table_of: dict[int, int], settled: Collection[int], deadline: Deadline
) -> dict[int, int]:
    """The tables of the same meetings with fewer changes of table where that was found, else as before."""
    changes = changes_of(grid, slot_of, table_of, settled)
    days = [slot.day for slot in grid.conference.slots]
    unlucky = [day for day in dict.fromkeys(days) if any(days[slot_of[p]] == day for p, _ in changes)]
    parts = [[t for t, own in enumerate(days) if own == day] for day in unlucky]
    its = [_Day(grid, slot_of, table_of, set(settled), part) for part in parts if len(part) <= LONGEST]
    best = table_of
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:  # the solver lets other threads work beside it
        found = list(workers.map(lambda day: day.packed(deadline), its))
    for seats in found:
        packed = {**best, **seats}
        if len(changes_of(grid, slot_of, packed, settled)) < len(changes_of(grid, slot_of, best, settled)):
            best = packed
    return best


class _Day:
    """The meetings of one day as runs that had best be at one table, and the tables free for them."""

    def __init__(
        self, grid: Grid, slot_of: list[int], table_of: dict[int, int], settled: set[int], slots: list[int]
    ) -> None:
        self.grid, self.slot_of, self.table_of = grid, slot_of, table_of
        self.place = {t: i for i, t in enumerate(slots)}
        here = sorted((slot_of[p], p) for p in table_of if slot_of[p] in self.place)
        self.runs = self._runs([p for _, p in here], settled)
        closed = [0] * len(grid.table_open)
        for t, p in here:
            if p in settled:
                closed[table_of[p]] |= 1 << t
        self.tables: dict[int, list[int]] = {}
        for k, free in enumerate(grid.table_open):
            mask = sum(1 << i for t, i in self.place.items() if free & ~closed[k] & 1 << t)
            self.tables.setdefault(mask, []).append(k)

    def _runs(self, meetings: list[int], settled: set[int]) -> list[Run]:
        """What each host has in order of time, cut where something is settled or two meetings coincide."""
        runs: list[Run] = []
        latest: dict[int, list[Run]] = {}  # of each host: a run for each of its representatives
        for p in meetings:
            host = self._host(p)
            if p in settled:
                latest.pop(host, None)
                continue
            mine = latest.setdefault(host, [])
            run = (
                next((r for r in mine if self.slot_of[r[-1]] < self.slot_of[p]), None) if host >= 0 else None
            )
            if run is None:
                run = []
                runs.append(run)
                mine.append(run)
            run.append(p)
        return runs

    def _host(self, pair: int) -> int:
        people = self.grid.conference.participants
        return next((q for q in self.grid.ends[pair] if people[q].host), -1)

    def packed(self, deadline: Deadline) -> dict[int, int]:
        """The tables of the day's runs seated anew; empty if no answer was found in time."""
        masks = [[1 << self.place[self.slot_of[p]] for p in run] for run in self.runs]
        kinds = list(self.tables.items())
        packing = Packing(masks, [(mask, len(tables)) for mask, tables in kinds], len(self.place))
        for kind, stays in self._as_seated():
            packing.add(kind, stays)
        found = packing.solve(deadline)
        seats: dict[int, int] = {}
        for (r, i, j), (kind, number) in found.at.items() if found else ():
            seats.update(dict.fromkeys(self.runs[r][i:j], kinds[kind][1][number]))
        return seats

    def _as_seated(self) -> list[tuple[int, list[int]]]:
        """What each table holds now: the kind of table, and the slots of each stay."""
        held: dict[int, list[int]] = {}
        for run in self.runs:
            before = None
            for p in run:
                stays = held.setdefault(self.table_of[p], [])
                bit = 1 << self.place[self.slot_of[p]]
                if before == self.table_of[p]:
                    stays[-1] |= bit
                else:
                    stays.append(bit)
                before = self.table_of[p]
        kind_of = {k: kind for kind, tables in enumerate(self.tables.values()) for k in tables}
        return [(kind_of[k], stays) for k, stays in held.items()]
