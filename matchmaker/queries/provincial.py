"""Everything of a province, or of the country, for a file: no page's worth, no scope but the province."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Organisation, Place

AT_ONCE = 500


def records(model: type[Offer] | type[Demand], province: str) -> Iterator[dict[str, Any]]:
    """Records as a person confirmed them above what was written, closed ones too (``status``); those made or
    delivered in the province, and those of its organisations. "" is every province."""
    party: Any = Offer.producer if model is Offer else Demand.buyer
    statement = select(model.raw, model.confirmed, model.status, party).order_by(model.id)
    if province:
        statement = statement.where(
            or_(
                model.place_id.in_(select(Place.id).where(Place.province == province)),
                model.organisation_id.in_(select(Organisation.id).where(Organisation.province == province)),
            )
        )
    name = "producer" if model is Offer else "buyer"
    for raw, confirmed, status, said in db.session.execute(
        statement, execution_options={"yield_per": AT_ONCE}
    ):
        named = {name: said} if said else {}
        yield {**raw, **named, **(confirmed or {}), "status": status}


def organisations(province: str, *, contacts: bool) -> Iterator[dict[str, Any]]:
    """Organisations at home in the province; with ``contacts`` the first person to call at each."""
    statement = select(Organisation).options(selectinload(Organisation.contacts)).order_by(Organisation.id)
    if province:
        statement = statement.where(Organisation.province == province)
    names = ("id", "side", "name", "legal_form", "channel", "tax_code", "province", "commune", "note")
    for row in db.session.scalars(statement, execution_options={"yield_per": AT_ONCE}):
        found = {name: getattr(row, name) for name in names if getattr(row, name)}
        if row.registered_address:
            found["address"] = row.registered_address
        if contacts and row.contacts:
            person = row.contacts[0]
            said = {"contact": person.name, "contact_role": person.role, "phone": person.phone}
            found |= {name: value for name, value in (said | {"email": person.email}).items() if value}
        yield found
