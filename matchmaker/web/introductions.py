"""Introductions for officers: making the letter, its prints, the answers, texts to send, what is overdue."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents import call_scripts
from matchmaker.documents.introductions import MEMBER
from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import due_follow_ups, overdue_answers
from matchmaker.queries import introductions as queries
from matchmaker.schemas.choices import REMINDED_BY
from matchmaker.schemas.introductions import AnswerSchema, IntroduceSchema, OfficeSchema, ReminderSchema
from matchmaker.services import answering, introducing, letter_printing, offices, reminding
from matchmaker.services.calendar import today
from matchmaker.web.conference_prints import TYPES
from matchmaker.web.forms import RecordForm, first_message
from matchmaker.web.introduction_lines import age, candidate, pool_members, reminded, wanted_lines
from matchmaker.web.language import language
from matchmaker.wording import errors, prints
from matchmaker.wording.introductions import say

blueprint = Blueprint("introductions", __name__, url_prefix="/introductions")

SHOWN = 200  # of the tasks on one page


@blueprint.get("/")
@requires(Permission.INTRODUCE)
def tasks() -> str:
    """What waits: answers overdue, the oldest first, and matches to ask after again."""
    return render_template(
        "introductions/tasks.html",
        overdue=overdue_answers.listed(actor(), today(), SHOWN),
        overdue_count=overdue_answers.count(actor(), today()),
        reminded=overdue_answers.listed(actor(), today(), SHOWN, waiting=True),
        due=due_follow_ups.listed(actor(), today())[:SHOWN],
    )


@blueprint.post("/demands/<demand_id>")
@requires(Permission.INTRODUCE)
def introduce(demand_id: str) -> AnyResponse:
    """Introduce the accepted matches that wait, or those ticked; then to the letter."""
    try:
        chosen = IntroduceSchema().load({"matches": request.form.getlist("match")})
        made = introducing.introduce(demand_id, chosen.get("matches", []), actor())
    except (Conflict, ValidationError) as error:
        flash(_said(error))
        if isinstance(error, Conflict) and "introduction" in error.facts:
            return redirect(url_for("introductions.one", introduction_id=error.facts["introduction"]))
        return redirect(url_for("board.demand", demand_id=demand_id))
    told = _(
        "Đã giới thiệu hai bên, văn bản số %(number)s. Hai bên nay thấy người liên hệ của nhau.",
        number=made.number,
    )
    flash(told, "success")
    return redirect(url_for("introductions.one", introduction_id=made.id))


@blueprint.get("/<int:introduction_id>")
@requires(Permission.INTRODUCE)
def one(introduction_id: int) -> str:
    """The letter with everything to print, send and copy, and what the two sides have answered."""
    return _page(introduction_id)


@blueprint.post("/<int:introduction_id>/again")
@requires(Permission.INTRODUCE)
def again(introduction_id: int) -> AnyResponse:
    """Issue the letter again from what the records say now."""
    version = request.form.get("version", 0, int)
    try:
        made = introducing.reissue(introduction_id, request.form.get("note", "")[:500], actor(), version)
        flash(
            _("Đã phát hành bản %(number)s; các bản trước vẫn được giữ.", number=len(made.versions)),
            "success",
        )
    except (Stale, Conflict) as error:
        flash(_said(error))
    return redirect(url_for("introductions.one", introduction_id=introduction_id))


@blueprint.post("/<int:introduction_id>/answers/<int:match_id>")
@requires(Permission.INTRODUCE)
def answer(introduction_id: int, match_id: int) -> AnyResponse | tuple[str, int]:
    """Note what a side told the officer."""
    row = answering.of_officer(introduction_id, match_id, actor())
    side = "producer" if request.form.get("side") == "producer" else "buyer"
    try:
        record = AnswerSchema().load(typed_answer())
        answering.answer(row, side, record, "officer", actor())
    except ValidationError as error:
        return _page(introduction_id, {(match_id, side): first_message(error.messages)}), 422
    except Conflict as error:
        flash(_said(error))
    return redirect(
        url_for("introductions.one", introduction_id=introduction_id, _anchor=f"match-{match_id}")
    )


@blueprint.post("/<int:introduction_id>/reminders/<int:match_id>")
@requires(Permission.INTRODUCE)
def remind(introduction_id: int, match_id: int) -> AnyResponse:
    """Note that a side was reminded today (0: the buyer)."""
    try:
        said = ReminderSchema().load({"how": request.form.get("how", "")})
        reminding.note(introduction_id, match_id, said["how"], actor())
    except (ValidationError, Conflict) as error:
        flash(_said(error))
    else:
        flash(_("Đã ghi lần nhắc hôm nay."), "success")
    return redirect(
        url_for("introductions.one", introduction_id=introduction_id, _anchor=f"remind-{match_id}")
    )


@blueprint.post("/<int:introduction_id>/links/<int:match_id>")
@requires(Permission.INTRODUCE)
def withdraw(introduction_id: int, match_id: int) -> AnyResponse:
    """Make a side's links given so far lead nowhere (0: the buyer's)."""
    answering.withdraw_link(introduction_id, match_id, actor())
    flash(_("Đã thu hồi đường dẫn cũ; hãy gửi đường dẫn mới."), "success")
    return redirect(url_for("introductions.one", introduction_id=introduction_id))


@blueprint.get("/<int:introduction_id>/<which>.<form>")
@requires(Permission.INTRODUCE)
def printed(introduction_id: int, which: str, form: str) -> AnyResponse:
    """The letter, a copy, or the script of the calls, as PDF or Word file."""
    asked = request.args
    number, match_id = asked.get("version", 0, int), asked.get("match", 0, int)
    base = request.url_root.rstrip("/")
    try:
        body = letter_printing.printed(
            introduction_id,
            which,
            form,
            language(),
            actor(),
            base,
            number=number,
            match_id=match_id,
            offer_id=asked.get("offer", ""),
        )
    except NotPrintedError as error:
        flash(prints.fault(error.code, error.facts, language()))
        return redirect(url_for("introductions.one", introduction_id=introduction_id))
    found = queries.one(introduction_id, actor())
    whose = f"{MEMBER}{asked['offer']}" if asked.get("offer") else str(match_id or "")
    taken = letter_printing.letter(found).number_of(whose if which == "copy" else "")
    name = quote(f"{say(f'file_{which}', language())} {taken}-{found.year}.{form}", "")
    shown = "inline" if form == "pdf" else "attachment"
    told = f"{shown}; filename=\"{which}.{form}\"; filename*=UTF-8''{name}"
    return Response(body, mimetype=TYPES[form], headers={"Content-Disposition": told})


@blueprint.get("/office/<province>")
@requires(Permission.INTRODUCE)
def office(province: str) -> str:
    """The head and the foot of a province's letters."""
    kept = offices.for_officer(province, actor())
    values = {name: getattr(kept, name) for name in offices.FIELDS}
    return _office(province, RecordForm(OfficeSchema, offices.FIELDS, initial=values), kept.version)


