"""The pipeline: matches by stage with their age, one match with its whole history, what is noted of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.models import Match
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import due_follow_ups, introductions, judged, overdue_answers
from matchmaker.queries import pipeline as queries
from matchmaker.queries.pipeline import COLUMNS, PipelineRow
from matchmaker.schemas.choices import LATER_STAGES
from matchmaker.schemas.introductions import TermsSchema
from matchmaker.schemas.pipeline import MATCH
from matchmaker.services import answering, delivering, histories, terms_sheet
from matchmaker.services import pipeline as services
from matchmaker.services.calendar import today
from matchmaker.web import side_pages
from matchmaker.web.forms import first_message
from matchmaker.web.heads import DemandHead
from matchmaker.web.introduction_lines import SIDES, term_lines
from matchmaker.web.language import language
from matchmaker.web.stage_form import StageForm
from matchmaker.web.words import label
from matchmaker.wording import errors
from matchmaker.wording.goods import amount_of

blueprint = Blueprint("pipeline", __name__, url_prefix="/pipeline")

SHOWN = 8  # cards of a column before one asks for all
OPEN = tuple(column for column in COLUMNS if column not in ("closed", "failed"))


@dataclass(frozen=True)
class Column:
    """One column of the board: its cards, how many there are, and how many more than are shown."""

    code: str
    rows: Sequence[PipelineRow]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.rows)


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def board() -> str:
    """The matches on their way by stage, the longest waiting first; ``column`` shows all of one."""
    text, wanted = request.args.get("q", "")[:200], request.args.get("column", "")
    rows = queries.rows(actor(), text)
    by_column: dict[str, list[PipelineRow]] = {code: [] for code in COLUMNS}
    for row in rows:
        by_column[row.column].append(row)
    chosen = (wanted,) if wanted in COLUMNS else OPEN
    shown = None if wanted in COLUMNS else SHOWN
    return render_template(
        "pipeline/board.html",
        columns=[Column(code, by_column[code][:shown], len(by_column[code])) for code in chosen],
        ended=[(code, len(by_column[code])) for code in ("closed", "failed")],
        q=text,
        column=wanted if wanted in COLUMNS else "",
        today=today(),
        overdue=overdue_answers.count(actor(), today()),
        due=due_follow_ups.count(actor(), today()),
    )


@blueprint.get("/<int:match_id>")
@requires(Permission.SEE_BOARD)
def one(match_id: int) -> str:
    """One match: where it stands, the line of time, the terms, the deliveries, and what may be noted next."""
    return _page(judged.one(match_id, actor()))


@blueprint.post("/<int:match_id>/stages")
@requires(Permission.RECORD_MEETINGS)
def note_stage(match_id: int) -> Response | tuple[str, int]:
    """Note a stage, on behalf of a side where the form names it."""
    found, form = judged.one(match_id, actor()), StageForm(request.form)
    record = form.load()
    if record is not None:
        try:
            services.note_stage(match_id, record, actor())
        except InvalidRecord as refused:
            form.refuse(refused.messages)
        else:
            flash(_("Đã ghi bước “%(stage)s”.", stage=label("stage", record["stage"])), "success")
            return _back(match_id, "history")
    return _page(found, form), 422


@blueprint.post("/<int:match_id>/deliveries")
@requires(Permission.RECORD_MEETINGS)
def deliver(match_id: int) -> Response | tuple[str, int]:
    """Note a delivery."""
    found = judged.one(match_id, actor())
    try:
        delivering.by_officer(match_id, side_pages.delivery(), actor())
    except (ValidationError, InvalidRecord) as error:
        return _page(found, problem=first_message(error.messages)), 422
    except Conflict as error:
        return _page(found, problem=errors.sentence(error.code, error.facts, language())), 409
    flash(_("Đã ghi lần giao hàng."), "success")
    return _back(match_id, "deliveries")


@blueprint.post("/<int:match_id>/terms")
@requires(Permission.ACT_FOR_MEMBER)
def say_terms(match_id: int) -> Response | tuple[str, int]:
    """Note what a side has said of the terms."""
    found = judged.one(match_id, actor())
    words = side_pages.typed_terms()
    if words:
        try:
            record = TermsSchema().load({"side": request.form.get("side", ""), "words": words})
        except ValidationError as error:
            return _page(found, problem=first_message(error.messages)), 422
        whose = answering.organisation_of(found, record["side"])
        terms_sheet.say(found, record["side"], record["words"], "officer", actor(), whose)
        flash(_("Đã ghi các điều khoản."), "success")
    return _back(match_id, "terms")


def _page(match: Match, form: StageForm | None = None, problem: str = "") -> str:
    events = histories.of(match)
    stage = services.standing(match)
    progress = delivering.progress(match)
    seller = match.offer.organisation.name if match.offer.organisation else match.offer.producer
    choices = [(code, label("stage", code)) for code in LATER_STAGES if code in MATCH.get(stage, ())]
    return render_template(
        "pipeline/one.html",
        match=match,
        demand=DemandHead.of(match.demand),
        seller=seller,
        stage=stage,
        letter=introductions.of_match(match.id),
        events=list(reversed(events)),
        terms=term_lines(match),
        progress=progress,
        promised=_amount(progress.promised, progress.unit),
        delivered=_amount(progress.delivered, progress.unit),
        deliveries=side_pages.delivery_lines(match.id),
        delivering=stage in delivering.DELIVERING,
        form=form or StageForm(),
        stage_choices=[each for each in choices if each[0] not in side_pages.NEVER],
        sides=SIDES,
        today=side_pages.fresh(),
        problem=problem,
        errors=bool(problem or (form and form.problems)),
        may_note=may(Permission.RECORD_MEETINGS),
        may_speak=may(Permission.ACT_FOR_MEMBER),
    )


def _amount(thousandths: int | None, unit: str) -> str:
    return "" if thousandths is None or not unit else amount_of(thousandths / 1000, unit, language())


def _back(match_id: int, anchor: str) -> Response:
    return redirect(url_for("pipeline.one", match_id=match_id, _anchor=anchor))
