"""The pairs that a conference has, and those that asking one more party would bring, out of the rankings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, Organisation, User
from matchmaker.queries.scope import visible

MOST_READ = 5_000  # pairs, best first: evidence is large, and the worst pairs add nothing


@dataclass(frozen=True)
class FittingPair:
    """An offer that fits a demand, whose they are, and the facts of its amounts."""

    offer: str
    demand: str
    seller: str
    buyer: str
    product: str
    wanted: str
    facts: dict[str, Any]


def fitting(members: Collection[str], side: str, actor: User) -> list[FittingPair]:
    """The eligible, not rejected pairs of the members' records with any open one of the other ``side``.

    Asking for buyers starts from the members' offers, asking for producers from their demands. Only parties
    that the actor may see; best score first.
    """
    own, other = (Offer, Demand) if side == "buyer" else (Demand, Offer)
    statement = (
        select(
            *(Match.offer_id, Match.demand_id, Match.evidence, Offer.product, Demand.product),
            *(Offer.organisation_id, Demand.organisation_id),
        )
        .join(Match.offer)
        .join(Match.demand)
        .join(Organisation, Organisation.id == other.organisation_id)
        .where(
            *(Match.current, Match.eligible, Match.status != "rejected"),
            *(Offer.status == "open", Demand.status == "open"),
            own.organisation_id.in_(members),
            visible(Organisation, actor),
        )
        .order_by(Match.score.desc(), Match.demand_id, Match.offer_id)
        .limit(MOST_READ)
    )
    return [
        FittingPair(offer, demand, seller, buyer, product, wanted, _volume(evidence))
        for offer, demand, evidence, product, wanted, seller, buyer in db.session.execute(statement)
    ]


def _volume(evidence: dict[str, Any]) -> dict[str, Any]:
    return next((row["facts"] for row in evidence["reasons"] if row["criterion"] == "volume"), {})
