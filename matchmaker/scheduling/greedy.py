"""A sound first timetable without any solver: musts, then minimum meetings, then the best scores.

Each pair goes into the emptiest open slot or, failing that, in along a chain; musts and pairs of somebody
short of meetings may also eject others for good, when the timetable gains by it.
"""

from __future__ import annotations

from collections.abc import Iterable

from .clock import NEVER, Deadline
from .conference import Meeting
from .insertion import Ejector, insert
from .timetable import Timetable

EJECTION_STEPS = 60


def fill(timetable: Timetable, deadline: Deadline = NEVER) -> None:
    """Place as many pairs as can be found room for, until the clock passes ``deadline``."""
    g = timetable.grid
    candidates = [p for p in range(len(g.ends)) if g.allowed[p] and timetable.slot_of[p] < 0]
    ejector = Ejector(timetable)
    for p in sorted((p for p in candidates if g.required[p]), key=lambda p: _urgency(timetable, p)):
        _insert_with_forerunners(timetable, ejector, p, must=True)
    reach_minima(timetable)
    for p in sorted(candidates, key=lambda p: (-g.score[p], p)):
        if timetable.slot_of[p] < 0 and not deadline.passed():
            _insert_with_forerunners(timetable, ejector, p, must=False)


def keep(timetable: Timetable, meetings: Iterable[Meeting]) -> None:
    """Put meetings of another timetable where they are in it, unless a rule now forbids it."""
    g = timetable.grid
    for m in meetings:
        pair, t = g.pair_at.get(m.key), g.slot_at.get(m.slot)
        if pair is None or t is None or timetable.slot_of[pair] >= 0:
            continue
        if timetable.open_slots(pair, 1 << t):
            timetable.place(pair, t)


def _urgency(timetable: Timetable, pair: int) -> tuple[int, int, int]:
    """Musts that others wait for come first, then those with the fewest slots to choose from."""
    g = timetable.grid
    return (len(g.before[pair]), g.allowed[pair].bit_count(), pair)


def _insert_with_forerunners(timetable: Timetable, ejector: Ejector, pair: int, must: bool) -> bool:
    """Place the meetings that ``pair`` waits for, then ``pair`` itself."""
    g = timetable.grid
    missing = [p for p in g.before[pair] if timetable.slot_of[p] < 0]
    if not all(_insert_with_forerunners(timetable, ejector, p, must) for p in missing):
        return False
    if insert(timetable, pair):
        return True
    return must and ejector.force(pair, EJECTION_STEPS)


def reach_minima(timetable: Timetable) -> None:
    """Lift everybody to the minimum: first by pairs that serve two who are short, then one, then by force."""
    g = timetable.grid
    short = [max(0, least - n) for least, n in zip(g.least, timetable.count, strict=True)]
    by_score = sorted((p for p, mask in enumerate(g.allowed) if mask), key=lambda p: (-g.score[p], p))
    for ends_short in (2, 1):
        for p in by_score:
            a, b = g.ends[p]
            if timetable.slot_of[p] >= 0 or (short[a] > 0) + (short[b] > 0) < ends_short:
                continue
            if insert(timetable, p):
                short[a] -= 1
                short[b] -= 1
    if timetable.shortfall == 0:
        return
    ejector = Ejector(timetable)
    for q in range(g.person_count):
        for p in sorted(g.pairs_of[q], key=lambda p: (-g.score[p], p)):
            if timetable.count[q] >= g.least[q]:
                break
            if timetable.slot_of[p] < 0 and g.allowed[p]:
                ejector.force(p, EJECTION_STEPS)
