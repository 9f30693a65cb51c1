"""Closes gaps without changing who meets whom: swaps of whole chains between two slots, by annealing.

A host whose meetings of a day follow each other without a hole (noon is none) needs one table and lets
another host have it before or after; so holes in hosts' days may have a cost too, for few changes of table.

All meetings reachable from one meeting through shared participants in slots ``s`` and ``t`` change places
together, so nobody is ever booked twice. What a participant's waiting costs depends on the slots in which it
is busy alone. The random choices are seeded: the same conference gives the same timetable as long as the
clock does not cut the search short.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from .claims import count_gaps
from .clock import Deadline
from .grid import Grid, bits
from .insertion import Move, apply
from .timetable import Timetable

GAP, IDLE, UNFAIR, HOLE = 8, 1, 64, 2
HOT, COLD = 3.0, 0.25  # the temperatures of the first and the last step, in costs
WARM = 2.5  # for closing the last gaps where nearly all is well
STEPS_PER_MEETING = 800
Tell = Callable[[Timetable], None]


class Waiting:
    """What waiting costs each participant: its gaps, its idle slots, and gaps beyond the fair share.

    ``hole`` is what each hole in a host's day costs beside.
    """

    def __init__(self, grid: Grid, hole: int = 0) -> None:
        self.grid = grid
        self.hole = [
            hole if p.host and table < 0 else 0
            for p, table in zip(grid.conference.participants, grid.fixed_table, strict=True)
        ]
        days = [s.day for s in grid.conference.slots]
        self.days = [sum(1 << t for t, d in enumerate(days) if d == day) for day in dict.fromkeys(days)]
        self.fair = grid.conference.rules.max_gap_difference
        self._known: list[dict[int, tuple[int, int]]] = [{} for _ in range(grid.person_count)]

    def gaps(self, q: int, busy: int) -> int:
        return self._measure(q, busy)[1]

    def cost(self, q: int, busy: int) -> int:
        return self._measure(q, busy)[0]

    def _measure(self, q: int, busy: int) -> tuple[int, int]:
        known = self._known[q]
        if busy not in known:
            c = self.grid.conference
            gaps, idle = count_gaps(c, c.participants[q], list(bits(busy)))
            unfair = 0 if self.fair is None else max(0, gaps - self.fair)
            cost = GAP * gaps + IDLE * idle + UNFAIR * unfair
            if self.hole[q]:
                cost += self.hole[q] * sum(holes(busy & day) for day in self.days)
            known[busy] = (cost, gaps)
        return known[busy]

    def total(self, timetable: Timetable) -> int:
        return sum(self.cost(q, busy) for q, busy in enumerate(timetable.busy))


def holes(busy: int) -> int:
    """How many times a slot set begins anew after its first run."""
    return max(0, (busy & ~(busy << 1)).bit_count() - 1)


def component(timetable: Timetable, pair: int, s: int, t: int) -> tuple[list[Move], list[int]] | None:
    """The moves that swap ``pair`` and all that hangs on it between ``s`` and ``t``; and whom they touch.

    None if a pair may not meet in its new slot or a slot would have more meetings than tables.
    """
    g = timetable.grid
    people: dict[int, None] = {}
    moves: list[Move] = []
    seen, todo = {pair}, [pair]
    balance = 0
    while todo:
        p = todo.pop()
        target = t if timetable.slot_of[p] == s else s
        if not g.allowed[p] >> target & 1:
            return None
        balance += 1 if target == t else -1
        moves.append((p, target))
        for q in g.ends[p]:
            if q in people:
                continue
            people[q] = None
            at = timetable.at[q]
            for other in (*at.get(s, ()), *at.get(t, ())):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
    if (
        len(timetable.in_slot[t]) + balance > g.capacity[t]
        or len(timetable.in_slot[s]) - balance > g.capacity[s]
    ):
        return None
    return moves, list(people)


def swapped(busy: int, s: int, t: int) -> int:
    """A slot set with the places of ``s`` and ``t`` exchanged."""
    if (busy >> s & 1) == (busy >> t & 1):
        return busy
    return busy ^ (1 << s) ^ (1 << t)


def compact(
    timetable: Timetable,
    deadline: Deadline,
    seed: int = 1,
    tell: Tell = lambda _t: None,
    hole: int = 0,
    hot: float = HOT,
) -> None:
    """Lower the cost of waiting until nobody waits, the steps end or the clock passes ``deadline``.

    It cools down with the steps, or with the clock where that would end the search before.
    """
    waiting, rng = Waiting(timetable.grid, hole), random.Random(seed)  # noqa: S311
    whole = max(deadline.left, 1e-9)
    costs = [waiting.cost(q, busy) for q, busy in enumerate(timetable.busy)]
    total = lowest = sum(costs)
    best = timetable.snapshot()
    steps = STEPS_PER_MEETING * max(1, sum(t >= 0 for t in timetable.slot_of))
    waiters: list[int] = []
    for step in range(steps):
        if step % 256 == 0:
            tell(timetable)
            waiters = [q for q, cost in enumerate(costs) if cost]
            if not waiters or deadline.passed():
                break
            share = max(step / steps, 1 - deadline.left / whole if math.isfinite(whole) else 0.0)
            heat = hot * (COLD / hot) ** share
        proposal = _propose(timetable, rng.choice(waiters), rng)
        if proposal is None:
            continue
        pair, s, t = proposal
        found = component(timetable, pair, s, t)
        if found is None:
            continue
        moves, people = found
        after = [waiting.cost(q, swapped(timetable.busy[q], s, t)) for q in people]
        change = sum(after) - sum(costs[q] for q in people)
        if change > 0 and rng.random() >= math.exp(-change / heat):
            continue
        if not apply(timetable, moves):
            continue
        for q, cost in zip(people, after, strict=True):
            costs[q] = cost
        total += change
        if total < lowest:
            lowest, best = total, timetable.snapshot()
    if total > lowest:
        timetable.restore(best)


def _propose(timetable: Timetable, person: int, rng: random.Random) -> tuple[int, int, int] | None:
    """One meeting of somebody who waits, its slot, and another slot in which that person is there."""
    g, at = timetable.grid, timetable.at[person]
    held = list(bits(timetable.busy[person]))
    if not held:
        return None
    s = rng.choice(held)
    pair = rng.choice(at[s])
    choices = list(bits(g.allowed[pair] & ~(1 << s)))
    return (pair, s, rng.choice(choices)) if choices else None
