"""What is on the market, as scoring sees it."""

from __future__ import annotations

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer
from matchmaker.services import layers
from scoring import records


def open_offers() -> list[records.Offer]:
    """All open offers; those past their own last day too, for the ranking says so of them."""
    statement = select(Offer.parsed, Offer.doubts).where(Offer.status == "open").order_by(Offer.id)
    return [layers.offer(parsed, doubts) for parsed, doubts in db.session.execute(statement)]


def open_demands() -> list[records.Demand]:
    """All open demands."""
    statement = select(Demand.parsed, Demand.doubts).where(Demand.status == "open").order_by(Demand.id)
    return [layers.demand(parsed, doubts) for parsed, doubts in db.session.execute(statement)]
