"""The organizer's pages: conferences, a timetable as a grid, one meeting moved by hand."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import Conference, ScheduleVersion
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, locking, planning
from matchmaker.services.arranging import Moved, Place
from matchmaker.web.language import language
from matchmaker.web.timetable import named, slot_time, timetable
from matchmaker.web.timetable_versions import version_lines
from matchmaker.wording import errors, prints
from matchmaker.wording.schedules import STATUS, sentence

blueprint = Blueprint("conferences", __name__, url_prefix="/conferences")


@blueprint.get("/")
@requires(Permission.SEE_CONFERENCES)
def index() -> str:
    """The conferences that the person may see."""
    return render_template("conferences/index.html", conferences=queries.listed(actor()))


@blueprint.get("/<conference_id>")
@requires(Permission.SEE_CONFERENCES)
def one(conference_id: str) -> str:
    """One conference with its latest timetable, or the version asked for."""
    found = queries.one(conference_id, actor())
    version = _version(found, request.args.get("version", 0, int))
    return render_template(
        "conferences/one.html",
        conference=found,
        version=version,
        grid=timetable(found.document, version.document, language()) if version else None,
        status=STATUS[version.document["status"]][language() == "en"] if version else "",
        latest=bool(version) and version is found.schedules[-1],
        prints=_print_names(),
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
        may_repair=may(Permission.REPAIR_CONFERENCES),
        versions=version_lines(found, language()),
        published=next((known.number for known in reversed(found.schedules) if known.published_at), None),
        choices=planning.CHOICES,
    )


@blueprint.get("/<conference_id>/timetables/<int:number>/meeting")
@requires(Permission.ARRANGE_CONFERENCES)
def meeting(conference_id: str, number: int) -> str:
    """Where one meeting stands and where it could go; with a slot and a table, what that would break."""
    parties = _parties(request.args)
    moved = _tried(conference_id, number, parties) if request.args.get("table") else None
    return _meeting_page(conference_id, number, parties, moved)


@blueprint.post("/<conference_id>/timetables/<int:number>/meeting")
@requires(Permission.ARRANGE_CONFERENCES)
def move(conference_id: str, number: int) -> str | AnyResponse | tuple[str, int]:
    """Move the meeting and keep a new version; a move that breaks a rule comes back with the rules."""
    parties = _parties(request.form)
    moved = _tried(conference_id, number, parties)
    if moved.problems:
        return _meeting_page(conference_id, number, parties, moved), 422
    try:
        version = arranging.move_meeting(
            conference_id, number, frozenset(parties), _place(conference_id), actor(), _note(parties)
        )
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(_("Đã chuyển cuộc gặp; lịch mới là bản số %(number)s.", number=version.number), "success")
    return redirect(url_for("conferences.one", conference_id=conference_id))


def _version(conference: Conference, number: int) -> ScheduleVersion | None:
    if not number:
        return conference.schedules[-1] if conference.schedules else None
    return arranging.schedule_of(conference.id, number, actor())


def _parties(given: Any) -> tuple[str, str]:
    a, b = given.get("a", ""), given.get("b", "")
    if not a or not b:
        raise NotFound
    return a, b


def _place(conference_id: str) -> Place:
    """The slot and the table chosen; slots are numbers or texts, so the chosen one is looked up."""
    document = queries.one(conference_id, actor()).document
    wanted = request.values.get("slot", "")
    slot = next((s["id"] for s in document["slots"] if str(s["id"]) == wanted), None)
    if slot is None:
        raise NotFound
    return Place(slot, request.values.get("table", ""))


def _tried(conference_id: str, number: int, parties: tuple[str, str]) -> Moved:
    return arranging.try_move(conference_id, number, frozenset(parties), _place(conference_id), actor())


def _note(parties: tuple[str, str]) -> str:
    return request.form.get("note", "").strip()[:300] or f"{parties[0]} – {parties[1]}"


def _meeting_page(conference_id: str, number: int, parties: tuple[str, str], moved: Moved | None) -> str:
    found = queries.one(conference_id, actor())
    document = found.document
    version = arranging.schedule_of(conference_id, number, actor())
    standing = next((m for m in version.document["meetings"] if {m["a"], m["b"]} == set(parties)), None)
    if standing is None:
        raise NotFound
    people = {p["id"]: p.get("name") or p["id"] for p in document["participants"]}
    lang = language()
    slots = [
        (str(s["id"]), f"{slot_time(s)} · {prints.session_label(document, s, lang)}")
        for s in document["slots"]
    ]
    return render_template(
        "conferences/meeting.html",
        conference=found,
        number=number,
        meeting=standing,
        names=[people[standing["a"]], people[standing["b"]]],
        slots=slots,
        tables=[t["id"] for t in document["tables"]],
        slot=request.values.get("slot", str(standing["slot"])),
        table=request.values.get("table", standing["table"]),
        stands=f"{dict(slots)[str(standing['slot'])]} · {_('Bàn')} {prints.table_name(standing['table'])}",
        checked=moved is not None,
        locked=locking.is_locked(document, frozenset(parties)),
        problems=[sentence(p.code, named(p.facts, people), lang) for p in (moved.problems if moved else ())],
    )


def _print_names() -> list[tuple[str, str]]:
    return [
        ("tables", _("Theo bàn")),
        ("participants", _("Theo đơn vị")),
        ("slips", _("Phiếu kết quả")),
        ("grid", _("Toàn hội nghị")),
        ("pack", _("In tất cả")),
    ]
