"""Registrations that an officer may see."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Registration, RegistrationStage, User
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.queries.scope import visible
from matchmaker.schemas.pipeline import UNDECIDED

STATUSES = ("new", "verifying", "info_needed", "approved", "paused", "expired", "rejected")


def listed(actor: User, status: str = "new", limit: int = 500) -> Sequence[Registration]:
    """Those of a status with their stages: the undecided as they came, the others the latest first."""
    order = Registration.id if status in UNDECIDED else Registration.id.desc()
    statement = (
        select(Registration)
        .where(Registration.status == status, visible(Registration, actor))
        .options(selectinload(Registration.stages).joinedload(RegistrationStage.user))
    )
    return db.session.scalars(statement.order_by(order).limit(limit)).all()


def counts(actor: User) -> dict[str, int]:
    """How many there are of each status."""
    statement = (
        select(Registration.status, func.count())
        .where(visible(Registration, actor))
        .group_by(Registration.status)
    )
    found = {row[0]: row[1] for row in db.session.execute(statement)}
    return {status: found.get(status, 0) for status in STATUSES}


def one(registration_id: int, actor: User) -> Registration:
    """One registration. Raises ``NotFound`` also for one of another province."""
    refuse_impossible_id(registration_id)
    statement = (
        select(Registration)
        .where(Registration.id == registration_id, visible(Registration, actor))
        .options(
            joinedload(Registration.organisation),
            joinedload(Registration.user),
            joinedload(Registration.officer),
            joinedload(Registration.decider),
            selectinload(Registration.stages).joinedload(RegistrationStage.user),
        )
    )
    found = db.session.scalar(statement)
    if found is None:
        raise NotFound
    return found


def at_rest(organisation_ids: Collection[str]) -> set[str]:
    """Those of the organisations that rest: a registration of theirs is paused or expired, and none holds."""
    statement = select(Registration.organisation_id, Registration.status)
    rows = db.session.execute(statement.where(Registration.organisation_id.in_(organisation_ids))).all()
    held = {row.organisation_id for row in rows if row.status == "approved"}
    return {row.organisation_id for row in rows if row.status in ("paused", "expired")} - held


def waiting_like(row: Registration) -> Sequence[Registration]:
    """Other undecided registrations of the same side and province, to be compared with one."""
    statement = select(Registration).where(
        Registration.id != row.id,
        Registration.side == row.side,
        Registration.province == row.province,
        Registration.status.in_(UNDECIDED),
    )
    return db.session.scalars(statement.order_by(Registration.id).limit(2000)).all()
