"""Getting one more pair into a timetable: an open slot, a two-slot swap along a chain, or ejection.

A chain (Kempe, 1879) frees a participant in slot ``s`` by moving its meeting to ``t``, whose other party then
moves its meeting of ``t`` to ``s``, and so on until somebody was free. Ejection takes out the meetings in the
way and finds each of them a new place in turn; meetings thrown out often become harder to throw out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from .grid import bits
from .timetable import Timetable

Move = tuple[int, int]


def insert(timetable: Timetable, pair: int, within: int = -1) -> bool:
    """Place ``pair`` in a slot of ``within`` without losing any meeting; False if no way was found."""
    mask = timetable.open_slots(pair, within)
    if mask:
        timetable.place(pair, emptiest(timetable, mask))
        return True
    return _insert_by_chain(timetable, pair, within)


def emptiest(timetable: Timetable, mask: int) -> int:
    """The slot of ``mask`` with the smallest share of its tables taken."""
    room = timetable.grid.capacity
    return min(bits(mask), key=lambda t: (len(timetable.in_slot[t]) / room[t], t))


def _insert_by_chain(timetable: Timetable, pair: int, within: int) -> bool:
    g = timetable.grid
    a, b = g.ends[pair]
    if timetable.count[a] >= g.most[a] or timetable.count[b] >= g.most[b]:
        return False
    for s in bits(g.allowed[pair] & within):
        a_full, b_full = timetable.full[a] >> s & 1, timetable.full[b] >> s & 1
        if a_full and b_full:
            continue
        if not a_full and not b_full:
            if _make_room(timetable, pair, s):
                return True
            continue
        blocked = a if a_full else b
        for t in bits(g.available[blocked] & ~timetable.full[blocked] & within):
            moves = chain(timetable, blocked, s, t)
            if moves and apply(timetable, [*moves, (pair, s)]):
                return True
    return False


def _make_room(timetable: Timetable, pair: int, s: int) -> bool:
    """Slot ``s`` has no table or interpreter left for a pair that is free: move one of its meetings away."""
    g, here = timetable.grid, timetable.in_slot[s]
    full = [n for n in g.crews_of[pair] if timetable.crew_full[n] >> s & 1]
    if not full and not timetable.slots_full >> s & 1:
        return False
    for other in sorted(here & g.crews[full[0]].pairs if full else here):
        mask = timetable.open_slots(other, ~(1 << s))
        if mask and apply(timetable, [(other, emptiest(timetable, mask)), (pair, s)]):
            return True
    return False


def chain(timetable: Timetable, person: int, s: int, t: int) -> list[Move] | None:
    """Moves that free ``person`` in slot ``s``, alternating between ``s`` and ``t``; None if barred."""
    g, moves, seen = timetable.grid, [], set()
    source, target = s, t
    while True:
        pair = timetable.at[person][source][0]
        if pair in seen or not g.allowed[pair] >> target & 1:
            return None
        seen.add(pair)
        moves.append((pair, target))
        a, b = g.ends[pair]
        person = b if person == a else a
        if not timetable.full[person] >> target & 1:
            return moves
        source, target = target, source


def apply(timetable: Timetable, moves: list[Move]) -> bool:
    """Carry out all moves (pair, slot) or, if the last state would break a rule, none of them."""
    old = [(pair, timetable.slot_of[pair]) for pair, _ in moves]
    for pair, t in old:
        if t >= 0:
            timetable.remove(pair)
    for i, (pair, t) in enumerate(moves):
        if not timetable.open_slots(pair, 1 << t):
            for placed, _ in moves[:i]:
                timetable.remove(placed)
            break
        timetable.place(pair, t)
    else:
        if _order_kept(timetable, moves):
            return True
        for pair, _ in moves:
            timetable.remove(pair)
    for pair, t in old:
        if t >= 0:
            timetable.place(pair, t)
    return False


def _order_kept(timetable: Timetable, moves: list[Move]) -> bool:
    """Whether meetings that wait for others still come after them."""
    g = timetable.grid
    return all(timetable.order_mask(pair) >> t & 1 for pair, t in moves if g.before[pair] or g.then[pair])


class Ejector:
    """Finds places for pairs by throwing others out and placing those again, within a number of steps.

    ``within`` restricts each pair to a set of slots (None: wherever the pair may meet).
    """

    def __init__(self, timetable: Timetable, within: list[int] | None = None) -> None:
        self.timetable = timetable
        self.within = timetable.grid.allowed if within is None else within
        self.weight = [1] * len(timetable.grid.ends)

    def force(self, pair: int, steps: int) -> bool:
        """Place ``pair`` if the timetable can be worth more by it; else leave everything as it was."""
        start = self.timetable.worth
        self._run([pair], steps, lambda _waiting: self.timetable.worth)
        return self.timetable.worth > start

    def place_all(self, pairs: list[int], steps: int) -> list[int]:
        """Place all ``pairs`` without losing others; returns the few that are left at the best moment."""
        return self._run(pairs, steps, lambda waiting: -waiting)

    def _run(self, pairs: list[int], steps: int, merit: Callable[[int], Any]) -> list[int]:
        """Place and eject until nothing waits; end in the state of greatest ``merit`` (of how many wait)."""
        tt, waiting = self.timetable, deque(pairs)
        most, left, best = merit(len(waiting)), list(pairs), tt.snapshot()
        for _ in range(steps):
            if not waiting:
                break
            pair = waiting.popleft()
            if not insert(tt, pair, self.within[pair]):
                thrown = self._throw_out_for(pair)
                waiting.extend([pair] if thrown is None else thrown)
            if merit(len(waiting)) > most:
                most, left, best = merit(len(waiting)), list(waiting), tt.snapshot()
        if merit(len(waiting)) < most or waiting:
            tt.restore(best)
            return left
        return []

    def _blockers(self, pair: int, t: int) -> list[int] | None:
        """Meetings to take out so that ``pair`` fits into slot ``t``; None if that cannot help."""
        tt, g = self.timetable, self.timetable.grid
        out: list[int] = []
        for q in g.ends[pair]:
            if tt.full[q] >> t & 1:
                out.append(min(tt.at[q][t], key=lambda p: (self.weight[p], p)))
        table = g.table_of[pair]
        if g.shared_tables and table >= 0 and tt.table_taken[table] >> t & 1:
            out.extend(p for p in sorted(tt.in_slot[t]) if g.table_of[p] == table and p not in out)
        for n in g.crews_of[pair]:
            its = g.crews[n].pairs
            if tt.crew_full[n] >> t & 1 and not any(p in its for p in out):
                out.append(min(tt.in_slot[t] & its, key=lambda p: (self.weight[p], p)))
        if not out and tt.slots_full >> t & 1:
            out.append(min(tt.in_slot[t], key=lambda p: (self.weight[p], p)))
        if any(p in g.settled or tt.awaited(p) for p in out):
            return None
        return out

    def _throw_out_for(self, pair: int) -> list[int] | None:
        """Place ``pair`` where the meetings in its way weigh least; returns those, or None."""
        tt, options = self.timetable, []
        for t in bits(self.within[pair]):
            blockers = self._blockers(pair, t)
            if blockers is not None:
                options.append((sum(self.weight[p] for p in blockers), t, blockers))
        for _, t, blockers in sorted(options):
            was = [tt.remove(p) for p in blockers]
            if tt.open_slots(pair, 1 << t):
                for p in blockers:
                    self.weight[p] += 1
                tt.place(pair, t)
                return blockers
            for p, old in zip(blockers, was, strict=True):
                tt.place(p, old)
        return None
