"""What is offered and wanted where: the open records of a reader's scope by commune, for the map.

Nobody is placed more exactly than in its commune. A buyer or a producer sees its own records, and of the
other side what its matches name: the commune and the goods, the party's name only once an officer introduced
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, Organisation, Place, User
from matchmaker.permissions import Permission, allowed
from matchmaker.queries.scope import visible
from matchmaker.queries.search import fold
from matchmaker.queries.shown import View
from matchmaker.queries.visibility import Stage, viewer_of

MOST = 20_000  # records of a side read for one map
SIDES: dict[str, Any] = {"offer": Offer, "demand": Demand}


@dataclass(frozen=True)
class MapFilter:
    """What the reader asks for; empty values do not restrict."""

    q: str = ""
    side: str = ""
    month: int | None = None


@dataclass(frozen=True)
class Goods:
    """One record: what it is of and whose; ``party`` is empty where the reader may not know it yet."""

    id: str
    product: str
    party: str


@dataclass
class Spot:
    """A commune with what is offered (side ``offer``) or wanted (``demand``) in it."""

    side: str
    commune: str
    province: str
    goods: list[Goods] = field(default_factory=list)


def spots(actor: User, wanted: MapFilter) -> list[Spot]:
    """The communes by province and name, those of offers before those of demands."""
    found: dict[tuple[str, str, str], Spot] = {}
    for side in SIDES:
        if wanted.side in ("", side):
            for commune, province, goods in _records(side, actor, wanted):
                key = (side, province, commune)
                found.setdefault(key, Spot(side, commune, province)).goods.append(goods)
    return sorted(found.values(), key=lambda s: (s.side != "offer", fold(s.province), fold(s.commune)))


def _records(side: str, actor: User, wanted: MapFilter) -> Iterable[tuple[str, str, Goods]]:
    entity = SIDES[side]
    party = Offer.producer if side == "offer" else Demand.buyer
    reads_all = allowed(actor, Permission.SEE_BOARD)
    statement = (
        select(
            entity.id,
            entity.product,
            party,
            Organisation.name,
            entity.parsed["months"],
            Place.commune,
            Place.province,
        )
        .join(Place, entity.place_id == Place.id)
        .join(Organisation, entity.organisation_id == Organisation.id, isouter=True)
        .where(entity.status == "open", Place.commune != "", _readable(side, actor, reads_all))
        .order_by(entity.id)
        .limit(MOST)
    )
    views = {} if reads_all else _views(side, actor)
    words = fold(wanted.q).split()
    for record_id, product, written, name, months, commune, province in db.session.execute(statement):
        view = views.get(record_id)
        product = view.text(product) if view else product  # searched as it is shown, and no further
        if not all(word in fold(product) for word in words):
            continue
        if wanted.month and months and wanted.month not in months:
            continue
        known = view is None or view.sees("record")
        goods = Goods(record_id if known else "", product, view.party if view else name or written)
        yield commune, province, goods


def _readable(side: str, actor: User, reads_all: bool) -> ColumnElement[bool]:
    entity = SIDES[side]
    if reads_all:
        return visible(entity, actor)
    return or_(visible(entity, actor), entity.id.in_(_matched(side, actor, Match.current, Match.eligible)))


def _views(side: str, actor: User) -> dict[str, View]:
    """How a member looks at the records: its own, those it was introduced to, and the other ones."""
    entity = SIDES[side]
    introduced = set(db.session.scalars(_matched(side, actor, Match.introduced)))
    owner = joinedload(entity.organisation).selectinload(Organisation.contacts)
    rows = db.session.scalars(select(entity).where(_readable(side, actor, False)).options(owner))
    return {
        row.id: View(
            viewer_of(actor, row, matched=True),
            Stage.INTRODUCED if row.id in introduced else Stage.SUGGESTED,
            row,
        )
        for row in rows
    }


def _matched(side: str, actor: User, *conditions: Any) -> Any:
    column = Match.offer_id if side == "offer" else Match.demand_id
    return select(column).where(visible(Match, actor), *conditions)
