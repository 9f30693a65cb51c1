"""Decide on a match: accept it, reject it with a reason, or hold it."""

from __future__ import annotations

from sqlalchemy import select

from matchmaker.errors import InvalidRecord, Stale
from matchmaker.extensions import db
from matchmaker.models import Decision, Match, User
from matchmaker.queries import matches
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

STATUS = {"accept": "accepted", "reject": "rejected", "hold": "held"}


@use_case
def decide(
    match_id: int,
    decision: str,
    reason: str,
    note: str,
    actor: User,
    version: int | None = None,
    on_behalf_of: str | None = None,
) -> Match:
    """Record a decision and set the match's status. ``decision`` is accept, reject or hold.

    Raises ``NotFound`` for a match the actor may not see, ``Stale`` when ``version`` is given and past,
    ``InvalidRecord`` when a rejection has no reason.
    """
    db.session.execute(select(Match.id).where(Match.id == match_id).with_for_update())
    match = matches.one(match_id, actor)
    if version is not None and match.version != version:
        raise Stale
    if decision == "reject" and not reason:
        raise InvalidRecord({"reason": [message("reason_required")]})
    match.status = STATUS[decision]
    match.version += 1
    match.decisions.append(
        Decision(
            decision=decision,
            reason=reason,
            note=note,
            user_id=actor.id,
            on_behalf_of=on_behalf_of,
            score=match.score,
            rank=match.rank,
            profile=match.profile,
        )
    )
    db.session.flush()
    facts = {"decision": decision, "reason": reason, "note": note, "score": match.score, "rank": match.rank}
    pair = {"demand": match.demand_id, "offer": match.offer_id, "profile": match.profile}
    audit.record("match.decided", "match", match.id, facts | pair, actor, on_behalf_of)
    return match
