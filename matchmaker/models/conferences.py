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
    """One version of a conference's timetable, numbered from 1; a moved meeting makes a new version.

    ``cause`` says what made it: planned, moved, repaired, restored (an earlier version taken up again).
    ``changes`` lists the meetings that differ from the version before. A version with ``published_at`` has
    been printed and handed out; the latest of them is the one in people's hands.
    """

    __tablename__ = "schedule_versions"
    __table_args__ = (UniqueConstraint("conference_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"))
    number: Mapped[int]
    document: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(String(500), default="")
    cause: Mapped[str] = mapped_column(String(12), default="planned")
    changes: Mapped[list[Any]] = mapped_column(default=list)
    published_at: Mapped[datetime | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)

    conference: Mapped[Conference] = relationship(back_populates="schedules")


class PlanningRun(Base):
    """One run of the planner: ``status`` is queued, running, done, failed or cancelled.

    ``progress`` holds the stage and what has been found so far (meetings, score, bound, gaps).
    ``stop_asked`` makes the planner end with the best timetable it has. ``number`` is the version that came
    of it, ``error`` a code.
    """

    __tablename__ = "planning_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(12), default="queued")
    seconds: Mapped[float]
    progress: Mapped[dict[str, Any]] = mapped_column(default=dict)
    stop_asked: Mapped[bool] = mapped_column(default=False)
    number: Mapped[int | None]
    error: Mapped[str] = mapped_column(String(80), default="")
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]


class PrintJob(Base):
    """The whole pack of a large conference, made in the background.

    ``form`` is zip (every print in every format) or pdf (timetables and slips), ``number`` the version of the
    timetable, ``base`` the address that QR codes lead to. ``status`` is queued, running, done or failed (with
    an ``error`` code); ``made`` of ``total`` files are ready. The file is for who asked, and is thrown away
    with the next one.
    """

    __tablename__ = "print_jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"), index=True)
    form: Mapped[str] = mapped_column(String(4))
    number: Mapped[int]
    lang: Mapped[str] = mapped_column(String(2))
    base: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(12), default="queued")
    made: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(80), default="")
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
