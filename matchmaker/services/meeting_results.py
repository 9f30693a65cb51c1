"""Type in the result slip of a meeting; what it tells goes on to the match of the two parties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from matchmaker.errors import NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import Conference, MeetingResult, User
from matchmaker.models.base import now
from matchmaker.queries import conference_matches, conference_results, conferences, match_stages
from matchmaker.services import audit, guests, hall_clock, pipeline
from matchmaker.services.calendar import VIET_NAM, today
from matchmaker.services.transaction import use_case

Document = Mapping[str, Any]
Sides = tuple[str, str]


@use_case
def enter(
    conference_id: str, sides: Sides, record: Mapping[str, Any], actor: User, version: int = 0
) -> MeetingResult:
    """Keep a slip as ``ResultSchema`` loads it. ``version`` is that of the slip as it was opened, 0 for none.

    Raises ``NotFound`` for unknown parties, ``Stale`` (who typed it, and when) when somebody else was first.
    """
    conference = conferences.one(conference_id, actor)
    producer, buyer = in_order(conference.document, sides)
    found = conference_results.one(conference_id, producer, buyer)
    if (found.version if found else 0) != version:
        raise _typed_meanwhile(found)
    result = found or MeetingResult(conference_id=conference_id, producer=producer, buyer=buyer)
    result.outcome = record["outcome"]
    result.steps = list(record.get("steps") or ())
    result.reason = record.get("reason") or ""
    result.quantity, result.unit = record.get("quantity"), record.get("unit") or ""
    result.value, result.next_on = record.get("value"), record.get("next_on")
    result.note = record.get("note") or ""
    result.entered_by, result.entered_at = actor.id, now()
    if result.match_id is None:
        result.match_id = _match_id(conference, producer, buyer)
    db.session.add(result)
    day = day_of_meeting(conference, producer, buyer)
    stages = pipeline.follow_slip(result, day, actor)
    facts: dict[str, Any] = {
        "producer": producer,
        "buyer": buyer,
        "outcome": result.outcome,
        "steps": result.steps,
    }
    facts |= {name: getattr(result, name) for name in ("reason", "value", "quantity", "unit", "note")}
    next_on = result.next_on.isoformat() if result.next_on else None
    facts |= {"next_on": next_on, "match": result.match_id, "stages": stages}
    audit.record("meeting.result", "conference", conference_id, facts, actor)
    return result


def in_order(document: Document, sides: Sides) -> Sides:
    """Seller and buyer, whichever way round they were named. Raises ``NotFound``."""
    first, second = (guests.find(document, each) for each in sides)
    if first["id"] == second["id"]:
        raise NotFound
    turned = first.get("side") == "buyer" and second.get("side") != "buyer"
    return (second["id"], first["id"]) if turned else (first["id"], second["id"])


def day_of_meeting(conference: Conference, producer: str, buyer: str) -> date:
    """The day on which two were to meet by the latest timetable; else the last day, or today."""
    slots = {s["id"]: s for s in conference.document["slots"]}
    meetings = conference.schedules[-1].document["meetings"] if conference.schedules else []
    for m in meetings:
        if {m["a"], m["b"]} == {producer, buyer} and m["slot"] in slots:
            day = hall_clock.day_of(slots[m["slot"]])
            if day:
                return day
    return hall_clock.last_day(conference.document) or today()


def _match_id(conference: Conference, producer: str, buyer: str) -> int | None:
    """The match for which the two were arranged to meet, else their best, if the ranking named one."""
    rows = [guests.find(conference.document, each) for each in (producer, buyer)]
    seller, other = (conference_matches.organisation_of(row) for row in rows)
    arranged = match_stages.scheduled_between(conference.id, seller, other)
    if arranged is not None:
        return arranged
    match = conference_matches.best_among(rows).get(frozenset((producer, buyer)))
    return match.id if match else None


def _typed_meanwhile(found: MeetingResult | None) -> Stale:
    if found is None:
        return Stale()
    user = db.session.get(User, found.entered_by)
    at = found.entered_at.astimezone(VIET_NAM).strftime("%d/%m/%Y %H:%M")
    return Stale("slip_typed_meanwhile", by=(user.name or user.email) if user else "?", at=at)
