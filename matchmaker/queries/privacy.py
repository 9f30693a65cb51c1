"""Consents of organisations, and who opened their telephones: for the member itself and its officers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Consent, Contact, ContactOpening, Organisation, User
from matchmaker.queries.scope import visible


def openings(organisation_id: str, limit: int = 100) -> Sequence[ContactOpening]:
    """Who opened an organisation's telephones, the latest first. The caller may see the organisation."""
    statement = (
        select(ContactOpening)
        .where(ContactOpening.organisation_id == organisation_id)
        .options(joinedload(ContactOpening.user).joinedload(User.organisation))
        .order_by(ContactOpening.id.desc())
        .limit(limit)
    )
    return db.session.scalars(statement).all()


def standing_consent(organisation_id: str) -> Consent | None:
    """The consent that is in force, or None."""
    statement = select(Consent).where(
        Consent.organisation_id == organisation_id, Consent.withdrawn_at.is_(None)
    )
    return db.session.scalar(statement.order_by(Consent.id.desc()).limit(1))


def consents_of(organisation_id: str) -> Sequence[Consent]:
    """Every consent of an organisation, the latest first. The caller may see the organisation."""
    statement = select(Consent).where(Consent.organisation_id == organisation_id)
    return db.session.scalars(statement.order_by(Consent.id.desc())).all()


def lacking_consent(actor: User) -> Select[tuple[Organisation]]:
    """The producers and buyers of whom persons are kept without a consent that stands."""
    stands = exists().where(Consent.organisation_id == Organisation.id, Consent.withdrawn_at.is_(None))
    person = exists().where(Contact.organisation_id == Organisation.id)
    return select(Organisation).where(
        Organisation.side.in_(("producer", "buyer")), person, ~stands, visible(Organisation, actor)
    )


def without_consent(actor: User, limit: int) -> Sequence[Organisation]:
    """The first of them by name."""
    ordered = lacking_consent(actor).order_by(Organisation.name, Organisation.id)
    return db.session.scalars(ordered.limit(limit)).all()


def count_without_consent(actor: User) -> int:
    """How many there are."""
    return db.session.scalar(select(func.count()).select_from(lacking_consent(actor).subquery())) or 0


def acts_for(organisation_id: str, limit: int = 100) -> list[tuple[AuditEvent, str]]:
    """What somebody else did on behalf of an organisation, with the name of who did, the latest first."""
    statement = (
        select(AuditEvent, User.name, User.email)
        .join(User, User.id == AuditEvent.user_id)
        .where(
            AuditEvent.on_behalf_of == organisation_id,
            or_(User.organisation_id.is_(None), User.organisation_id != organisation_id),
        )
        .order_by(AuditEvent.id.desc())
        .limit(limit)
    )
    return [(event, name or email or "") for event, name, email in db.session.execute(statement)]
