"""The stored reports of what missing steps would unlock."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import undefer

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, UnlockReport, User
from matchmaker.queries.scope import reach

# What near-matches follow from: events of these subjects change them.
_TRADE = ("offer", "demand", "match")


def of(actor: User, level: str = "") -> UnlockReport | None:
    """The report of what the actor may see now, with the rows of ``level`` ("" for none)."""
    statement = select(UnlockReport).where(UnlockReport.reach == reach(actor))
    if level:
        rows = UnlockReport.communes if level == "commune" else UnlockReport.provinces
        statement = statement.options(undefer(rows))
    return db.session.scalar(statement.execution_options(populate_existing=True))


def every() -> Sequence[UnlockReport]:
    """All reports, without their rows."""
    return db.session.scalars(select(UnlockReport).order_by(UnlockReport.id)).all()


def last_event() -> int:
    """The latest event of the trail."""
    return db.session.scalar(select(func.max(AuditEvent.id))) or 0


def outdated(report: UnlockReport) -> bool:
    """Whether the market has changed since the report was made."""
    later = select(AuditEvent.id).where(AuditEvent.id > report.event, AuditEvent.subject.in_(_TRADE))
    return db.session.scalar(later.limit(1)) is not None
