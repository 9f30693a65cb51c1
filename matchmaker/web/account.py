"""One's own account: the password, who opened one's telephone, what was done on one's behalf, the consent."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_security import login_user, logout_user
from werkzeug.wrappers import Response

from matchmaker.errors import DomainError
from matchmaker.extensions import limiter
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import privacy
from matchmaker.services import consents, users
from matchmaker.web.language import language
from matchmaker.wording.errors import sentence

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("/")
@requires(Permission.OWN_ACCOUNT)
def page() -> str:
    """What is kept of the member, who looked at it, and the way out."""
    user = actor()
    member = user.organisation if user.role_names & {"buyer", "producer"} else None
    return render_template(
        "account/page.html",
        user=user,
        member=member,
        consent=privacy.standing_consent(member.id) if member else None,
        openings=privacy.openings(member.id) if member else [],
        acts=privacy.acts_for(member.id) if member else [],
    )


@blueprint.get("/password")
@requires(Permission.OWN_ACCOUNT)
def password() -> str:
    """Three fields."""
    return render_template("account/password.html", problem="")


@blueprint.post("/password")
@requires(Permission.OWN_ACCOUNT)
@limiter.limit("10 per minute")
def change_password() -> Response | tuple[str, int]:
    """Change the password; every other session of the account ends."""
    typed = {name: request.form.get(name, "") for name in ("present", "password", "again")}
    user = actor()
    try:
        if not users.knows(user, typed["present"]):
            raise DomainError("wrong_password")
        if typed["password"] != typed["again"]:
            raise DomainError("passwords_differ")
        user = users.set_password(user.id, typed["password"], user)
    except DomainError as error:
        problem = sentence(error.code, error.facts, language())
        return render_template("account/password.html", problem=problem), 422
    login_user(user)
    flash(_("Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại."), "success")
    return redirect(url_for("account.page"))


@blueprint.get("/withdraw")
@requires(Permission.OWN_ACCOUNT)
def ask_withdraw() -> str:
    """What withdrawing the consent does, before it is done."""
    return render_template("account/withdraw.html", member=actor().organisation)


@blueprint.post("/withdraw")
@requires(Permission.OWN_ACCOUNT)
def withdraw() -> Response:
    """Withdraw the consent of one's own organisation and leave."""
    user = actor()
    if not user.organisation_id or not user.role_names <= {"buyer", "producer"}:
        return redirect(url_for("account.page"))
    consents.withdraw(user.organisation_id, user)
    logout_user()
    flash(_("Đã rút lại đồng ý. Tên người, số điện thoại và thư điện tử đã được xóa."), "success")
    return redirect(url_for("security.login"))
