"""What the two sides of a match have said of the terms, and what was delivered."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.users import User


class TermSaid(Base):
    """What one side of a match said of one term, in its own words; the latest of a side counts.

    ``term`` is a code of ``schemas.choices.TERMS``, ``side`` is buyer or producer. ``how`` and ``user_id``
    are as in an answer.
    """

    __tablename__ = "terms_said"
    __table_args__ = (Index("ix_terms_said_match_id_term", "match_id", "term"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"))
    term: Mapped[str] = mapped_column(String(16))
    side: Mapped[str] = mapped_column(String(12))
    words: Mapped[str] = mapped_column(String(500), default="")
    how: Mapped[str] = mapped_column(String(8))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    on_behalf_of: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    said_at: Mapped[datetime] = mapped_column(default=now)


class Delivery(Base):
    """Goods delivered under a match: the day, the quantity in ``unit``, the value in đồng.

    ``consumed`` is how much of what was held or promised for the match it used up, in thousandths of the
    holding's unit; 0 where nothing was held, or the units do not convert.
    """

    __tablename__ = "deliveries"

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"), index=True)
    delivered_on: Mapped[date] = mapped_column(index=True)
    quantity: Mapped[float]
    unit: Mapped[str] = mapped_column(String(40))
    value: Mapped[int | None] = mapped_column(BigInteger)
    consumed: Mapped[int] = mapped_column(BigInteger, default=0)
    note: Mapped[str] = mapped_column(String(2000), default="")
    how: Mapped[str] = mapped_column(String(8))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    on_behalf_of: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    noted_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User | None] = relationship()
