"""The timetable under construction: which pair meets in which slot, and what that leaves open.

Every change goes through `place` and `remove`, which keep the standing counts; `open_slots` answers with the
slots in which a pair could meet now without breaking any rule. Tables are given out at the end: a slot never
takes more meetings than it has tables, nor two meetings for one fixed table, so tables are always found.
"""

from __future__ import annotations

from .grid import Grid, bits

Worth = tuple[int, int, int]


class Timetable:
    """Meetings by slot over a `Grid`; starts with the meetings already held."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.slot_of = [-1] * len(grid.ends)
        self.at: list[dict[int, list[int]]] = [{} for _ in range(grid.person_count)]
        self.full = [0] * grid.person_count
        self.busy = [0] * grid.person_count
        self.count = [0] * grid.person_count
        self.in_slot: list[set[int]] = [set() for _ in range(grid.slot_count)]
        self.slots_full = sum(1 << t for t in range(grid.slot_count) if not grid.capacity[t])
        self.table_taken = [0] * len(grid.table_open)
        self.crew_busy = [[0] * grid.slot_count for _ in grid.crews]
        self.crew_full = [sum(1 << t for t, most in enumerate(c.room) if not most) for c in grid.crews]
        self.missing = sum(grid.required)
        self.shortfall = sum(grid.least)
        self.score = 0
        for pair, meeting in grid.settled.items():
            self.place(pair, grid.slot_at[meeting.slot])

    @property
    def worth(self) -> Worth:
        """What the timetable is judged by, larger is better: musts, minima, score."""
        return (-self.missing, -self.shortfall, self.score)

    def open_slots(self, pair: int, within: int = -1) -> int:
        """Slots (of ``within``) in which ``pair`` can meet now."""
        g = self.grid
        a, b = g.ends[pair]
        mask = g.allowed[pair] & within & ~(self.full[a] | self.full[b] | self.slots_full)
        if not mask or self.count[a] >= g.most[a] or self.count[b] >= g.most[b]:
            return 0
        table = g.table_of[pair]
        if table >= 0:
            mask &= ~self.table_taken[table]
        for n in g.crews_of[pair]:
            mask &= ~self.crew_full[n]
        if g.before[pair] or g.then[pair]:
            mask &= self.order_mask(pair)
        for q in (a, b):
            if g.rest[q]:
                mask &= ~self.tiring(q, mask)
        return mask

    def order_mask(self, pair: int) -> int:
        """Slots after every meeting that ``pair`` waits for, and before those that wait for it."""
        g = self.grid
        mask = g.everything
        for p in g.before[pair]:
            t = self.slot_of[p]
            if t < 0:
                return 0
            mask &= ~((2 << t) - 1)
        for p in g.then[pair]:
            t = self.slot_of[p]
            if t >= 0:
                mask &= (1 << t) - 1
        return mask

    def tiring(self, q: int, candidates: int) -> int:
        """Of ``candidates``, the slots that would give host ``q`` too long a run without a rest."""
        rest, busy, bad = self.grid.rest[q], self.busy[q], 0
        for t in bits(candidates & ~busy):
            block = self.grid.blocks[self.grid.block_of[t]]
            run, u = 1, t - 1
            while u >= 0 and busy >> u & 1 and block >> u & 1:
                run, u = run + 1, u - 1
            u = t + 1
            while busy >> u & 1 and block >> u & 1:
                run, u = run + 1, u + 1
            if run > rest:
                bad |= 1 << t
        return bad

    def place(self, pair: int, t: int) -> None:
        """Put ``pair`` into slot ``t``; the caller knows that it is open."""
        g = self.grid
        self.slot_of[pair] = t
        bit = 1 << t
        for q in g.ends[pair]:
            here = self.at[q].setdefault(t, [])
            here.append(pair)
            self.busy[q] |= bit
            if len(here) >= g.seats[q]:
                self.full[q] |= bit
            self.count[q] += 1
            if self.count[q] <= g.least[q]:
                self.shortfall -= 1
        self.in_slot[t].add(pair)
        if len(self.in_slot[t]) >= g.capacity[t]:
            self.slots_full |= bit
        if g.table_of[pair] >= 0:
            self.table_taken[g.table_of[pair]] |= bit
        for n in g.crews_of[pair]:
            self.crew_busy[n][t] += 1
            if self.crew_busy[n][t] >= g.crews[n].room[t]:
                self.crew_full[n] |= bit
        self.score += g.score[pair]
        self.missing -= g.required[pair]

    def remove(self, pair: int) -> int:
        """Take ``pair`` out and return the slot it had."""
        g = self.grid
        t = self.slot_of[pair]
        self.slot_of[pair] = -1
        bit = 1 << t
        for q in g.ends[pair]:
            here = self.at[q][t]
            here.remove(pair)
            if not here:
                self.busy[q] &= ~bit
            self.full[q] &= ~bit
            if self.count[q] <= g.least[q]:
                self.shortfall += 1
            self.count[q] -= 1
        self.in_slot[t].discard(pair)
        self.slots_full &= ~bit
        if g.table_of[pair] >= 0:
            self.table_taken[g.table_of[pair]] &= ~bit
        for n in g.crews_of[pair]:
            self.crew_busy[n][t] -= 1
            self.crew_full[n] &= ~bit
        self.score -= g.score[pair]
        self.missing += g.required[pair]
        return t

    def awaited(self, pair: int) -> bool:
        """Whether a meeting already placed waits for this one, so that it cannot simply be taken out."""
        return any(self.slot_of[p] >= 0 for p in self.grid.then[pair])

    def snapshot(self) -> list[int]:
        """The slot of every pair, to come back to with `restore`."""
        return self.slot_of.copy()

    def restore(self, snapshot: list[int]) -> None:
        """Go back to a snapshot, touching only the pairs that differ."""
        changed = [p for p, t in enumerate(snapshot) if self.slot_of[p] != t]
        for p in changed:
            if self.slot_of[p] >= 0:
                self.remove(p)
        for p in changed:
            if snapshot[p] >= 0:
                self.place(p, snapshot[p])
