"""Who takes part in a conference: the list, one participant, and those of the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as queries
from matchmaker.queries import invitees
from matchmaker.queries.paging import page_of
from matchmaker.queries.search import fold
from matchmaker.schemas.preparation import ParticipantSchema
from matchmaker.services import calling, guests, preparing
from matchmaker.web.conference_preparation import Answer, seen_version
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.timetable import slot_time
from matchmaker.wording import errors, prints

blueprint = Blueprint("conference_guests", __name__, url_prefix="/conferences")

FIELDS = tuple(ParticipantSchema().fields)
TICKS = ("host", "contact_public")
IN_LINES = ("products", "wants", "languages")


@blueprint.get("/<conference_id>/guests")
@requires(Permission.SEE_CONFERENCES)
def index(conference_id: str) -> str:
    """The participants, narrowed by side and words."""
    conference = queries.one(conference_id, actor())
    side, text = request.args.get("side", ""), request.args.get("q", "")
    words = fold(text).split()
    rows = [
        row
        for row in conference.document["participants"]
        if side in ("", row.get("side")) and all(word in _searched(row) for word in words)
    ]
    return render_template(
        "conferences/guests.html",
        conference=conference,
        page=page_of(rows, request.args.get("page", 1, int)),
        side=side,
        q=text,
        slots=len(conference.document["slots"]),
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
    )


@blueprint.get("/<conference_id>/guests/new")
@requires(Permission.ARRANGE_CONFERENCES)
def new(conference_id: str) -> str:
    """An empty form."""
    initial = {"side": "producer", "representatives": 1, "languages": ["vi"]}
    return _form_page(queries.one(conference_id, actor()), GuestForm(initial=initial))


@blueprint.post("/<conference_id>/guests/new")
@requires(Permission.ARRANGE_CONFERENCES)
def enter(conference_id: str) -> Answer:
    """Add a participant typed in by hand."""
    conference, form = queries.one(conference_id, actor()), GuestForm(request.form)
    record = form.load()
    if record is not None and _done(
        form, lambda: preparing.enter(conference_id, record, actor(), seen_version())
    ):
        flash(_("Đã thêm “%(name)s”.", name=record["name"]), "success")
        return redirect(url_for("conference_guests.index", conference_id=conference_id))
    return _form_page(conference, form), 422


@blueprint.get("/<conference_id>/guests/<participant_id>/edit")
@requires(Permission.ARRANGE_CONFERENCES)
def one(conference_id: str, participant_id: str) -> str:
    """One participant in a form."""
    conference = queries.one(conference_id, actor())
    participant = guests.find(conference.document, participant_id)
    calling.participants([participant], actor(), conference_id)
    return _form_page(
        conference, GuestForm(initial=guests.record_of(conference.document, participant)), participant
    )


@blueprint.post("/<conference_id>/guests/<participant_id>/edit")
@requires(Permission.ARRANGE_CONFERENCES)
def amend(conference_id: str, participant_id: str) -> Answer:
    """Change a participant."""
    conference, form = queries.one(conference_id, actor()), GuestForm(request.form)
    participant = guests.find(conference.document, participant_id)
    record = form.load(left_out=("id",))
    if record is not None and _done(
        form, lambda: preparing.amend(conference_id, participant_id, record, actor(), seen_version())
    ):
        flash(_("Đã lưu “%(name)s”.", name=record["name"]), "success")
        return redirect(url_for("conference_guests.index", conference_id=conference_id))
    calling.participants([participant], actor(), conference_id)
    return _form_page(conference, form, participant), 422


@blueprint.get("/<conference_id>/guests/<participant_id>/remove")
@requires(Permission.ARRANGE_CONFERENCES)
def ask_removal(conference_id: str, participant_id: str) -> str:
    """What removing a participant takes away with it."""
    conference = queries.one(conference_id, actor())
    return render_template(
        "conferences/remove_guest.html",
        conference=conference,
        participant=guests.find(conference.document, participant_id),
    )


@blueprint.post("/<conference_id>/guests/<participant_id>/remove")
@requires(Permission.ARRANGE_CONFERENCES)
def remove(conference_id: str, participant_id: str) -> AnyResponse:
    """Take a participant out."""
    name = guests.find(queries.one(conference_id, actor()).document, participant_id)["name"]
    try:
        preparing.remove(conference_id, participant_id, actor(), seen_version())
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(_("Đã bỏ “%(name)s” khỏi hội nghị.", name=name), "success")
    return redirect(url_for("conference_guests.index", conference_id=conference_id))


@blueprint.get("/<conference_id>/guests/database")
@requires(Permission.ARRANGE_CONFERENCES)
def database(conference_id: str) -> str:
    """Organisations of the database that do not take part yet."""
    conference = queries.one(conference_id, actor())
    asked = request.args
    side = "buyer" if asked.get("side") == "buyer" else "producer"
    known = {p.get("organisation") or p["id"] for p in conference.document["participants"]}
    chosen = asked.getlist("province")
    return render_template(
        "conferences/database.html",
        conference=conference,
        side=side,
        q=asked.get("q", ""),
        chosen=chosen,
        provinces=invitees.provinces(actor()),
        found=invitees.search(actor(), side, chosen, asked.get("q", ""), known),
        most=invitees.SHOWN,
    )


@blueprint.post("/<conference_id>/guests/database")
@requires(Permission.ARRANGE_CONFERENCES)
def invite(conference_id: str) -> AnyResponse:
    """Add the ticked organisations."""
    try:
        added = preparing.invite(conference_id, request.form.getlist("organisation"), actor(), seen_version())
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(ngettext("Đã thêm %(num)s đơn vị.", "Đã thêm %(num)s đơn vị.", len(added)), "success")
    target = "conference_guests.index" if request.form.get("back") != "invitations" else INVITATIONS
    return redirect(url_for(target, conference_id=conference_id))


INVITATIONS = "conference_pairs.invitations"


class GuestForm(RecordForm):
    """A participant as the form shows it: lists a line each, presence where the record tells absence."""

    def __init__(self, typed: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        shown = dict(initial or {})
        shown |= {name: "\n".join(shown.get(name) or ()) for name in IN_LINES}
        shown |= {name: "true" if shown.get(name) else "" for name in TICKS}
        super().__init__(ParticipantSchema, FIELDS, typed, shown)

    def record(self) -> dict[str, Any]:
        """Lists of words come as lines of one field, absences as ticks."""
        typed = {name: self.value(name).strip() for name in self.fields if name != "absent"}
        return {name: value for name, value in typed.items() if value} | {"absent": self.values("absent")}


def _done(form: RecordForm, work: Any) -> bool:
    """Whether ``work`` was carried out; what was refused stands in the form."""
    try:
        work()
    except InvalidRecord as refused:
        form.refuse(refused.messages)
    except (Conflict, Stale) as error:
        form.messages["name"] = errors.sentence(error.code, error.facts, language())
    return not form.messages


def _form_page(conference: Conference, form: GuestForm, participant: Mapping[str, Any] | None = None) -> str:
    document, sessions = conference.document, {}
    for slot in document["slots"]:
        label = prints.session_label(document, slot, language())
        sessions.setdefault(label, []).append((str(slot["id"]), slot_time(slot)))
    return render_template(
        "conferences/guest.html",
        conference=conference,
        form=form,
        participant=participant,
        sessions=sessions,
        tables=[(table["id"], table["id"]) for table in document["tables"]],
        sides=[("producer", _("Bên bán")), ("buyer", _("Bên mua")), ("peer", _("Đơn vị"))],
    )


def _searched(row: Mapping[str, Any]) -> str:
    told = (row["id"], row.get("name"), row.get("province"), row.get("booth"), *(row.get("products") or ()))
    return fold(" ".join(str(text or "") for text in told))
