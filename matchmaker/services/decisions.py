"""Decide on a match: accept it, reject it with a reason, or hold it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import select

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import db
from matchmaker.models import Decision, Match, User
from matchmaker.queries import matches
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

STATUS = {"accept": "accepted", "reject": "rejected", "hold": "held"}
VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


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

    Raises ``NotFound`` for a match the actor may not see, ``Stale`` when ``version`` is given and past (the
    code and facts say who decided what meanwhile, and when), ``Conflict`` when the offer or the demand was
    withdrawn or the latest ranking no longer names the pair, ``InvalidRecord`` when a rejection has no
    reason, or the reason "other" no note.
    """
    matches.refuse_impossible_id(match_id)
    db.session.execute(select(Match.id).where(Match.id == match_id).with_for_update())
    match = matches.one(match_id, actor)
    if version is not None and match.version != version:
        raise _decided_meanwhile(match)
    _refuse_past(match)
    if decision == "reject" and not reason:
        raise InvalidRecord({"reason": [message("reason_required")]})
    if reason == "other" and not note:
        raise InvalidRecord({"note": [message("note_required")]})
    return take(match, decision, reason, note, actor, on_behalf_of)


def take(
    match: Match, decision: str, reason: str, note: str, actor: User, on_behalf_of: str | None = None
) -> Match:
    """Set a match's status and keep the decision, in the open transaction and without looking whether the
    match still stands: for use cases that have made sure of that."""
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


def _refuse_past(match: Match) -> None:
    """A pair that is no longer on the market, or whose evidence is no longer true, is not decided on."""
    if match.demand.status != "open":
        raise Conflict("demand_withdrawn", id=match.demand_id)
    if match.offer.status != "open":
        raise Conflict("offer_withdrawn", id=match.offer_id)
    if not match.current:
        raise Conflict("match_not_current")


def _decided_meanwhile(match: Match) -> Stale:
    """Who decided what since the actor looked, and when (in Viet Nam)."""
    if not match.decisions:
        return Stale()
    last = match.decisions[-1]
    moment = last.decided_at.astimezone(VIET_NAM).strftime("%d/%m/%Y %H:%M")
    return Stale(f"already_{STATUS[last.decision]}", by=last.user.name or last.user.email, at=moment)
