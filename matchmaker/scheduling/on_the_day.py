"""The day itself: a timetable in force meets what really happened, and the fewest meetings change.

What happened is told by a changed conference: whoever does not appear is no longer available, who comes late
is available later, a lost slot has no tables, an extra table is one more, a walk-in is one more participant
with its pairs. The functions here make such changes to a conference record; `repair` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .causes import cause_of
from .changes import Change, changes_between
from .conference import Conference, Meeting, Previous, SlotId
from .greedy import keep
from .locks import locked_grid
from .planner import plan
from .reporting import Told
from .schedule import Schedule
from .timetable import Timetable

SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Repair:
    """The timetable from now on, and everything that is different from the one before."""

    schedule: Schedule
    changes: tuple[Change, ...]

    def of_kind(self, *kinds: str) -> tuple[Change, ...]:
        """The changes of these kinds (``kept`` ``moved`` ``reseated`` ``lost`` ``added``)."""
        return tuple(c for c in self.changes if c.kind in kinds)


def repair(
    conference: Conference,
    previous: Iterable[Meeting],
    now: SlotId | None = None,
    seconds: float = SECONDS,
    *,
    progress: Told | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Repair:
    """Put the timetable ``previous`` right for the conference as it is now.

    Everything before slot ``now`` (None: nothing yet) has been held and stays. Meetings that can stay do;
    freed places are filled; a printed meeting moves only for a gain worth it. ``locked`` meetings of the
    conference never move: one that has become impossible is named in the schedule's ``unlocked``.

    Raises `IllFormedError` when ``now`` is no slot or what was held contradicts the conference.
    """
    known = tuple(previous)
    current = replace(conference, previous=Previous(known, now))
    schedule = plan(current, seconds, progress=progress, cancelled=cancelled)
    timetable = Timetable(locked_grid(current))
    keep(timetable, schedule.meetings)
    changes = changes_between(known, schedule.meetings)
    return Repair(schedule, tuple(_with_cause(timetable, c) for c in changes))


def _with_cause(timetable: Timetable, change: Change) -> Change:
    if change.kind != "lost":
        return change
    pair = timetable.grid.pair_at.get(change.key)
    if pair is None:
        return replace(change, code="not_a_candidate")
    code, facts = cause_of(timetable, pair)
    return replace(change, code=code, facts=facts)


def without(
    record: Mapping[str, Any], absent: Collection[str], since: SlotId | None = None
) -> dict[str, Any]:
    """A conference record in which the ``absent`` are not there from slot ``since`` on (None: at all)."""
    order = [s["id"] for s in record["slots"]]
    past = set(order[: order.index(since)] if since is not None else ())
    return _available(record, absent, lambda slot: slot in past)


def late(record: Mapping[str, Any], participant: str, arrival: SlotId) -> dict[str, Any]:
    """A conference record in which a participant is not there before slot ``arrival``."""
    order = [s["id"] for s in record["slots"]]
    there = set(order[order.index(arrival) :])
    return _available(record, {participant}, lambda slot: slot in there)


def without_slot(record: Mapping[str, Any], slot: SlotId) -> dict[str, Any]:
    """A conference record in which no table can be used in ``slot``."""
    tables = [
        {**t, "unavailable": [*(s for s in t.get("unavailable") or () if s != slot), slot]}
        for t in record["tables"]
    ]
    return {**record, "tables": tables}


def _available(
    record: Mapping[str, Any], people: Collection[str], there: Callable[[SlotId], bool]
) -> dict[str, Any]:
    participants = [
        {**p, "available": [s for s in p["available"] if there(s)]} if p["id"] in people else p
        for p in record["participants"]
    ]
    return {**record, "participants": participants}
