"""Organisations that can be asked to a conference, with what they offer or want."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Organisation, User
from matchmaker.queries.scope import visible
from matchmaker.queries.search import fold

SHOWN = 100  # rows of a search


@dataclass
class Invitee:
    """An organisation with the ids and products of its open offers and demands."""

    id: str
    side: str
    name: str
    province: str
    channel: str
    offers: list[str] = field(default_factory=list)
    demands: list[str] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    wants: list[str] = field(default_factory=list)

    def record(self) -> dict[str, Any]:
        """As a participant's record; a buyer keeps a table and the producers come to it."""
        return {
            "side": self.side,
            "name": self.name,
            "organisation": self.id,
            "province": self.province,
            "channel": self.channel,
            "products": self.products,
            "wants": self.wants,
            "host": self.side == "buyer",
            "languages": ["vi"],
        }


def search(
    actor: User, side: str, provinces: Collection[str] = (), text: str = "", without: Collection[str] = ()
) -> list[Invitee]:
    """The organisations of a side with something open to trade that the actor may see, by name.

    ``text`` is looked for in names and products, with or without accents; ``without`` leaves some out.
    """
    statement = _traders(actor).where(Organisation.side == side)
    if provinces:
        statement = statement.where(Organisation.province.in_(sorted(provinces)))
    words = fold(text).split()
    found = [one for one in _with_trade(db.session.scalars(statement).all()) if one.id not in without]
    return [one for one in found if all(word in _searched(one) for word in words)][:SHOWN]


def provinces(actor: User) -> list[str]:
    """The provinces in which organisations are at home that the actor may see."""
    statement = select(Organisation.province).where(visible(Organisation, actor), Organisation.province != "")
    return sorted(set(db.session.scalars(statement.distinct())))


def chosen(organisation_ids: Sequence[str], actor: User) -> list[Invitee]:
    """The organisations in the order asked. Raises ``NotFound`` also for a hidden one."""
    rows = db.session.scalars(
        select(Organisation).where(visible(Organisation, actor), Organisation.id.in_(organisation_ids))
    ).all()
    known = {one.id: one for one in _with_trade(rows)}
    if any(wanted not in known for wanted in organisation_ids):
        raise NotFound
    return [known[wanted] for wanted in dict.fromkeys(organisation_ids)]


def _traders(actor: User) -> Any:
    trading = (
        select(Offer.organisation_id)
        .where(Offer.status == "open")
        .union(select(Demand.organisation_id).where(Demand.status == "open"))
    )
    return (
        select(Organisation)
        .where(visible(Organisation, actor), Organisation.id.in_(trading))
        .order_by(Organisation.name, Organisation.id)
    )


def _with_trade(rows: Sequence[Organisation]) -> list[Invitee]:
    found = {
        row.id: Invitee(row.id, row.side, row.name, row.province, row.channel)
        for row in rows
        if row.side in ("producer", "buyer")
    }
    for model, ids, names in ((Offer, "offers", "products"), (Demand, "demands", "wants")):
        trade = (
            select(model.id, model.product, model.organisation_id)
            .where(model.status == "open", model.organisation_id.in_(found))
            .order_by(model.id)
        )
        for record_id, product, organisation_id in db.session.execute(trade):
            one = found[organisation_id]
            getattr(one, ids).append(record_id)
            if product not in getattr(one, names):
                getattr(one, names).append(product)
    return list(found.values())


def _searched(one: Invitee) -> str:
    return fold(" ".join((one.id, one.name, *one.products, *one.wants)))
