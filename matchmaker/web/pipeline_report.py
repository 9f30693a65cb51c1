"""The report on introduced matches: figures of a period and a province, and the report as a file."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.outcomes import AGREEMENTS
from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import NotFound
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries.pipeline_report import Period
from matchmaker.schemas.base import Refused
from matchmaker.schemas.fields import read_day
from matchmaker.services import pipeline_figures
from matchmaker.services.calendar import today
from matchmaker.web.conference_prints import TYPES
from matchmaker.web.language import language
from matchmaker.web.words import day
from matchmaker.wording import prints
from matchmaker.wording.results_report import say
from seeds import reference

blueprint = Blueprint("pipeline_report", __name__, url_prefix="/pipeline/report")


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def page() -> str:
    """The figures on the page, with the files."""
    period = _period()
    figures = pipeline_figures.figures(actor(), period)
    return render_template(
        "pipeline/report.html",
        figures=figures,
        kinds=[(kind, figures.outcomes.summed(kind)) for kind in AGREEMENTS],
        first=day(period.first),
        last=day(period.last),
        province=period.province,
        provinces=_provinces(),
        asked={
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "province": period.province,
        },
    )


@blueprint.get("/file.<form>")
@requires(Permission.SEE_BOARD)
def file(form: str) -> AnyResponse:
    """The report as PDF, Word file or workbook."""
    if form not in pipeline_figures.FORMS:
        raise NotFound
    try:
        body = pipeline_figures.printed(actor(), _period(), form, language())
    except NotPrintedError as error:
        flash(prints.fault(error.code, error.facts, language()))
        return redirect(url_for("pipeline_report.page"))
    name = quote(f"{say('file', language())}.{form}", "")
    shown = "inline" if form == "pdf" else "attachment"
    told = f"{shown}; filename=\"report.{form}\"; filename*=UTF-8''{name}"
    return Response(body, mimetype=TYPES[form], headers={"Content-Disposition": told})


def _period() -> Period:
    """The period asked for; this year where none or an impossible one is."""
    first = _day("first", date(today().year, 1, 1))
    last = _day("last", today())
    if first > last:
        first, last = last, first
    asked = request.args.get("province", "")
    return Period(first, last, asked if asked in _provinces() else "")


def _day(name: str, usual: date) -> date:
    try:
        return read_day(request.args.get(name, ""))
    except Refused:
        return usual


def _provinces() -> list[str]:
    return sorted({row["new_province"] for row in reference("provinces")})
