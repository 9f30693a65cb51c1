"""Hold a quantity of an offer for one match, make it a promise, or let it go."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import matches
from matchmaker.queries.holdings import Purpose
from matchmaker.schemas.pools import HoldSchema
from matchmaker.services import holdings
from matchmaker.web.forms import first_message
from matchmaker.web.language import language
from matchmaker.wording import errors

blueprint = Blueprint("keeping", __name__, url_prefix="/board/matches")


@blueprint.post("/<int:match_id>/hold")
@requires(Permission.FILL_ORDERS)
def hold(match_id: int) -> Response:
    """Hold amounts by month until a day, in place of what was held for this match before."""
    match = matches.one(match_id, actor())
    typed = {str(m): request.form[f"m-{m}"] for m in range(1, 13) if request.form.get(f"m-{m}", "").strip()}
    try:
        said = HoldSchema(local_numbers=True).load({"until": request.form.get("until", ""), "amounts": typed})
        amounts = {int(month): amount for month, amount in said.get("amounts", {}).items()}
        holdings.hold({match.offer_id: amounts}, Purpose(match_id=match.id), said["until"], actor())
    except ValidationError as error:
        flash(first_message(error.messages))
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(_("Đã ghi lượng giữ cho kết nối này."), "success")
    return _back(match_id)


@blueprint.post("/<int:match_id>/holding")
@requires(Permission.FILL_ORDERS)
def change(match_id: int) -> Response:
    """Promise what is held, or let it go."""
    purpose = Purpose(match_id=matches.one(match_id, actor()).id)
    try:
        if request.form.get("step") == "promise":
            holdings.promise(purpose, actor())
        elif request.form.get("step") == "release":
            holdings.release(purpose, actor())
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    return _back(match_id)


def _back(match_id: int) -> Response:
    return redirect(url_for("board.match", match_id=match_id, _anchor="keeping"))
