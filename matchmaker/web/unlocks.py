"""What each missing step would unlock, for officers: by province or commune, as a page and as a file.

The page shows the report that was made last, with its moment; a worker makes it anew when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.spreadsheets import CSV_TYPE, XLSX_TYPE, Cell, csv_bytes, xlsx_bytes
from matchmaker.errors import NotFound
from matchmaker.extensions import queue
from matchmaker.models import UnlockReport
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import unlock_reports as queries
from matchmaker.services import unlock_reports, unlocks
from matchmaker.services.calendar import VIET_NAM
from matchmaker.services.unlocks import LEVELS, Unlock
from matchmaker.web.cards import missing
from matchmaker.web.language import language
from matchmaker.web.words import moment, number
from matchmaker.wording import reasons, steps
from matchmaker.wording.labels import unit
from matchmaker.wording.numbers import weight

blueprint = Blueprint("unlocks", __name__, url_prefix="/board/unlocks")

TONNE = 1000.0  # kg
SHOWN = 200  # rows on the page; the files hold all


@dataclass(frozen=True)
class Line:
    """One row: where, what would have to change, how much of each unit that unlocks, and the pairs behind."""

    place: str
    province: str
    step: str
    amounts: Sequence[str]
    offers: int
    demands: int
    notes: Sequence[str]
    url: str


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def index() -> str:
    """The steps by province or commune, the largest amounts first, as they were when last made."""
    level, province = _level(), request.args.get("province", "")
    report = queries.of(actor(), level)
    made = report is not None and report.made_at is not None
    rows = unlock_reports.rows(report, level) if report and made else []
    own = [row for row in rows if not province or row.province == province]
    return render_template(
        "unlocks/index.html",
        lines=[_line(row) for row in own[:SHOWN]],
        total=len(own),
        level=level,
        province=province,
        provinces=sorted({row.province for row in rows} - {""}),
        made_at=report.made_at if report else None,
        under_way=report is not None and unlock_reports.under_way(report),
        failed=report is not None and report.status != "done" and not unlock_reports.under_way(report),
        outdated=report is not None and made and queries.outdated(report),
    )


@blueprint.post("/")
@requires(Permission.SEE_BOARD)
def make() -> AnyResponse:
    """Have the report made anew, and show how far it is."""
    report = unlock_reports.ask(actor())
    queue.defer("make_unlock_report", str(report.id))
    return redirect(url_for("unlocks.index", level=_level(), province=request.args.get("province") or None))


@blueprint.get("/pairs")
@requires(Permission.SEE_BOARD)
def pairs() -> str:
    """The near-matches behind one row."""
    asked = request.args
    key, province, commune = (asked.get(name, "")[:300] for name in ("step", "province", "commune"))
    found = unlocks.pairs(actor(), key, province, commune)
    return render_template(
        "unlocks/pairs.html",
        step=steps.step(key, language()) if found else "",
        place=_place(province, commune),
        back_to=url_for("unlocks.index", level="commune" if commune else "province", province=province),
        pairs=[
            (each.near, _amount(each.unit, each.amount) if each.amount is not None else "", each.late,
             _sentence(each.near.evidence))
            for each in found
        ],
    )  # fmt: skip


@blueprint.get("/table.<form>")
@requires(Permission.SEE_BOARD)
def table(form: str) -> Response:
    """The same as a file: one row for each place, step and unit, and when it was made."""
    report = queries.of(actor(), _level())
    if form not in ("csv", "xlsx"):
        abort(404)
    if report is None or report.made_at is None:
        raise NotFound
    head = [
        *(_("Tỉnh"), _("Xã"), _("Việc cần làm"), _("Lượng mở ra"), _("Đơn vị tính")),
        *(_("Chào bán"), _("Nhu cầu"), _("Cặp chưa rõ lượng"), _("Cặp lỡ đợt này")),
        _("Tính lúc"),
    ]
    rows = _cells(report, request.args.get("province", ""))
    name = f"unlocks-{report.made_at.astimezone(VIET_NAM).date().isoformat()}.{form}"
    body = csv_bytes(head, rows) if form == "csv" else xlsx_bytes(_("Gỡ vướng"), head, rows)
    return Response(
        body,
        content_type=CSV_TYPE if form == "csv" else XLSX_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _level() -> str:
    level = request.args.get("level", LEVELS[0])
    return level if level in LEVELS else LEVELS[0]


def _line(row: Unlock) -> Line:
    notes = []
    if row.unknown:
        notes.append(_("%(count)s cặp chưa rõ lượng", count=row.unknown))
    if row.late:
        notes.append(_("%(count)s cặp lỡ đợt này", count=row.late))
    return Line(
        place=row.commune or row.province or _("chưa rõ nơi"),
        province=row.province if row.commune else "",
        step=steps.step(row.key, language()),
        amounts=[_amount(unit_, amount) for unit_, amount in row.amounts.items()],
        offers=row.offers,
        demands=row.demands,
        notes=notes,
        url=url_for("unlocks.pairs", province=row.province, commune=row.commune or None, step=row.key),
    )


def _cells(report: UnlockReport, province: str) -> Iterator[list[Cell]]:
    made = moment(report.made_at)
    for row in unlock_reports.rows(report, _level(), province):
        where: list[Cell] = [row.province, row.commune, steps.step(row.key, language())]
        counts: list[Cell] = [row.offers, row.demands, row.unknown, row.late]
        for base, amount in row.amounts.items() or [("", None)]:
            told = amount / TONNE if base == "kg" and amount is not None else amount
            measure = (_("tấn") if base == "kg" else unit(base, language(), 2)) if base else ""
            yield [*where, None if told is None else round(told, 3), measure, *counts, made]


def _amount(base: str, amount: float) -> str:
    if base == "kg":
        return weight(amount, language())
    return f"{number(amount, 1)} {unit(base, language(), amount)}"


def _place(province: str, commune: str) -> str:
    return ", ".join(filter(None, (commune, province))) or _("chưa rõ nơi")


def _sentence(evidence: Mapping[str, Any]) -> str:
    return " ".join(reasons.sentence(step.code, step.facts, language()) for step in missing(evidence))
