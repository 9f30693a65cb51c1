"""Who has come to a conference. The conference was read through its scope by the caller."""

from __future__ import annotations

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Attendance, AuditEvent

SUBJECT = "attendance"


def of_conference(conference_id: str) -> dict[str, Attendance]:
    """The latest word on each participant that there is a word on."""
    rows = db.session.scalars(select(Attendance).where(Attendance.conference_id == conference_id))
    return {row.participant: row for row in rows}


def earlier_words(conference_id: str, participant: str) -> list[dict[str, str]]:
    """What was told of a participant so far and not taken back, oldest first, the present word last."""
    events = db.session.scalars(
        select(AuditEvent)
        .where(AuditEvent.subject == SUBJECT, AuditEvent.subject_id == subject_id(conference_id, participant))
        .order_by(AuditEvent.id)
    )
    told: list[dict[str, str]] = []
    for event in events:
        if event.action == "attendance.noted":
            told.append({name: str(event.facts.get(name) or "") for name in ("status", "slot", "how")})
        elif told:
            told.pop()
    return told


def subject_id(conference_id: str, participant: str) -> str:
    """How the audit trail names the attendance of a participant, within its 64 letters."""
    return f"{conference_id}/{participant}"[-64:]
