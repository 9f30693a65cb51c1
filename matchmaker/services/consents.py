"""Consents to keeping data of persons: kept, and taken back with all that hangs on them."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import current_app
from sqlalchemy import delete, func, select, update

from matchmaker.errors import Conflict, NotFound
from matchmaker.extensions import db
from matchmaker.models import (
    ApiToken,
    AuditEvent,
    Consent,
    Contact,
    Demand,
    Offer,
    Organisation,
    Registration,
    RegistrationStage,
    User,
)
from matchmaker.models.base import now
from matchmaker.queries import organisations, privacy
from matchmaker.schemas.registrations import TRADERS
from matchmaker.services import audit, demands, erasures, matches, offers
from matchmaker.services.transaction import use_case
from matchmaker.wording.consents import CURRENT

ON_MARKET = ("open", "paused")
_LETTERS = 20  # of a key: 80 bits


def keep(
    organisation_id: str, text: str, given_at: datetime, officer: User | None, how: str = "form"
) -> Consent:
    """Note a consent in the open transaction; ``officer`` is whom it was told to, None for their own tick."""
    row = Consent(
        organisation_id=organisation_id,
        text=text,
        how="told" if officer else how,
        given_at=given_at,
        noted_by=officer.id if officer else None,
    )
    db.session.add(row)
    return row


def key(organisation_id: str) -> str:
    """The key of a member's own link to the text, in hexadecimal; a consent taken back makes it another."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    taken = sum(row.withdrawn_at is not None for row in privacy.consents_of(organisation_id))
    told = f"consent\0{organisation_id}\0{taken}"
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:_LETTERS]


def opened(organisation_id: str, offered: str) -> Organisation:
    """The member behind such a link. Raises ``NotFound`` for any wrong one."""
    member = db.session.get(Organisation, organisation_id)
    if member is None or not hmac.compare_digest(key(organisation_id).encode(), offered.encode()):
        raise NotFound
    return member


@use_case
def give(organisation_id: str, offered: str) -> Consent:
    """Keep that the member agreed to the present text by its own link; once is enough.

    Raises ``NotFound`` for a wrong link.
    """
    opened(organisation_id, offered)
    return _given(organisation_id, None)


@use_case
def told(organisation_id: str, actor: User) -> Consent:
    """Keep that the member told an officer, or signed, that it agrees. Raises ``NotFound``, ``no_trader``."""
    if organisations.one(organisation_id, actor).side not in TRADERS:
        raise Conflict("no_trader")
    return _given(organisation_id, actor)


def _given(organisation_id: str, officer: User | None) -> Consent:
    db.session.get_one(Organisation, organisation_id, with_for_update=True)  # one of two clicks at once
    standing = privacy.standing_consent(organisation_id)
    if standing is not None and standing.text == CURRENT:
        return standing
    row = keep(organisation_id, CURRENT, now(), officer, "link")
    facts = {"text": CURRENT, "how": row.how}
    behalf = organisation_id if officer else None
    audit.record("consent.given", "organisation", organisation_id, facts, officer, behalf)
    return row


def withdraw(organisation_id: str, actor: User) -> None:
    """Take a consent back, or refuse one (``_withdraw``); note it beside the database, for a restore."""
    erasures.note({organisation_id: _withdraw(organisation_id, actor)})


@use_case
def _withdraw(organisation_id: str, actor: User) -> datetime:
    """Take an organisation's consent back, or refuse one: erase what is kept of its persons, close its
    offers and demands, shut its accounts and their tokens.

    A member does so for its own organisation, an officer for one that it may see and act for. Raises
    ``NotFound``, and ``Conflict`` ``no_trader`` for a department. Gives the moment.
    """
    member = organisations.one(organisation_id, actor)
    if member.side not in TRADERS:
        raise Conflict("no_trader")
    closed = _close(Offer, organisation_id, actor) + _close(Demand, organisation_id, actor)
    _erase(member)
    shut = _shut_accounts(organisation_id)
    moment = now()
    _end(organisation_id, moment, actor)
    behalf = organisation_id if actor.organisation_id != organisation_id else None
    facts = {"closed": closed, "users": shut}
    audit.record("consent.withdrawn", "organisation", organisation_id, facts, actor, behalf)
    return moment


