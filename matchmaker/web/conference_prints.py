"""The room "Prints" of a conference: each print in its formats, all at once, or only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.estimates import sheets_of_paper
from matchmaker.documents.material import Material
from matchmaker.documents.prints import KINDS, Kind
from matchmaker.documents.spreadsheets import XLSX_TYPE
from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import NotFound
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import conferences as queries
from matchmaker.services import gathering, printing
from matchmaker.services.printing import Order
from matchmaker.web.language import language
from matchmaker.wording import print_names, prints

blueprint = Blueprint("conference_prints", __name__, url_prefix="/conferences")

TYPES = {
    "pdf": "application/pdf",
    "xlsx": XLSX_TYPE,
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Line:
    """One print as the page lists it; ``sheets`` are A4 sheets, ``ready`` whether it has what it needs."""

    kind: Kind
    name: str
    purpose: str
    sheets: int
    ready: bool


@dataclass(frozen=True)
class Again:
    """The sheets that differ between the version in people's hands and this one."""

    before: int
    counts: list[tuple[str, str, int]]


@blueprint.get("/<conference_id>/prints")
@requires(Permission.SEE_CONFERENCES)
def index(conference_id: str) -> str:
    """What can be printed, what each is for, how many sheets it takes, in which formats."""
    conference = queries.one(conference_id, actor())
    number = request.args.get("version", 0, int)
    found = gathering.material(conference_id, number, language(), actor())
    version = gathering.version_of(conference, number)
    return render_template(
        "conferences/prints.html",
        conference=conference,
        version=version,
        lines=[_line(found, kind) for kind in KINDS.values()],
        forms=print_names.FORMS,
        again=_again(conference, version.number) if version else None,
    )


@blueprint.get("/<conference_id>/prints/<which>.<form>")
@requires(Permission.SEE_CONFERENCES)
def one(conference_id: str, which: str, form: str) -> AnyResponse:
    """One print in one format; ``pack.pdf`` holds the timetables and slips, ``pack.zip`` everything."""
    if form not in TYPES:
        raise NotFound
    order = _order()
    try:
        if (which, form) == ("pack", "zip"):
            body = printing.archive(conference_id, order, actor())
        else:
            body = printing.printed(conference_id, which, form, order, actor())
    except NotPrintedError as error:
        return _failed(conference_id, error)
    return _file(body, form, _name(which, form))


@blueprint.get("/<conference_id>/prints/memorandum/<producer>/<buyer>.<form>")
@requires(Permission.SEE_CONFERENCES)
def memorandum(conference_id: str, producer: str, buyer: str, form: str) -> AnyResponse:
    """The memorandum of one pair, to be edited and signed."""
    try:
        body = printing.memorandum(conference_id, (producer, buyer), form, _order(), actor())
    except NotPrintedError as error:
        return _failed(conference_id, error)
    return _file(body, form, f"{print_names.name('memoranda', language())} {producer} {buyer}.{form}")


@blueprint.get("/<conference_id>/prints/changes/<int:before>/<int:after>/<which>.pdf")
@requires(Permission.SEE_CONFERENCES)
def again(conference_id: str, before: int, after: int, which: str) -> AnyResponse:
    """Only the sheets that differ between two versions."""
    order = Order(after, language(), request.url_root)
    try:
        body = printing.reprint(conference_id, before, after, which, order, actor())
    except NotPrintedError as error:
        return _failed(conference_id, error)
    return _file(body, "pdf", f"{print_names.name(which, language())} {after}-{before}.pdf")


def _line(found: Material, kind: Kind) -> Line:
    lang = language()
    ready = bool(found.schedule["meetings"]) or not kind.timed
    sheets = sheets_of_paper(found, kind.code, lang) if ready else 0
    return Line(kind, print_names.name(kind.code, lang), print_names.purpose(kind.code, lang), sheets, ready)


def _again(conference: Conference, number: int) -> Again | None:
    """What to print again since the last version handed out, or since the one chosen."""
    chosen = request.args.get("before", 0, int)
    handed = [v.number for v in conference.schedules if v.published_at and v.number < number]
    before = chosen if 0 < chosen < number else max(handed, default=number - 1)
    if not before:
        return None
    only = printing.changes(conference.id, before, number, actor())
    amounts = {"tables": len(only.tables), "participants": len(only.participants), "slips": len(only.pairs)}
    lang = language()
    return Again(before, [(code, print_names.name(code, lang), n) for code, n in amounts.items()])


def _order() -> Order:
    return Order(request.args.get("version", 0, int), language(), request.url_root)


def _name(which: str, form: str) -> str:
    if which == "pack":
        whole = _("In cả hội nghị")
        return f"{whole}.{form}"
    kind = KINDS.get(which)
    return print_names.file_name(which, kind.number, form, language()) if kind else f"{which}.{form}"


def _file(body: bytes, form: str, name: str) -> AnyResponse:
    """A file under its Vietnamese name; a PDF opens in the browser, the others are saved."""
    shown = "inline" if form == "pdf" else "attachment"
    plain = f"{(request.view_args or {}).get('which', 'memorandum')}.{form}"
    disposition = f"{shown}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, '')}"
    return Response(body, mimetype=TYPES[form], headers={"Content-Disposition": disposition})


def _failed(conference_id: str, error: NotPrintedError) -> AnyResponse:
    flash(prints.fault(error.code, error.facts, language()))
    return redirect(url_for("conference_prints.index", conference_id=conference_id))
