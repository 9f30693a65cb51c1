"""Keep conferences and the versions of their timetables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import Conference, ScheduleVersion, User
from matchmaker.models.base import now
from matchmaker.queries import conferences
from matchmaker.scheduling import Conference as Plan
from matchmaker.scheduling import IllFormedError, Meeting
from matchmaker.scheduling.changes import changes_between
from matchmaker.services import audit, ownership, pipeline
from matchmaker.services.calendar import today
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
    facts |= {"province": province, "digest": audit.digest(conference.document)}
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
    facts = {"name": conference.name, "digest": audit.digest(conference.document)}
    audit.record("conference.changed", "conference", conference_id, facts, actor)
    return conference


@use_case
def keep_schedule(
    conference_id: str, schedule: Document, actor: User, note: str = "", cause: str = "planned"
) -> ScheduleVersion:
    """Keep a timetable as the next version; earlier ones stay. The conference's own version moves too, so
    two timetables made at once cannot both succeed (``Stale``)."""
    conference = conferences.one(conference_id, actor)
    latest = conference.schedules[-1].document if conference.schedules else {}
    version = ScheduleVersion(
        number=1 + max((known.number for known in conference.schedules), default=0),
        document=dict(schedule),
        note=note,
        cause=cause,
        changes=differences(latest, schedule) if conference.schedules else [],
        made_by=actor.id,
    )
    conference.schedules.append(version)
    flag_modified(conference, "document")
    facts = {
        "number": version.number,
        "meetings": len(schedule.get("meetings", ())),
        "note": note,
        "cause": cause,
        "digest": audit.digest(version.document),
    }
    audit.record("conference.scheduled", "conference", conference_id, facts, actor)
    return version


@use_case
def publish(conference_id: str, number: int, actor: User) -> ScheduleVersion:
    """Hand out a version: from now on it is the one in people's hands, and its matches are scheduled.

    Raises ``NotFound``, and ``Conflict`` for one that is not the latest, or handed out already.
    """
    conference = conferences.one(conference_id, actor)
    version = next((known for known in conference.schedules if known.number == number), None)
    if version is None:
        raise NotFound
    if version is not conference.schedules[-1]:
        raise Conflict("not_the_latest_timetable")
    if version.published_at is not None:
        raise Conflict("published_already", number=number)
    version.published_at = now()
    scheduled, dropped = pipeline.follow_timetable(conference, version.document["meetings"], actor)
    facts = {"number": number, "scheduled": len(scheduled), "matches": scheduled, "dropped": dropped}
    facts |= {"on": today().isoformat()}
    audit.record("conference.published", "conference", conference_id, facts, actor)
    return version


def differences(before: Document, after: Document) -> list[dict[str, Any]]:
    """The meetings that differ between two timetables, as ``ScheduleVersion.changes`` keeps them."""
    old, new = (_meetings(each) for each in (before, after))
    return [change.as_record() for change in changes_between(old, new) if change.kind != "kept"]


def _meetings(schedule: Document) -> list[Meeting]:
    return [Meeting(m["a"], m["b"], m["slot"], m.get("table", "")) for m in schedule.get("meetings", ())]


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
