"""The page of who may do what and who is shown what, straight from the two tables that decide it."""

from __future__ import annotations

from flask import Blueprint, render_template

from matchmaker.permissions import ROLES, Permission, requires
from matchmaker.queries.visibility import CONSENT_COVERS, TAKING_PART, VISIBLE, Viewer

blueprint = Blueprint("visible_fields", __name__, url_prefix="/who-sees-what")


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def page() -> str:
    """Fields by viewer and stage, then permissions by role."""
    return render_template(
        "reference/who_sees_what.html",
        visible=VISIBLE,
        viewers=list(Viewer),
        taking_part=TAKING_PART,
        covered=CONSENT_COVERS,
        roles=ROLES,
        permissions=list(Permission),
    )
