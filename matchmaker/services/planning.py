"""Run the planner in the background: asked for, told how far it is, stopped early, its best result kept."""

from __future__ import annotations

import time
from datetime import timedelta

from matchmaker.errors import Conflict, DomainError, Stale
from matchmaker.extensions import db
from matchmaker.models import PlanningRun, User
from matchmaker.models.base import now
from matchmaker.queries import conferences, planning_runs
from matchmaker.scheduling import Progress
from matchmaker.services import arranging, audit
from matchmaker.services.transaction import use_case

SHORTEST, LONGEST = 1.0, 600.0  # seconds
CHOICES = (10, 30, 60, 180)
GRACE = timedelta(
    seconds=120
)  # beyond its time, waiting in the queue included: then the run is held for lost
LOOK_EVERY = 0.5  # seconds between two looks at whether to stop


@use_case
def ask(conference_id: str, seconds: float, actor: User) -> PlanningRun:
    """Note a run to be carried out (``carry_out``) by a worker.

    Raises ``Conflict`` while another run of the conference waits or works, or nobody takes part.
    """
    conference = conferences.one(conference_id, actor)
    if not conference.document["participants"]:
        raise Conflict("nobody_takes_part")
    known = planning_runs.under_way(conference_id)
    if known is not None:
        if not lost(known):
            raise Conflict("planning_runs")
        _end(known, "failed", "planning_interrupted")
    within = SHORTEST <= seconds <= LONGEST  # not so for a number that is none
    run = PlanningRun(
        conference_id=conference_id, seconds=seconds if within else arranging.SECONDS, asked_by=actor.id
    )
    db.session.add(run)
    db.session.flush()
    audit.record("conference.planning_asked", "conference", conference_id, {"seconds": run.seconds}, actor)
    return run


@use_case
def stop(conference_id: str, run_id: int, actor: User) -> None:
    """Ask a run to end with the best timetable that it has; one that still waits ends at once."""
    run = planning_runs.one(conferences.one(conference_id, actor), run_id)
    if run.status not in planning_runs.UNDER_WAY:
        return
    run.stop_asked = True
    if run.status == "queued" or lost(run):
        _end(run, "cancelled")
    audit.record("conference.planning_stopped", "conference", conference_id, {}, actor)


def carry_out(run_id: int) -> None:
    """Do a run that was asked for; one that was stopped or done meanwhile is left alone.

    Whatever goes wrong is noted in the run, in a code.
    """
    started = _start(run_id)
    if started is None:
        return
    conference_id, seconds, actor = started
    watch = _Watch(run_id)
    try:
        proposal = arranging.propose(conference_id, actor, seconds, watch.tell, watch.stopped)
        _keep(run_id, conference_id, proposal, actor)
    except Stale:
        _fail(run_id, "changed_while_planning")
    except DomainError as error:
        _fail(run_id, error.code)
    except Exception:
        _fail(run_id, "internal")
        raise


def lost(run: PlanningRun) -> bool:
    """Whether a run under way has outlasted its time so far that its worker must have ended."""
    since = run.started_at or run.asked_at
    return run.status in planning_runs.UNDER_WAY and now() > since + timedelta(seconds=run.seconds) + GRACE


class _Watch:
    """Writes down how far a run is, and looks from time to time whether it was asked to stop."""

    def __init__(self, run_id: int) -> None:
        self.run_id = run_id
        self._next = 0.0
        self._stopped = False

    def tell(self, progress: Progress) -> None:
        """Keep the progress; it shows at once."""
        self._stopped = _note(self.run_id, progress) or self._stopped

    def stopped(self) -> bool:
        """Whether somebody asked to stop; the database is asked at most twice a second."""
        if not self._stopped and time.monotonic() >= self._next:
            self._next = time.monotonic() + LOOK_EVERY
            self._stopped = _stop_asked(self.run_id)
        return self._stopped


@use_case
def _start(run_id: int) -> tuple[str, float, User] | None:
    run = db.session.get(PlanningRun, run_id, populate_existing=True, with_for_update=True)
    actor = db.session.get(User, run.asked_by) if run is not None else None
    if run is None or actor is None or run.status != "queued":
        return None
    run.status, run.started_at = "running", now()
    return run.conference_id, run.seconds, actor


@use_case
def _note(run_id: int, progress: Progress) -> bool:
    """Write the progress down; gives whether the run was asked to stop."""
    run = db.session.get(PlanningRun, run_id, populate_existing=True)
    if run is None:
        return True
    run.progress = {
        "stage": progress.stage,
        "seconds": round(progress.seconds, 1),
        "meetings": progress.meetings,
        "score": progress.score,
        "bound": progress.bound,
        "gaps": progress.gaps,
    }
    return run.stop_asked


def _stop_asked(run_id: int) -> bool:
    run = db.session.get(PlanningRun, run_id, populate_existing=True)
    asked = run is None or run.stop_asked
    db.session.rollback()  # leaves no reading transaction open while the planner thinks
    return asked


@use_case
def _keep(run_id: int, conference_id: str, proposal: arranging.Proposal, actor: User) -> None:
    version = arranging.adopt(conference_id, proposal, actor)
    run = db.session.get(PlanningRun, run_id, populate_existing=True)
    if run is not None:
        run.number = version.number
        _end(run, "done")


@use_case
def _fail(run_id: int, code: str) -> None:
    run = db.session.get(PlanningRun, run_id, populate_existing=True)
    if run is not None:
        _end(run, "failed", code)


def _end(run: PlanningRun, status: str, error: str = "") -> None:
    run.status, run.error, run.done_at = status, error, now()
