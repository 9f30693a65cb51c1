"""Officers decide on registrations: who it may be already, approve or reject, and the link to send on."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.extensions import queue
from matchmaker.models import Registration, User
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import registrations as queries
from matchmaker.schemas.pipeline import UNDECIDED
from matchmaker.schemas.registrations import (
    PAUSE_REASONS,
    REASONS,
    RegistrationDecisionSchema,
    RegistrationStepSchema,
)
from matchmaker.services import consents, registration_stages, registrations, set_up_links
from matchmaker.web.forms import first_message
from matchmaker.web.joining import follow_address
from matchmaker.web.language import language
from matchmaker.web.words import label
from matchmaker.wording import errors
from matchmaker.wording.consents import say

blueprint = Blueprint("registrations", __name__, url_prefix="/registrations")


@blueprint.get("/")
@requires(Permission.LET_IN)
def index() -> str:
    """Those that wait, or those decided."""
    status = request.args.get("status", "new")
    status = status if status in queries.STATUSES else "new"
    return render_template(
        "registrations/index.html",
        rows=queries.listed(actor(), status),
        counts=queries.counts(actor()),
        status=status,
    )


@blueprint.get("/<int:registration_id>")
@requires(Permission.LET_IN)
def one(registration_id: int) -> str:
    """One registration with whom it resembles; once approved, the text with the link to send on."""
    return _page(registration_id)


@blueprint.post("/<int:registration_id>")
@requires(Permission.LET_IN)
def decide(registration_id: int) -> Response | tuple[str, int]:
    """Approve or reject."""
    given = {name: request.form.get(name, "") for name in ("decision", "organisation", "reason", "note")}
    version = request.form.get("version", 0, int) or None
    if given["decision"] != "reject":
        given["reason"] = ""
    try:
        said = RegistrationDecisionSchema().load(given)
        if said["decision"] == "approve":
            registrations.approve(registration_id, actor(), version, said.get("organisation", ""))
            if said.get("organisation"):
                queue.defer("rank_stale")  # what rested may be back
        else:
            registrations.reject(registration_id, said["reason"], said.get("note", ""), actor(), version)
    except (ValidationError, InvalidRecord) as error:
        return _page(registration_id, first_message(error.messages)), 422
    except (Conflict, Stale) as error:
        return _page(registration_id, errors.sentence(error.code, error.facts, language())), 409
    return redirect(url_for("registrations.one", registration_id=registration_id))


@blueprint.post("/<int:registration_id>/step")
@requires(Permission.LET_IN)
def step(registration_id: int) -> Response | tuple[str, int]:
    """Begin to check, ask for more, let the member rest, take it up again."""
    given = {name: request.form.get(name, "") for name in ("step", "reason", "note")}
    version = request.form.get("version", 0, int) or None
    try:
        said = RegistrationStepSchema().load(given)
        for kind, record_id in _carry_out(registration_id, said, version):
            if kind == "demand":
                queue.defer("rank_demand", record_id)
    except (ValidationError, InvalidRecord) as error:
        return _page(registration_id, first_message(error.messages)), 422
    except (Conflict, Stale) as error:
        return _page(registration_id, errors.sentence(error.code, error.facts, language())), 409
    return redirect(url_for("registrations.one", registration_id=registration_id))


def _carry_out(registration_id: int, said: dict[str, str], version: int | None) -> list[tuple[str, str]]:
    """Do one step; gives the records that are back on the market, which have to be ranked."""
    if said["step"] == "begin":
        registration_stages.begin(registration_id, actor(), version)
    elif said["step"] == "ask":
        registration_stages.ask(registration_id, said["note"], actor(), version)
    elif said["step"] == "pause":
        registration_stages.pause(registration_id, said["reason"], said.get("note", ""), actor(), version)
    else:
        return registration_stages.renew(registration_id, actor(), version)
    return []


@blueprint.post("/<int:registration_id>/link")
@requires(Permission.LET_IN)
def renew(registration_id: int) -> Response:
    """A new link for the account, in place of those given before: for who has lost it or the password."""
    row = queries.one(registration_id, actor())
    if row.user_id is not None:
        set_up_links.renew(row.user_id, actor())
        flash(_("Đã tạo đường dẫn mới; đường dẫn cũ không còn mở được."), "success")
    return redirect(url_for("registrations.one", registration_id=registration_id))


@blueprint.get("/<int:registration_id>/withdraw")
@requires(Permission.LET_IN)
def ask_withdraw(registration_id: int) -> str:
    """What withdrawing a member's consent does, before an officer does it for the member."""
    return render_template("registrations/withdraw.html", row=_let_in(registration_id))


@blueprint.post("/<int:registration_id>/withdraw")
@requires(Permission.LET_IN)
def withdraw(registration_id: int) -> Response:
    """Withdraw a member's consent, as the member asked for."""
    consents.withdraw(str(_let_in(registration_id).organisation_id), actor())
    flash(_("Đã rút lại đồng ý. Tên người, số điện thoại và thư điện tử đã được xóa."), "success")
    return redirect(url_for("registrations.one", registration_id=registration_id))


def _let_in(registration_id: int) -> Registration:
    """A registration that an organisation came of. Raises ``NotFound``."""
    row = queries.one(registration_id, actor())
    if row.organisation_id is None:
        raise NotFound
    return row


def invitation(user: User) -> str:
    """The text to copy into a chat: the account's link, until when it serves, and what to do with it."""
    until = set_up_links.last_day()
    address = url_for(
        "set_up.page",
        user_id=user.id,
        until=until.isoformat(),
        key=set_up_links.key(user, until),
        _external=True,
    )
    return _(
        "Chào %(name)s, đăng ký trên hệ thống Kết nối cung cầu đã được duyệt. Mở đường dẫn sau để đặt "
        "mật khẩu (dùng một lần, đến hết ngày %(day)s): %(address)s. Tên đăng nhập: %(login)s. "
        "Xin không chuyển đường dẫn này cho người khác.",
        name=user.name,
        day=until.strftime("%d/%m/%Y"),
        address=address,
        login=user.email,
    )


def _asked(row: Registration) -> str:
    """The text to copy that asks for what is missing, with the link at which it is answered."""
    if row.status != "info_needed":
        return ""
    link = url_for("joining.followed", registration_id=row.id, key=registrations.key(row), _external=True)
    return say("asked", language(), name=row.person, member=row.name, text=row.stages[-1].note, link=link)


def _page(registration_id: int, problem: str = "") -> str:
    row = registrations.opened(registration_id, actor())
    return render_template(
        "registrations/one.html",
        row=row,
        undecided=row.status in UNDECIDED,
        resting=bool(queries.at_rest([row.organisation_id or ""])),
        like=registrations.resembling(row, actor()) if row.status in UNDECIDED else [],
        asked=_asked(row),
        pause_reasons=[(code, label("pause_reason", code)) for code in PAUSE_REASONS],
        reasons=[(code, label("registration_reason", code)) for code in REASONS],
        invitation=invitation(row.user) if row.user and row.user.active else "",
        follow=follow_address(row),
        problem=problem,
    )
