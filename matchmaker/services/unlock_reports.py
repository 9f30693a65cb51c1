"""What missing steps would unlock, worked out in the background: asked for, kept with its moment, made anew
each day. The last result stays until the next one is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import UnlockReport, User
from matchmaker.models.base import now
from matchmaker.queries import unlock_reports
from matchmaker.queries.scope import EVERYWHERE_REACH, reach
from matchmaker.services import audit, unlocks
from matchmaker.services.calendar import VIET_NAM, clock, today
from matchmaker.services.transaction import use_case
from matchmaker.services.unlocks import Unlock

UNDER_WAY = ("queued", "running")
GRACE = timedelta(minutes=10)  # then a report under way is held for lost
WANTED = timedelta(days=60)  # a report that nobody asked for so long is made no more


@use_case
def ask(actor: User) -> UnlockReport:
    """Note that the report of what the actor may see is to be made (``carry_out``) by a worker; one that is
    under way already is not asked for twice."""
    report = unlock_reports.of(actor)
    if report is not None and under_way(report):
        return report
    if report is None:
        own = None if reach(actor) == EVERYWHERE_REACH else actor.id
        report = UnlockReport(reach=reach(actor), user_id=own)
        db.session.add(report)
    report.status, report.asked_at, report.started_at = "queued", now(), None
    db.session.flush()
    audit.record("unlocks.asked", "unlock_report", report.id, {}, actor)
    return report


def carry_out(report_id: int) -> None:
    """Make a report that was asked for. Whatever goes wrong is noted in it, and its last result stays."""
    started = _start(report_id)
    if not started:
        return
    actor = db.session.get(User, started[0]) if started[0] else None
    try:
        event, moment = unlock_reports.last_event(), clock()
        made = unlocks.summaries(actor)
        _keep(report_id, made, event, moment)
    except Exception:
        _fail(report_id)
        raise


def refresh() -> None:
    """Make every report that is of an earlier day, the whole country's always, and let go those that nobody
    needs any more."""
    for report_id in _due():
        carry_out(report_id)


def rows(report: UnlockReport, level: str, province: str = "") -> list[Unlock]:
    """The stored steps by ``level`` (province or commune), of one province where that is named."""
    stored = report.communes if level == "commune" else report.provinces
    return [Unlock(*row) for row in stored if not province or row[0] == province]


def under_way(report: UnlockReport) -> bool:
    """Whether the report waits or is being made; one that took too long must have lost its worker."""
    return report.status in UNDER_WAY and now() <= (report.started_at or report.asked_at) + GRACE


@use_case
def _due() -> list[int]:
    reports = unlock_reports.every()
    if not any(report.user_id is None for report in reports):
        db.session.add(UnlockReport(reach=EVERYWHERE_REACH))
        db.session.flush()
        reports = unlock_reports.every()
    due = []
    for report in reports:
        if report.user_id is not None and not _wanted(report):
            db.session.delete(report)
        elif report.status == "queued" or (_old(report) and not under_way(report)):
            report.status, report.started_at = "queued", None
            due.append(report.id)
    return due


def _wanted(report: UnlockReport) -> bool:
    user = db.session.get(User, report.user_id)
    return (
        user is not None and user.active and report.reach == reach(user) and now() < report.asked_at + WANTED
    )


def _old(report: UnlockReport) -> bool:
    return report.made_at is None or report.made_at.astimezone(VIET_NAM).date() < today()


@use_case
def _start(report_id: int) -> tuple[int | None] | None:
    """For whom a report is made (None for the whole country); nothing where it does not wait any more."""
    report = db.session.get(UnlockReport, report_id, populate_existing=True, with_for_update=True)
    if report is None or report.status != "queued":
        return None
    if report.user_id is not None and not _wanted(report):
        db.session.delete(report)
        return None
    report.status, report.started_at = "running", now()
    return (report.user_id,)


@use_case
def _keep(report_id: int, made: dict[str, list[Unlock]], event: int, moment: Any) -> None:
    report = db.session.get(UnlockReport, report_id, populate_existing=True)
    if report is not None:
        report.provinces, report.communes = (list(_plain(made[level])) for level in unlocks.LEVELS)
        report.status, report.event, report.made_at = "done", event, moment


@use_case
def _fail(report_id: int) -> None:
    report = db.session.get(UnlockReport, report_id, populate_existing=True)
    if report is not None:
        report.status = "failed"


def _plain(found: list[Unlock]) -> Iterator[list[Any]]:
    """Rows as they are stored."""
    for row in found:
        where = (row.province, row.commune, row.key, dict(row.amounts))
        yield [*where, row.offers, row.demands, row.unknown, row.late]
