"""Timetables that minimise gaps: every required pair takes place, or none does and it is said why.

Infeasibility is answered only with a proof: a must that no slot allows, or a relaxation without an answer.
When neither a timetable nor a proof is found in time, `NotFoundError` says so.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from .causes import unmet_musts
from .clock import Deadline
from .compaction import Waiting, compact
from .greedy import reach_minima
from .grid import Grid, bits
from .insertion import Ejector
from .proving import Race
from .schedule import Unmet
from .selection import Model
from .slotwise import slots_for_required
from .timetable import Timetable

EJECTION_STEPS = 20_000
STEPS_PER_PAIR = 100
TRIES = 3
SEEDS = 8
MOVING = 0.25  # of the time for moves where proofs, which end it sooner, are under way
Tell = Callable[[str, Timetable, int], None]


class NotFoundError(RuntimeError):
    """No timetable that keeps every rule was found in the time given, and none was ruled out."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """A timetable (None: proven impossible), and the fewest gaps that any timetable could have."""

    timetable: Timetable | None
    least_gaps: int = 0
    unmet: tuple[Unmet, ...] = ()


def arrange_for_gaps(grid: Grid, deadline: Deadline, tell: Tell = lambda _s, _t, _b: None) -> Arranged:
    """A timetable with every must and few gaps, or the unmet musts when it is proven that there is none.

    Moves in this process and proofs in others go side by side; whichever is first ends all. ``tell`` hears of
    the best timetable so far and of the gaps that are proven to be the least. Raises `NotFoundError`.
    """
    with Race(grid) as race:
        moving = deadline.within(MOVING * deadline.left) if race.at_work() else deadline
        try:
            found = _search(grid, moving.unless(lambda: race.settled), lambda s, t: tell(s, t, race.bound))
        except NotFoundError:
            found = None
        if found is not None and found.timetable is None:
            return found
        if _worse(found, race.bound):
            best = None if found is None else found.timetable
            race.wait(deadline, lambda: None if best is None else tell("improved", best, race.bound))
    if race.impossible and any(grid.least):  # perhaps only the minima cannot be: ask again without them
        with Race(grid, minima=False) as race:
            race.wait(deadline)
    if race.slots is not None and _worse(found, race.bound):
        timetable = Timetable(grid)
        timetable.restore(race.slots)
        _add_costless(timetable, Waiting(grid))
        found = Arranged(timetable)
    if found is not None and found.timetable is not None:
        tell("compacted", found.timetable, race.bound)
        return replace(found, least_gaps=race.bound)
    if race.impossible:
        return Arranged(None, 0, unmet_musts(_try(grid, 0)))
    raise NotFoundError


def _worse(found: Arranged | None, bound: int) -> bool:
    """Whether the search by moves has nothing as good as may be."""
    if found is None or found.timetable is None:
        return True
    waiting = Waiting(found.timetable.grid)
    return sum(waiting.gaps(q, busy) for q, busy in enumerate(found.timetable.busy)) > bound


def _search(grid: Grid, deadline: Deadline, tell: Callable[[str, Timetable], None]) -> Arranged:
    """By moves alone. Raises `NotFoundError`."""
    timetable = _try(grid, 0)
    if timetable.missing:
        selection = Model(grid).solve(deadline.left)
        if selection is not None and selection.missing:
            return Arranged(None, 0, unmet_musts(timetable))
    for attempt in range(1, TRIES):
        if timetable.missing == 0 or deadline.passed():
            break
        timetable = _try(grid, attempt)
    if timetable.missing:
        slots = slots_for_required(grid, deadline.left)
        if slots is None:
            raise NotFoundError
        if not slots:
            return Arranged(None, 0, unmet_musts(timetable))
        timetable.restore(slots)
    tell("first", timetable)
    _settle(timetable, deadline, tell)
    return Arranged(timetable)


def _try(grid: Grid, attempt: int) -> Timetable:
    """All musts placed as far as ejection gets, in an order that differs from attempt to attempt."""
    timetable = Timetable(grid)
    musts = [p for p, r in enumerate(grid.required) if r and grid.allowed[p] and timetable.slot_of[p] < 0]
    random.Random(attempt).shuffle(musts)  # noqa: S311
    musts.sort(key=lambda p: (len(grid.before[p]), grid.allowed[p].bit_count()))
    Ejector(timetable).place_all(musts, min(EJECTION_STEPS, STEPS_PER_PAIR * len(musts)))
    return timetable


def _settle(timetable: Timetable, deadline: Deadline, tell: Callable[[str, Timetable], None]) -> None:
    """Reach minima, lower the gaps from several seeds, then add the wishes that cost no gap."""
    reach_minima(timetable)
    waiting = Waiting(timetable.grid)
    for seed in range(1, SEEDS + 1):
        if waiting.total(timetable) == 0 or deadline.passed():
            break
        compact(timetable, deadline, seed, lambda t: tell("improved", t))
    _add_costless(timetable, waiting)
    if _uneven(timetable, waiting):
        raise NotFoundError


def _add_costless(timetable: Timetable, waiting: Waiting) -> None:
    """Add the wishes that cost no gap, best first, unless gaps became too uneven by it."""
    g, before = timetable.grid, timetable.snapshot()
    for pair in sorted(range(len(g.ends)), key=lambda p: (-g.score[p], p)):
        if timetable.slot_of[pair] >= 0:
            continue
        for t in bits(timetable.open_slots(pair)):
            bit = 1 << t
            if all(
                waiting.cost(q, timetable.busy[q] | bit) <= waiting.cost(q, timetable.busy[q])
                for q in g.ends[pair]
            ):
                timetable.place(pair, t)
                break
    if _uneven(timetable, waiting):
        timetable.restore(before)


def _uneven(timetable: Timetable, waiting: Waiting) -> bool:
    gaps = [waiting.gaps(q, busy) for q, busy in enumerate(timetable.busy)]
    allowed = timetable.grid.conference.rules.max_gap_difference
    return allowed is not None and max(gaps) - min(gaps) > allowed
