"""Who confirmed the fields of a record of trade, and when: out of the trail of changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Demand, Offer, User


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's word on a field; ``who`` is "" for a user who is gone."""

    who: str
    when: datetime


def entered_for(record: Offer | Demand) -> Confirmation | None:
    """Who entered a record on behalf of the organisation that it belongs to; None where itself did."""
    kind = "offer" if isinstance(record, Offer) else "demand"
    statement = (
        select(User.name, AuditEvent.at)
        .select_from(AuditEvent)
        .join(User, User.id == AuditEvent.user_id)
        .where(
            AuditEvent.subject == kind,
            AuditEvent.subject_id == record.id,
            AuditEvent.action == f"{kind}.posted",
            AuditEvent.on_behalf_of.is_not(None),
        )
        .order_by(AuditEvent.id.desc())
        .limit(1)
    )
    row = db.session.execute(statement).first()
    return Confirmation(row.name or "", row.at) if row else None


def of(record: Offer | Demand) -> dict[str, Confirmation]:
    """The last confirmation of each field that is confirmed now."""
    kind = "offer" if isinstance(record, Offer) else "demand"
    statement = (
        select(AuditEvent.facts, AuditEvent.at, User.name)
        .join(User, User.id == AuditEvent.user_id, isouter=True)
        .where(
            AuditEvent.subject == kind,
            AuditEvent.subject_id == record.id,
            AuditEvent.action == f"{kind}.confirmed",
        )
        .order_by(AuditEvent.id)
    )
    found = {
        field: Confirmation(name or "", at)
        for facts, at, name in db.session.execute(statement)
        for field in facts
    }
    return {field: said for field, said in found.items() if field in record.confirmed}
