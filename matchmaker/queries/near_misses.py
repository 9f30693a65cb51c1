"""Near-matches of open demands with a step that would make them possible, by where the goods come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, Organisation, Place, User
from matchmaker.queries.scope import visible

AT_ONCE = 500  # rows of evidence in memory


@dataclass(frozen=True)
class NearMiss:
    """One near-match: its two sides by name, the place of the offer, and the whole evidence."""

    match_id: int
    offer: str
    producer: str
    demand: str
    buyer: str
    province: str
    commune: str
    per: str
    evidence: dict[str, Any] = field(repr=False)


def listed(actor: User, province: str = "", commune: str = "") -> Iterator[NearMiss]:
    """The near-matches of offers that the actor may see, by demand and place in its list.

    Those that an officer rejected are left out: somebody knows why it will not be.
    """
    seller, buyer = aliased(Organisation), aliased(Organisation)
    statement = _open(
        select(
            *(Match.id, Match.evidence, Offer.product.label("offer"), Offer.producer, Offer.parsed),
            *(Demand.product.label("demand"), Demand.buyer, Place.province, Place.commune),
            *(seller.name.label("seller_name"), buyer.name.label("buyer_name")),
        )
        .join(Offer, Offer.id == Match.offer_id)
        .join(Demand, Demand.id == Match.demand_id)
        .outerjoin(Place, Place.id == Offer.place_id)
        .outerjoin(seller, seller.id == Offer.organisation_id)
        .outerjoin(buyer, buyer.id == Demand.organisation_id)
        .order_by(Match.demand_id, Match.position)
        .execution_options(yield_per=AT_ONCE),
        actor,
    )
    if province:
        statement = statement.where(Place.province == province)
    if commune:
        statement = statement.where(Place.commune == commune)
    for row in db.session.execute(statement):
        if row.evidence["missing"]:
            yield NearMiss(
                match_id=row.id,
                offer=row.offer,
                producer=row.seller_name or row.producer,
                demand=row.demand,
                buyer=row.buyer_name or row.buyer,
                province=row.province or "",
                commune=row.commune or "",
                per=row.parsed.get("per") or "",
                evidence=row.evidence,
            )


def provinces(actor: User) -> list[str]:
    """The provinces from which near-matches come."""
    statement = (
        select(Place.province)
        .select_from(Match)
        .join(Offer, Offer.id == Match.offer_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Place, Place.id == Offer.place_id)
        .where(Place.province != "")
    )
    return sorted(db.session.scalars(_open(statement, actor).distinct()))


def _open(statement: Select[Any], actor: User) -> Select[Any]:
    return statement.where(
        *(Match.current, Match.eligible.is_(False), Match.status != "rejected"),
        *(Offer.status == "open", Demand.status == "open", visible(Offer, actor)),
    )
