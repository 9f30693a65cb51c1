"""Demands: what a buyer wants, and how far its ranking has come."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.trade import TradeRecord


class Demand(Base, TradeRecord):
    """A demand. ``buyer`` is the name as written; ``organisation`` the buyer it belongs to."""

    __tablename__ = "demands"

    buyer: Mapped[str] = mapped_column(String(300), default="")
    channel: Mapped[str] = mapped_column(String(40), default="", index=True)

    ranking: Mapped[Ranking | None] = relationship(cascade="all, delete-orphan")


class Ranking(Base):
    """The state of a demand's ranking: ``queued``, ``done`` or ``failed``; no row means never asked for.

    ``profile`` and ``today`` say what the stored matches were computed with, ``lexicon`` up to which
    version of the product lexicon they hold; ``error`` is a code.
    """

    __tablename__ = "rankings"

    demand_id: Mapped[str] = mapped_column(ForeignKey("demands.id", ondelete="CASCADE"), primary_key=True)
    status: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    done_at: Mapped[datetime | None]
    profile: Mapped[str] = mapped_column(String(80), default="")
    today: Mapped[date | None]
    lexicon: Mapped[int] = mapped_column(default=0, server_default="0")
    eligible: Mapped[int] = mapped_column(default=0)
    near: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(80), default="")
