"""What is held or promised of offers, on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select

from matchmaker.extensions import db
from matchmaker.models import Holding, Match, Pool
from scoring.records import Kept as Taken

STANDING = ("held", "promised")
COUNTING = (*STANDING, "delivered")  # what went to the buyer is no longer there for others
AT_ONCE = 500  # ids in one statement
THOUSAND = 1_000  # parts of a unit

Amounts = dict[str, dict[int, int]]


@dataclass(frozen=True)
class Purpose:
    """What a quantity is kept for: one match or one pool."""

    match_id: int | None = None
    pool_id: int | None = None

    @property
    def rows(self) -> ColumnElement[bool]:
        """The holdings for it, whatever their state."""
        if self.pool_id is not None:
            return Holding.pool_id == self.pool_id
        return Holding.match_id == self.match_id


@dataclass
class Kept:
    """Of one offer in one month, in thousandths of ``unit``."""

    month: int
    unit: str
    held: int = 0
    promised: int = 0

    @property
    def both(self) -> int:
        """Held and promised together."""
        return self.held + self.promised


def counting(day: date) -> ColumnElement[bool]:
    """The holdings that count on a day."""
    return and_(Holding.status.in_(COUNTING), Holding.expires_on >= day)


def kept(offers: Collection[str], day: date, but: Purpose | None = None) -> dict[str, list[Kept]]:
    """What is kept of each offer, by month in order; ``but`` leaves out what is kept for one purpose.

    Whoever may see an offer may see that some of it is kept, not for whom.
    """
    found: dict[str, dict[int, Kept]] = {}
    for part in _parts(sorted(offers)):
        statement = select(Holding).where(Holding.offer_id.in_(part), counting(day))
        if but is not None:
            statement = statement.where(~_for(but))
        for row in db.session.scalars(statement.order_by(Holding.offer_id, Holding.month, Holding.id)):
            line = found.setdefault(row.offer_id, {}).setdefault(row.month, Kept(row.month, row.unit))
            if row.status == "held":
                line.held += row.amount
            else:
                line.promised += row.amount
    return {offer: list(months.values()) for offer, months in found.items()}


def taken(offers: Collection[str], day: date, but: Purpose | None = None) -> Amounts:
    """The same as bare amounts: offer → month → thousandths."""
    found = kept(offers, day, but)
    return {offer: {line.month: line.both for line in lines} for offer, lines in found.items()}


def by_demand(day: date, offers: Collection[str] | None = None) -> dict[str, tuple[Taken, ...]]:
    """What is kept of each offer (of all where none are named), for which demand and in which month."""
    demand = func.coalesce(Match.demand_id, Pool.demand_id)
    columns = select(Holding.offer_id, Holding.month, Holding.amount, demand.label("demand_id"))
    joined = columns.outerjoin(Match, Holding.match_id == Match.id).outerjoin(
        Pool, Holding.pool_id == Pool.id
    )
    found: dict[str, list[Taken]] = {}
    for part in [None] if offers is None else _parts(sorted(offers)):
        named = [] if part is None else [Holding.offer_id.in_(part)]
        rows = joined.where(counting(day), *named).order_by(Holding.offer_id, Holding.id)
        for row in db.session.execute(rows):
            found.setdefault(row.offer_id, []).append(Taken(row.month, row.amount / THOUSAND, row.demand_id))
    return {offer: tuple(lines) for offer, lines in found.items()}


def of_purpose(purpose: Purpose) -> Sequence[Holding]:
    """The holdings for a match or a pool that were not released, those past their day too."""
    statement = select(Holding).where(purpose.rows, Holding.status.in_(STANDING))
    return db.session.scalars(statement.order_by(Holding.offer_id, Holding.month, Holding.id)).all()


def delivered(purpose: Purpose) -> Sequence[Holding]:
    """What was kept for a match or a pool and has been delivered."""
    statement = select(Holding).where(purpose.rows, Holding.status == "delivered")
    return db.session.scalars(statement.order_by(Holding.offer_id, Holding.month, Holding.id)).all()


def _for(purpose: Purpose) -> ColumnElement[bool]:
    """The same as ``rows``, false where the other purpose is meant: a comparison with NULL is neither."""
    column, wanted = (
        (Holding.pool_id, purpose.pool_id)
        if purpose.pool_id is not None
        else (Holding.match_id, purpose.match_id)
    )
    return column.is_not_distinct_from(wanted)


def _parts(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
