"""Producers and buyers who ask to be let in, as they wrote it on the public form."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.organisations import Organisation
from matchmaker.models.users import User


class Registration(Base):
    """One form sent. ``status`` is new, verifying, info_needed, approved, paused, expired or rejected;
    ``expires_on`` is the last day on which an approved one holds, absent where none was set.

    What it tells of a person (``person`` to ``email``) is personal data: it is emptied when the registration
    is rejected, and where the consent is withdrawn. ``consent`` is the version of the text that was agreed
    to. ``entered_by`` is the officer who wrote the form for somebody, absent where they did so themselves;
    ``organisation_id`` and ``user_id`` are what an approval led to.
    """

    __tablename__ = "registrations"

    id: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(300))
    legal_form: Mapped[str] = mapped_column(String(40), default="")
    channel: Mapped[str] = mapped_column(String(40), default="")
    tax_code: Mapped[str] = mapped_column(String(20), default="")
    province: Mapped[str] = mapped_column(String(80), index=True)
    commune: Mapped[str] = mapped_column(String(80), default="")
    goods: Mapped[str] = mapped_column(String(1000), default="")
    person: Mapped[str] = mapped_column(String(200), default="")
    role: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    consent: Mapped[str] = mapped_column(String(12))
    sent_at: Mapped[datetime] = mapped_column(default=now)
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    status: Mapped[str] = mapped_column(String(12), default="new", index=True)
    reason: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(String(2000), default="")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    expires_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    organisation: Mapped[Organisation | None] = relationship()
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])
    officer: Mapped[User | None] = relationship(foreign_keys=[entered_by])
    decider: Mapped[User | None] = relationship(foreign_keys=[decided_by])
    stages: Mapped[list[RegistrationStage]] = relationship(
        cascade="all, delete-orphan", order_by="RegistrationStage.id"
    )

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class RegistrationStage(Base):
    """A registration came to a stage; never changed, but that ``note`` is emptied with the persons.

    ``how`` is form (it was sent), link (supplied by whoever sent it), officer, or service (its day had come);
    ``reason`` is a code of a rejection or a pause. ``note`` may tell of a person: what was
    asked for, what was answered.
    """

    __tablename__ = "registration_stages"

    id: Mapped[int] = mapped_column(primary_key=True)
    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registrations.id", ondelete="CASCADE"), index=True
    )
    stage: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(String(2000), default="")
    how: Mapped[str] = mapped_column(String(8))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    happened_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User | None] = relationship()
