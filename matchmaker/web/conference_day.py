"""The day of a conference: who has come, by name, by code or by QR, and what is announced in the hall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import InvalidRecord
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import attendance as queries
from matchmaker.queries import conferences
from matchmaker.services import attending, guests, hall_clock, hall_links
from matchmaker.services.calendar import clock
from matchmaker.web import scanned
from matchmaker.web.attendance_lines import Guest, counted, fitting, guest_lines, missing_next
from matchmaker.web.forms import first_message
from matchmaker.web.hall_tables import slot_tables
from matchmaker.web.language import language
from matchmaker.web.timetable import slot_time
from matchmaker.web.words import label
from matchmaker.wording import errors, prints

blueprint = Blueprint("conference_day", __name__, url_prefix="/conferences")

FOUND, RECENT = 20, 5
Document = Mapping[str, Any]


@blueprint.get("/<conference_id>/day")
@requires(Permission.RECORD_MEETINGS)
def index(conference_id: str) -> str:
    """One box to find somebody, big buttons, and who is missing for the next slot."""
    conference = conferences.one(conference_id, actor())
    following = next_slot(conference, request.args.get("slot", ""))
    lines = _lines(conference, following)
    sought = request.args.get("q", "")
    found = fitting(lines, sought)
    noted = sorted(
        (line for line in lines if line.noted_at), key=lambda line: str(line.noted_at), reverse=True
    )
    return render_template(
        "conferences/day.html",
        conference=conference,
        counts=counted(lines),
        q=sought,
        found=found[:FOUND],
        more=len(found) - FOUND,
        missing=missing_next(lines),
        following=following,
        following_time=slot_time(following) if following else "",
        slots=slot_choices(conference.document),
        recent=noted[:RECENT],
    )


@blueprint.get("/<conference_id>/day/attendance")
@requires(Permission.RECORD_MEETINGS)
def attendance(conference_id: str) -> str:
    """Everybody with the latest word, narrowed by status."""
    conference = conferences.one(conference_id, actor())
    lines = _lines(conference, next_slot(conference))
    status = request.args.get("status", "all")
    return render_template(
        "conferences/attendance.html",
        conference=conference,
        counts=counted(lines),
        lines=[line for line in lines if status in ("all", line.status or "unseen")],
        status=status,
    )


@blueprint.post("/<conference_id>/day/check-in")
@requires(Permission.RECORD_MEETINGS)
def check_in(conference_id: str) -> AnyResponse:
    """Note that somebody has come, comes late, stays away or has left."""
    asked = request.form
    participant = asked.get("participant", "")
    _note(
        conference_id, participant, asked.get("status", ""), asked.get("slot", ""), asked.get("how", "name")
    )
    return _back(conference_id)


@blueprint.post("/<conference_id>/day/scan")
@requires(Permission.RECORD_MEETINGS)
def scan(conference_id: str) -> AnyResponse:
    """A scanned or typed code: a participant is checked in, a slip opened."""
    conference = conferences.one(conference_id, actor())
    text = request.form.get("code", "")[:500]
    participant = scanned.guest(text, conference_id, conference.document)
    if participant is not None:
        _note(conference_id, participant, "arrived", "", "qr" if "/" in text else "name")
        return _back(conference_id)
    slips = scanned.slip(text, conference_id, conference.document, ()) if "/results/" in text else []
    if slips:
        producer, buyer = slips[0]
        return redirect(
            url_for("conference_results.one", conference_id=conference_id, producer=producer, buyer=buyer)
        )
    flash(errors.sentence("guest_not_found", {"value": text}, language()))
    return _back(conference_id)


@blueprint.post("/<conference_id>/day/undo")
@requires(Permission.RECORD_MEETINGS)
def undo(conference_id: str) -> AnyResponse:
    """Take back the last word on somebody."""
    participant = request.form.get("participant", "")
    status = attending.undo(conference_id, participant, actor())
    name = _name(conferences.one(conference_id, actor()).document, participant)
    flash(_("Đã hoàn tác. %(name)s: %(status)s.", name=name, status=label("attendance", status)), "success")
    return _back(conference_id)


@blueprint.get("/<conference_id>/day/announce")
@requires(Permission.RECORD_MEETINGS)
def announce(conference_id: str) -> str:
    """The next slot as a sheet to read aloud or print, and the link of the board in the hall."""
    conference = conferences.one(conference_id, actor())
    following = next_slot(conference, request.args.get("slot", ""))
    latest = conference.schedules[-1].document if conference.schedules else {"meetings": []}
    return render_template(
        "conferences/announce.html",
        conference=conference,
        slots=slot_choices(conference.document),
        chosen=str(following["id"]) if following else "",
        sheet=slot_tables(conference.document, latest, following, language()) if following else None,
        hall=url_for(
            "hall.board", conference_id=conference.id, key=hall_links.key(conference.id), _external=True
        ),
        published=any(version.published_at for version in conference.schedules),
    )


def next_slot(conference: Conference, wanted: str = "") -> Document | None:
    """The slot asked for, else the next one by the clock; after the last slot there is none."""
    if wanted:
        return hall_clock.chosen(conference.document, wanted)
    return hall_clock.hour(conference.document["slots"], clock()).next


def slot_choices(document: Document) -> list[tuple[str, str]]:
    """The slots as the choices of a form."""
    return [
        (str(s["id"]), f"{slot_time(s)} · {prints.session_label(document, s, language())}")
        for s in document["slots"]
    ]


def _lines(conference: Conference, following: Document | None) -> list[Guest]:
    latest: Sequence[Document] = conference.schedules[-1].document["meetings"] if conference.schedules else ()
    return guest_lines(conference.document, queries.of_conference(conference.id), latest, following)


def _note(conference_id: str, participant: str, status: str, slot: str, how: str) -> None:
    try:
        attending.note(conference_id, participant, status, actor(), slot, how)
    except InvalidRecord as refused:
        flash(first_message(next(iter(refused.messages.values()))))
        return
    name = _name(conferences.one(conference_id, actor()).document, participant)
    flash(_("%(name)s: %(status)s.", name=name, status=label("attendance", status)), "success")


def _name(document: Document, participant: str) -> str:
    return str(guests.find(document, participant).get("name") or participant)


def _back(conference_id: str) -> AnyResponse:
    return redirect(url_for("conference_day.index", conference_id=conference_id))
