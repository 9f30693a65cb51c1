"""A list of participants as a spreadsheet: a template, a look at what it would do, and taking it in."""

from __future__ import annotations

import json
import zlib

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.material import told_people
from matchmaker.errors import Conflict, Stale
from matchmaker.exchange.spreadsheets import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS, SheetRefused, rows_of
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import conferences as queries
from matchmaker.services import calling, guest_lists, guests
from matchmaker.services.guest_lists import Reading
from matchmaker.web.conference_preparation import Answer, seen_version
from matchmaker.web.language import language
from matchmaker.web.list_templates import guest_template
from matchmaker.web.timetable import slot_time
from matchmaker.web.words import label
from matchmaker.wording import errors, labels, prints

blueprint = Blueprint("guest_sheets", __name__, url_prefix="/conferences")

LONGEST = 400_000  # letters of the list that waits in the page between the look and the taking


@blueprint.get("/<conference_id>/guests/sheet")
@requires(Permission.ARRANGE_CONFERENCES)
def ask(conference_id: str) -> str:
    """Where a file is chosen."""
    return _page(queries.one(conference_id, actor()))


@blueprint.get("/<conference_id>/guests/sheet.xlsx")
@requires(Permission.ARRANGE_CONFERENCES)
def download(conference_id: str) -> Response:
    """The template, with the participants there are, to be completed."""
    conference = queries.one(conference_id, actor())
    document = conference.document
    slots = [
        [str(slot["id"]), slot_time(slot), prints.session_label(document, slot, language())]
        for slot in document["slots"]
    ]
    rows = [_row(guests.record_of(document, row)) for row in document["participants"]]
    head = [_("Số"), _("Giờ"), _("Phiên")]
    calling.participants(filter(told_people, document["participants"]), actor(), conference_id)
    data = guest_template(rows, [str(table["id"]) for table in document["tables"]], [head, *slots])
    return Response(
        data,
        mimetype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{conference_id}-don-vi.xlsx"'},
    )


@blueprint.post("/<conference_id>/guests/sheet")
@requires(Permission.ARRANGE_CONFERENCES)
def look(conference_id: str) -> Answer:
    """What the file would add, change and leave; nothing is stored."""
    conference, sent = queries.one(conference_id, actor()), request.files.get("file")
    try:
        rows = rows_of(sent.read(LARGEST_FILE + 1) if sent else b"")
    except SheetRefused as refused:
        return _page(conference, error=errors.sentence(refused.code, refused.facts, language())), 422
    reading = guest_lists.look(conference_id, rows, actor())
    waiting = "" if reading.faults else _packed(rows, conference_id)
    if len(waiting) > LONGEST:
        return _page(conference, error=errors.sentence("sheet_too_big", {"megabytes": 2}, language())), 422
    return _page(conference, reading, waiting), 422 if reading.faults else 200


@blueprint.post("/<conference_id>/guests/sheet/take")
@requires(Permission.ARRANGE_CONFERENCES)
def take(conference_id: str) -> AnyResponse:
    """Take in the list that was looked at."""
    queries.one(conference_id, actor())
    rows = _unpacked(request.form.get("list", ""), conference_id)
    again = redirect(url_for("guest_sheets.ask", conference_id=conference_id))
    if rows is None:
        flash(_("Danh sách không còn nguyên; hãy gửi lại tệp."))
        return again
    try:
        reading = guest_lists.take(conference_id, rows, actor(), seen_version())
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return again
    flash(
        _(
            "Đã thêm %(added)s, sửa %(changed)s, giữ nguyên %(kept)s đơn vị.",
            added=reading.count("add"),
            changed=reading.count("change"),
            kept=reading.count("keep"),
        ),
        "success",
    )
    return redirect(url_for("conference_guests.index", conference_id=conference_id))


def _row(record: dict[str, object]) -> dict[str, str]:
    """A participant as cells by column, in the words that the columns' lists have."""
    said = {name: _cell(record.get(name)) for name in guest_lists.COLUMNS}
    for name, kind in guest_lists.WORDED.items():
        said[name] = labels.label(kind, said[name], "vi") if said[name] else ""
    return said


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _page(conference: Conference, reading: Reading | None = None, waiting: str = "", error: str = "") -> str:
    faults = [
        (fault.row, label("field", fault.column), fault.value, fault.reason[language()])
        for fault in (reading.faults if reading else ())
    ]
    return render_template(
        "conferences/sheet.html",
        conference=conference,
        reading=reading,
        faults=faults,
        waiting=waiting,
        unspoken=prints.languages(reading.unspoken, language()) if reading else "",
        error=error,
        most={"rows": MOST_ROWS, "columns": MOST_COLUMNS, "megabytes": LARGEST_FILE // 1_000_000},
        columns=[label("field", name) for name in guest_lists.COLUMNS],
    )


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="guest-list")


def _packed(rows: list[list[str]], conference_id: str) -> str:
    """The list as signed text that waits in the page."""
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 9)
    return _signer().dumps([conference_id, packed.hex()])


def _unpacked(text: str, conference_id: str) -> list[list[str]] | None:
    try:
        told, packed = _signer().loads(text)
    except (BadData, ValueError):
        return None
    if told != conference_id:
        return None
    rows: list[list[str]] = json.loads(zlib.decompress(bytes.fromhex(packed)))
    return rows
