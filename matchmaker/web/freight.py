"""Hauliers' quotes and rate cards: taken in from a list, fitted, and the fit adopted or gone back from."""

from __future__ import annotations

import json
import zlib
from typing import Any

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.spreadsheets import XLSX_TYPE, xlsx_bytes
from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.exchange.freight_lists import FIELDS, LARGEST_FILE, Record, records
from matchmaker.exchange.workbooks import SheetRefused
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import freight as queries
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.paging import page_of
from matchmaker.schemas.base import RecordSchema
from matchmaker.services import calibration, coefficients, freight_lists
from matchmaker.services.coefficients import SUBJECT
from matchmaker.services.freight_lists import Reading
from matchmaker.web import proposing
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.trial_lines import trial_page
from matchmaker.web.words import label
from matchmaker.wording import errors
from seeds.overlay import CHANGE, Change

blueprint = Blueprint("freight", __name__, url_prefix="/reference/freight")

LONGEST = 400_000  # letters of the list that waits in the page between the look and the taking
SAMPLES = {
    "quotes": (
        "Mèo Vạc, Tuyên Quang",
        "Tiên Du, Bắc Ninh",
        "5",
        "1.100",
        "",
        "20/11/2026",
        "xe 8 tấn",
        "nhà xe A",
    ),
    "cards": ("Nhà xe A", "Lào Cai", "Hà Nội", "", "", "5", "15", "900", "01/11/2026", "31/12/2026"),
}
Entries = list[tuple[int, Record]]


@blueprint.get("/")
@requires(Permission.SEE_REFERENCE)
def page() -> str:
    """The quotes with how far the computed freight lies from each, the fit, and the rate cards."""
    return _page()


@blueprint.get("/template-<kind>.xlsx")
@requires(Permission.SEE_REFERENCE)
def template(kind: str) -> Response:
    """An empty list to fill in, with one row as an example."""
    if kind not in FIELDS:
        raise NotFound
    head = [label("freight_column", name) for name in FIELDS[kind]]
    data = xlsx_bytes(label("freight_list", kind), head, [SAMPLES[kind]])
    headers = {"Content-Disposition": f"attachment; filename={kind}.xlsx"}
    return Response(data, mimetype=XLSX_TYPE, headers=headers)


@blueprint.post("/look")
@requires(Permission.CHANGE_COEFFICIENTS)
def look() -> str | tuple[str, int]:
    """What a list would add, and what is wrong with its rows; nothing is stored."""
    kind, sent = request.form.get("kind", ""), request.files.get("file")
    if kind not in FIELDS:
        kind = "quotes"
    try:
        entries = records(sent.read(LARGEST_FILE + 1) if sent else b"", kind)
    except SheetRefused as refused:
        return _page(error=errors.sentence(refused.code, refused.facts, language())), 422
    reading, waiting = freight_lists.look(kind, entries), _packed(kind, entries)
    if len(waiting) > LONGEST:
        return _page(error=errors.sentence("sheet_too_big", {"megabytes": 2}, language())), 422
    return _page(kind=kind, reading=reading, waiting=waiting)


@blueprint.post("/take")
@requires(Permission.CHANGE_COEFFICIENTS)
def take() -> AnyResponse:
    """Keep the good rows of the list that was looked at."""
    found = _unpacked(request.form.get("list", ""))
    if found is None:
        flash(_("Danh sách không còn nguyên; hãy gửi lại tệp."))
    else:
        added = freight_lists.take(*found, actor())
        flash(_("Đã nhận %(count)s dòng.", count=added), "success")
    return redirect(url_for("freight.page"))


@blueprint.post("/<kind>/<int:row_id>/withdraw")
@requires(Permission.CHANGE_COEFFICIENTS)
def withdraw(kind: str, row_id: int) -> AnyResponse:
    """Let a quote or a line of a card count no longer."""
    try:
        freight_lists.withdraw(kind, row_id, actor())
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    return redirect(url_for("freight.page", _anchor=kind))