def _end(organisation_id: str, moment: datetime, actor: User | None) -> None:
    """No consent stands any more. Where none stood a refusal is put on record: by it a restore knows of the
    erasure, and the member's link (``key``) ends."""
    stands = (Consent.organisation_id == organisation_id, Consent.withdrawn_at.is_(None))
    ended = list(db.session.scalars(select(Consent).where(*stands)))
    if not ended:
        ended = [Consent(organisation_id=organisation_id, text="", how="refused", given_at=moment)]
        db.session.add_all(ended)
    for row in ended:
        row.withdrawn_at, row.withdrawn_by = moment, actor.id if actor else None


def taken_back() -> dict[str, datetime]:
    """The organisations whose last word was to take their consent back or refuse it, with the moment.

    Refusals that left nothing but their event, as they did once, are known by it.
    """
    refused = select(AuditEvent.subject_id, func.max(AuditEvent.at)).where(
        AuditEvent.action == "consent.withdrawn",
        AuditEvent.subject_id.not_in(select(Consent.organisation_id)),
    )
    events = db.session.execute(refused.group_by(AuditEvent.subject_id))
    last: dict[str, datetime | None] = {row[0]: row[1] for row in events}
    rows = db.session.execute(select(Consent.organisation_id, Consent.withdrawn_at).order_by(Consent.id))
    last |= {row.organisation_id: row.withdrawn_at for row in rows}
    return {organisation_id: moment for organisation_id, moment in last.items() if moment}


def take_back_again(known: Mapping[str, datetime]) -> list[str]:
    """Do to a restored database what was done to the one before it, in the open transaction: what was
    erased stays erased. ``known`` is what ``taken_back`` gave; gives the organisations it was done to.
    """
    done = []
    for organisation_id, moment in known.items():
        member = db.session.get(Organisation, organisation_id)
        if member is None or _said_since(organisation_id, moment):
            continue
        _close_again(organisation_id)
        _erase(member)
        shut = _shut_accounts(organisation_id)
        _end(organisation_id, moment, None)
        facts = {"users": shut, "after_restore": True}
        audit.record("consent.withdrawn", "organisation", organisation_id, facts, None)
        done.append(organisation_id)
    return done


def _said_since(organisation_id: str, moment: datetime) -> bool:
    """Whether a backup knows of an erasure, or of a consent given after it."""
    last = next(iter(privacy.consents_of(organisation_id)), None)
    if last is None:
        return False
    return last.withdrawn_at >= moment if last.withdrawn_at else last.given_at > moment


def _close_again(organisation_id: str) -> None:
    """Close what a restore brought back open."""
    kinds: tuple[tuple[str, Any], ...] = (("offer", Offer), ("demand", Demand))
    for kind, model in kinds:
        whose = (model.organisation_id == organisation_id, model.status.in_(ON_MARKET))
        for row in db.session.scalars(select(model).where(*whose).order_by(model.id)).all():
            row.status = "closed"
            if kind == "offer":
                matches.withdraw(row.id)
            audit.record(f"{kind}.closed", kind, row.id, {}, None, organisation_id)


def _close(model: type[Offer] | type[Demand], organisation_id: str, actor: User) -> list[str]:
    """Close the open records of an organisation."""
    rows = db.session.execute(
        select(model.id, model.version).where(
            model.organisation_id == organisation_id, model.status.in_(ON_MARKET)
        )
    ).all()
    for record_id, version in rows:
        if model is Offer:
            offers.close(record_id, actor, version)
        else:
            demands.close(record_id, actor, version)
    return [record_id for record_id, _version in rows]


def _erase(member: Organisation) -> None:
    db.session.execute(delete(Contact).where(Contact.organisation_id == member.id))
    db.session.expire(member, ["contacts"])
    db.session.execute(
        update(Registration)
        .where(Registration.organisation_id == member.id)
        .values(person="", role="", phone="", email="")
    )
    sent = select(Registration.id).where(Registration.organisation_id == member.id)
    notes = update(RegistrationStage).where(RegistrationStage.registration_id.in_(sent))
    db.session.execute(notes.values(note=""))


def _shut_accounts(organisation_id: str) -> list[int]:
    """Shut the members' accounts: no session, token or sign-in name of theirs leads anywhere any more."""
    users = db.session.scalars(select(User).where(User.organisation_id == organisation_id)).all()
    for user in users:
        user.active, user.fs_uniquifier = False, secrets.token_hex(32)
        user.email, user.name = f"withdrawn-{user.id}@invalid", ""
        db.session.execute(
            update(ApiToken)
            .where(ApiToken.user_id == user.id, ApiToken.withdrawn_at.is_(None))
            .values(withdrawn_at=now())
        )
    return [user.id for user in users]
