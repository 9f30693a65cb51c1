"""What a timetable amounts to, counted from its meetings alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from .conference import Conference, Meeting, Participant

Stop = tuple[int, str]


def gaps_of(conference: Conference, participant: Participant, stops: Sequence[Stop]) -> tuple[int, int]:
    """Gaps and idle slots of one participant; ``stops`` are (slot position, table), in time order."""
    return count_gaps(conference, participant, [t for t, _ in stops])


def count_gaps(conference: Conference, participant: Participant, times: Sequence[int]) -> tuple[int, int]:
    """Gaps and idle slots between meetings at slot positions ``times`` (sorted).

    By rule ``any``, every two successive meetings in slots that are not adjacent make a gap. Otherwise a gap
    is a stretch within a session in which the participant is there without a meeting; for a host who has just
    had ``rest_after`` meetings in a row, one slot of it is the rest that it is owed.
    """
    rules, slots = conference.rules, conference.slots
    available = set(participant.available)
    gaps = idle = 0
    run = 1
    for s, t in pairwise(times):
        together = (slots[s].day, slots[s].session) == (slots[t].day, slots[t].session)
        if rules.gaps == "any":
            gaps += t > s + 1
        elif together:
            waited = sum(slots[u].id in available for u in range(s + 1, t))
            if rules.rest_after and participant.host and run == rules.rest_after and t > s + 1:
                waited -= 1
            if waited > 0:
                gaps += 1
                idle += waited
        run = run + (t == s + 1) if together and t <= s + 1 else 1
    return gaps, idle


def count_claims(conference: Conference, meetings: Iterable[Meeting]) -> dict[str, Any]:
    """Meetings, score, musts missing, shortfall of minima, gaps and changes of table of a timetable."""
    meetings = list(meetings)
    order = {s.id: t for t, s in enumerate(conference.slots)}
    value = {e.key: e for e in conference.pairs}
    stops: dict[str, list[Stop]] = {p.id: [] for p in conference.participants}
    for m in meetings:
        for q in m.key:
            stops[q].append((order[m.slot], m.table))
    held = {m.key for m in meetings}
    shortfall = idle = changes = 0
    gaps = []
    for p in conference.participants:
        mine = sorted(stops[p.id])
        shortfall += max(0, p.min_meetings - len(mine))
        its_gaps, its_idle = gaps_of(conference, p, mine)
        gaps.append(its_gaps)
        idle += its_idle
        if p.host:
            changes += _table_changes(conference, mine)
    return {
        "meetings": len(meetings),
        "score": sum(value[m.key].score for m in meetings),
        "required_missing": sum(e.required and e.key not in held for e in conference.pairs),
        "shortfall": shortfall,
        "gaps": sum(gaps),
        "idle_slots": idle,
        "worst_gaps": max(gaps),
        "gap_spread": max(gaps) - min(gaps),
        "host_table_changes": changes,
        "table_use": round(len(meetings) / (len(conference.slots) * len(conference.tables)), 4),
    }


def _table_changes(conference: Conference, stops: Sequence[Stop]) -> int:
    slots = conference.slots
    return sum(
        before != after and slots[s].day == slots[t].day for (s, before), (t, after) in pairwise(stops)
    )


def compare(old: Iterable[Meeting], new: Iterable[Meeting]) -> dict[str, int]:
    """How many meetings a new timetable keeps, moves, only reseats, loses and adds."""
    was = {m.key: m for m in old}
    now = {m.key: m for m in new}
    both = [(m, now[k]) for k, m in was.items() if k in now]
    return {
        "kept": sum(x.slot == y.slot and x.table == y.table for x, y in both),
        "moved": sum(x.slot != y.slot for x, y in both),
        "table_only": sum(x.slot == y.slot and x.table != y.table for x, y in both),
        "lost": len(was) - len(both),
        "added": len(now) - len(both),
    }
