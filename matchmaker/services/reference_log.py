"""Adds to the log of changes of reference data: who, when, why, and what the entry said before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.errors import InvalidRecord, Stale
from matchmaker.extensions import db
from matchmaker.models import ReferenceChange, User
from matchmaker.queries import reference_changes as changed
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message
from seeds.overlay import Change

LONGEST_REASON = 1000  # characters


@use_case
def append(
    subject: str, change: Change, before: Mapping[str, str], reason: str, actor: User, version: int
) -> ReferenceChange:
    """Keep a change. ``before`` is the row as it stands, ``version`` the state that the actor looked at.

    Raises ``Stale`` when the subject has changed since, ``InvalidRecord`` where no reason is given.
    """
    touched = {column: before[column] for column in change.columns if before.get(column)}
    row = ReferenceChange(
        subject=subject, key=change.key, action=change.action, values=change.values, before=touched
    )
    return _add(row, reason, actor, version)


@use_case
def take_back(undone: ReferenceChange, reason: str, actor: User, version: int) -> ReferenceChange:
    """Take a change back; it stays in the log, beside its undo. Raises as ``append`` does."""
    row = ReferenceChange(
        subject=undone.subject, key=undone.key, action=changed.UNDO, values={}, before={}, undoes=undone.id
    )
    return _add(row, reason, actor, version)


def check_reason(reason: str) -> dict[str, Any]:
    """Messages at the field where the reason is missing or too long; none where it is good."""
    if not reason.strip():
        return {"reason": [message("reason_missing")]}
    if len(reason) > LONGEST_REASON:
        return {"reason": [message("too_long", {"max": LONGEST_REASON})]}
    return {}


def _add(row: ReferenceChange, reason: str, actor: User, version: int) -> ReferenceChange:
    if messages := check_reason(reason):
        raise InvalidRecord(messages)
    # Two at once would take the same number: the second starts over, and finds the state has moved on.
    if changed.stamp(row.subject).number != version:
        raise Stale
    row.number, row.reason, row.user_id = version + 1, reason.strip(), actor.id
    db.session.add(row)
    db.session.flush()
    facts = {
        "id": row.id,
        "key": row.key,
        "number": row.number,
        "values": row.values,
        "before": row.before,
        "reason": row.reason,
    }
    facts |= {"undoes": row.undoes} if row.undoes else {}
    audit.record(f"{row.subject}.{row.action}", row.subject, row.key[:64], facts, actor)
    return row
