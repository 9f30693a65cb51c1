"""Lists sent as spreadsheets: sending one, looking at what it would do, taking it in, taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Request, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.exchange.marked_copy import marked_copy
from matchmaker.exchange.sheet_words import KINDS, column_names
from matchmaker.exchange.workbooks import LARGEST_FILE, MOST_ROWS, SheetRefused
from matchmaker.extensions import queue
from matchmaker.models import Demand, Import, ImportRow, Offer
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import imports as queries
from matchmaker.request_cycle import HostCheckedRequest
from matchmaker.services import import_parties, importing
from matchmaker.services.import_rows import PARTY_FIELD
from matchmaker.web import import_places
from matchmaker.web.amounts import summary
from matchmaker.web.language import language
from matchmaker.web.list_templates import template_of
from matchmaker.wording import errors
from matchmaker.wording import imports as words

blueprint = Blueprint("imports", __name__, url_prefix="/imports")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ALIKE = 100  # rows asked about at once
SHOWN = ("all", "bad", "doubtful", "create", "change", "keep")


class ListRequest(HostCheckedRequest):
    """A request that may carry a list, which is longer than any form; every other keeps the usual limit."""

    @property
    def max_content_length(self) -> int | None:
        """Bytes of the body that are read."""
        if self.method == "POST" and self.path.rstrip("/") == "/imports":
            return LARGEST_FILE + 10_000
        return super().max_content_length

    @max_content_length.setter
    def max_content_length(self, value: int | None) -> None:
        Request.max_content_length.fset(self, value)  # type: ignore[attr-defined]


@blueprint.get("/")
@requires(Permission.IMPORT_LISTS)
def index() -> str:
    """The lists sent last, and where one is sent."""
    return _index()


@blueprint.get("/template-<kind>.xlsx")
@requires(Permission.IMPORT_LISTS)
def template(kind: str) -> Response:
    """An empty list to fill in."""
    if kind not in KINDS:
        raise NotFound
    return _file(template_of(kind), f"mau-{kind}.xlsx")


@blueprint.post("/")
@requires(Permission.IMPORT_LISTS)
def send() -> AnyResponse | tuple[str, int]:
    """Keep a file, and have it read."""
    sent = request.files.get("file")
    data, form = (sent.read(LARGEST_FILE + 1) if sent else b""), request.form
    try:
        found = importing.send(
            data, (sent.filename if sent else "") or "", form.get("kind", ""), form.get("sender", ""), actor()
        )
    except SheetRefused as refused:
        return _index(errors.sentence(refused.code, refused.facts, language())), 422
    except InvalidRecord as refused:
        return _index(next(iter(refused.messages.values()))[0][language()]), 422
    queue.defer("check_import", str(found.id))
    return _to(found.id)


@blueprint.get("/<int:import_id>")
@requires(Permission.IMPORT_LISTS)
def one(import_id: int) -> str:
    """What a list would do, or did; how far it is while it is read or taken in."""
    found = queries.one(import_id, actor())
    show = request.args.get("show", "all")
    show = show if show in SHOWN else "all"
    after = request.args.get("after", -1, int)
    chosen = "" if show in ("all", "doubtful") else show
    rows = queries.rows(found.id, chosen, doubtful=show == "doubtful", after=after)
    named = (
        import_parties.parties(found.kind, queries.names(found.id, PARTY_FIELD[found.kind]), actor())
        if found.status == "checked"
        else []
    )
    return render_template(
        "imports/one.html",
        found=found,
        lost=importing.lost(found),
        under_way=found.status in ("checking", "taking") and not importing.lost(found),
        error=errors.sentence(found.error, found.facts, language()) if found.error else "",
        rows=[(row, _heading(found, row), list(_lines(row))) for row in rows],
        more=rows[-1].number if len(rows) == queries.PAGE else None,
        show=show,
        asked=[name for name in named if name.candidates],
        new_names=sum(1 for name in named if not name.candidates and not name.known),
        answers=found.answers.get("parties", {}),
        alike=_alike(found),
        places=(asked_places := import_places.asked(found)),
        place_numbers={each.text: each.number for each in asked_places},
        fields=sorted(
            ((name, words.field(name, language())) for name in column_names(found.kind).fields),
            key=lambda pair: pair[1],
        ),
        said=lambda table, code, **facts: words.said(getattr(words, table), code, language(), **facts),
        field_name=lambda name: words.field(name, language()),
    )


@blueprint.post("/<int:import_id>/columns")
@requires(Permission.IMPORT_LISTS)
def columns(import_id: int) -> AnyResponse:
    """Read the list anew with the columns or the sheet that a person chose."""
    found = queries.one(import_id, actor())
    guessed = {column["header"]: column["field"] for column in found.look.get("columns", [])}
    told = {
        column["header"]: request.form.get(f"column-{column['place']}", "")
        for column in found.look.get("columns", [])
        if column["header"]
    }
    changed = {header: field for header, field in told.items() if field != guessed.get(header)}
    return _again(import_id, sheet=request.form.get("sheet", ""), columns=changed)


@blueprint.post("/<int:import_id>/parties")
@requires(Permission.IMPORT_LISTS)
def parties(import_id: int) -> AnyResponse:
    """Keep who the names of the list are."""
    said = {
        name: request.form.get(f"party-{number}", "")
        for number, name in enumerate(request.form.getlist("name"))
        if request.form.get(f"party-{number}")
    }
    return _again(import_id, answers={"parties": said})


@blueprint.post("/<int:import_id>/places")
@requires(Permission.IMPORT_LISTS)
def places(import_id: int) -> AnyResponse:
    """Keep which places texts of the list mean; they mean it in the sender's next lists too."""
    found = queries.one(import_id, actor())
    return _again(import_id, places=import_places.chosen(found, request.form))


