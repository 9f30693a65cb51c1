"""How a registration goes on: checked, asked about, paused, taken up again, expired; who, when and why.

While a member is paused or its registration has expired, and no other one of it holds, its offers and
demands rest: they are in no list and no ranking, and come back with it.
"""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import ColumnElement, select

from matchmaker.errors import Busy, Conflict, Stale
from matchmaker.extensions import db
from matchmaker.models import Registration, User
from matchmaker.queries import registrations
from matchmaker.schemas.pipeline import REGISTRATION
from matchmaker.services import audit, resting
from matchmaker.services.calendar import today
from matchmaker.services.registrations import followed, note, until
from matchmaker.services.resting import Record
from matchmaker.services.transaction import use_case


@use_case
def begin(registration_id: int, actor: User, version: int | None = None) -> Registration:
    """Say that one is being checked, and by whom. Raises ``NotFound``, ``Stale``, ``Conflict``
    (``registration_stage``)."""
    row = _going_on(registration_id, actor, version, "verifying")
    note(row, "verifying", actor)
    audit.record("registration.verifying", "registration", row.id, {"how": "officer"}, actor)
    return row


@use_case
def ask(registration_id: int, text: str, actor: User, version: int | None = None) -> Registration:
    """Ask whoever sent it for what is missing, in words that they read on their own page; it waits for them.

    The words may tell of a person: the event, which nothing empties, holds none. Raises as ``begin`` does.
    """
    row = _going_on(registration_id, actor, version, "info_needed")
    note(row, "info_needed", actor, text=text)
    audit.record("registration.info_needed", "registration", row.id, {}, actor)
    return row


@use_case
def supply(registration_id: int, key: str, text: str) -> Registration:
    """What they answered by their own link; the officer has it to check.

    Raises ``NotFound`` for a wrong link, ``Conflict`` (``registration_stage``) where nothing was asked.
    """
    row = followed(registration_id, key)
    if row.status != "info_needed":
        raise Conflict("registration_stage")
    note(row, "verifying", None, text=text, how="link")
    audit.record("registration.verifying", "registration", row.id, {"how": "link"}, None)
    return row


@use_case
def pause(
    registration_id: int, reason: str, text: str, actor: User, version: int | None = None
) -> list[Record]:
    """Let a member rest, with the reason; gives its records that rest from now on. Raises as ``begin``."""
    row = _going_on(registration_id, actor, version, "paused")
    note(row, "paused", actor, reason=reason, text=text)
    facts = {"reason": reason}
    audit.record("registration.paused", "registration", row.id, facts, actor, row.organisation_id)
    return resting.rest(str(row.organisation_id), actor)


@use_case
def renew(registration_id: int, actor: User, version: int | None = None) -> list[Record]:
    """Take a member up again, or let its registration hold for another period from today; gives the records
    that are back, to be ranked. Raises as ``begin`` does."""
    row = _going_on(registration_id, actor, version, "approved")
    row.expires_on = until(today())
    note(row, "approved", actor)
    facts = {"until": row.expires_on.isoformat()}
    audit.record("registration.renewed", "registration", row.id, facts, actor, row.organisation_id)
    return resting.wake(str(row.organisation_id), actor)


def expire() -> list[int]:
    """Let the registrations whose last day has passed expire, each by itself; gives them.

    One that somebody changes at the moment is left for the next time.
    """
    due = select(Registration.id).where(*_due()).order_by(Registration.id)
    done = []
    for registration_id in db.session.scalars(due).all():
        with suppress(Stale, Busy):
            done += _expire(registration_id)
    return done


@use_case
def _expire(registration_id: int) -> list[int]:
    still = select(Registration).where(Registration.id == registration_id, *_due()).with_for_update()
    row = db.session.scalar(still)
    if row is None:
        return []
    note(row, "expired", None, how="service")
    audit.record("registration.expired", "registration", row.id, {}, None, row.organisation_id)
    resting.rest(str(row.organisation_id), None)
    return [row.id]


def _due() -> tuple[ColumnElement[bool], ...]:
    return Registration.status.in_(("approved", "paused")), Registration.expires_on < today()


def _going_on(registration_id: int, actor: User, version: int | None, after: str) -> Registration:
    """A registration that may go on to ``after`` by the table of stages, or that holds and is renewed."""
    row = registrations.one(registration_id, actor)
    renewed = after == row.status == "approved"
    entering = after == "approved" and row.organisation_id is None
    if entering or (after not in REGISTRATION.get(row.status, ()) and not renewed):
        raise Conflict("registration_stage")
    if version is not None and row.version != version:
        raise Stale
    return row
