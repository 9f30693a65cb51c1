"""Pools: several producers who fill one demand together, what each of them answered, and every version."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, Dated, now
from matchmaker.models.demands import Demand
from matchmaker.models.matches import Match
from matchmaker.models.offers import Offer
from matchmaker.models.users import User


class Pool(Base, Dated):
    """A pool for a demand: ``status`` is open, accepted or closed.

    ``orders`` is what the officer ordered beside the records: ``fixed`` and ``at_most`` (offer → month →
    amount) and ``forbidden`` (offers). ``solving`` says how far the exact solution is: queued, running, done
    or failed, ``asked_at`` since when. ``match_id`` is the match of the lead under which an accepted pool
    goes on as one supplier. ``held_until`` is the last day of its holdings.
    """

    __tablename__ = "pools"

    id: Mapped[int] = mapped_column(primary_key=True)
    demand_id: Mapped[str] = mapped_column(ForeignKey("demands.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(12), default="open", index=True)
    orders: Mapped[dict[str, Any]] = mapped_column(default=dict)
    solving: Mapped[str] = mapped_column(String(12), default="queued")
    asked_at: Mapped[datetime] = mapped_column(default=now)
    match_id: Mapped[int | None] = mapped_column(ForeignKey("matches.id", ondelete="SET NULL"), index=True)
    held_until: Mapped[date | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    version: Mapped[int] = mapped_column(default=1)

    demand: Mapped[Demand] = relationship()
    match: Mapped[Match | None] = relationship()
    versions: Mapped[list[PoolVersion]] = relationship(
        back_populates="pool", cascade="all, delete-orphan", order_by="PoolVersion.number"
    )
    members: Mapped[list[PoolMember]] = relationship(
        back_populates="pool", cascade="all, delete-orphan", order_by="PoolMember.id"
    )

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    @property
    def latest(self) -> dict[str, Any]:
        """The pool as last solved, in the interchange format."""
        return self.versions[-1].document if self.versions else {}


class PoolVersion(Base):
    """One solution of a pool, numbered from 1; never changed.

    ``document`` is the pool record of the interchange format. ``cause`` says what made it: first (the quick
    answer), exact, ordered (by the officer), answered (by a member) or again. ``changes`` lists the shares
    that differ from the version before, month by month.
    """

    __tablename__ = "pool_versions"
    __table_args__ = (UniqueConstraint("pool_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id", ondelete="CASCADE"))
    number: Mapped[int]
    document: Mapped[dict[str, Any]]
    cause: Mapped[str] = mapped_column(String(12))
    changes: Mapped[list[Any]] = mapped_column(default=list)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)

    pool: Mapped[Pool] = relationship(back_populates="versions")
    maker: Mapped[User | None] = relationship()


class PoolMember(Base):
    """One producer's offer in a pool, or once in it.

    ``share`` is its present part (month → amount, empty when it has none). ``answer`` is "" (not asked yet),
    asked, yes, no or less; ``agreed`` the amounts it said yes to, or can give at most when it said less.
    ``how`` is phone or link; ``answered_by`` the officer who entered it, absent where the member did so by
    its link. ``link_serial`` counts how often its links were withdrawn.
    """

    __tablename__ = "pool_members"
    __table_args__ = (UniqueConstraint("pool_id", "offer_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id", ondelete="CASCADE"))
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id", ondelete="CASCADE"), index=True)
    share: Mapped[dict[str, Any]] = mapped_column(default=dict)
    answer: Mapped[str] = mapped_column(String(8), default="")
    agreed: Mapped[dict[str, Any]] = mapped_column(default=dict)
    how: Mapped[str] = mapped_column(String(8), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    answered_at: Mapped[datetime | None]
    link_serial: Mapped[int] = mapped_column(default=0)

    pool: Mapped[Pool] = relationship(back_populates="members")
    offer: Mapped[Offer] = relationship()
    officer: Mapped[User | None] = relationship()
