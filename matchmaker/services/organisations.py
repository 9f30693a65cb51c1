"""Register organisations."""

from __future__ import annotations

from collections.abc import Mapping
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
    organisation_id = str(record.get("id") or ownership.new_id("M"))
    ownership.refuse_taken(Organisation, organisation_id)
    values = {name: record[name] for name in _COLUMNS if record.get(name)}
    organisation = Organisation(
        id=organisation_id,
        registered_address=record.get("address", ""),
        fictional=record.get("fictional", False),
        **values,
    )
    contact = {column: record[name] for name, column in _CONTACT.items() if record.get(name)}
    if contact:
        organisation.contacts.append(Contact(**contact))
    db.session.add(organisation)
    db.session.flush()
    audit.record("organisation.registered", "organisation", organisation_id, values, actor)
    return organisation
