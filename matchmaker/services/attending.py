"""Note who has come to a conference, comes late, stays away or has left; and take the last word back."""

from __future__ import annotations

from sqlalchemy import select

from matchmaker.errors import InvalidRecord
from matchmaker.extensions import db
from matchmaker.models import Attendance, User
from matchmaker.models.base import now
from matchmaker.queries import attendance, conferences
from matchmaker.services import audit, guests
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

STATUSES = ("arrived", "late", "absent", "left")
WITH_SLOT = ("late", "left")
WAYS = ("name", "qr", "phone")


@use_case
def note(
    conference_id: str, participant: str, status: str, actor: User, slot: str = "", how: str = "name"
) -> None:
    """Keep the latest word on a participant.

    Someone late keeps, once arrived, the slot from which it was expected: its earlier meetings were missed.
    Raises ``NotFound``, and ``InvalidRecord`` for an unknown status, or one late or left without a slot.
    """
    document = conferences.one(conference_id, actor).document
    guests.find(document, participant)
    if status not in STATUSES or how not in WAYS:
        raise InvalidRecord({"status": [message("invalid_value")]})
    if status in WITH_SLOT and slot not in {str(s["id"]) for s in document["slots"]}:
        raise InvalidRecord({"slot": [message("slot_required")]})
    known = _row(conference_id, participant)
    if status == "arrived":
        slot = known.slot if known is not None and known.status in ("late", "arrived") else ""
    elif status == "absent":
        slot = ""
    told = {"status": status, "slot": slot, "how": how}
    if known is not None and all(getattr(known, name) == value for name, value in told.items()):
        return  # scanned twice
    _put(conference_id, participant, told, known, actor)
    subject = attendance.subject_id(conference_id, participant)
    facts = {"conference": conference_id, "participant": participant, **told}
    audit.record("attendance.noted", attendance.SUBJECT, subject, facts, actor)


@use_case
def undo(conference_id: str, participant: str, actor: User) -> str:
    """Take back the last word on a participant; give the status that stands again, "" for not seen yet."""
    guests.find(conferences.one(conference_id, actor).document, participant)
    told = attendance.earlier_words(conference_id, participant)
    known = _row(conference_id, participant)
    if known is None or not told:
        return known.status if known else ""
    before = told[-2] if len(told) > 1 else None
    if before is None:
        db.session.delete(known)
    else:
        _put(conference_id, participant, before, known, actor)
    subject = attendance.subject_id(conference_id, participant)
    facts = {"conference": conference_id, "participant": participant, "status": told[-1]["status"]}
    audit.record("attendance.undone", attendance.SUBJECT, subject, facts, actor)
    return before["status"] if before else ""


def _row(conference_id: str, participant: str) -> Attendance | None:
    return db.session.scalar(
        select(Attendance).where(
            Attendance.conference_id == conference_id, Attendance.participant == participant
        )
    )


def _put(
    conference_id: str, participant: str, told: dict[str, str], known: Attendance | None, actor: User
) -> None:
    row = known or Attendance(conference_id=conference_id, participant=participant)
    row.status, row.slot, row.how = told["status"], told["slot"], told["how"]
    row.noted_by, row.noted_at = actor.id, now()
    db.session.add(row)
