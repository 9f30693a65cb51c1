"""Register organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import Contact, Organisation, User
from matchmaker.services import audit, ownership
from matchmaker.services.transaction import use_case

_CONTACT = {"contact": "name", "contact_role": "role", "phone": "phone", "email": "email"}
_COLUMNS = ("side", "name", "legal_form", "channel", "tax_code", "province", "commune", "note")


@use_case
def register(record: Mapping[str, Any], actor: User | None) -> Organisation:
    """Enter an organisation as ``OrganisationSchema`` loaded it; ``address`` is kept as registered.

    Raises ``Conflict`` for an id in use. The audit event names no person.
    """
    if record.get("id"):
        ownership.refuse_taken(Organisation, str(record["id"]))
    return enter([record], actor)[0]


def enter(given: Iterable[Mapping[str, Any]], actor: User | None) -> list[Organisation]:
    """Enter organisations whose ids, where they bring any, are free; the caller opened the transaction."""
    made = [(_organisation(record), record) for record in given]
    db.session.add_all(organisation for organisation, _ in made)
    db.session.flush()
    told = [
        audit.Told("organisation.registered", "organisation", organisation.id, _told(record))
        for organisation, record in made
    ]
    audit.record_all(told, actor)
    return [organisation for organisation, _ in made]


def _values(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in _COLUMNS if record.get(name)}


def _told(record: Mapping[str, Any]) -> dict[str, Any]:
    return _values(record) | ({"fictional": True} if record.get("fictional") else {})


def _organisation(record: Mapping[str, Any]) -> Organisation:
    organisation = Organisation(
        id=str(record.get("id") or ownership.new_id("M")),
        registered_address=record.get("address", ""),
        fictional=record.get("fictional", False),
        **_values(record),
    )
    contact = {column: record[name] for name, column in _CONTACT.items() if record.get(name)}
    if contact:
        organisation.contacts.append(Contact(**contact))
    return organisation
