"""Arrange a conference's timetable, move a meeting by hand: the organiser's work on a conference.

Planning takes seconds, so it runs outside of any transaction; what it found is kept only if the conference
has not changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker import models
from matchmaker.errors import Conflict, NotFound
from matchmaker.models import ScheduleVersion, User
from matchmaker.queries import attendance, conference_matches, conferences, wishes
from matchmaker.queries.conference_matches import Pair
from matchmaker.scheduling import (
    Conference,
    Finding,
    Meeting,
    NotFoundError,
    Problem,
    Progress,
    broken_rules,
    feasibility,
    move,
    plan,
)
from matchmaker.scheduling.schedule import amended
from matchmaker.services.conferences import change, keep_schedule
from matchmaker.services.day_record import as_it_is
from matchmaker.services.locking import is_locked
from matchmaker.services.pairing import scored
from matchmaker.services.transaction import transaction

SECONDS = 10.0
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a meeting is to go."""

    slot: int | str
    table: str


@dataclass(frozen=True)
class Proposal:
    """A timetable for one version of a conference, and the document with the scores it was planned with."""

    version: int
    document: dict[str, Any]
    schedule: dict[str, Any]


@dataclass(frozen=True)
class Moved:
    """A timetable with one meeting moved, and the rules that it breaks and the one before did not."""

    document: dict[str, Any]
    problems: list[Problem]


def propose(
    conference_id: str,
    actor: User,
    seconds: float = SECONDS,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Proposal:
    """Plan the conference with the present wishes and rankings; nothing is kept.

    Locked meetings stay where the latest timetable has them. Raises ``Conflict`` if no timetable was found in
    time, or nobody takes part.
    """
    stored = conferences.one(conference_id, actor)
    document, version = current_pairs(stored), stored.version
    try:
        schedule = plan(planned(stored, document), seconds, anew=True, progress=progress, cancelled=cancelled)
    except NotFoundError as error:
        raise Conflict("no_timetable_in_time", seconds=seconds) from error
    return Proposal(version, document, schedule.as_record())


def current_pairs(conference: models.Conference) -> dict[str, Any]:
    """The conference's document with its pairs as wishes and rankings make them now."""
    document = conference.document
    worth = conference_matches.scores_among(document["participants"])
    return scored(document, worth, wishes.of_conference(conference.id))


def planned(conference: models.Conference, document: Document) -> Conference:
    """The conference as the planner takes it, with the latest timetable where meetings are locked.

    Raises ``Conflict`` while nobody takes part.
    """
    if not document["participants"]:
        raise Conflict("nobody_takes_part")
    latest = conference.schedules[-1:] if document.get("locked") else []
    previous = {"meetings": latest[0].document["meetings"]} if latest else None
    return Conference.from_record({**document, "previous": None}, previous)


def obstacles(conference_id: str, actor: User) -> list[Finding]:
    """What cannot be, before anything is planned. Raises ``Conflict`` while nobody takes part."""
    stored = conferences.one(conference_id, actor)
    return feasibility(planned(stored, current_pairs(stored)))


def adopt(conference_id: str, proposal: Proposal, actor: User) -> ScheduleVersion:
    """Keep a proposal as the next version. Raises ``Stale`` if the conference changed meanwhile."""
    with transaction():
        change(conference_id, proposal.document, actor, proposal.version)
        return keep_schedule(conference_id, proposal.schedule, actor)


def arrange(conference_id: str, actor: User, seconds: float = SECONDS) -> ScheduleVersion:
    """Plan and keep. Raises ``Conflict``, ``Stale``."""
    return adopt(conference_id, propose(conference_id, actor, seconds), actor)


def try_move(conference_id: str, number: int, parties: Pair, place: Place, actor: User) -> Moved:
    """What moving a meeting would give; nothing is kept. Raises ``NotFound`` for what does not exist."""
    conference = conferences.one(conference_id, actor)
    before = schedule_of(conference_id, number, actor).document
    plan_of = Conference.from_record(
        as_it_is(conference.document, attendance.of_conference(conference_id), None)
    )
    meetings = [Meeting(m["a"], m["b"], m["slot"], m["table"]) for m in before["meetings"]]
    meeting = next((m for m in meetings if m.key == parties), None)
    if meeting is None:
        raise NotFound
    try:
        after, problems = move(plan_of, meetings, meeting, place.slot, place.table)
    except LookupError as error:
        raise NotFound from error
    known = broken_rules(plan_of, meetings)
    return Moved(amended(plan_of, before, after), [p for p in problems if p not in known])


def move_meeting(
    conference_id: str, number: int, parties: Pair, place: Place, actor: User, note: str = ""
) -> ScheduleVersion:
    """Move a meeting and keep the timetable as the next version.

    Raises ``Conflict`` when ``number`` is not the latest version, the meeting is locked, or the move breaks
    a rule.
    """
    with transaction():
        conference = conferences.one(conference_id, actor)
        latest = conference.schedules[-1:]
        if not latest or latest[0].number != number:
            raise Conflict("not_the_latest_timetable")
        if is_locked(conference.document, parties):
            raise Conflict("meeting_locked")
        moved = try_move(conference_id, number, parties, place, actor)
        if moved.problems:
            raise Conflict("breaks_a_rule", rule=moved.problems[0].code)
        return keep_schedule(conference_id, moved.document, actor, note, "moved")


def schedule_of(conference_id: str, number: int, actor: User) -> ScheduleVersion:
    """One version of the conference's timetable. Raises ``NotFound``."""
    for version in conferences.one(conference_id, actor).schedules:
        if version.number == number:
            return version
    raise NotFound
