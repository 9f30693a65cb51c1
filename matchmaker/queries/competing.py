"""Which open demands want the same offers."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, User
from matchmaker.queries.scope import visible


def demands_by_offer(actor: User) -> dict[str, list[str]]:
    """The offers that fit more than one open demand that the actor may see, and these demands."""
    statement = (
        select(Match.offer_id, Match.demand_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .where(Match.current, Match.eligible, Match.status != "rejected")
        .where(Demand.status == "open", Offer.status == "open", visible(Demand, actor))
        .order_by(Match.offer_id, Match.demand_id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in db.session.execute(statement):
        found[row.offer_id].append(row.demand_id)
    return {offer: demands for offer, demands in found.items() if len(demands) > 1}
