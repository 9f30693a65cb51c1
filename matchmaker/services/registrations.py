"""Let producers and buyers in: take their registration, approve it or reject it with a reason."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from flask import current_app
from sqlalchemy import select

from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import Contact, Organisation, Registration, RegistrationStage, User
from matchmaker.models.base import now
from matchmaker.queries import organisations, registrations
from matchmaker.queries.matches import LARGEST_ID
from matchmaker.queries.users import by_email
from matchmaker.schemas.pipeline import REGISTRATION, UNDECIDED
from matchmaker.services import audit, calling, consents, import_parties, resting, users
from matchmaker.services.calendar import today
from matchmaker.services.organisations import register
from matchmaker.services.transaction import use_case
from matchmaker.wording.consents import CURRENT

AGAIN = timedelta(days=1)  # the same form sent within it is one sent twice
PERSONAL = ("person", "role", "phone", "email")
_WRITTEN = ("side", "name", "legal_form", "channel", "tax_code", "province", "commune", "goods", *PERSONAL)
KIND = {"producer": "offer", "buyer": "demand"}
_LETTERS = 20  # of a key: 80 bits


@dataclass(frozen=True)
class Resembling:
    """A known organisation, or a registration (``waiting``), that this may be: why, and how alike."""

    id: str
    name: str
    province: str
    why: str
    waiting: bool


@use_case
def send(record: Mapping[str, Any], officer: User | None = None) -> Registration:
    """Keep a registration as ``RegistrationSchema`` loaded it; one sent twice within a day is one.

    ``officer`` is who wrote the form for somebody. The audit event names no person.
    """
    said = {name: str(record.get(name) or "") for name in _WRITTEN}
    known = db.session.scalar(
        select(Registration).where(
            Registration.status.in_(UNDECIDED),
            Registration.sent_at > now() - AGAIN,
            *(getattr(Registration, name) == value for name, value in said.items()),
        )
    )
    if known is not None:
        return known
    row = Registration(**said, consent=CURRENT, entered_by=officer.id if officer else None)
    db.session.add(row)
    note(row, "new", officer, how="officer" if officer else "form")
    db.session.flush()
    facts = {name: said[name] for name in _WRITTEN if said[name] and name not in PERSONAL}
    audit.record("registration.sent", "registration", row.id, facts | {"consent": CURRENT}, officer)
    return row


@use_case
def approve(
    registration_id: int, actor: User, version: int | None = None, organisation_id: str = ""
) -> Registration:
    """Let somebody in: as a new organisation, or as the known one that an officer found it to be.

    Makes the account that the personal link opens. Raises ``NotFound``, ``Stale``, ``Conflict``
    (``registration_decided``, ``sign_in_taken``, ``wrong_side``).
    """
    row = _undecided(registration_id, actor, version, "approved")
    name = row.email or row.phone
    if by_email(name):
        raise Conflict("sign_in_taken", value=name)
    member = _joined(row, organisation_id, actor) if organisation_id else _entered(row, actor)
    user = users.create(
        name,
        [row.side],
        secrets.token_urlsafe(32),  # nobody knows it: the personal link sets the first one
        name=row.person,
        organisation_id=member.id,
        actor=actor,
    )
    note(row, "approved", actor)
    row.organisation_id, row.user_id, row.expires_on = member.id, user.id, until(today())
    row.decided_by, row.decided_at = actor.id, now()
    consents.keep(member.id, row.consent, row.sent_at, row.officer)
    calling.belongs("registration", row.id, member.id)
    facts = {"organisation": member.id, "user": user.id, "known": bool(organisation_id)}
    facts["until"] = row.expires_on.isoformat()
    audit.record("registration.approved", "registration", row.id, facts, actor, member.id)
    resting.wake(member.id, actor)  # another registration of a known one may have put it to rest
    return row


@use_case
def reject(
    registration_id: int, reason: str, text: str, actor: User, version: int | None = None
) -> Registration:
    """Turn somebody down, with the reason; what the form told of a person is erased.

    The words to the sender (``text``) stay on its page; the event, which nothing empties, holds none.
    Raises as ``approve`` does.
    """
    row = _undecided(registration_id, actor, version, "rejected")
    note(row, "rejected", actor, reason=reason)
    row.reason, row.note = reason, text
    row.decided_by, row.decided_at = actor.id, now()
    for name in PERSONAL:
        setattr(row, name, "")
    for stage in row.stages:
        stage.note = ""
    audit.record("registration.rejected", "registration", row.id, {"reason": reason}, actor)
    return row


def note(
    row: Registration,
    stage: str,
    actor: User | None,
    *,
    reason: str = "",
    text: str = "",
    how: str = "officer",
) -> None:
    """Set the stage of a registration in the open transaction, with who, why and how."""
    row.status = stage
    row.stages.append(RegistrationStage(stage=stage, reason=reason, note=text, how=how, user=actor))


def until(day: date) -> date:
    """The last day of a registration approved on a day, by the setting ``REGISTRATION_DAYS``."""
    return day + timedelta(days=int(current_app.config["REGISTRATION_DAYS"]))


@use_case
def opened(registration_id: int, actor: User) -> Registration:
    """A registration for an officer to decide on; that its telephone was shown is logged."""
    row = registrations.one(registration_id, actor)
    if row.phone:
        calling.note([row.organisation_id], actor, "registration", row.id)
        facts = {"organisations": [row.organisation_id]}
        audit.record("contacts.opened", "registration", row.id, facts, actor)
    return row


def resembling(row: Registration, actor: User) -> list[Resembling]:
    """Whom a registration may be, for an officer to decide; nothing is merged by itself."""
    home = {"province": row.province, "commune": row.commune}
    said = [(row.name, {"phone": row.phone, "tax_code": row.tax_code}, home)]
    named = import_parties.parties(KIND[row.side], said, actor)
    found: list[Resembling] = []
    for each in named:
        if each.known:
            same = organisations.one(each.known, actor)
            found.append(Resembling(same.id, same.name, same.province, "same", False))
        found += [Resembling(c.id, c.name, c.province, c.why, False) for c in each.candidates]
    for other in registrations.waiting_like(row):
        if why := _shared(row, other):
            found.append(Resembling(str(other.id), other.name, other.province, why, True))
    return found


def key(row: Registration) -> str:
    """The key of the page on which whoever sent a registration follows it, in hexadecimal."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    told = f"registration\0{row.id}\0{row.sent_at.replace(tzinfo=None).isoformat()}"
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:_LETTERS]