@blueprint.post("/<int:import_id>/records")
@requires(Permission.IMPORT_LISTS)
def records(import_id: int) -> AnyResponse:
    """Keep which known records rows of the list are."""
    said = {row: request.form.get(f"record-{row}", "") for row in request.form.getlist("row")}
    return _again(import_id, answers={"records": said})


@blueprint.post("/<int:import_id>/take")
@requires(Permission.IMPORT_LISTS)
def take(import_id: int) -> AnyResponse:
    """Take the list in."""
    try:
        importing.ask(import_id, actor(), _version(), only_good=request.form.get("rows") == "good")
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        queue.defer("take_import", str(import_id))
    return _to(import_id)


@blueprint.post("/<int:import_id>/undo")
@requires(Permission.IMPORT_LISTS)
def undo(import_id: int) -> AnyResponse:
    """Take back all that the list did."""
    try:
        count = importing.undo(import_id, actor(), _version())
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        queue.defer("rank_stale")
        flash(_("Đã hoàn tác %(count)s bản ghi của danh sách này.", count=count), "success")
    return _to(import_id)


@blueprint.get("/<int:import_id>/copy.xlsx")
@requires(Permission.IMPORT_LISTS)
def copy(import_id: int) -> AnyResponse:
    """The list with what is to be said of its cells in them."""
    found = queries.one(import_id, actor())
    sheet, _layout = importing.marked(found)
    said = (
        (mark["row"], mark["place"], text, mark["bad"])
        for rows in queries.batches(found.id, 1_000)
        for row in rows
        for mark, text in _lines(row)
    )
    name = found.file_name.rsplit(".", 1)[0] or "danh-sach"
    return _file(marked_copy(sheet, said, _("Cần xem lại")), f"{name}-da-danh-dau.xlsx")


def _again(import_id: int, **change: Any) -> AnyResponse:
    try:
        importing.read_again(import_id, actor(), _version(), **change)
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        queue.defer("check_import", str(import_id))
    return _to(import_id)


def _lines(row: ImportRow) -> Iterator[tuple[dict[str, Any], str]]:
    """The marks of a row with their words, each with what to write instead."""
    for mark in row.marks:
        text = words.mark(mark["code"], mark["facts"], language())
        if mark["suggestion"]:
            text = _("%(text)s Ví dụ viết: %(example)s.", text=text, example=mark["suggestion"])
        yield mark, text


@dataclass(frozen=True)
class Alike:
    """A row that may be a record on the market: how both read, and what a person said (an id, or "")."""

    row: ImportRow
    says: str
    choices: list[tuple[str, str]]
    chosen: str


def _alike(found: Import) -> list[Alike]:
    """The rows to ask about, the first ``MOST_ALIKE``."""
    asked = found.look.get("alike", {}) if found.status == "checked" else {}
    numbers = sorted(map(int, asked))[:MOST_ALIKE]
    known = queries.known(found.kind, {name for number in numbers for name in asked[str(number)]}, actor())
    return [
        Alike(
            row,
            " – ".join(filter(None, (_heading(found, row), summary(row.understood["parsed"])))),
            [(name, _record_line(known[name])) for name in asked[str(row.number)] if name in known],
            found.answers.get("records", {}).get(str(row.number), ""),
        )
        for row in queries.numbered(found.id, numbers)
    ]


def _record_line(record: Offer | Demand) -> str:
    party = record.producer if isinstance(record, Offer) else record.buyer
    return " – ".join(filter(None, (record.product, party, summary(record.parsed), record.id)))


def _heading(found: Import, row: ImportRow) -> str:
    party = str(row.record.get(PARTY_FIELD[found.kind]) or "")
    return " – ".join(filter(None, (str(row.record.get("product") or ""), party)))


def _index(error: str = "") -> str:
    return render_template(
        "imports/index.html",
        imports=queries.latest(actor()),
        error=error,
        kinds=[(kind, words.said(words.KIND, kind, language())) for kind in KINDS],
        said=lambda table, code: words.said(getattr(words, table), code, language()),
        most={"rows": MOST_ROWS, "megabytes": LARGEST_FILE // 1_000_000},
    )


def _version() -> int:
    return request.form.get("version", 0, int)


def _to(import_id: int) -> AnyResponse:
    return redirect(url_for("imports.one", import_id=import_id))


def _file(data: bytes, name: str) -> Response:
    found = Response(data, mimetype=XLSX)
    found.headers.set("Content-Disposition", "attachment", filename=name)
    return found
