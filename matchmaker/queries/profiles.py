"""Profiles of the ranking: which is in use, all versions, and the one that a match was made with.

They are no secret to anybody who sees the board: scope does not narrow them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import ProfileAdoption, ProfileVersion

LARGEST_ID = 2**31 - 1  # what the databases take for an id


def adopted() -> ProfileAdoption | None:
    """The newest adoption, whose profile is the active one; None in a database that never ranked."""
    statement = select(ProfileAdoption).options(
        joinedload(ProfileAdoption.profile), joinedload(ProfileAdoption.user)
    )
    return db.session.scalar(statement.order_by(ProfileAdoption.id.desc()).limit(1))


def active_digest() -> str | None:
    """The digest of the active profile: the stamp by which all processes agree."""
    statement = select(ProfileVersion.digest).join(ProfileAdoption)
    return db.session.scalar(statement.order_by(ProfileAdoption.id.desc()).limit(1))


def adoptions() -> Sequence[ProfileAdoption]:
    """What was in use when, the newest first."""
    statement = select(ProfileAdoption).options(
        joinedload(ProfileAdoption.profile), joinedload(ProfileAdoption.user)
    )
    return db.session.scalars(statement.order_by(ProfileAdoption.id.desc())).all()


def versions() -> Sequence[ProfileVersion]:
    """All versions, the newest first."""
    return db.session.scalars(select(ProfileVersion).order_by(ProfileVersion.id.desc())).all()


def one(profile_id: int) -> ProfileVersion:
    """One version. Raises ``NotFound``."""
    found = None
    if 0 < profile_id <= LARGEST_ID:
        statement = select(ProfileVersion).where(ProfileVersion.id == profile_id)
        found = db.session.scalar(statement.options(joinedload(ProfileVersion.parent)))
    if found is None:
        raise NotFound
    return found


def of_digest(digest: str) -> ProfileVersion | None:
    """The version that matches with this digest were made with; None where nobody kept it."""
    return db.session.scalar(select(ProfileVersion).where(ProfileVersion.digest == digest))


def next_number(name: str) -> int:
    """The number of the next version under a name."""
    last = db.session.scalar(select(func.max(ProfileVersion.number)).where(ProfileVersion.name == name))
    return (last or 0) + 1


def known(digests: Collection[str]) -> dict[str, ProfileVersion]:
    """The versions with these digests."""
    found = db.session.scalars(select(ProfileVersion).where(ProfileVersion.digest.in_(digests)))
    return {row.digest: row for row in found}
