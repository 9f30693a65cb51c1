"""The introductions of a buyer's or a producer's own records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import Demand, IntroducedMatch, Introduction, Match, Offer, Organisation, User
from matchmaker.queries.scope import visible


@dataclass(frozen=True)
class OwnIntroduction:
    """One introduced pair as its own side lists it: the other's name, the own answer (or empty)."""

    introduction_id: int
    match_id: int
    product: str
    other: str
    side: str
    since: date
    answer: str


def listed(actor: User) -> Sequence[OwnIntroduction]:
    """What was introduced to the actor's organisation; what waits for an answer first, then the newest."""
    found = [row for side in ("buyer", "producer") if side in actor.role_names for row in _of(actor, side)]
    return sorted(found, key=lambda row: (bool(row.answer), -row.introduction_id, row.match_id))


def _of(actor: User, side: str) -> list[OwnIntroduction]:
    own, other = (Demand, Offer) if side == "buyer" else (Offer, Demand)
    party = aliased(Organisation)
    written = Offer.producer if side == "buyer" else Demand.buyer
    answer = IntroducedMatch.buyer_answer if side == "buyer" else IntroducedMatch.producer_answer
    statement = (
        select(
            Introduction.id,
            IntroducedMatch.match_id,
            Offer.product,
            func.coalesce(party.name, written).label("other"),
            Introduction.made_on,
            answer.label("answer"),
        )
        .join(IntroducedMatch, IntroducedMatch.introduction_id == Introduction.id)
        .join(Match, Match.id == IntroducedMatch.match_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .outerjoin(party, party.id == other.organisation_id)
        .where(visible(own, actor))
    )
    return [
        OwnIntroduction(row.id, row.match_id, row.product, row.other, side, row.made_on, row.answer)
        for row in db.session.execute(statement)
    ]
