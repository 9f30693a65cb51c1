"""Wishes of the parties of a conference: whom they must, want to, or will not meet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class Wish(Base):
    """What one participant (``party``) wishes of another (``other``): ids of the conference's document.

    ``kind`` is must, want or no; ``rank`` 1 is the dearest (0: not ranked). A party that answered and named
    nobody has one row of the kind none, whose ``other`` is empty. ``source`` says how it came:
    link, paper, officer or file; ``entered_by`` who typed it in, absent where the party did so by its link.
    """

    __tablename__ = "wishes"
    __table_args__ = (
        UniqueConstraint("conference_id", "party", "other"),
        Index("ix_wishes_conference_id_other", "conference_id", "other"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"))
    party: Mapped[str] = mapped_column(String(64))
    other: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(4))
    rank: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(String(500), default="")
    source: Mapped[str] = mapped_column(String(8))
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    entered_at: Mapped[datetime] = mapped_column(default=now)
