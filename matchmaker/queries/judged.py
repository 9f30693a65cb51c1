"""Stored matches with the offers, organisations and decisions that a page shows beside them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Decision, Demand, Match, Offer, Organisation, User
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.queries.scope import visible


def of_demand(demand: Demand) -> list[Match]:
    """The matches of a demand's latest ranking and those already decided, best first, near-misses last.

    Whoever may see the demand may see these; the caller has read it through its scope.
    """
    statement = (
        _whole()
        .where(Match.demand_id == demand.id, Match.current | (Match.status != "suggested"))
        .order_by(Match.current.desc(), Match.position, Match.offer_id)
    )
    return list(db.session.execute(statement).scalars())


def of_offer(offer: Offer) -> list[Match]:
    """The open demands that an offer was judged for, the best for it first, near-misses last.

    An officer's rejection ends a pair; the caller has read the offer through its scope, and shows of the
    demand no more than ``shown`` allows.
    """
    statement = (
        _whole()
        .join(Match.demand)
        .where(Match.offer_id == offer.id, Match.current, Match.status != "rejected", Demand.status == "open")
        .order_by(Match.eligible.desc(), Match.score.desc(), Match.demand_id)
    )
    return list(db.session.execute(statement).scalars())


def of_pairs(demand: Demand, offer_ids: Collection[str]) -> list[Match]:
    """The matches of a demand with some offers, of those that there are; the caller read the demand through
    its scope."""
    statement = _whole().where(Match.demand_id == demand.id, Match.offer_id.in_(offer_ids))
    return list(db.session.execute(statement).scalars())


def one(match_id: int, actor: User) -> Match:
    """One match. Raises ``NotFound`` also for one that the actor may not see."""
    refuse_impossible_id(match_id)
    statement = _whole().where(Match.id == match_id, visible(Match, actor))
    match = db.session.execute(statement).scalar_one_or_none()
    if match is None:
        raise NotFound
    return match


def _whole() -> Select[tuple[Match]]:
    return select(Match).options(
        undefer(Match.introduced),
        joinedload(Match.demand).joinedload(Demand.organisation).selectinload(Organisation.contacts),
        joinedload(Match.offer).joinedload(Offer.organisation).selectinload(Organisation.contacts),
        selectinload(Match.decisions).joinedload(Decision.user),
    )
