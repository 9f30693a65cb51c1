"""Conferences (documents of the format meetplan/1) and the versions of their timetables."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, Dated, now


class Conference(Base, Dated):
    """A conference: its ``document`` holds participants, slots, tables, pairs and rules."""

    __tablename__ = "conferences"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(300))
    province: Mapped[str] = mapped_column(String(80), default="")
    document: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1)

    schedules: Mapped[list[ScheduleVersion]] = relationship(
        back_populates="conference", cascade="all, delete-orphan", order_by="ScheduleVersion.number"
    )

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class ScheduleVersion(Base):
    """One version of a conference's timetable, numbered from 1; a moved meeting makes a new version."""

    __tablename__ = "schedule_versions"
    __table_args__ = (UniqueConstraint("conference_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"))
    number: Mapped[int]
    document: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(String(500), default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)

    conference: Mapped[Conference] = relationship(back_populates="schedules")
