"""Open the telephones of organisations to call them; that they were opened is in the trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select, update

from matchmaker.extensions import db
from matchmaker.models import ContactOpening, Organisation, User
from matchmaker.queries import conference_prints
from matchmaker.services import audit
from matchmaker.services.transaction import use_case


@use_case
def contacts(
    organisations: Iterable[str], actor: User, subject: str = "questions", subject_id: str | int = "calls"
) -> dict[str, list[dict[str, str]]]:
    """Whom to call at each organisation: name, role, telephone. The caller read them through its scope.

    ``subject`` and ``subject_id`` say in the trail what they are called about.
    """
    rows = conference_prints.organisations(sorted(set(organisations)))
    found = {
        row.id: [{"name": c.name, "role": c.role, "phone": c.phone} for c in row.contacts] for row in rows
    }
    opened = sorted(name for name, people in found.items() if people)
    _log(opened, actor, subject, subject_id)
    return found


@use_case
def participants(rows: Iterable[Mapping[str, Any]], actor: User, conference_id: str) -> None:
    """Log that the contacts of a conference's participants were shown, printed or fetched: of those that the
    service keeps. The caller made sure that the actor may see them."""
    named = {str(row.get("organisation") or row["id"]) for row in rows}
    opened = sorted(db.session.scalars(select(Organisation.id).where(Organisation.id.in_(named))))
    _log(opened, actor, "conference", conference_id)


@use_case
def letter(document: Mapping[str, Any], introduction_id: int, actor: User) -> None:
    """Log that the contacts in a letter of introduction were shown or printed."""
    opened = sorted({party["id"] for party in parties(document) if party["contacts"]})
    _log(opened, actor, "introduction", introduction_id)


def parties(document: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """The organisations that a letter names, with their contacts."""
    yield document["buyer"]
    for row in document["candidates"]:
        if not row.get("gone"):
            yield row["party"]
    for row in (document["pool"] or {}).get("members", ()):
        yield row["party"]


def _log(opened: list[str], actor: User, subject: str, subject_id: str | int) -> None:
    """Log openings in the open transaction, for the members and in the trail; nothing where none was."""
    if opened:
        note(opened, actor, subject, subject_id)
        audit.record("contacts.opened", subject, subject_id, {"organisations": opened}, actor)


def note(organisations: Iterable[str | None], actor: User, subject: str, subject_id: str | int) -> None:
    """Log in the open transaction that telephones were shown; the member itself is not logged."""
    db.session.add_all(
        ContactOpening(organisation_id=name, user_id=actor.id, subject=subject, subject_id=str(subject_id))
        for name in organisations
        if name is None or name != actor.organisation_id
    )


def belongs(subject: str, subject_id: str | int, organisation_id: str) -> None:
    """Say whose telephone it was that was opened for a subject, now that this is known."""
    db.session.execute(
        update(ContactOpening)
        .where(ContactOpening.subject == subject, ContactOpening.subject_id == str(subject_id))
        .values(organisation_id=organisation_id)
    )
