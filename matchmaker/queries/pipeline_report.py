"""What happened to matches in a period, for the department's report: letters, answers, stages, deliveries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import (
    Delivery,
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

_BUYER, _SELLER = aliased(Organisation), aliased(Organisation)


@dataclass(frozen=True)
class Period:
    """From the first day to the last; ``province`` keeps matches with a side at home there ("" all)."""

    first: date
    last: date
    province: str = ""


def letters(actor: User, period: Period) -> Sequence[Any]:
    """Each introduced match of the period: letter, match, parties, answers."""
    statement = (
        _of_match(
            Introduction.id.label("letter"),
            IntroducedMatch.match_id,
            IntroducedMatch.buyer_answer,
            IntroducedMatch.producer_answer,
        )
        .select_from(IntroducedMatch)
        .join(Introduction, Introduction.id == IntroducedMatch.introduction_id)
        .where(Introduction.made_on.between(period.first, period.last))
    )
    return _rows(statement, IntroducedMatch.match_id, actor, period)


def stages(actor: User, period: Period) -> Sequence[Any]:
    """Each stage of the period in the order it happened."""
    statement = (
        _of_match(
            MatchStage.match_id,
            MatchStage.stage,
            MatchStage.reason,
            MatchStage.happened_on,
            MatchStage.quantity,
            MatchStage.unit,
            MatchStage.value,
        )
        .select_from(MatchStage)
        .where(MatchStage.happened_on.between(period.first, period.last))
        .order_by(MatchStage.happened_on, MatchStage.id)
    )
    return _rows(statement, MatchStage.match_id, actor, period)


def deliveries(actor: User, period: Period) -> Sequence[Any]:
    """Each delivery of the period in the order it happened."""
    statement = (
        _of_match(Delivery.match_id, Delivery.delivered_on, Delivery.quantity, Delivery.unit, Delivery.value)
        .select_from(Delivery)
        .where(Delivery.delivered_on.between(period.first, period.last))
        .order_by(Delivery.delivered_on, Delivery.id)
    )
    return _rows(statement, Delivery.match_id, actor, period)


def _of_match(*columns: Any) -> Select[Any]:
    return select(
        *columns,
        Offer.product,
        func.coalesce(_BUYER.name, Demand.buyer).label("buyer"),
        func.coalesce(_SELLER.name, Offer.producer).label("producer"),
    )


def _rows(statement: Select[Any], match_id: Any, actor: User, period: Period) -> Sequence[Any]:
    joined = (
        statement.join(Match, Match.id == match_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .outerjoin(_BUYER, _BUYER.id == Demand.organisation_id)
        .outerjoin(_SELLER, _SELLER.id == Offer.organisation_id)
        .where(visible(Match, actor), _at_home(period.province))
    )
    return db.session.execute(joined).all()


def _at_home(province: str) -> ColumnElement[bool]:
    return or_(_BUYER.province == province, _SELLER.province == province) if province else true()
