"""The runs of the planner. The conference was read through its scope by the caller."""

from __future__ import annotations

from sqlalchemy import select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference, PlanningRun
from matchmaker.queries.matches import refuse_impossible_id

UNDER_WAY = ("queued", "running")


def one(conference: Conference, run_id: int) -> PlanningRun:
    """A run of this conference as it stands now. Raises ``NotFound``."""
    refuse_impossible_id(run_id)
    found = db.session.get(PlanningRun, run_id, populate_existing=True)
    if found is None or found.conference_id != conference.id:
        raise NotFound
    return found


def under_way(conference_id: str) -> PlanningRun | None:
    """The run that waits or works, if there is one."""
    statement = select(PlanningRun).where(
        PlanningRun.conference_id == conference_id, PlanningRun.status.in_(UNDER_WAY)
    )
    return db.session.scalar(statement.order_by(PlanningRun.id.desc()).limit(1))


def latest(conference_id: str) -> PlanningRun | None:
    """The last run, however it ended."""
    statement = select(PlanningRun).where(PlanningRun.conference_id == conference_id)
    return db.session.scalar(statement.order_by(PlanningRun.id.desc()).limit(1))
