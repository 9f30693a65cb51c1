"""Offers that an actor may see."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Offer, User
from matchmaker.queries.pages import Page
from matchmaker.queries.pages import page as page_of
from matchmaker.queries.scope import judgeable, visible


def page(actor: User, after: str = "", limit: int = 50, text: str = "") -> Page[Offer]:
    """The offers in the order of their ids; ``text`` keeps those whose product or producer contains it."""
    statement = select(Offer).where(visible(Offer, actor)).options(joinedload(Offer.place))
    if text:
        statement = statement.where(
            or_(
                Offer.product.icontains(text, autoescape=True),
                Offer.producer.icontains(text, autoescape=True),
            )
        )
    return page_of(statement, Offer.id, after, limit)


def one(offer_id: str, actor: User) -> Offer:
    """The offer. Raises ``NotFound`` also for one that the actor may not see."""
    return _found(offer_id, visible(Offer, actor))


def readable(offer_id: str, actor: User) -> Offer:
    """The offer, also as the other side of a match that the actor may decide on. Raises as ``one`` does."""
    return _found(offer_id, judgeable(Offer, actor))


def _found(offer_id: str, scope: ColumnElement[bool]) -> Offer:
    statement = select(Offer).where(Offer.id == offer_id, scope).options(joinedload(Offer.place))
    found = db.session.scalar(statement)
    if found is None:
        raise NotFound
    return found
