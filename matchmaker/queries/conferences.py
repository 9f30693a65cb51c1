"""Conferences that an actor may see, and the versions of their timetables."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference, User
from matchmaker.queries.scope import visible


def listed(actor: User) -> Sequence[Conference]:
    """The conferences in the order of their ids."""
    return db.session.scalars(
        select(Conference).where(visible(Conference, actor)).order_by(Conference.id)
    ).all()


def is_seen(conference_id: str, actor: User) -> bool:
    """Whether the actor may see the conference."""
    statement = select(Conference.id).where(Conference.id == conference_id, visible(Conference, actor))
    return db.session.scalar(statement) is not None


def one(conference_id: str, actor: User) -> Conference:
    """The conference with its timetables. Raises ``NotFound`` also for a hidden one."""
    found = db.session.scalar(
        select(Conference)
        .where(Conference.id == conference_id, visible(Conference, actor))
        .options(selectinload(Conference.schedules))
    )
    if found is None:
        raise NotFound
    return found
