"""The exposure report: how the first places are shared, and the limit to sharing them better."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import exposure as queries
from matchmaker.queries.scope import everywhere
from matchmaker.schemas.base import Refused
from matchmaker.schemas.numbers import parse
from matchmaker.services import exposure
from matchmaker.services.exposure import MOST_LOSS, PLACES

blueprint = Blueprint("exposure", __name__, url_prefix="/board/exposure")

POINT = 10_000  # micro-units of the score
NOTE_LONGEST = 500


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def index() -> str:
    """The shares now, and what they would be with the loss that is looked at."""
    return _page()


@blueprint.post("/")
@requires(Permission.ADOPT_PROFILE)
def limit() -> Response:
    """Set the limit for the whole service; nothing turns it on but this."""
    places, loss = _places(request.form.get("places")), _micro(request.form.get("max_loss", ""))
    note = request.form.get("note", "").strip()[:NOTE_LONGEST]
    exposure.limit(places, loss, note, actor())
    flash(_("Đã đặt mức.") if loss else _("Đã tắt: danh sách theo đúng thứ hạng."), "success")
    return redirect(url_for("exposure.index"))


def _page() -> str:
    setting = queries.setting()
    places = _places(request.args.get("places") or str(setting.places if setting else PLACES[0]))
    standing = setting.max_loss if setting else 0
    typed = request.args.get("loss")
    loss = standing if typed is None else _loss(typed)
    shown = standing if loss is None else loss
    return render_template(
        "board/exposure.html",
        report=exposure.report(actor(), places, shown),
        setting=setting,
        places=PLACES,
        typed=typed if typed is not None else _plain(shown),
        problem=_problem() if loss is None else "",
        may_limit=may(Permission.ADOPT_PROFILE) and everywhere(actor()),
    )


def _problem() -> str:
    return _("Phải là số điểm từ 0 đến %(most)s, ví dụ 2 hoặc 1,5.", most=MOST_LOSS // POINT)


def _places(text: str | None) -> int:
    found = int(text) if text and text.isascii() and text.isdigit() and len(text) < 3 else PLACES[0]
    if found not in PLACES:
        abort(404)
    return found


def _loss(text: str | None) -> int | None:
    """Points as typed, in micro-units; None for what is no number of points."""
    try:
        points = parse((text or "").strip(), local=True, money=False)
    except Refused:
        return None
    return round(points * POINT) if 0 <= points * POINT <= MOST_LOSS else None


def _micro(text: str) -> int:
    """The limit as the form sends it back: micro-units of the score."""
    found = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else -1
    if not 0 <= found <= MOST_LOSS:
        abort(404)
    return found


def _plain(loss: int) -> str:
    return f"{loss / POINT:g}".replace(".", ",")
