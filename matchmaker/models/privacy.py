"""What people agreed to have kept of them, and who looked at their telephones."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.users import User


class Consent(Base):
    """An organisation's agreement to one version of the text; withdrawing it adds ``withdrawn_at``.

    ``how`` is form or link (ticked by themselves, registering or at their own link) or told (to the officer
    ``noted_by``); refused is an erasure where none stood, withdrawn from its beginning, with an empty
    ``text``.
    """

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(String(12))
    how: Mapped[str] = mapped_column(String(8), default="form")
    given_at: Mapped[datetime] = mapped_column(default=now)
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class ContactOpening(Base):
    """Somebody was shown the telephones of an organisation; never changed.

    ``subject`` and ``subject_id`` say for what: a match, a registration, a demand's pool, the list of calls.
    A registration's telephone belongs to no organisation before it is approved.
    """

    __tablename__ = "contact_openings"
    __table_args__ = (
        Index("ix_contact_openings_organisation_id_id", "organisation_id", "id"),
        Index("ix_contact_openings_subject_subject_id", "subject", "subject_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisations.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    subject: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[str] = mapped_column(String(64))
    opened_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User] = relationship()
