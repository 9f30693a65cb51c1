"""The queue of what is still to be asked, and the list to call from."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import Stale
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import questions as queries
from matchmaker.queries.paging import page_of
from matchmaker.queries.questions import Asked
from matchmaker.services import calling, place_answers
from matchmaker.services.place_answers import Chosen
from matchmaker.web import placing
from matchmaker.web.language import language
from matchmaker.wording import questions as words

blueprint = Blueprint("questions", __name__, url_prefix="/questions")

MOST_CALLS = 100  # producers on one printed list


@blueprint.get("/")
@requires(Permission.ACT_FOR_MEMBER)
def index() -> str:
    """How many records leave each question open, and which."""
    found = queries.open_questions(actor())
    return render_template(
        "questions/index.html",
        counts=queries.counted(found),
        page=page_of(_chosen(found), request.args.get("page", 1, int)),
        page_filters=_filters(),
        queue=lambda question: words.queue(question, language()),
        places=lambda each: placing.options(each.place_text),
    )


@blueprint.post("/place")
@requires(Permission.ACT_FOR_MEMBER)
def place() -> Response:
    """Keep which place a record means, of those its words may mean; the member's same words mean it too."""
    form = request.form
    asked = queries.one(form.get("kind", ""), form.get("id", ""), actor())
    options = placing.options(asked.place_text)
    option = next((each for each in options if each.value == form.get("choice", "")), None)
    if option is None or option.value == placing.ELSEWHERE:
        flash(_("Hãy chọn một nơi."))
    else:
        chosen = Chosen(asked.place_text, placing.place_of(option.value), option.text)
        try:
            place_answers.settle(asked, chosen, actor(), form.get("version", 0, int))
        except Stale:
            flash(_("Người khác vừa sửa bản này. Đây là bản hiện nay; xin xem lại."))
        else:
            queue.defer("rank_demand" if asked.kind == "demand" else "rank_for_offer", asked.id)
            flash(_("Đã ghi: %(text)s là %(place)s.", text=asked.place_text, place=option.text), "success")
    return redirect(url_for("questions.index", **_filters()))


@blueprint.get("/calls")
@requires(Permission.ACT_FOR_MEMBER)
def calls() -> str:
    """Whom to call and what to ask each, a message to copy beside it; made to be printed."""
    found = _chosen(queries.open_questions(actor()))[:MOST_CALLS]
    return render_template(
        "questions/calls.html",
        found=found,
        filters=_filters(),
        contacts=calling.contacts([each.organisation_id for each in found if each.organisation_id], actor()),
        ask=lambda question, kind: words.ask(question, kind, language()),
        chat=lambda each: words.chat(each.product, each.kind, list(each.questions), "vi"),
    )


def _filters() -> dict[str, str]:
    return {name: value for name in ("kind", "ask") if (value := request.args.get(name, ""))}


def _chosen(found: list[Asked]) -> list[Asked]:
    kind, ask = request.args.get("kind", ""), request.args.get("ask", "")
    return [each for each in found if (not kind or each.kind == kind) and (not ask or ask in each.questions)]
