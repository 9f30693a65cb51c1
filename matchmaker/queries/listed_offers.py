"""Offers as a numbered list, the newest first."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import Offer, User
from matchmaker.queries.paging import PAGE_LENGTH, Page
from matchmaker.queries.scope import visible


def newest(actor: User, number: int) -> Page[Offer]:
    """Page ``number`` of the offers that the actor may see."""
    total = db.session.scalar(select(func.count()).select_from(Offer).where(visible(Offer, actor))) or 0
    last = max(1, -(-total // PAGE_LENGTH))
    number = min(max(number, 1), last)
    start = (number - 1) * PAGE_LENGTH
    statement = (
        select(Offer)
        .where(visible(Offer, actor))
        .options(joinedload(Offer.organisation))
        .order_by(Offer.created_at.desc(), Offer.id)
        .offset(start)
        .limit(PAGE_LENGTH)
    )
    return Page(db.session.scalars(statement).all(), number, last, total, start + 1)
