"""The slots of a conference's sessions: from when to when, how long a meeting takes, and the breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Span = tuple[str, str]  # "HH:MM" to "HH:MM"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Session:
    """One session of one day; ``gap`` (minutes) lies between two slots, no slot touches a break."""

    code: str
    date: str
    start: str
    end: str
    minutes: int
    gap: int = 0
    breaks: tuple[Span, ...] = ()


def slots_of(sessions: Iterable[Session]) -> list[dict[str, Any]]:
    """The slots in order of time, without ids; ``day`` counts the dates from 1."""
    ordered = sorted(sessions, key=lambda s: (s.date, minutes(s.start)))
    days = {date: number for number, date in enumerate(dict.fromkeys(s.date for s in ordered), 1)}
    return [
        {
            "day": days[s.date],
            "session": s.code,
            "start": clock(at),
            "end": clock(at + s.minutes),
            "date": s.date,
        }
        for s in ordered
        for at in _starts(s)
    ]


def numbered(slots: Iterable[Row], before: Sequence[Row]) -> list[dict[str, Any]]:
    """The slots with ids: each takes the id of the slot of the same place in its session before.

    So a session that begins ten minutes later keeps its ids, and with them everybody's absences.
    """
    known: dict[str, list[Any]] = {}
    for slot in before:
        known.setdefault(str(slot["session"]), []).append(slot["id"])
    free = 1 + max((s["id"] for s in before if isinstance(s["id"], int)), default=0)
    result = []
    for slot in slots:
        if kept := known.get(slot["session"]):
            slot_id = kept.pop(0)
        else:
            slot_id, free = free, free + 1
        result.append({"id": slot_id, **slot})
    return result


def sessions_in(slots: Sequence[Row]) -> list[Session]:
    """The sessions that slots with times belong to; a longer wait than the shortest one is a break."""
    groups: dict[tuple[Any, str], list[Row]] = {}
    for slot in slots:
        groups.setdefault((slot.get("date") or slot["day"], str(slot["session"])), []).append(slot)
    return [_session(code, str(date), rows) for (date, code), rows in groups.items() if rows[0].get("start")]


def overlapping(one: Session, other: Session) -> bool:
    """Whether two sessions share time."""
    return one.date == other.date and _meet((one.start, one.end), (other.start, other.end))


def minutes(time: str) -> int:
    """Minutes since midnight."""
    hours, _, rest = time.partition(":")
    return 60 * int(hours) + int(rest)


def clock(at: int) -> str:
    """Minutes since midnight as "HH:MM"."""
    return f"{at // 60:02d}:{at % 60:02d}"


def _starts(session: Session) -> list[int]:
    at, end, starts = minutes(session.start), minutes(session.end), []
    while at + session.minutes <= end:
        slot = (clock(at), clock(at + session.minutes))
        hit = [pause for pause in session.breaks if _meet(slot, pause)]
        if hit:
            at = max(minutes(pause[1]) for pause in hit)
            continue
        starts.append(at)
        at += session.minutes + session.gap
    return starts


def _meet(one: Span, other: Span) -> bool:
    return minutes(one[0]) < minutes(other[1]) and minutes(other[0]) < minutes(one[1])


def _session(code: str, date: str, rows: Sequence[Row]) -> Session:
    waits = [minutes(b["start"]) - minutes(a["end"]) for a, b in pairwise(rows)]
    gap = max(min(waits, default=0), 0)
    breaks = tuple(
        (str(a["end"]), str(b["start"]))
        for (a, b), wait in zip(pairwise(rows), waits, strict=True)
        if wait > gap
    )
    length = minutes(rows[0]["end"]) - minutes(rows[0]["start"])
    return Session(code, date, str(rows[0]["start"]), str(rows[-1]["end"]), length, gap, breaks)
