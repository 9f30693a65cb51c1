"""What hauliers asked: single quotes to fit the computed freight to, and their rate cards."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class FreightQuote(Base):
    """A price that a haulier asked for one way. ``price`` is đồng per kg, ``tonnes`` what was to be carried;
    ``origin`` and ``destination`` are places as found (fields of ``scoring.records.Place``), beside the words
    they were written with. ``withdrawn_at`` takes it out of every fit; it stays on record."""

    __tablename__ = "freight_quotes"
    __table_args__ = (UniqueConstraint("mark"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(String(64))  # of what it says, so that the same list twice adds nothing
    origin_text: Mapped[str] = mapped_column(String(300))
    destination_text: Mapped[str] = mapped_column(String(300))
    origin: Mapped[dict[str, Any]]
    destination: Mapped[dict[str, Any]]
    tonnes: Mapped[float]
    price: Mapped[float]
    quoted_on: Mapped[date]
    vehicle: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(300), default="")
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]


class RateCard(Base):
    """A line of a carrier's rate card: đồng per kg for a way or a band of km, a class of tonnage, some time.

    ``origin`` and ``destination`` are empty where the line is for any place; a place of level province stands
    for all of the province. ``km_to``, ``tonnes_to`` and ``valid_to`` are absent where the line has no end.
    """

    __tablename__ = "rate_cards"
    __table_args__ = (UniqueConstraint("mark"), Index("ix_rate_cards_valid_from", "valid_from"))

    id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(String(64))
    carrier: Mapped[str] = mapped_column(String(200))
    origin_text: Mapped[str] = mapped_column(String(300), default="")
    destination_text: Mapped[str] = mapped_column(String(300), default="")
    origin: Mapped[dict[str, Any]]
    destination: Mapped[dict[str, Any]]
    km_from: Mapped[float] = mapped_column(default=0.0)
    km_to: Mapped[float | None]
    tonnes_from: Mapped[float] = mapped_column(default=0.0)
    tonnes_to: Mapped[float | None]
    price: Mapped[float]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]