@blueprint.post("/office/<province>")
@requires(Permission.INTRODUCE)
def save_office(province: str) -> AnyResponse | tuple[str, int]:
    """Keep them, for the letters from now on."""
    kept = offices.for_officer(province, actor())
    form = RecordForm(OfficeSchema, offices.FIELDS, request.form)
    record = form.load()
    if record is None:
        return _office(province, form, kept.version), 422
    try:
        offices.save(province, record, actor(), request.form.get("version", -1, int))
    except Stale as error:
        form.messages["_schema"] = _said(error)
        return _office(province, form, kept.version), 409
    flash(_("Đã lưu phần đầu và phần ký của văn bản."), "success")
    return redirect(url_for("introductions.office", province=province))


def typed_answer() -> dict[str, str]:
    """An answer as typed; the reason stands beside all four choices and counts for a refusal alone."""
    typed = {name: request.form.get(name, "").strip() for name in ("answer", "reason", "note")}
    if typed["answer"] != "refused":
        typed["reason"] = ""
    return typed


def _page(introduction_id: int, problems: dict[tuple[int, str], str] | None = None) -> str:
    found = queries.one(introduction_id, actor())
    letter = letter_printing.letter(found, request.url_root.rstrip("/"))
    day, lang = today(), language()
    targets = [0, *(row.match_id for row in found.introduced)]
    return render_template(
        "introductions/one.html",
        introduction=found,
        letter=letter,
        wanted=wanted_lines(letter),
        candidates=[candidate(row, letter) for row in found.introduced],
        chats={each: call_scripts.chat(letter, each, lang) for each in targets},
        reminders={
            each: call_scripts.reminder(letter, each, day, lang) if reminding.owes(found, each) else ""
            for each in targets
        },
        reminded={each: reminded(found, each, day) for each in targets},
        ways=REMINDED_BY,
        age=age(found.made_on, day),
        days=(day - found.made_on).days,
        members=pool_members(found),
        problems=problems or {},
        errors=bool(problems),
    )


def _office(province: str, form: RecordForm, version: int) -> str:
    return render_template("introductions/office.html", province=province, form=form, version=version)


def _said(error: Any) -> str:
    if isinstance(error, (ValidationError, InvalidRecord)):
        return first_message(error.messages)
    return errors.sentence(error.code, error.facts, language())
