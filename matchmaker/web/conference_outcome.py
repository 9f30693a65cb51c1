"""What came of a conference: the figures of its report, and the follow-up of every pair that met."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from matchmaker.documents.outcomes import AGREEMENTS, counted
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences
from matchmaker.schemas.choices import OUTCOMES, STEPS
from matchmaker.services import following, gathering
from matchmaker.web.language import language

blueprint = Blueprint("conference_outcome", __name__, url_prefix="/conferences")

STATES = ("overdue", "due", "later", "done")


@blueprint.get("/<conference_id>/results/report")
@requires(Permission.SEE_CONFERENCES)
def figures(conference_id: str) -> str:
    """The report's figures; memoranda, framework and purchase contracts each by themselves."""
    material = gathering.material(conference_id, 0, language(), actor())
    outcomes = counted(material)
    here = list(material.attendance.values())
    return render_template(
        "conferences/figures.html",
        conference=conferences.one(conference_id, actor()),
        outcomes=outcomes,
        told=sum(outcomes.outcomes.values()),
        came=sum(status in ("arrived", "left") for status in here),
        absent=here.count("absent"),
        expected=len(material.people),
        kinds=[(kind, outcomes.summed(kind)) for kind in AGREEMENTS],
        codes=OUTCOMES,
        steps=STEPS,
    )


@blueprint.get("/<conference_id>/results/follow-up")
@requires(Permission.SEE_CONFERENCES)
def follow_up(conference_id: str) -> str:
    """The pairs that met: how far they are, and whom to ask now."""
    conference = conferences.one(conference_id, actor())
    rows = following.followed(conference)
    wanted = request.args.get("state", "")
    return render_template(
        "conferences/follow_up.html",
        conference=conference,
        rows=[row for row in rows if wanted in ("", row.state)],
        counts={state: sum(row.state == state for row in rows) for state in STATES},
        state=wanted,
        people={p["id"]: p.get("name") or p["id"] for p in conference.document["participants"]},
        may_note=may(Permission.RECORD_MEETINGS),
    )
