"""What the prints of a conference need beside its document: offers, near-misses, people, attendance.

The caller has read the conference through its scope.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from matchmaker.extensions import db
from matchmaker.models import Attendance, Demand, Match, Offer, Organisation, Pool


def offers(members: Collection[str]) -> Sequence[Offer]:
    """The open offers of organisations, by organisation and product."""
    return db.session.scalars(
        select(Offer)
        .where(Offer.organisation_id.in_(members), Offer.status == "open")
        .options(joinedload(Offer.place), selectinload(Offer.certificates))
        .order_by(Offer.organisation_id, Offer.product, Offer.id)
    ).all()


def lacking(members: Collection[str]) -> Sequence[Match]:
    """The current matches between organisations that are refused, with their offers and demands."""
    statement = (
        select(Match)
        .join(Match.demand)
        .join(Match.offer)
        .where(
            Match.current,
            Match.eligible.is_(False),
            Match.status != "rejected",
            or_(Demand.status == "open", Match.status == "accepted"),
            Demand.organisation_id.in_(members),
            Offer.organisation_id.in_(members),
        )
        .options(contains_eager(Match.demand), contains_eager(Match.offer))
        .order_by(Match.offer_id, Match.demand_id)
    )
    return db.session.scalars(statement).all()


def pools(ids: Collection[int]) -> Sequence[Pool]:
    """The accepted ones of some pools, with the demand that each fills and the match of its lead."""
    return db.session.scalars(
        select(Pool)
        .where(Pool.id.in_(ids), Pool.status == "accepted", Pool.match_id.is_not(None))
        .options(joinedload(Pool.demand), joinedload(Pool.match).joinedload(Match.offer))
    ).all()


def organisations(members: Collection[str]) -> Sequence[Organisation]:
    """Organisations with their contacts: personal data, for who may open them."""
    return db.session.scalars(
        select(Organisation).where(Organisation.id.in_(members)).options(selectinload(Organisation.contacts))
    ).all()


def attendance(conference_id: str) -> dict[str, str]:
    """The latest word on each participant seen: its status by id."""
    rows = db.session.execute(
        select(Attendance.participant, Attendance.status).where(Attendance.conference_id == conference_id)
    )
    return {row.participant: row.status for row in rows}
