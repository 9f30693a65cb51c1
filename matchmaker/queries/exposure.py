"""What an exposure report reads: the lists of open demands, where offers come from, who was accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import Demand, ExposureSetting, Match, Offer, User
from matchmaker.queries.scope import visible

Entry = tuple[str, int]
AT_ONCE = 500  # ids in one statement


@dataclass(frozen=True)
class Source:
    """Where an offer comes from: its place as understood, and whose it is."""

    offer: str
    organisation: str | None
    place: dict[str, Any] = field(repr=False)


def lists(actor: User) -> list[list[Entry]]:
    """The eligible offers of each open demand that the actor may see, best first, with their scores."""
    statement = (
        select(Match.demand_id, Match.offer_id, Match.score)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .where(Match.current, Match.eligible, Match.status != "rejected")
        .where(Demand.status == "open", Offer.status == "open", visible(Demand, actor))
        .order_by(Match.demand_id, Match.position)
    )
    rows = db.session.execute(statement)
    return [[(row.offer_id, row.score) for row in found] for _, found in groupby(rows, key=lambda r: r[0])]


def sources(offers: Collection[str]) -> Iterator[Source]:
    """Where these offers come from; the caller read the lists that name them through its scope."""
    for part in _parts(offers):
        statement = select(Offer.id, Offer.organisation_id, Offer.parsed).where(Offer.id.in_(part))
        for row in db.session.execute(statement):
            yield Source(row.id, row.organisation_id, row.parsed.get("place") or {})


def accepted() -> tuple[frozenset[str], frozenset[str]]:
    """The organisations, and the offers, that an officer has accepted for some demand."""
    statement = select(Offer.organisation_id, Offer.id).join(Match, Match.offer_id == Offer.id)
    rows = db.session.execute(statement.where(Match.status == "accepted")).all()
    return frozenset(row[0] for row in rows if row[0]), frozenset(row[1] for row in rows)


def setting() -> ExposureSetting | None:
    """The setting in force; None where none was ever made."""
    statement = select(ExposureSetting).options(joinedload(ExposureSetting.user))
    return db.session.scalar(statement.order_by(ExposureSetting.id.desc()).limit(1))


def _parts(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))
