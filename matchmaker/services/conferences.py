"""Keep conferences and the versions of their timetables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import db
from matchmaker.models import Conference, ScheduleVersion, User
from matchmaker.queries import conferences
from matchmaker.scheduling import Conference as Plan
from matchmaker.scheduling import IllFormedError
from matchmaker.services import audit, ownership
from matchmaker.services.transaction import use_case
from matchmaker.wording.schedules import sentence

Document = Mapping[str, Any]
MOST_FAULTS = 20


@use_case
def post(document: Document, actor: User, conference_id: str = "", province: str = "") -> Conference:
    """Enter a conference (a document of the format meetplan/1).

    Raises ``Conflict`` for an id in use, ``InvalidRecord`` naming each fault of an ill-formed document.
    """
    _check(document)
    conference_id = conference_id or ownership.new_id("C")
    if db.session.get(Conference, conference_id) is not None:
        raise Conflict("duplicate_id", id=conference_id)
    conference = Conference(
        id=conference_id,
        name=str(document.get("name") or conference_id),
        province=province,
        document=dict(document),
    )
    db.session.add(conference)
    facts = {"name": conference.name, "participants": len(document.get("participants", ()))}
    audit.record("conference.posted", "conference", conference_id, facts, actor)
    return conference


@use_case
def change(conference_id: str, document: Document, actor: User, version: int) -> Conference:
    """Replace a conference's document. Raises ``Stale`` when ``version`` is past, ``InvalidRecord``."""
    _check(document)
    conference = conferences.one(conference_id, actor)
    if conference.version != version:
        raise Stale
    conference.document = dict(document)
    conference.name = str(document.get("name") or conference.name)
    audit.record("conference.changed", "conference", conference_id, {"name": conference.name}, actor)
    return conference


@use_case
def keep_schedule(conference_id: str, schedule: Document, actor: User, note: str = "") -> ScheduleVersion:
    """Keep a timetable as the next version; earlier ones stay. The conference's own version moves too, so
    two timetables made at once cannot both succeed (``Stale``)."""
    conference = conferences.one(conference_id, actor)
    version = ScheduleVersion(
        number=1 + max((known.number for known in conference.schedules), default=0),
        document=dict(schedule),
        note=note,
        made_by=actor.id,
    )
    conference.schedules.append(version)
    conference.document = dict(conference.document)
    facts = {"number": version.number, "meetings": len(schedule.get("meetings", ())), "note": note}
    audit.record("conference.scheduled", "conference", conference_id, facts, actor)
    return version


def _check(document: Document) -> None:
    """Refuse an ill-formed document; a conference may wait for its first participant."""
    try:
        Plan.from_record(document)
    except IllFormedError as error:
        if [(p.code, p.facts) for p in error.problems] == [("none_given", {"field": "participants"})]:
            return
        faults = [
            {"code": p.code, "vi": sentence(p.code, p.facts, "vi"), "en": sentence(p.code, p.facts, "en")}
            for p in error.problems
        ]
        raise InvalidRecord({"document": faults[:MOST_FAULTS]}) from error
