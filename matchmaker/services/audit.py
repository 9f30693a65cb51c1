"""The trail of changes: one event a change, in the same transaction, each chained to the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, text

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, User
from matchmaker.models.base import now

START = "0" * 64
_CHAIN_LOCK = 20_250_701  # any fixed number: on PostgreSQL the chain grows one transaction at a time


def record(
    action: str,
    subject: str,
    subject_id: str | int,
    facts: Mapping[str, Any],
    actor: User | None,
    on_behalf_of: str | None = None,
) -> AuditEvent:
    """Add an event to the open transaction. ``actor`` is None for what the service does by itself.

    ``facts`` hold what the change set, as JSON values; never passwords, tokens or contacts.
    """
    return record_all([Told(action, subject, subject_id, facts, on_behalf_of)], actor)[0]


@dataclass(frozen=True, slots=True)
class Told:
    """One event to add, as the arguments of ``record``."""

    action: str
    subject: str
    subject_id: str | int
    facts: Mapping[str, Any]
    on_behalf_of: str | None = None


def record_all(told: Sequence[Told], actor: User | None) -> list[AuditEvent]:
    """Add events to the open transaction, in their order, as ``record`` adds one."""
    session = db.session()
    session.flush()  # before the lock, so that nobody waits for a row while holding it
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHAIN_LOCK})
    last = session.scalar(select(AuditEvent.hash).order_by(AuditEvent.id.desc()).limit(1)) or START
    events = []
    for each in told:
        event = AuditEvent(
            at=now(),
            user_id=actor.id if actor else None,
            on_behalf_of=each.on_behalf_of,
            action=each.action,
            subject=each.subject,
            subject_id=str(each.subject_id),
            facts=json.loads(json.dumps(each.facts)),
            previous=last,
        )
        last = event.hash = _hash(event)
        events.append(event)
    session.add_all(events)
    session.flush()
    return events


def digest(document: Any) -> str:
    """The SHA-256 of a document that an event tells of without holding it: for its size, or its contacts."""
    return hashlib.sha256(json.dumps(document, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def broken_at() -> int | None:
    """The id of the first event whose hash or link does not hold, or None when the chain is whole."""
    last = START
    in_order = select(AuditEvent).order_by(AuditEvent.id).execution_options(yield_per=500)
    with closing(db.session.scalars(in_order)) as events:
        for event in events:
            if event.previous != last or event.hash != _hash(event):
                return event.id
            last = event.hash
    return None


def _hash(event: AuditEvent) -> str:
    content = {
        "at": _stamp(event.at),
        "user": event.user_id,
        "on_behalf_of": event.on_behalf_of,
        "action": event.action,
        "subject": event.subject,
        "subject_id": event.subject_id,
        "facts": event.facts,
        "previous": event.previous,
    }
    return digest(content)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
