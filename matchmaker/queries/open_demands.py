"""The open demands that an actor may see, to choose some of them, and the names a comparison shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Organisation, Place, User
from matchmaker.queries.scope import visible


@dataclass(frozen=True)
class OpenDemand:
    """An open demand: what is wanted, by whom, and the province it is delivered to."""

    id: str
    product: str
    buyer: str
    province: str
    parsed: dict[str, Any] = field(repr=False)
    doubts: list[Any] = field(repr=False)


def listed(actor: User) -> list[OpenDemand]:
    """In the order of their last days, those without one at the end."""
    statement = (
        select(
            *(Demand.id, Demand.product, Demand.buyer, Demand.parsed, Demand.doubts),
            *(Organisation.name, Place.province),
        )
        .outerjoin(Organisation, Organisation.id == Demand.organisation_id)
        .outerjoin(Place, Place.id == Demand.place_id)
        .where(Demand.status == "open", visible(Demand, actor))
        .order_by(Demand.valid_until.is_(None), Demand.valid_until, Demand.id)
    )
    return [
        OpenDemand(
            row.id, row.product, row.name or row.buyer, row.province or "", row.parsed, row.doubts or []
        )
        for row in db.session.execute(statement)
    ]


def offer_names(ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Product and producer of offers; the caller read the demands they are ranked for through its scope."""
    statement: Select[Any] = (
        select(Offer.id, Offer.product, Offer.producer, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Offer.organisation_id)
        .where(Offer.id.in_(ids))
    )
    return {row.id: (row.product, row.name or row.producer) for row in db.session.execute(statement)}
