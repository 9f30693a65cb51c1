"""The whole pack of a large conference, made in the background: asked for, told how far it is, fetched.

The file lies in the service's folder until the next pack of the conference is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import current_app

from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import DomainError, NotFound
from matchmaker.extensions import db
from matchmaker.models import PrintJob, User
from matchmaker.models.base import now
from matchmaker.queries import conferences, print_jobs
from matchmaker.services import audit, calling, gathering, printing
from matchmaker.services.printing import Order
from matchmaker.services.transaction import use_case

LARGE = 600  # meetings: from here on a pack takes longer than somebody waits for a page
UNDER_WAY = ("queued", "running")
GRACE = timedelta(minutes=15)  # then a job under way is held for lost
FORMS = ("zip", "pdf")


def is_large(schedule: Mapping[str, Any]) -> bool:
    """Whether the pack of a timetable is made in the background."""
    return len(schedule["meetings"]) > LARGE


@use_case
def ask(conference_id: str, form: str, order: Order, actor: User) -> PrintJob:
    """Note a pack to be made (``carry_out``) by a worker; packs made before are thrown away.

    Raises ``NotFound`` for an unknown conference or version, or a form of none.
    """
    conference = conferences.one(conference_id, actor)
    if form not in FORMS or order.number not in (0, *(v.number for v in conference.schedules)):
        raise NotFound
    for old in print_jobs.of_conference(conference_id):
        if old.status not in UNDER_WAY or lost(old):
            _file(old).unlink(missing_ok=True)
            db.session.delete(old)
    job = PrintJob(
        conference_id=conference_id, form=form, number=order.number, lang=order.lang, base=order.base,
        asked_by=actor.id,
    )  # fmt: skip
    db.session.add(job)
    db.session.flush()
    facts = {"form": form, "number": order.number}
    audit.record("conference.pack_asked", "conference", conference_id, facts, actor)
    return job


def carry_out(job_id: int) -> None:
    """Make a pack that was asked for; whatever goes wrong is noted in the job, in a code."""
    started = _start(job_id)
    if started is None:
        return
    job, actor = started
    order, path = Order(job.number, job.lang, job.base), _file(job)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    try:
        if job.form == "pdf":
            part.write_bytes(printing.printed(job.conference_id, "pack", "pdf", order, actor))
        else:
            with part.open("wb") as file:
                printing.archive_into(
                    file, job.conference_id, order, actor, lambda made, total: _note(job_id, made, total)
                )
        part.replace(path)
        _end(job_id, "done")
    except (NotPrintedError, DomainError) as error:
        _end(job_id, "failed", error.code)
    except Exception:
        _end(job_id, "failed", "internal")
        raise
    finally:
        part.unlink(missing_ok=True)


def made(conference_id: str, job_id: int, actor: User) -> tuple[PrintJob, Path]:
    """A pack that is ready, for who asked for it. Raises ``NotFound``."""
    conference = conferences.one(conference_id, actor)
    job = print_jobs.one(conference, job_id, actor)
    path = _file(job)
    if job.status != "done" or not path.exists():
        raise NotFound
    everybody = conference.document["participants"]
    told = gathering.may_see_contacts(actor)
    calling.participants(
        [row for row in everybody if told or row.get("contact_public") is True], actor, conference_id
    )
    return job, path


def lost(job: PrintJob) -> bool:
    """Whether a job under way has taken so long that its worker must have ended."""
    return job.status in UNDER_WAY and now() > (job.started_at or job.asked_at) + GRACE


def _file(job: PrintJob) -> Path:
    folder: Path = current_app.config["DATA"] / "prints"
    return folder / f"{job.id}.{job.form}"


@use_case
def _start(job_id: int) -> tuple[PrintJob, User] | None:
    job = db.session.get(PrintJob, job_id, populate_existing=True, with_for_update=True)
    actor = db.session.get(User, job.asked_by) if job is not None else None
    if job is None or actor is None or job.status != "queued":
        return None
    job.status, job.started_at = "running", now()
    return job, actor


@use_case
def _note(job_id: int, made: int, total: int) -> None:
    job = db.session.get(PrintJob, job_id, populate_existing=True)
    if job is not None:
        job.made, job.total = made, total


@use_case
def _end(job_id: int, status: str, error: str = "") -> None:
    job = db.session.get(PrintJob, job_id, populate_existing=True)
    if job is not None:
        job.status, job.error, job.done_at = status, error, now()
