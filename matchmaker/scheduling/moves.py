"""One meeting moved by hand: the timetable after it, and every rule that it would break.

The organiser decides; the list of broken rules is computed for the whole timetable after the move, so what is
shown while choosing a slot is exactly what would be stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .claims import Stop, gaps_of
from .conference import Conference, Meeting, SlotId
from .faults import Problem
from .interpreting import unserved


def move(
    conference: Conference, meetings: Iterable[Meeting], meeting: Meeting, slot: SlotId, table: str
) -> tuple[tuple[Meeting, ...], list[Problem]]:
    """The meetings with ``meeting`` at another slot and table, and the rules broken then.

    Raises `LookupError` if the meeting is not in the timetable or the slot or table does not exist.
    """
    meetings = tuple(meetings)
    if meeting not in meetings:
        raise LookupError("meeting")
    if slot not in {s.id for s in conference.slots}:
        raise LookupError("slot")
    if table not in {t.id for t in conference.tables}:
        raise LookupError("table")
    moved = replace(meeting, slot=slot, table=table)
    order = {s.id: t for t, s in enumerate(conference.slots)}
    seats = {t.id: k for k, t in enumerate(conference.tables)}
    after = sorted(
        (moved if m == meeting else m for m in meetings), key=lambda m: (order[m.slot], seats[m.table])
    )
    return tuple(after), broken_rules(conference, after)


def broken_rules(conference: Conference, meetings: Iterable[Meeting]) -> list[Problem]:
    """Every hard rule that a timetable breaks, each with the parties, slot and table that it concerns."""
    meetings = list(meetings)
    return [
        *_of_each_meeting(conference, meetings),
        *_of_each_slot(conference, meetings),
        *unserved(conference, meetings),
        *_of_each_participant(conference, meetings),
        *_of_order(conference, meetings),
        *_of_the_past(conference, meetings),
    ]


def _of_each_meeting(conference: Conference, meetings: list[Meeting]) -> Iterator[Problem]:
    people = {p.id: p for p in conference.participants}
    pairs = {e.key: e for e in conference.pairs}
    session = {s.id: s.session for s in conference.slots}
    closed = {t.id: set(t.unavailable) for t in conference.tables}
    for m in meetings:
        facts = m.as_record()
        pair = pairs.get(m.key)
        if pair is None:
            yield Problem("not_a_candidate", facts)
            continue
        if m.key in conference.forbidden:
            yield Problem("forbidden_pair", facts)
        if m.slot in closed[m.table]:
            yield Problem("table_unavailable", facts)
        if pair.session not in ("any", session[m.slot]):
            yield Problem("wrong_session", {**facts, "session": pair.session})
        if pair.fixed_slot not in (None, m.slot):
            yield Problem("not_in_fixed_slot", {**facts, "fixed_slot": pair.fixed_slot})
        for q in (m.a, m.b):
            if m.slot not in people[q].available:
                yield Problem("unavailable", {**facts, "participant": q})
            if people[q].fixed_table not in (None, m.table):
                yield Problem(
                    "not_at_fixed_table", {**facts, "participant": q, "fixed_table": people[q].fixed_table}
                )


def _of_each_slot(conference: Conference, meetings: list[Meeting]) -> Iterator[Problem]:
    for (slot, table), n in Counter((m.slot, m.table) for m in meetings).items():
        if n > 1:
            yield Problem("table_taken", {"slot": slot, "table": table, "meetings": n})
    seats = {p.id: p.representatives for p in conference.participants}
    for (slot, q), n in Counter((m.slot, q) for m in meetings for q in (m.a, m.b)).items():
        if n > seats[q]:
            yield Problem(
                "participant_taken",
                {"slot": slot, "participant": q, "meetings": n, "representatives": seats[q]},
            )
    for key, n in Counter(m.key for m in meetings).items():
        if n > 1:
            yield Problem("met_twice", {"pair": sorted(key)})


def _of_each_participant(conference: Conference, meetings: list[Meeting]) -> Iterator[Problem]:
    order = {s.id: t for t, s in enumerate(conference.slots)}
    stops: dict[str, list[Stop]] = {p.id: [] for p in conference.participants}
    for m in meetings:
        for q in (m.a, m.b):
            stops[q].append((order[m.slot], m.table))
    gaps = []
    for p in conference.participants:
        mine = sorted(stops[p.id])
        gaps.append(gaps_of(conference, p, mine)[0])
        most = len(conference.slots) if p.max_meetings is None else p.max_meetings
        if len(mine) > most:
            yield Problem("too_many_meetings", {"participant": p.id, "meetings": len(mine), "max": most})
        rest = conference.rules.rest_after
        if rest and p.host and _longest_run(conference, [t for t, _ in mine]) > rest:
            yield Problem("no_rest", {"participant": p.id, "rest_after": rest})
    allowed = conference.rules.max_gap_difference
    if allowed is not None and max(gaps) - min(gaps) > allowed:
        yield Problem("gaps_uneven", {"difference": max(gaps) - min(gaps), "allowed": allowed})


def _longest_run(conference: Conference, times: list[int]) -> int:
    slots = conference.slots
    longest = run = 0
    last: int | None = None
    for t in dict.fromkeys(times):
        adjacent = last is not None and t == last + 1
        if adjacent and last is not None:
            adjacent = (slots[last].day, slots[last].session) == (slots[t].day, slots[t].session)
        run = run + 1 if adjacent else 1
        longest, last = max(longest, run), t
    return longest


def _of_order(conference: Conference, meetings: list[Meeting]) -> Iterator[Problem]:
    order = {s.id: t for t, s in enumerate(conference.slots)}
    at = {m.key: order[m.slot] for m in meetings}
    for pair in conference.pairs:
        for before in pair.after if pair.key in at else ():
            if before not in at:
                yield Problem("forerunner_missing", {"a": pair.a, "b": pair.b, "after": sorted(before)})
            elif at[before] >= at[pair.key]:
                yield Problem("not_after", {"a": pair.a, "b": pair.b, "after": sorted(before)})


def _of_the_past(conference: Conference, meetings: list[Meeting]) -> Iterator[Problem]:
    previous = conference.previous
    if previous is None or previous.now is None:
        return
    order = {s.id: t for t, s in enumerate(conference.slots)}
    now = order[previous.now]
    held = {(m.key, m.slot, m.table) for m in previous.meetings if order.get(m.slot, now) < now}
    planned = {(m.key, m.slot, m.table) for m in meetings if order[m.slot] < now}
    for key, slot, table in sorted(held ^ planned, key=lambda x: (order[x[1]], sorted(x[0]))):
        yield Problem("past_changed", {"pair": sorted(key), "slot": slot, "table": table})
