"""Take a change of any reference data back, by the rules of its subject."""

from __future__ import annotations

from matchmaker.models import ReferenceChange, User
from matchmaker.queries import organisations
from matchmaker.queries import reference_changes as changed
from matchmaker.services import coefficients, lexicon, markets, reference_log


def one(change_id: int, actor: User) -> ReferenceChange:
    """A change that still holds. Raises ``NotFound`` for others, and for a buyer beyond the actor's scope."""
    row = changed.one(change_id)
    if row.subject == "buyers":
        organisations.one(row.key, actor)
    return row


def undo(change_id: int, reason: str, actor: User, version: int) -> ReferenceChange:
    """Take a change back. Raises ``NotFound``, ``Conflict``, ``Stale``, and ``InvalidRecord`` without a
    reason."""
    row = one(change_id, actor)
    if row.subject == lexicon.SUBJECT:
        return lexicon.undo(row.id, reason, actor, version)
    if row.subject == markets.SUBJECT:
        return markets.undo(row, reason, actor, version)
    if row.subject == coefficients.SUBJECT:
        return coefficients.undo(row, reason, actor, version)
    return reference_log.take_back(row, reason, actor, version)
