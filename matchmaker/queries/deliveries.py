"""What was delivered under matches. The caller has read the matches through their scope."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Delivery


def of_match(match_id: int) -> Sequence[Delivery]:
    """The deliveries of a match in the order of their days."""
    return of_matches([match_id])


def of_matches(match_ids: Collection[int]) -> Sequence[Delivery]:
    """The deliveries of some matches in the order of their days."""
    statement = select(Delivery).where(Delivery.match_id.in_(match_ids))
    return db.session.scalars(statement.order_by(Delivery.delivered_on, Delivery.id)).all()
