"""The introductions of the signed-in buyer or producer: the list, and the page of one pair."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import own_introductions
from matchmaker.services import answering
from matchmaker.web.side_pages import Side, act, fresh, view

blueprint = Blueprint("own_introductions", __name__, url_prefix="/introduced")


@blueprint.get("/")
@requires(Permission.ANSWER)
def index() -> str:
    """Everything introduced to the organisation, what waits for its answer first."""
    return render_template("introductions/own.html", rows=own_introductions.listed(actor()))


@blueprint.get("/<int:introduction_id>/<int:match_id>")
@requires(Permission.ANSWER)
def one(introduction_id: int, match_id: int) -> str:
    """One pair."""
    row, side = answering.of_account(introduction_id, match_id, actor())
    return _page(view(row, side))


@blueprint.post("/<int:introduction_id>/<int:match_id>")
@requires(Permission.ANSWER)
def send(introduction_id: int, match_id: int) -> Response | str | tuple[str, int]:
    """What the organisation does with it."""
    row, side = answering.of_account(introduction_id, match_id, actor())
    shown = act(row, side, "account", actor())
    if shown is None:
        return redirect(url_for("own_introductions.one", introduction_id=introduction_id, match_id=match_id))
    return (_page(shown), 422) if shown.problems else _page(shown)


def _page(shown: Side) -> str:
    problems = list(shown.problems.values())
    return render_template(
        "introductions/side.html",
        introduction=shown.row.introduction,
        sides=[shown],
        side=shown.side,
        today=fresh(),
        problems=problems,
        errors=bool(problems),
    )
