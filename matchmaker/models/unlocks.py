"""What each missing step would unlock, worked out in the background and kept with its moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class UnlockReport(Base):
    """The steps and amounts of all near-matches of the offers that some actors may see.

    ``reach`` is what they may see (``queries.scope.reach``); ``user_id`` is absent where that is the whole
    country. ``status`` of the latest working out is queued, running, done or failed; ``provinces`` and
    ``communes`` hold the rows of the last one that was done, at ``made_at``, when ``event`` was the latest
    of the trail. Each row is province, commune, step, amounts by unit, offers, demands, pairs of unknown
    amount, pairs that come too late.
    """

    __tablename__ = "unlock_reports"

    id: Mapped[int] = mapped_column(primary_key=True)
    reach: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(12), default="queued")
    asked_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    made_at: Mapped[datetime | None]
    event: Mapped[int] = mapped_column(default=0)
    provinces: Mapped[list[Any]] = mapped_column(default=list, deferred=True)
    communes: Mapped[list[Any]] = mapped_column(default=list, deferred=True)
