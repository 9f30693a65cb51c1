"""Matches that were introduced, to be asked after again 1, 3, 6 and 12 months later."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import (
    Demand,
    IntroducedMatch,
    Introduction,
    Match,
    MatchStage,
    Offer,
    Organisation,
    User,
)
from matchmaker.queries.scope import visible
from matchmaker.schemas.follow_ups import FOLLOWED, months_after

ENDED = frozenset({"closed", "failed"})


@dataclass(frozen=True)
class DueFollowUp:
    """A match to ask after: ``months`` since its introduction, due on ``day``, where it stands."""

    match_id: int
    product: str
    buyer: str
    producer: str
    stage: str
    months: int
    day: date
    overdue: int


def count(actor: User, day: date) -> int:
    """How many matches are due to be asked after on a day, among what the actor may see."""
    return len(listed(actor, day))


def listed(actor: User, day: date) -> list[DueFollowUp]:
    """The matches due, the longest overdue first. One asking stands for all that were missed before it."""
    buyer, seller = aliased(Organisation), aliased(Organisation)
    begun = func.min(Introduction.made_on)
    statement = (
        select(
            Match.id,
            Offer.product,
            func.coalesce(buyer.name, Demand.buyer).label("buyer"),
            func.coalesce(seller.name, Offer.producer).label("producer"),
            begun.label("begun"),
        )
        .join(IntroducedMatch, IntroducedMatch.match_id == Match.id)
        .join(Introduction, Introduction.id == IntroducedMatch.introduction_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .outerjoin(buyer, buyer.id == Demand.organisation_id)
        .outerjoin(seller, seller.id == Offer.organisation_id)
        .where(visible(Match, actor), Match.status == "accepted")
        .group_by(Match.id, Offer.product, buyer.name, Demand.buyer, seller.name, Offer.producer)
        .having(begun <= day - timedelta(days=28))
    )
    found = db.session.execute(statement).all()
    stages = _stages([row.id for row in found])
    due = []
    for row in found:
        told = stages.get(row.id, [])
        asking = asked(row.begun, [on for _, on in told], day)
        if asking and not any(stage in ENDED for stage, _ in told[-1:]):
            months, on = asking
            stage = told[-1][0] if told else "accepted"
            overdue = (day - on).days
            due.append(DueFollowUp(row.id, row.product, row.buyer, row.producer, stage, months, on, overdue))
    return sorted(due, key=lambda one: (one.day, one.match_id))


def asked(begun: date, news: Sequence[date], day: date) -> tuple[int, date] | None:
    """The latest asking that has come due without news of it: its months and day; None when all is known.

    News counts for an asking when it is nearer to it than to the one before.
    """
    since, latest = begun, max(news, default=begun)
    due: tuple[int, date] | None = None
    for months in FOLLOWED:
        on = months_after(begun, months)
        if on > day:
            break
        due = None if latest > since + (on - since) / 2 else (months, on)
        since = on
    return due


def _stages(match_ids: Collection[int]) -> dict[int, list[tuple[str, date]]]:
    statement = (
        select(MatchStage.match_id, MatchStage.stage, MatchStage.happened_on)
        .where(MatchStage.match_id.in_(match_ids))
        .order_by(MatchStage.happened_on, MatchStage.id)
    )
    found: dict[int, list[tuple[str, date]]] = {}
    for match_id, stage, on in db.session.execute(statement):
        found.setdefault(match_id or 0, []).append((stage, on))
    return found
