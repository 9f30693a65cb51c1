"""Which table each meeting takes, so that hosts change tables as little as possible within a day.

Slot by slot: fixed tables first, then tables printed before, then a host's own table of the day. A host who
comes new to a slot takes a table whose owner is done for the day or, failing that, the one whose owner needs
it last (Belady's rule for caches, 1966), because an owner who comes back to a taken table must change.
"""

from __future__ import annotations

from .grid import Grid

NEVER = 1 << 30


def assign_tables(grid: Grid, slot_of: list[int], kept: dict[int, int] | None = None) -> dict[int, int]:
    """Table position by pair for every pair with a slot; ``kept`` names tables to keep where possible."""
    by_slot: list[list[int]] = [[] for _ in range(grid.slot_count)]
    for pair, t in enumerate(slot_of):
        if t >= 0:
            by_slot[t].append(pair)
    table_of: dict[int, int] = {}
    day: object = None
    seating = _Seating(grid, slot_of)
    for t, pairs in enumerate(by_slot):
        if grid.conference.slots[t].day != day:
            day = grid.conference.slots[t].day
            seating.new_day()
        table_of.update(seating.seat(t, pairs, kept or {}))
    return table_of


class _Seating:
    """Who sat where today."""

    def __init__(self, grid: Grid, slot_of: list[int]) -> None:
        self.grid = grid
        self.slots_of: dict[int, list[int]] = {}
        for pair, t in enumerate(slot_of):
            if t >= 0:
                for q in self._hosts(pair):
                    self.slots_of.setdefault(q, []).append(t)
        self.last: dict[int, int] = {}
        self.owner: dict[int, int] = {}

    def new_day(self) -> None:
        self.last, self.owner = {}, {}

    def _hosts(self, pair: int) -> list[int]:
        return [q for q in self.grid.ends[pair] if self.grid.conference.participants[q].host]

    def seat(self, t: int, pairs: list[int], kept: dict[int, int]) -> dict[int, int]:
        g, taken = self.grid, dict[int, int]()
        free = {k for k, slots in enumerate(g.table_open) if slots >> t & 1}
        for pair in pairs:
            past = g.settled.get(pair)
            if past is not None:
                taken[pair] = g.table_at[past.table]
            elif g.table_of[pair] >= 0:
                taken[pair] = g.table_of[pair]
        free -= set(taken.values())
        for wish in (kept.get, self._own_table):
            for pair in pairs:
                table = wish(pair)
                if pair not in taken and table in free:
                    taken[pair] = table
                    free.discard(table)
        reserve = sorted(free, key=lambda k: (-self._next_use(k, t), k))
        for pair in pairs:
            if pair not in taken:
                taken[pair] = reserve.pop(0)
        for pair, table in taken.items():
            for q in self._hosts(pair):
                self.last[q] = table
                self.owner[table] = q
        return taken

    def _own_table(self, pair: int) -> int | None:
        return next((self.last[q] for q in self._hosts(pair) if q in self.last), None)

    def _next_use(self, table: int, t: int) -> int:
        """The next slot today in which the table's owner would like it back."""
        owner = self.owner.get(table)
        if owner is None or self.last.get(owner) != table:
            return NEVER
        slots = self.grid.conference.slots
        later = (u for u in self.slots_of[owner] if u > t and slots[u].day == slots[t].day)
        return min(later, default=NEVER)
