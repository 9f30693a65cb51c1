"""The packs that are made in the background. The conference was read through its scope by the caller."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference, PrintJob, User
from matchmaker.queries.matches import refuse_impossible_id


def one(conference: Conference, job_id: int, actor: User) -> PrintJob:
    """A job of this conference that the actor asked for, as it stands now: what is on paper depends on who
    prints. Raises ``NotFound``."""
    refuse_impossible_id(job_id)
    found = db.session.get(PrintJob, job_id, populate_existing=True)
    if found is None or found.conference_id != conference.id or found.asked_by != actor.id:
        raise NotFound
    return found


def of_conference(conference_id: str) -> Sequence[PrintJob]:
    """All jobs of a conference, the latest first."""
    statement = select(PrintJob).where(PrintJob.conference_id == conference_id)
    return db.session.scalars(statement.order_by(PrintJob.id.desc())).all()
