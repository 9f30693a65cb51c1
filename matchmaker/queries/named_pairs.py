"""Names of pairs of a demand and an offer, of those that an actor may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, User
from matchmaker.queries.scope import visible

AT_ONCE = 500  # ids in one statement


@dataclass(frozen=True)
class NamedPair:
    """What is asked for by whom, and what is offered by whom."""

    demand: str
    wanted: str
    buyer: str
    offer: str
    offered: str
    producer: str


def named(pairs: Iterable[tuple[str, str]], actor: User) -> dict[tuple[str, str], NamedPair]:
    """The pairs (demand, offer) of which the actor may see either side, as for matches."""
    pairs = list(pairs)
    demands = _rows(Demand, Demand.buyer, {demand for demand, _ in pairs}, actor)
    offers = _rows(Offer, Offer.producer, {offer for _, offer in pairs}, actor)
    found = {}
    for demand, offer in pairs:
        (wanted, buyer, sees), (offered, producer, sees_too) = demands[demand], offers[offer]
        if sees or sees_too:
            found[demand, offer] = NamedPair(demand, wanted, buyer, offer, offered, producer)
    return found


def _rows(entity: Any, party: Any, ids: set[str], actor: User) -> dict[str, tuple[str, str, bool]]:
    """Product, party and whether the actor may see it, by id."""
    found: dict[str, tuple[str, str, bool]] = {}
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        seen = set(db.session.scalars(select(entity.id).where(entity.id.in_(some), visible(entity, actor))))
        rows = db.session.execute(select(entity.id, entity.product, party).where(entity.id.in_(some)))
        found |= {row[0]: (row[1], row[2], row[0] in seen) for row in rows}
    return found
