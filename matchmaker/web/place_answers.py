"""Texts of places that somebody chose the meaning of, each to be taken back."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import place_answers as queries
from matchmaker.services import place_answers

blueprint = Blueprint("place_answers", __name__, url_prefix="/place-answers")


@blueprint.get("/")
@requires(Permission.OWN_ACCOUNT)
def index() -> str:
    """What texts are taken to mean, who said so and when."""
    return render_template("account/place_answers.html", answers=queries.listed(actor()))


@blueprint.post("/<int:answer_id>/withdraw")
@requires(Permission.OWN_ACCOUNT)
def withdraw(answer_id: int) -> Response:
    """Ask about the text again from now on."""
    answer = place_answers.withdraw(answer_id, actor())
    flash(_("Từ nay “%(text)s” lại được hỏi.", text=answer.written), "success")
    return redirect(url_for("place_answers.index"))
