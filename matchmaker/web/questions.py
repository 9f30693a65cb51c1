"""The queue of what is still to be asked, and the list to call from."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import questions as queries
from matchmaker.queries.paging import page_of
from matchmaker.queries.questions import Asked
from matchmaker.services import calling
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
    )


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
