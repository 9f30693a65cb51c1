"""Introductions that a side has not answered: how long they wait, for the officer's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, union_all
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
from matchmaker.queries.introductions import scope

AGES = (3, 7, 14)  # days after which an unanswered introduction is a task, an urgent one, a lost one


@dataclass(frozen=True)
class OverdueAnswer:
    """A side (buyer or producer) that owes an answer since the day of the letter.

    ``age`` is the largest of `AGES` that has passed, ``days`` the days that have.
    """

    introduction_id: int
    number: int
    year: int
    match_id: int
    demand_id: str
    side: str
    party: str
    product: str
    since: date
    days: int

    @property
    def age(self) -> int:
        """3, 7 or 14."""
        return max((age for age in AGES if age <= self.days), default=0)


def count(actor: User, day: date) -> int:
    """How many answers are overdue on a day, among what the actor may see."""
    waiting = _waiting(actor, day).subquery()
    return db.session.scalar(select(func.count()).select_from(waiting)) or 0


def listed(actor: User, day: date, limit: int | None = None) -> Sequence[OverdueAnswer]:
    """The overdue answers, the oldest first."""
    waiting = _waiting(actor, day).subquery()
    ordered = select(waiting).order_by(waiting.c.since, waiting.c.introduction_id, waiting.c.match_id)
    return [
        OverdueAnswer(**row, days=(day - row["since"]).days)
        for row in db.session.execute(ordered.limit(limit)).mappings()
    ]


def _waiting(actor: User, day: date) -> Any:
    return union_all(*(_side(actor, day, side) for side in ("buyer", "producer")))


def _side(actor: User, day: date, side: str) -> Select[Any]:
    """What one side owes. A pair that the other side refused, or that went on or ended, owes nothing."""
    own, other = IntroducedMatch.buyer_answer, IntroducedMatch.producer_answer
    if side == "producer":
        own, other = other, own
    record: Any = Demand if side == "buyer" else Offer
    written = Demand.buyer if side == "buyer" else Offer.producer
    return (
        select(
            Introduction.id.label("introduction_id"),
            Introduction.number,
            Introduction.year,
            IntroducedMatch.match_id,
            Introduction.demand_id,
            literal(side).label("side"),
            func.coalesce(Organisation.name, written).label("party"),
            Offer.product,
            Introduction.made_on.label("since"),
        )
        .join(Introduction, Introduction.id == IntroducedMatch.introduction_id)
        .join(Match, Match.id == IntroducedMatch.match_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .outerjoin(Organisation, Organisation.id == record.organisation_id)
        .where(
            own == "",
            other != "refused",
            Introduction.made_on <= day - timedelta(days=AGES[0]),
            Match.status == "accepted",
            Demand.status == "open",
            Offer.status == "open",
            ~_went_on(),
            scope(actor),
        )
    )


def _went_on() -> ColumnElement[bool]:
    """A match that has a stage after its introduction is past waiting; so is an older letter of the same."""
    later = aliased(IntroducedMatch)
    stage = select(MatchStage.id).where(
        MatchStage.match_id == IntroducedMatch.match_id,
        MatchStage.stage.not_in(("introduced", "scheduled", "no_show")),
        or_(
            MatchStage.happened_on > Introduction.made_on,
            and_(MatchStage.happened_on == Introduction.made_on, MatchStage.noted_at >= Introduction.made_at),
        ),
    )
    renewed = select(later.id).where(
        later.match_id == IntroducedMatch.match_id, later.id > IntroducedMatch.id
    )
    return or_(stage.exists(), renewed.exists())
