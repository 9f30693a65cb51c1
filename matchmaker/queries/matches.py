"""Stored matches with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload, undefer
from sqlalchemy.sql.base import ExecutableOption as ORMOption

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Decision, Demand, Match, Offer, Organisation, Ranking, User
from matchmaker.queries import demands, offers
from matchmaker.queries.scope import visible

LARGEST_ID = 2**31 - 1  # what the databases take for an id


@dataclass(frozen=True)
class RankedList:
    """A demand's stored ranking: best first, then the vetoed near-matches.

    ``ranking`` is None or not ``done`` while the first ranking has not been stored.
    """

    demand: Demand
    ranking: Ranking | None
    matches: Sequence[Match]

    @property
    def ready(self) -> bool:
        """Whether a ranking has been stored at least once."""
        return self.ranking is not None and self.ranking.done_at is not None


def ranked(demand_id: str, actor: User, top: int | None = None) -> RankedList:
    """The ranking of a demand. Raises ``NotFound`` also for a demand that the actor may not see."""
    demand = demands.one(demand_id, actor)
    statement = _current().where(Match.demand_id == demand.id).options(*_sides())
    rows = db.session.scalars(_best_first(statement).limit(top)).all()
    return RankedList(demand, demand.ranking, rows)


def of_offer(offer_id: str, actor: User, top: int | None = None) -> Sequence[Match]:
    """The demands that an offer was ranked for, by score. Raises ``NotFound`` as ``ranked`` does."""
    offer = offers.one(offer_id, actor)
    statement = _current().where(Match.offer_id == offer.id).options(*_sides())
    order = (Match.eligible.desc(), Match.score.desc(), Match.demand_id)
    return db.session.scalars(statement.order_by(*order).limit(top)).all()


def one(match_id: int, actor: User) -> Match:
    """A match with its demand, offer and decisions. Raises ``NotFound`` also for a hidden one."""
    refuse_impossible_id(match_id)
    found = db.session.scalar(
        select(Match)
        .where(Match.id == match_id, visible(Match, actor))
        .options(
            *_sides(),
            selectinload(Match.decisions).joinedload(Decision.user),
        )
    )
    if found is None:
        raise NotFound
    return found


def refuse_impossible_id(match_id: int) -> None:
    """Raise ``NotFound`` for a number that no database takes for an id."""
    if not 0 < match_id <= LARGEST_ID:
        raise NotFound


def _sides() -> tuple[ORMOption, ...]:
    """Both sides with whom they belong to, and how far the match is: what showing a match asks for."""
    return (
        undefer(Match.introduced),
        joinedload(Match.demand).joinedload(Demand.organisation).selectinload(Organisation.contacts),
        joinedload(Match.offer).joinedload(Offer.organisation).selectinload(Organisation.contacts),
        joinedload(Match.offer).joinedload(Offer.place),
    )


def _current() -> Select[Match]:
    return select(Match).where(Match.current)


def _best_first(statement: Select[Match]) -> Select[Match]:
    return statement.order_by(Match.position, Match.id)
