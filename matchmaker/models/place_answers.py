"""What people once answered when a written place could be several."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.users import User


class PlaceAnswer(Base):
    """The place that a text of one ``sender`` means, as a person chose it among several.

    ``sender`` is ``member:`` with the id of an organisation, or ``provinces:`` with those of an officer who
    enters for nobody. ``text`` is the text without accents and case, ``written`` as it was; ``place`` the
    chosen place as a record has it, ``named`` as it was shown. One that was taken back (``withdrawn_at``)
    answers nothing any more; of those that stand a sender has one for each text.
    """

    __tablename__ = "place_answers"
    __table_args__ = (
        Index("ix_place_answers_sender_text", "sender", "text"),
        Index(
            "uq_place_answers_standing",
            "sender",
            "text",
            unique=True,
            sqlite_where=sql("withdrawn_at IS NULL"),
            postgresql_where=sql("withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(String(300))
    written: Mapped[str] = mapped_column(String(300))
    place: Mapped[dict[str, Any]]
    named: Mapped[str] = mapped_column(String(400))
    chosen_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    chosen_at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]

    chooser: Mapped[User] = relationship()
