"""The agreement of a pool as a file: to print, to edit, or its table of shares."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import Conflict, NotFound
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import demands
from matchmaker.services import pool_printing
from matchmaker.web.conference_prints import TYPES
from matchmaker.web.language import language
from matchmaker.wording import errors, prints

blueprint = Blueprint("pool_prints", __name__, url_prefix="/board/demands")


@blueprint.get("/<demand_id>/pool/agreement.<form>")
@requires(Permission.SEE_BOARD)
def agreement(demand_id: str, form: str) -> AnyResponse:
    """The agreement in one format."""
    demand = demands.one(demand_id, actor())
    if form not in pool_printing.FORMS:
        raise NotFound
    try:
        body = pool_printing.printed(demand_id, form, language(), actor())
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(url_for("pools.one", demand_id=demand_id))
    except NotPrintedError as error:
        flash(prints.fault(error.code, error.facts, language()))
        return redirect(url_for("pools.one", demand_id=demand_id))
    name = quote(f"{_('Thỏa thuận cung ứng chung')} – {demand.product}.{form}", "")
    shown = "inline" if form == "pdf" else "attachment"
    told = f"{shown}; filename=\"agreement.{form}\"; filename*=UTF-8''{name}"
    return Response(body, mimetype=TYPES[form], headers={"Content-Disposition": told})
