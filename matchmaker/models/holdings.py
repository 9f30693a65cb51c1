"""Quantities of offers that are held or promised, each for one match or one pool."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class Holding(Base):
    """So much of an offer in one month, kept for one match or one pool.

    ``amount`` is in thousandths of ``unit`` (kg, or the unit that the offer counts in), so that sums are
    exact. ``status`` is held, promised, delivered or released; one that is past its last day ``expires_on``
    counts no more. All that counts of an offer in a month never exceeds what it has then
    (``services.holdings``).
    """

    __tablename__ = "holdings"
    __table_args__ = (
        Index("ix_holdings_offer_id_month", "offer_id", "month"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("(match_id IS NULL) <> (pool_id IS NULL)", name="purpose"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id", ondelete="CASCADE"))
    month: Mapped[int]
    amount: Mapped[int] = mapped_column(BigInteger)
    unit: Mapped[str] = mapped_column(String(40))
    match_id: Mapped[int | None] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"), index=True)
    pool_id: Mapped[int | None] = mapped_column(ForeignKey("pools.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(12), default="held")
    expires_on: Mapped[date]
    held_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    held_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]