@blueprint.get("/fit")
@requires(Permission.CHANGE_COEFFICIENTS)
def ask() -> str | AnyResponse:
    """What adopting the fit, or going back, would do to the rankings."""
    try:
        return _ask(_wanted(request.args.get("what", "")))
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(url_for("freight.page"))


@blueprint.post("/fit")
@requires(Permission.CHANGE_COEFFICIENTS)
def adopt() -> str | AnyResponse | tuple[str, int]:
    """Adopt the fit, or go back, as it was looked at."""
    try:
        changes = _wanted(request.form.get("what", ""))
        version = proposing.looked_at(SUBJECT, _together(changes))
        if version is None:
            raise Stale
        calibration.keep(changes, request.form.get("reason", ""), actor(), version)
    except InvalidRecord as error:
        return _ask(changes, error), 422
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        queue.defer("rank_stale")
        flash(_("Đã lưu. Mọi bảng xếp hạng đang được tính lại."), "success")
    return redirect(url_for("freight.page"))


def _wanted(what: str) -> list[Change]:
    if what == "back":
        return calibration.going_back()
    found = calibration.report().fit
    if found is None:
        raise Conflict("too_few_quotes")
    return calibration.adoption(found)


def _together(changes: list[Change]) -> Change:
    """Changes that are looked at and kept as one."""
    return Change("calibration", CHANGE, {change.key: change.set["value"] for change in changes})


def _ask(changes: list[Change], refused: InvalidRecord | None = None) -> str:
    form = RecordForm(RecordSchema, ("reason",), request.form)
    if refused:
        form.refuse(refused.messages)
    version = changed.stamp(SUBJECT).number
    what = request.values.get("what", "fit")
    return render_template(
        "reference/fit.html",
        form=form,
        what="back" if what == "back" else "fit",
        lines=[(label("coefficient", c.key), c.set["value"].replace("-", " – ")) for c in changes],
        trial=trial_page(coefficients.look(changes, actor())),
        version=version,
        seal=proposing.seal(SUBJECT, _together(changes), version),
    )


def _page(error: str = "", kind: str = "quotes", reading: Reading | None = None, waiting: str = "") -> str:
    report = calibration.report()
    faults = [
        (fault.row, label("freight_column", fault.field), fault.value, fault.reason[language()])
        for fault in (reading.faults if reading else ())
    ]
    return render_template(
        "reference/freight.html",
        error=error,
        kind=kind,
        reading=reading,
        faults=faults,
        waiting=waiting,
        report=report,
        page=page_of(report.compared, request.args.get("page", 1, int)),
        cards=queries.cards(),
        kinds=[(name, label("freight_list", name)) for name in FIELDS],
        may_change=may(Permission.CHANGE_COEFFICIENTS),
        shares=_shares(report),
    )


def _shares(report: calibration.Report) -> list[tuple[str, Any, Any]]:
    """The errors before and after the fit as rows of a table."""
    if report.fit is None:
        return []
    before, after = report.fit.before, report.fit.held_out
    return [
        (_("Sai lệch giữa (một nửa số báo giá lệch ít hơn)"), before.median, after.median),
        (_("Sai lệch lớn (một phần mười lệch nhiều hơn)"), before.p90, after.p90),
        (_("Báo giá nằm trong khoảng thấp – cao"), before.within, after.within),
    ]


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="freight-list")


def _packed(kind: str, entries: Entries) -> str:
    """The list as signed text that waits in the page."""
    packed = zlib.compress(json.dumps(entries, ensure_ascii=False).encode(), 9)
    return _signer().dumps([kind, packed.hex()])


def _unpacked(text: str) -> tuple[str, Entries] | None:
    try:
        kind, packed = _signer().loads(text)
    except (BadData, ValueError):
        return None
    return kind, [(number, record) for number, record in json.loads(zlib.decompress(bytes.fromhex(packed)))]
