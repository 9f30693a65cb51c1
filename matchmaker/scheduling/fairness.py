"""Keeps the rule that nobody waits much more often than others, where the conference asks for it.

With gaps as the objective annealing sees to it; here is the last resort when scores are the objective: the
meetings that make somebody's gaps too many are given up, those worth least first.
"""

from __future__ import annotations

from .compaction import Waiting
from .timetable import Timetable


def even_out(timetable: Timetable) -> None:
    """Take meetings out until no two participants' gaps differ by more than the rule allows."""
    g = timetable.grid
    allowed = g.conference.rules.max_gap_difference
    if allowed is None:
        return
    waiting = Waiting(g)
    while True:
        gaps = [waiting.gaps(q, busy) for q, busy in enumerate(timetable.busy)]
        if max(gaps) - min(gaps) <= allowed:
            return
        worst = max(range(len(gaps)), key=lambda q: (gaps[q], -q))
        pairs = [p for meetings in timetable.at[worst].values() for p in meetings if p not in g.settled]
        pairs = [p for p in pairs if not timetable.awaited(p)]
        if not pairs:
            return
        timetable.remove(min(pairs, key=lambda p: _loss(timetable, waiting, worst, p)))


def _loss(timetable: Timetable, waiting: Waiting, person: int, pair: int) -> tuple[int, bool, int, int]:
    """Gaps left to the person without the pair, then what the pair is worth."""
    g = timetable.grid
    left = waiting.gaps(person, timetable.busy[person] & ~(1 << timetable.slot_of[pair]))
    return (left, g.required[pair], g.score[pair], pair)
