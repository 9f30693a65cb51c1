"""Introductions that an actor may see: those of a demand it may see, and those with a match of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import (
    Demand,
    IntroducedMatch,
    Introduction,
    IntroductionAnswer,
    IntroductionReminder,
    Match,
    Offer,
    User,
)
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.queries.scope import visible


def scope(actor: User) -> ColumnElement[bool]:
    """The condition that keeps the introductions that the actor may see."""
    return or_(
        Introduction.demand_id.in_(select(Demand.id).where(visible(Demand, actor))),
        Introduction.id.in_(
            select(IntroducedMatch.introduction_id)
            .join(IntroducedMatch.match)
            .where(Match.offer_id.in_(select(Offer.id).where(visible(Offer, actor))))
        ),
    )


def one(introduction_id: int, actor: User) -> Introduction:
    """An introduction with its matches, answers and versions. Raises ``NotFound`` also for a hidden one."""
    refuse_impossible_id(introduction_id)
    statement = _whole().where(Introduction.id == introduction_id, scope(actor))
    found = db.session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


def of_demand(demand_id: str) -> Sequence[Introduction]:
    """The introductions of a demand, the latest first. The caller has read it through its scope."""
    statement = _whole().where(Introduction.demand_id == demand_id).order_by(Introduction.id.desc())
    return db.session.scalars(statement).all()


def of_match(match_id: int) -> IntroducedMatch | None:
    """The latest introduction of a match. The caller has read the match through its scope."""
    return of_matches([match_id]).get(match_id)


def of_matches(match_ids: Collection[int]) -> dict[int, IntroducedMatch]:
    """The latest introduction of each match that was introduced."""
    statement = (
        select(IntroducedMatch)
        .where(IntroducedMatch.match_id.in_(match_ids))
        .options(
            joinedload(IntroducedMatch.introduction),
            selectinload(IntroducedMatch.answers).joinedload(IntroductionAnswer.user),
        )
        .order_by(IntroducedMatch.id)
    )
    return {row.match_id: row for row in db.session.scalars(statement)}


def _whole() -> Select[tuple[Introduction]]:
    rows = selectinload(Introduction.introduced)
    match = rows.joinedload(IntroducedMatch.match)
    return select(Introduction).options(
        joinedload(Introduction.demand).joinedload(Demand.organisation),
        joinedload(Introduction.maker),
        selectinload(Introduction.versions),
        selectinload(Introduction.reminders).joinedload(IntroductionReminder.sender),
        match.joinedload(Match.offer).joinedload(Offer.organisation),
        match.joinedload(Match.demand),
        rows.selectinload(IntroducedMatch.answers).joinedload(IntroductionAnswer.user),
    )
