"""Products: what an organisation trades, under the name it uses."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base


class Product(Base):
    """A product as its organisation names it; ``kind`` is the lexicon's key for it, "" where unknown."""

    __tablename__ = "products"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(80), default="", index=True)
    ocop_stars: Mapped[int | None]
