"""Lock meetings, so that planning again and repairs leave them alone; take earlier versions up again."""

from __future__ import annotations

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import ScheduleVersion, User
from matchmaker.queries import conferences
from matchmaker.scheduling import Conference, IllFormedError
from matchmaker.services import audit
from matchmaker.services.conferences import change, keep_schedule
from matchmaker.services.transaction import use_case

Pair = frozenset[str]


@use_case
def lock(conference_id: str, parties: Pair, locked: bool, actor: User) -> None:
    """Lock a meeting of the latest timetable, or free it. Raises ``NotFound`` for a meeting not in it."""
    conference = conferences.one(conference_id, actor)
    meetings = conference.schedules[-1].document["meetings"] if conference.schedules else []
    if not any({m["a"], m["b"]} == parties for m in meetings):
        raise NotFound
    others = [pair for pair in conference.document.get("locked") or () if frozenset(pair) != parties]
    document = {**conference.document, "locked": [*others, sorted(parties)] if locked else others}
    change(conference_id, document, actor, conference.version)
    what = "meeting.locked" if locked else "meeting.unlocked"
    audit.record(what, "conference", conference_id, {"parties": sorted(parties)}, actor)


def is_locked(document: object, parties: Pair) -> bool:
    """Whether a conference's document holds a meeting as locked."""
    locked = document.get("locked") if isinstance(document, dict) else None
    return any(frozenset(pair) == parties for pair in locked or ())


@use_case
def restore(conference_id: str, number: int, actor: User, note: str = "") -> ScheduleVersion:
    """Take an earlier version up again, as the next one.

    Raises ``NotFound``, and ``Conflict`` for the latest one, or when the conference has since lost a
    participant, slot or table that it uses.
    """
    conference = conferences.one(conference_id, actor)
    version = next((known for known in conference.schedules if known.number == number), None)
    if version is None:
        raise NotFound
    if version is conference.schedules[-1]:
        raise Conflict("is_the_latest_timetable")
    record = {**conference.document, "previous": {"meetings": version.document["meetings"], "now": None}}
    try:
        Conference.from_record(record)
    except IllFormedError as error:
        raise Conflict("version_does_not_fit") from error
    known = {t["id"] for t in conference.document["tables"]}, {s["id"] for s in conference.document["slots"]}
    people = {p["id"] for p in conference.document["participants"]}
    for m in version.document["meetings"]:
        if m["table"] not in known[0] or m["slot"] not in known[1] or not {m["a"], m["b"]} <= people:
            raise Conflict("version_does_not_fit")
    return keep_schedule(conference_id, version.document, actor, note, "restored")
