"""Accept a pool: its quantities are promised, and it goes on as one supplier under the match of its lead."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import Match, Pool, User
from matchmaker.queries import conferences, demands, invitees, pools
from matchmaker.queries.holdings import Purpose
from matchmaker.services import (
    audit,
    decisions,
    guests,
    holdings,
    knowledge,
    layers,
    pooling,
    profiles,
    ranked_rows,
)
from matchmaker.services import conferences as keeping
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from scoring.ranking import explain_pair


@use_case
def accept(demand_id: str, note: str, actor: User, version: int | None = None) -> Pool:
    """Accept a pool whose members all agreed, promise their shares, and accept the lead's match for it.

    Raises ``Stale`` for a past version, ``Conflict``: ``pool_empty``, ``pool_without_lead``,
    ``members_unanswered``, ``pool_settled``, or ``holding_exceeds`` where others took of it meanwhile.
    """
    pool = pools.standing(demands.one(demand_id, actor))
    db.session.refresh(pool, ["version", "status"], with_for_update=True)
    if version is not None and pool.version != version:
        raise Stale
    if pool.status != "open":
        raise Conflict("pool_settled")
    _refuse_unready(pool)
    purpose = Purpose(pool_id=pool.id)
    holdings.hold(pooling.shares_of(pool), purpose, today() + timedelta(days=holdings.DAYS), actor)
    holdings.promise(purpose, actor)
    match = _lead_match(pool)
    decisions.take(match, "accept", "", note, actor)
    pool.status, pool.match_id, pool.held_until = "accepted", match.id, None
    facts = {
        "demand": demand_id,
        "lead": match.offer_id,
        "match": match.id,
        "members": sorted(pooling.shares_of(pool)),
    }
    audit.record("pool.accepted", "pool", pool.id, facts, actor)
    return pool


@use_case
def give_up(demand_id: str, note: str, actor: User) -> None:
    """Close a pool, accepted or not; the match of its lead is held then, for the offer itself is good."""
    pool = pools.standing(demands.one(demand_id, actor))
    if pool.match is not None and pool.match.status == "accepted":
        decisions.take(pool.match, "hold", "", note, actor)
    pooling.close(demand_id, actor)


@use_case
def enter_conference(demand_id: str, conference_id: str, actor: User) -> str:
    """Let an accepted pool take part in a conference as one participant, its lead; gives that one's id.

    The lead's organisation takes part once: where it does already, its entry is marked as the pool's.
    Raises ``NotFound`` for a hidden conference or lead, ``Conflict`` for a pool that is not accepted, or
    whose lead belongs to no organisation.
    """
    pool = pools.standing(demands.one(demand_id, actor))
    if pool.status != "accepted" or pool.match is None:
        raise Conflict("pool_not_accepted")
    lead = pool.match.offer.organisation_id
    if lead is None:
        raise Conflict("lead_without_organisation")
    conference = conferences.one(conference_id, actor)
    document = dict(conference.document)
    known = {str(row.get("organisation") or row["id"]): str(row["id"]) for row in document["participants"]}
    if lead not in known:
        invitee = invitees.chosen([lead], actor)[0]
        taken = set(known.values())
        record = {**invitee.record(), "id": None if lead in taken else lead}
        document, known[lead] = guests.put(document, record)
    rows = [dict(row) for row in document["participants"]]
    row = next((row for row in rows if row["id"] == known[lead]), None)
    if row is None:
        raise NotFound
    row["pool"] = _noted(pool)
    keeping.change(conference_id, {**document, "participants": rows}, actor, conference.version)
    facts = {"participant": known[lead], "pool": pool.id, "demand": demand_id}
    audit.record("participant.pooled", "conference", conference_id, facts, actor)
    return known[lead]


def _noted(pool: Pool) -> dict[str, Any]:
    """What a conference's entry says of a pool: for whom the lead speaks."""
    document = pool.latest
    return {
        "id": pool.id,
        "demand": pool.demand_id,
        "members": len(document["members"]),
        "unit": document["unit"],
        "by_month": document["by_month"],
    }


def _refuse_unready(pool: Pool) -> None:
    document = pool.latest
    if not document.get("members"):
        raise Conflict("pool_empty")
    if not document.get("lead"):
        raise Conflict("pool_without_lead")
    waiting = [member for member in pool.members if member.share and not pooling.agrees(member)]
    if waiting:
        raise Conflict("members_unanswered", count=len(waiting))


def _lead_match(pool: Pool) -> Match:
    """The match of the demand with the lead's offer; judged now where no ranking named the pair."""
    lead = pool.latest["lead"]
    pair = select(Match).where(Match.demand_id == pool.demand_id, Match.offer_id == lead)
    found = db.session.scalar(pair.with_for_update())
    if found is None:
        offers = holdings.lock([lead])
        judged = explain_pair(
            layers.demand(pool.demand.parsed, pool.demand.doubts),
            layers.offer(offers[0].parsed, offers[0].doubts),
            knowledge.context(today()),
            profiles.active(),
        )
        ranked_rows.put([judged], {}, knowledge.lexicon_version())
        ranked_rows.number([pool.demand_id])
        found = db.session.scalar(pair)
    assert found is not None
    return found
