"""How far lists may be changed so that remote communes and newcomers get their part of the first places."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.users import User


class ExposureSetting(Base):
    """One setting; never changed, the newest row is in force, and none means off.

    ``max_loss`` (micro-units of the score, 0: off) bounds what a place among the first ``places`` may lose.
    ``raised`` names the groups that were starved when it was set, the most starved first.
    """

    __tablename__ = "exposure_settings"

    id: Mapped[int] = mapped_column(primary_key=True)
    places: Mapped[int]
    max_loss: Mapped[int]
    raised: Mapped[list[Any]]
    note: Mapped[str] = mapped_column(String(500), default="")
    set_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    set_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User | None] = relationship()
