"""What officers changed in the reference data that the service ships: a log that is only added to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.users import User


class ReferenceChange(Base):
    """One change of one entry, laid over the row that the seed file has for it (``seeds.overlay``).

    ``subject`` is products, markets, channels, coefficients or buyers; ``number`` counts 1, 2, 3 … in a
    subject, so that the highest is the subject's version. ``action`` is add, change, retire or undo; an undo
    names the change that it takes back in ``undoes``. ``before`` keeps what the touched columns said until
    then.
    """

    __tablename__ = "reference_changes"
    __table_args__ = (
        UniqueConstraint("subject", "number"),
        UniqueConstraint("undoes"),
        Index("ix_reference_changes_subject_key", "subject", "key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    key: Mapped[str] = mapped_column(String(120))
    action: Mapped[str] = mapped_column(String(12))
    values: Mapped[dict[str, Any]]
    before: Mapped[dict[str, Any]]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("reference_changes.id"))
    reason: Mapped[str] = mapped_column(String(1000))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User] = relationship()
