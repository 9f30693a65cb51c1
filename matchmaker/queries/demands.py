"""Demands that an actor may see."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Demand, User
from matchmaker.queries.pages import Page
from matchmaker.queries.pages import page as page_of
from matchmaker.queries.scope import judgeable, visible

AT_ONCE = 1_000  # ids in one statement


def page(actor: User, after: str = "", limit: int = 50, text: str = "") -> Page[Demand]:
    """The demands in the order of their ids; ``text`` keeps those whose product or buyer contains it."""
    statement = select(Demand).where(visible(Demand, actor)).options(joinedload(Demand.place))
    if text:
        statement = statement.where(
            or_(
                Demand.product.icontains(text, autoescape=True), Demand.buyer.icontains(text, autoescape=True)
            )
        )
    return page_of(statement, Demand.id, after, limit)


def one(demand_id: str, actor: User) -> Demand:
    """The demand. Raises ``NotFound`` also for one that the actor may not see."""
    return _found(demand_id, visible(Demand, actor))


def readable(demand_id: str, actor: User) -> Demand:
    """The demand, also as the other side of a match that the actor may decide on. Raises as ``one`` does."""
    return _found(demand_id, judgeable(Demand, actor))


def several(demand_ids: Iterable[str], actor: User) -> dict[str, Demand]:
    """Those of the demands that the actor may see, by id, each with whose it is."""
    names, found = sorted(set(demand_ids)), {}
    for start in range(0, len(names), AT_ONCE):
        part = Demand.id.in_(names[start : start + AT_ONCE])
        statement = (
            select(Demand).where(part, visible(Demand, actor)).options(joinedload(Demand.organisation))
        )
        found |= {row.id: row for row in db.session.scalars(statement)}
    return found


def _found(demand_id: str, scope: ColumnElement[bool]) -> Demand:
    statement = select(Demand).where(Demand.id == demand_id, scope).options(joinedload(Demand.place))
    found = db.session.scalar(statement)
    if found is None:
        raise NotFound
    return found
