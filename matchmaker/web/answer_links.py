"""The pages behind a side's own link of an introduction: no account, no scripts, a small phone.

The buyer's link shows every producer of its letter; a producer's shows its own pair alone. Never cached, not
indexed.
"""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import NotFound
from matchmaker.extensions import limiter
from matchmaker.models import Introduction
from matchmaker.services import answering
from matchmaker.web.side_pages import Side, act, fresh, view

blueprint = Blueprint("answer_links", __name__, url_prefix="/i")

BUYER = "/<int:introduction_id>/<key>"
PRODUCER = "/<int:introduction_id>/<int:match_id>/<key>"


@blueprint.get(BUYER)
@limiter.limit("120 per minute")
def buyer(introduction_id: int, key: str) -> Response:
    """The buyer's page: what was introduced to it."""
    found = answering.opened_by_buyer(introduction_id, key)
    return _page([view(row, "buyer") for row in found.introduced], "buyer")


@blueprint.post(BUYER)
@limiter.limit("30 per minute")
def buyer_send(introduction_id: int, key: str) -> AnyResponse:
    """What the buyer does with one of them."""
    found = answering.opened_by_buyer(introduction_id, key)
    match_id = request.form.get("match", 0, int)
    if match_id not in {row.match_id for row in found.introduced}:
        raise NotFound
    row = next(row for row in found.introduced if row.match_id == match_id)
    shown = act(row, "buyer", "link", None)
    if shown is None:
        address = url_for("answer_links.buyer", introduction_id=introduction_id, key=key)
        return redirect(f"{address}#match-{match_id}")
    return _answered(_whole(found, shown), "buyer", shown)


@blueprint.get(PRODUCER)
@limiter.limit("120 per minute")
def producer(introduction_id: int, match_id: int, key: str) -> Response:
    """A producer's page: who wants its goods."""
    return _page([view(answering.opened_by_producer(introduction_id, match_id, key), "producer")], "producer")


@blueprint.post(PRODUCER)
@limiter.limit("30 per minute")
def producer_send(introduction_id: int, match_id: int, key: str) -> AnyResponse:
    """What the producer does with it."""
    row = answering.opened_by_producer(introduction_id, match_id, key)
    shown = act(row, "producer", "link", None)
    if shown is None:
        return redirect(
            url_for("answer_links.producer", introduction_id=introduction_id, match_id=match_id, key=key)
        )
    return _answered([shown], "producer", shown)


def _whole(found: Introduction, shown: Side) -> list[Side]:
    return [shown if row.match_id == shown.row.match_id else view(row, "buyer") for row in found.introduced]


def _answered(sides: list[Side], side: str, shown: Side) -> Response:
    answer = _page(sides, side)
    answer.status_code = 422 if shown.problems else 200
    return answer


def _page(sides: list[Side], side: str) -> Response:
    introduction = sides[0].row.introduction
    problems = [text for each in sides for text in each.problems.values()]
    answer = make_response(
        render_template(
            "introductions/side.html",
            introduction=introduction,
            sides=sides,
            side=side,
            today=fresh(),
            problems=problems,
            errors=bool(problems),
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
