"""Lists that were sent as spreadsheets: the file, how its columns are read, and what each row does."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class Import(Base):
    """One file sent by ``sender`` (a department, a buyer; as written) with records of one ``kind``.

    ``status`` is checking, checked, taking, taken, undone or failed (``error`` says why). ``columns`` are the
    fields that a person chose, by header; ``answers`` what he said to the questions of the dry run
    (``parties``: name → organisation id or ""; ``records``: row → id of the record that it is).
    ``progress`` tells ``done`` of ``total`` rows.
    """

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    sender: Mapped[str] = mapped_column(String(200), default="")
    file_name: Mapped[str] = mapped_column(String(300))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sheet: Mapped[str] = mapped_column(String(100), default="")
    status: Mapped[str] = mapped_column(String(12), default="checking", index=True)
    columns: Mapped[dict[str, Any]] = mapped_column(default=dict)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    look: Mapped[dict[str, Any]] = mapped_column(default=dict)
    progress: Mapped[dict[str, Any]] = mapped_column(default=dict)
    error: Mapped[str] = mapped_column(String(40), default="")
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sent_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    sent_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class ImportRow(Base):
    """What one row of a sheet does: create, change, keep, closed (left alone) or bad.

    ``record`` is the row as the schema takes it, ``understood`` what was made of it, ``party`` what it says
    of the organisation (personal data), ``marks`` the cells that are doubtful or refused. ``before`` is what
    a changed record said, for undoing; ``after`` the version of the record when the row was taken.
    """

    __tablename__ = "import_rows"
    __table_args__ = (UniqueConstraint("import_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    does: Mapped[str] = mapped_column(String(8), index=True)
    record_id: Mapped[str] = mapped_column(String(64), default="", index=True)
    record: Mapped[dict[str, Any]] = mapped_column(default=dict)
    understood: Mapped[dict[str, Any]] = mapped_column(default=dict)
    party: Mapped[dict[str, Any]] = mapped_column(default=dict)
    marks: Mapped[list[Any]] = mapped_column(default=list)
    doubtful: Mapped[bool] = mapped_column(default=False)
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    after: Mapped[int | None]


class SenderColumn(Base):
    """What a sender means by a header, as a person once chose it; ``sender`` and ``header`` are plain."""

    __tablename__ = "sender_columns"
    __table_args__ = (UniqueConstraint("sender", "kind", "header"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sender: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12))
    header: Mapped[str] = mapped_column(String(200))
    field: Mapped[str] = mapped_column(String(40))
