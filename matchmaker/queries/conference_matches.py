"""What the stored rankings say about the parties of a conference."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer

Pair = frozenset[str]


def best_between(members: Collection[str]) -> dict[Pair, Match]:
    """For each two organisations of ``members``, the best current, eligible, not rejected match of an offer
    of the one with a demand of the other. The conference was read through its scope by the caller."""
    statement = (
        select(Match)
        .join(Match.demand)
        .join(Match.offer)
        .where(
            Match.current,
            Match.eligible,
            Match.status != "rejected",
            Demand.organisation_id.in_(members),
            Offer.organisation_id.in_(members),
        )
        .options(contains_eager(Match.demand), contains_eager(Match.offer))
        .order_by(Match.score.desc(), Match.demand_id, Match.offer_id)
    )
    best: dict[Pair, Match] = {}
    for match in db.session.scalars(statement):
        parties = frozenset((match.offer.organisation_id or "", match.demand.organisation_id or ""))
        best.setdefault(parties, match)
    return best
