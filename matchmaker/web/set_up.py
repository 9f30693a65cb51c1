"""The page behind an account's own link, where a member sets its password. No e-mail is needed for it."""

from __future__ import annotations

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_security import login_user
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import DomainError
from matchmaker.extensions import limiter
from matchmaker.models import User
from matchmaker.services import set_up_links
from matchmaker.web.language import language
from matchmaker.wording.errors import sentence

blueprint = Blueprint("set_up", __name__, url_prefix="/k")

ADDRESS = "/<int:user_id>/<until>/<key>"


@blueprint.get(ADDRESS)
@limiter.limit("60 per minute")
def page(user_id: int, until: str, key: str) -> Response:
    """Name and sign-in name, and two fields for the password."""
    return _page(set_up_links.opened(user_id, until, key))


@blueprint.post(ADDRESS)
@limiter.limit("10 per minute")
def send(user_id: int, until: str, key: str) -> AnyResponse:
    """Set the password, sign in, and go to the first page."""
    user = set_up_links.opened(user_id, until, key)
    password = request.form.get("password", "")
    try:
        if password != request.form.get("again", ""):
            raise DomainError("passwords_differ")
        user = set_up_links.set_password(user_id, until, key, password)
    except DomainError as error:
        refused = _page(user, sentence(error.code, error.facts, language()))
        refused.status_code = 422
        return refused
    login_user(user)
    flash(_("Đã đặt mật khẩu. Lần sau đăng nhập bằng “%(name)s”.", name=user.email), "success")
    return redirect(url_for("public.home"))


def _page(user: User, problem: str = "") -> Response:
    answer = make_response(render_template("joining/set_up.html", user=user, problem=problem))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
