"""Improves a timetable a few slots at a time: everything in a window of slots is chosen and timed anew.

Selecting by block cannot see who is absent in which slot of a block. Here a small integer programme over pair
and slot does, for the meetings in the window and the pairs that do not meet yet; the others stay. Musts and
minima that are met stay met, so each window can only gain score.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from .clock import Deadline
from .grid import bits
from .timetable import Timetable

WINDOW_SECONDS = 15.0
NARROW, WIDE = 6, 14
PATIENCE = 8
Cell = tuple[int, int]
Row = tuple[list[tuple[int, float]], float, float]


def improve(
    timetable: Timetable,
    bound: int,
    deadline: Deadline,
    printed: Mapping[int, int] | None = None,
    seed: int = 1,
) -> None:
    """Solve window after window until the score reaches ``bound`` or the clock passes ``deadline``.

    A pair that stays in its ``printed`` slot counts an average score more: it moves for a gain only.
    Windows grow when several in a row bring nothing, and the search ends when the widest do not either.
    """
    g, rng = timetable.grid, random.Random(seed)  # noqa: S311
    future = [t for t in range(g.now, g.slot_count) if g.capacity[t]]
    first = [block for block in g.blocks if block >> g.now]
    width, dry = NARROW, 0
    stays = {(p, t): sum(g.score) / len(g.score) for p, t in (printed or {}).items()}
    while future and timetable.score < bound and not deadline.passed():
        window = first.pop() if first else _handful(rng, future, width)
        if _solve(timetable, window, stays, min(deadline.left, WINDOW_SECONDS)):
            dry = 0
            continue
        dry += 1
        if dry > PATIENCE:
            if width >= min(WIDE, len(future)):
                return
            width, dry = width + 2, 0


def rearrange(timetable: Timetable, movable: Collection[int], seconds: float) -> bool:
    """Choose anew, over all slots, the ``movable`` pairs and those that do not meet; True if it gained."""
    return _solve(timetable, timetable.grid.everything, {}, seconds, movable)


def _handful(rng: random.Random, slots: list[int], width: int) -> int:
    return sum(1 << t for t in rng.sample(slots, min(width, len(slots))))


def _solve(
    timetable: Timetable,
    window: int,
    stays: Mapping[Cell, float],
    seconds: float,
    movable: Collection[int] | None = None,
) -> bool:
    """Choose the window anew; True if the timetable gained, else it is as before."""
    g, before = timetable.grid, timetable.snapshot()
    free = [
        p
        for p in range(len(g.ends))
        if g.allowed[p] & window
        and p not in g.settled
        and not (g.before[p] or g.then[p])
        and (
            timetable.slot_of[p] < 0
            or (window >> timetable.slot_of[p] & 1 and (movable is None or p in movable))
        )
    ]
    worth, inside = timetable.worth, [p for p in free if timetable.slot_of[p] >= 0]
    for p in inside:
        timetable.remove(p)
    room = g.allowed if movable is None else [timetable.open_slots(p, window) for p in range(len(g.ends))]
    cells = [(p, t) for p in free for t in bits(room[p] & window)]
    if not cells or seconds <= 0:
        timetable.restore(before)
        return False
    rows = _rules(timetable, window, cells, set(inside))
    values = [g.score[cell[0]] + stays.get(cell, 0.0) for cell in cells]
    for p, t in _run(values, cells, rows, seconds):
        if timetable.open_slots(p, 1 << t):
            timetable.place(p, t)
    if timetable.worth > worth:
        return True
    timetable.restore(before)
    return False


def _run(worth: list[float], cells: list[Cell], rows: list[Row], seconds: float) -> list[Cell]:
    index = [r for r, (terms, _, _) in enumerate(rows) for _ in terms]
    columns = [c for terms, _, _ in rows for c, _ in terms]
    values = [v for terms, _, _ in rows for _, v in terms]
    matrix = csr_array((values, (index, columns)), shape=(len(rows), len(cells)))
    found = milp(
        -np.array(worth),
        constraints=LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows]),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(cells), dtype=np.uint8),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return []
    return [cell for cell, value in zip(cells, found.x, strict=True) if value > 0.5]


def _rules(timetable: Timetable, window: int, cells: list[Cell], inside: set[int]) -> list[Row]:
    """What the window must keep, given the meetings outside of it (the timetable holds only those now)."""
    g = timetable.grid
    by_pair: dict[int, list[tuple[int, float]]] = {}
    by_slot: dict[int, list[tuple[int, float]]] = {}
    by_table: dict[tuple[int, int], list[tuple[int, float]]] = {}
    by_person: dict[int, dict[int, list[tuple[int, float]]]] = {}
    for c, (p, t) in enumerate(cells):
        by_pair.setdefault(p, []).append((c, 1.0))
        by_slot.setdefault(t, []).append((c, 1.0))
        if g.table_of[p] >= 0:
            by_table.setdefault((g.table_of[p], t), []).append((c, 1.0))
        for q in g.ends[p]:
            by_person.setdefault(q, {}).setdefault(t, []).append((c, 1.0))
    rows: list[Row] = [
        (terms, 1.0 if p in inside and g.required[p] else 0.0, 1.0) for p, terms in by_pair.items()
    ]
    rows += [(terms, 0.0, g.capacity[t] - len(timetable.in_slot[t])) for t, terms in by_slot.items()]
    rows += [(terms, 0.0, 1.0 - (timetable.table_taken[k] >> t & 1)) for (k, t), terms in by_table.items()]
    for n, crew in enumerate(g.crews):
        for t, terms in by_slot.items():
            its = [(c, v) for c, v in terms if cells[c][0] in crew.pairs]
            rows += [(its, 0.0, float(crew.room[t] - timetable.crew_busy[n][t]))] if its else []
    held = Counter(q for p in inside for q in g.ends[p])
    for q, slots in by_person.items():
        count = timetable.count[q]
        least = max(0, min(g.least[q], count + held[q]) - count)
        rows.append(([x for terms in slots.values() for x in terms], float(least), float(g.most[q] - count)))
        for t, terms in slots.items():
            rows.append((terms, 0.0, float(g.seats[q] - len(timetable.at[q].get(t, ())))))
        if g.rest[q]:
            rows += _rests(timetable, q, slots)
    return rows


def _rests(timetable: Timetable, q: int, slots: dict[int, list[tuple[int, float]]]) -> list[Row]:
    """At most so many meetings in every stretch of one slot more."""
    g, rows = timetable.grid, list[Row]()
    span = g.rest[q] + 1
    for block in g.blocks:
        for first in bits(block):
            stretch = [t for t in range(first, first + span) if block >> t & 1]
            terms = [x for t in stretch for x in slots.get(t, ())]
            if len(stretch) == span and terms:
                outside = sum(timetable.busy[q] >> t & 1 for t in stretch)
                rows.append((terms, 0.0, float(g.rest[q] - outside)))
    return rows
