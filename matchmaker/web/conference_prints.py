"""The room "Prints" of a conference: each print in its formats, all at once, or only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.estimates import sheets_of_paper
from matchmaker.documents.material import Material
from matchmaker.documents.prints import KINDS, Kind, kinds_for
from matchmaker.documents.spreadsheets import XLSX_TYPE
from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import NotFound
from matchmaker.extensions import queue
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import conferences as queries
from matchmaker.queries import print_jobs
from matchmaker.services import gathering, packing, printing
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
        lines=[_line(found, kind) for kind in kinds_for(found)],
        forms=print_names.FORMS,
        again=_again(conference, version.number) if version else None,
        large=packing.is_large(found.schedule),
    )


@blueprint.get("/<conference_id>/prints/<which>.<form>")
@requires(Permission.SEE_CONFERENCES)
def one(conference_id: str, which: str, form: str) -> AnyResponse:
    """One print in one format; ``pack.pdf`` holds the timetables and slips, ``pack.zip`` everything."""
    if form not in TYPES:
        raise NotFound
    order = _order()
    schedule = gathering.schedule_of(queries.one(conference_id, actor()), order.number)
    if which == "pack" and packing.is_large(schedule):
        return redirect(url_for("conference_prints.index", conference_id=conference_id, version=order.number))
    try:
        if (which, form) == ("pack", "zip"):
            body = printing.archive(conference_id, order, actor())
        else:
            body = printing.printed(conference_id, which, form, order, actor())
    except NotPrintedError as error:
        return _failed(conference_id, error)
    return _file(body, form, _name(which, form))


@blueprint.post("/<conference_id>/prints/jobs")
@requires(Permission.SEE_CONFERENCES)
def prepare(conference_id: str) -> AnyResponse:
    """Have the pack of a large conference made, and show how far it is."""
    order = Order(request.form.get("version", 0, int), language(), request.url_root)
    job = packing.ask(conference_id, request.form.get("form", ""), order, actor())
    queue.defer("print_pack", str(job.id))
    return redirect(url_for("conference_prints.job", conference_id=conference_id, job_id=job.id))


@blueprint.get("/<conference_id>/prints/jobs/<int:job_id>")
@requires(Permission.SEE_CONFERENCES)
def job(conference_id: str, job_id: int) -> str:
    """How far a pack is; the page asks again by itself until it is ready."""
    conference = queries.one(conference_id, actor())
    found = print_jobs.one(conference, job_id, actor())
    failed = packing.lost(found) or found.status == "failed"
    return render_template(
        "conferences/print_job.html",
        conference=conference,
        job=found,
        under_way=found.status in packing.UNDER_WAY and not failed,
        error=prints.fault("not_ready", {}, language()) if failed else "",
    )


@blueprint.get("/<conference_id>/prints/jobs/<int:job_id>/file")
@requires(Permission.SEE_CONFERENCES)
def job_file(conference_id: str, job_id: int) -> AnyResponse:
    """The pack that is ready, for who asked for it."""
    found, path = packing.made(conference_id, job_id, actor())
    answer = send_file(path, mimetype=TYPES[found.form], max_age=0)
    answer.headers["Content-Disposition"] = _disposition(
        "attachment", f"pack.{found.form}", _name("pack", found.form)
    )
    return answer


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
    headers = {"Content-Disposition": _disposition(shown, plain, name)}
    return Response(body, mimetype=TYPES[form], headers=headers)


def _disposition(shown: str, plain: str, name: str) -> str:
    return f"{shown}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, '')}"


def _failed(conference_id: str, error: NotPrintedError) -> AnyResponse:
    flash(prints.fault(error.code, error.facts, language()))
    return redirect(url_for("conference_prints.index", conference_id=conference_id))