def followed(registration_id: int, offered: str) -> Registration:
    """The registration behind such a link. Raises ``NotFound`` for any wrong one."""
    row = db.session.get(Registration, registration_id) if 0 < registration_id <= LARGEST_ID else None
    if row is None or not hmac.compare_digest(key(row).encode(), offered.encode()):
        raise NotFound
    return row


def _undecided(registration_id: int, actor: User, version: int | None, after: str) -> Registration:
    """A registration not decided on yet, which the table of stages lets go on to ``after``."""
    row = registrations.one(registration_id, actor)
    if row.status not in UNDECIDED or after not in REGISTRATION[row.status]:
        raise Conflict("registration_decided")
    if version is not None and row.version != version:
        raise Stale
    return row


def _entered(row: Registration, actor: User) -> Organisation:
    told = {name: getattr(row, name) for name in _WRITTEN if name not in ("goods", "person", "role")}
    return register(told | {"contact": row.person, "contact_role": row.role, "note": row.goods}, actor)


def _joined(row: Registration, organisation_id: str, actor: User) -> Organisation:
    """The known organisation, with the person added to those to call there."""
    member = organisations.one(organisation_id, actor)
    if member.side != row.side:
        raise Conflict("wrong_side", side=row.side)
    if all(import_parties.digits(contact.phone) != row.phone for contact in member.contacts):
        member.contacts.append(Contact(name=row.person, role=row.role, phone=row.phone, email=row.email))
    return member


def _shared(row: Registration, other: Registration) -> str:
    """Why two registrations may be the same, or ""."""
    if import_parties.name_key(row.name) == import_parties.name_key(other.name):
        return "same"
    if row.tax_code and import_parties.digits(row.tax_code) == import_parties.digits(other.tax_code):
        return "tax_code"
    return "phone" if row.phone and row.phone == other.phone else ""
