"""Who has come to a conference, is late, or stays away."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class Attendance(Base):
    """The latest word on one participant: ``status`` is arrived, late, absent or left; no row: not seen yet.

    ``slot`` is the id of the first slot that a late one can meet in, or of the first that one who left
    cannot, as text. ``how`` says how it was told: name, qr or phone.
    """

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("conference_id", "participant"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"))
    participant: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(8))
    slot: Mapped[str] = mapped_column(String(64), default="")
    how: Mapped[str] = mapped_column(String(8), default="name")
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    noted_at: Mapped[datetime] = mapped_column(default=now)
