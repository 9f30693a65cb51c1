"""Preparing a conference: where it stands, its setting and its sessions."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as queries
from matchmaker.queries import planning_runs, wishes
from matchmaker.services import arranging, planning, preparing
from matchmaker.web.language import language
from matchmaker.web.setting_forms import SettingForm
from matchmaker.web.timetable import obstacle
from matchmaker.wording import errors
from seeds import reference

blueprint = Blueprint("conference_preparation", __name__, url_prefix="/conferences")

Answer = str | AnyResponse | tuple[str, int]


@blueprint.get("/<conference_id>/preparation")
@requires(Permission.SEE_CONFERENCES)
def overview(conference_id: str) -> str:
    """What is there and what is still to be done."""
    conference = queries.one(conference_id, actor())
    return render_template(
        "conferences/preparation.html",
        conference=conference,
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
        counts=_counts(conference),
        answered=wishes.answered(conference_id),
        obstacles=_obstacles(conference),
        run=planning_runs.under_way(conference_id),
        choices=planning.CHOICES,
    )


@blueprint.get("/new")
@requires(Permission.ARRANGE_CONFERENCES)
def new() -> str:
    """An empty form."""
    return _setting_page(SettingForm(), None)


@blueprint.post("/new")
@requires(Permission.ARRANGE_CONFERENCES)
def create() -> Answer:
    """Enter a conference, or show the slots that its sessions make."""
    form = SettingForm(request.form)
    if request.form.get("step") == "preview":
        return _setting_page(form, None, form.preview())
    told = form.both()
    if told is not None:
        try:
            conference = preparing.create(*told, actor())
        except InvalidRecord as refused:
            form.refuse(refused.messages)
        else:
            flash(
                _("Đã lập hội nghị “%(name)s”. Tiếp theo: đưa đơn vị vào.", name=conference.name), "success"
            )
            return redirect(url_for("conference_preparation.overview", conference_id=conference.id))
    return _setting_page(form, None), 422


@blueprint.get("/<conference_id>/setting")
@requires(Permission.ARRANGE_CONFERENCES)
def setting(conference_id: str) -> str:
    """The setting as it is."""
    conference = queries.one(conference_id, actor())
    document = {**conference.document, "province": conference.province}
    return _setting_page(SettingForm(initial=document), conference, conference.document["slots"])


@blueprint.post("/<conference_id>/setting")
@requires(Permission.ARRANGE_CONFERENCES)
def set_up(conference_id: str) -> Answer:
    """Change the setting; what cannot be comes back with its reason."""
    conference, form = queries.one(conference_id, actor()), SettingForm(request.form)
    if request.form.get("step") == "preview":
        return _setting_page(form, conference, form.preview())
    told = form.both()
    if told is not None:
        try:
            preparing.set_up(conference_id, *told, actor(), seen_version())
        except InvalidRecord as refused:
            form.refuse(refused.messages)
        except (Conflict, Stale) as error:
            form.messages["sessions"] = errors.sentence(error.code, error.facts, language())
        else:
            flash(_("Đã lưu thiết lập hội nghị."), "success")
            return redirect(url_for("conference_preparation.overview", conference_id=conference_id))
    return _setting_page(form, conference), 422


def seen_version() -> int:
    """The version of the conference that the form was opened with; 0 for none."""
    text = request.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _setting_page(
    form: SettingForm, conference: Conference | None, slots: list[dict[str, Any]] | None = None
) -> str:
    return render_template(
        "conferences/setting.html",
        form=form,
        conference=conference,
        slots=slots or [],
        provinces=[(name, name) for name in sorted({row["new_province"] for row in reference("provinces")})],
    )


def _obstacles(conference: Conference) -> list[str]:
    """What cannot be, in sentences with the participants' names."""
    document = conference.document
    if not document["participants"]:
        return []
    people = {p["id"]: p.get("name") or p["id"] for p in document["participants"]}
    found = arranging.obstacles(conference.id, actor())
    return [obstacle(finding, people, language()) for finding in found]


def _counts(conference: Conference) -> dict[str, int]:
    document = conference.document
    sides = [p.get("side") for p in document["participants"]]
    return {
        "producers": sides.count("producer"),
        "buyers": sides.count("buyer"),
        "peers": sides.count("peer"),
        "slots": len(document["slots"]),
        "tables": len(document["tables"]),
    }
