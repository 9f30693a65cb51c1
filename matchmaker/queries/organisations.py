"""Organisations that an actor may see, and act for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Organisation, User
from matchmaker.queries.scope import visible


def members(actor: User, side: str, text: str = "", limit: int = 500) -> Sequence[Organisation]:
    """The producers or buyers (``side``) in the order of their names; ``text`` narrows by name."""
    statement = select(Organisation).where(Organisation.side == side, visible(Organisation, actor))
    if text:
        statement = statement.where(Organisation.name.icontains(text, autoescape=True))
    return db.session.scalars(statement.order_by(Organisation.name, Organisation.id).limit(limit)).all()


def one(organisation_id: str, actor: User) -> Organisation:
    """The organisation with its contacts. Raises ``NotFound`` also for a hidden one."""
    found = db.session.scalar(
        select(Organisation)
        .where(Organisation.id == organisation_id, visible(Organisation, actor))
        .options(selectinload(Organisation.contacts))
    )
    if found is None:
        raise NotFound
    return found


def names_of(ids: Sequence[str]) -> dict[str, str]:
    """The names of organisations by their ids, for histories that whoever reads them may read."""
    found = db.session.execute(select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids)))
    return {row.id: row.name for row in found}
