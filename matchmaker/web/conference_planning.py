"""Arranging a conference: runs of the planner, versions handed out, and what each version changed."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict
from matchmaker.extensions import queue
from matchmaker.models import PlanningRun
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as queries
from matchmaker.queries import planning_runs
from matchmaker.services import arranging, conferences, planning
from matchmaker.web.language import language
from matchmaker.web.timetable_versions import change_lines
from matchmaker.wording import errors
from matchmaker.wording.timetables import RUN, STAGE

blueprint = Blueprint("conference_planning", __name__, url_prefix="/conferences")


@blueprint.post("/<conference_id>/timetables")
@requires(Permission.ARRANGE_CONFERENCES)
def arrange(conference_id: str) -> AnyResponse:
    """Start a run of the planner and show how far it is."""
    seconds = request.form.get("seconds", planning.CHOICES[0], float)
    try:
        run = planning.ask(conference_id, seconds, actor())
    except Conflict as error:
        known = planning_runs.under_way(conference_id)
        flash(errors.sentence(error.code, error.facts, language()))
        if known is None:
            return redirect(url_for("conference_preparation.overview", conference_id=conference_id))
        return redirect(_address(known))
    queue.defer("plan_conference", str(run.id))
    run = planning_runs.one(queries.one(conference_id, actor()), run.id)
    if run.status == "done":
        return _to_the_timetable(run)
    return redirect(_address(run))


@blueprint.get("/<conference_id>/runs/<int:run_id>")
@requires(Permission.SEE_CONFERENCES)
def run(conference_id: str, run_id: int) -> str:
    """How far a run is; the page asks again by itself until it is over."""
    conference = queries.one(conference_id, actor())
    found = planning_runs.one(conference, run_id)
    bound, score = found.progress.get("bound"), found.progress.get("score", 0)
    lost = planning.lost(found)
    return render_template(
        "conferences/run.html",
        conference=conference,
        run=found,
        under_way=found.status in planning_runs.UNDER_WAY and not lost,
        status=_word(RUN, "failed" if lost else found.status),
        stage=_word(STAGE, found.progress.get("stage", "")),
        share=score / bound if bound else None,
        error=errors.sentence("planning_interrupted" if lost else found.error, {}, language())
        if lost or found.error
        else "",
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
    )


@blueprint.post("/<conference_id>/runs/<int:run_id>/stop")
@requires(Permission.ARRANGE_CONFERENCES)
def stop(conference_id: str, run_id: int) -> AnyResponse:
    """End a run with the best timetable that it has."""
    planning.stop(conference_id, run_id, actor())
    return redirect(url_for("conference_planning.run", conference_id=conference_id, run_id=run_id))


@blueprint.post("/<conference_id>/timetables/<int:number>/publish")
@requires(Permission.REPAIR_CONFERENCES)
def publish(conference_id: str, number: int) -> AnyResponse:
    """Hand out the latest version."""
    try:
        conferences.publish(conference_id, number, actor())
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(
            _(
                "Đã phát hành bản lịch số %(number)s; đường dẫn riêng của các đơn vị nay hiện lịch này.",
                number=number,
            ),
            "success",
        )
    return redirect(url_for("conferences.one", conference_id=conference_id))


@blueprint.get("/<conference_id>/timetables/<int:number>/changes")
@requires(Permission.SEE_CONFERENCES)
def changes(conference_id: str, number: int) -> str:
    """What a version changed in the one before it."""
    conference = queries.one(conference_id, actor())
    version = arranging.schedule_of(conference_id, number, actor())
    return render_template(
        "conferences/changes.html",
        conference=conference,
        version=version,
        lines=change_lines(conference.document, version.changes, language()),
    )


def _to_the_timetable(run: PlanningRun) -> AnyResponse:
    flash(_("Đã xếp xong lịch, bản số %(number)s.", number=run.number), "success")
    return redirect(url_for("conferences.one", conference_id=run.conference_id))


def _address(run: PlanningRun) -> str:
    return url_for("conference_planning.run", conference_id=run.conference_id, run_id=run.id)


def _word(table: dict[str, tuple[str, str]], code: str) -> str:
    return table.get(code, (code, code))[language() == "en"]
