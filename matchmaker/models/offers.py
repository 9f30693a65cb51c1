"""Offers: what a producer can deliver, and the papers that go with it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base
from matchmaker.models.products import Product
from matchmaker.models.trade import TradeRecord


class Offer(Base, TradeRecord):
    """An offer. ``producer`` is the name as written; ``organisation`` the producer it belongs to."""

    __tablename__ = "offers"

    producer: Mapped[str] = mapped_column(String(300), default="")
    product_id: Mapped[int | None] = mapped_column(ForeignKey("products.id"), index=True)

    named_product: Mapped[Product | None] = relationship()
    certificates: Mapped[list[Certificate]] = relationship(
        cascade="all, delete-orphan", order_by="Certificate.code"
    )


class Certificate(Base):
    """A paper: code (ATTP, VIETGAP, OCOP …), number, stars for OCOP, first and last day of validity."""

    __tablename__ = "certificates"

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(String(24), index=True)
    number: Mapped[str] = mapped_column(String(80), default="")
    stars: Mapped[int | None]
    issued_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)
