"""Hauliers' quotes and rate cards that count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import FreightQuote, RateCard
from matchmaker.queries.matches import LARGEST_ID

KINDS: dict[str, Any] = {"quotes": FreightQuote, "cards": RateCard}


def quotes() -> Sequence[FreightQuote]:
    """The quotes that count, in the order of their days."""
    statement = select(FreightQuote).where(FreightQuote.withdrawn_at.is_(None))
    return db.session.scalars(statement.order_by(FreightQuote.quoted_on, FreightQuote.id)).all()


def cards() -> Sequence[RateCard]:
    """The lines of rate cards that were not withdrawn, by carrier."""
    statement = select(RateCard).where(RateCard.withdrawn_at.is_(None))
    return db.session.scalars(statement.order_by(RateCard.carrier, RateCard.valid_from, RateCard.id)).all()


def valid_cards(day: date) -> Sequence[RateCard]:
    """The lines that hold on a day, the latest first."""
    statement = select(RateCard).where(
        RateCard.withdrawn_at.is_(None),
        RateCard.valid_from <= day,
        or_(RateCard.valid_to.is_(None), RateCard.valid_to >= day),
    )
    return db.session.scalars(statement.order_by(RateCard.valid_from.desc(), RateCard.id.desc())).all()


def one(kind: str, row_id: int) -> Any:
    """A quote or a line of a card. Raises ``NotFound``."""
    found = db.session.get(KINDS[kind], row_id) if kind in KINDS and 0 < row_id <= LARGEST_ID else None
    if found is None:
        raise NotFound
    return found


def known(kind: str, marks: Sequence[str]) -> set[str]:
    """Which of the marks are kept already."""
    entity = KINDS[kind]
    found: set[str] = set()
    for start in range(0, len(marks), 500):
        found |= set(
            db.session.scalars(select(entity.mark).where(entity.mark.in_(marks[start : start + 500])))
        )
    return found
