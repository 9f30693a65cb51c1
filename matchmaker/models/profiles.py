"""Profiles of the ranking: each version as it was saved, and which of them was in use when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.users import User


class ProfileVersion(Base):
    """One version of a profile; never changed, a change is a new version.

    ``content`` holds ``weights``, ``base`` and ``thresholds`` as ``Profile.from_data`` takes them. ``digest``
    is the hash of what decides a ranking: matches carry it, and no two versions share one. ``delivered``
    versions came with the software; ``author`` is who made it, by name.
    """

    __tablename__ = "profile_versions"
    __table_args__ = (UniqueConstraint("name", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    number: Mapped[int]
    digest: Mapped[str] = mapped_column(String(80), unique=True)
    content: Mapped[dict[str, Any]]
    delivered: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(500), default="")
    author: Mapped[str] = mapped_column(String(200), default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    based_on: Mapped[int | None] = mapped_column(ForeignKey("profile_versions.id"))

    parent: Mapped[ProfileVersion | None] = relationship(remote_side=[id])


class ProfileAdoption(Base):
    """A version taken into use for the whole service; the newest row names the active one.

    ``replaces`` is the adoption before it, so that of two at once only one can succeed. ``adopted_by`` is
    absent for what the service did by itself.
    """

    __tablename__ = "profile_adoptions"

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profile_versions.id"), index=True)
    adopted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    adopted_at: Mapped[datetime] = mapped_column(default=now)
    note: Mapped[str] = mapped_column(String(500), default="")
    replaces: Mapped[int | None] = mapped_column(ForeignKey("profile_adoptions.id"), unique=True)

    profile: Mapped[ProfileVersion] = relationship()
    user: Mapped[User | None] = relationship()
