"""Consents of members that came by a list or were entered for them: the link to send, the form to sign."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.documents import consent_forms
from matchmaker.documents.typesetting import NotPrintedError
from matchmaker.errors import NotFound
from matchmaker.models import Organisation
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import organisations, privacy
from matchmaker.schemas.registrations import TRADERS
from matchmaker.services import calling, consents
from matchmaker.web.conference_prints import TYPES
from matchmaker.web.language import language
from matchmaker.wording import prints
from matchmaker.wording.consents import say

blueprint = Blueprint("consents", __name__, url_prefix="/consents")

SHOWN = 200


@blueprint.get("/")
@requires(Permission.LET_IN)
def index() -> str:
    """The members of whom persons are kept without a consent on record."""
    rows = privacy.without_consent(actor(), SHOWN)
    return render_template("consents/index.html", rows=rows, count=privacy.count_without_consent(actor()))


@blueprint.get("/<organisation_id>")
@requires(Permission.LET_IN)
def one(organisation_id: str) -> str:
    """The text to copy with the member's own link, the form to print, and what was agreed to and when."""
    return _page(_trader(organisation_id))


@blueprint.post("/<organisation_id>/contacts")
@requires(Permission.LET_IN)
def contacts(organisation_id: str) -> str:
    """Whom to send it to; that the telephones were opened is logged."""
    member = _trader(organisation_id)
    return _page(member, calling.contacts([member.id], actor(), "consent", member.id)[member.id])


@blueprint.post("/<organisation_id>/told")
@requires(Permission.LET_IN)
def told(organisation_id: str) -> AnyResponse:
    """The member has heard the text, or signed the form, and agreed."""
    consents.told(organisation_id, actor())
    flash(_("Đã ghi việc đồng ý, ghi rõ bạn là người ghi."), "success")
    return redirect(url_for("consents.one", organisation_id=organisation_id))


@blueprint.get("/<organisation_id>/withdraw")
@requires(Permission.LET_IN)
def ask_withdraw(organisation_id: str) -> str:
    """What withdrawing a member's consent does, before an officer does it for the member."""
    return render_template("consents/withdraw.html", member=_trader(organisation_id))


@blueprint.post("/<organisation_id>/withdraw")
@requires(Permission.LET_IN)
def withdraw(organisation_id: str) -> AnyResponse:
    """Withdraw, as the member asked for."""
    consents.withdraw(organisation_id, actor())
    flash(_("Đã rút lại đồng ý. Tên người, số điện thoại và thư điện tử đã được xóa."), "success")
    return redirect(url_for("consents.one", organisation_id=organisation_id))


@blueprint.get("/<organisation_id>/form.<form>")
@requires(Permission.LET_IN)
def printed(organisation_id: str, form: str) -> AnyResponse:
    """The form of consent to sign."""
    member = _trader(organisation_id)
    if form not in consent_forms.FORMS:
        raise NotFound
    try:
        body = consent_forms.form(member.name, _link(member), language(), form)
    except NotPrintedError as error:
        flash(prints.fault(error.code, error.facts, language()))
        return redirect(url_for("consents.one", organisation_id=organisation_id))
    shown = "inline" if form == "pdf" else "attachment"
    named = {"Content-Disposition": f'{shown}; filename="consent.{form}"'}
    return Response(body, mimetype=TYPES[form], headers=named)


def _trader(organisation_id: str) -> Organisation:
    """A producer or a buyer that the officer may see. Raises ``NotFound``."""
    member = organisations.one(organisation_id, actor())
    if member.side not in TRADERS:
        raise NotFound
    return member


def _link(member: Organisation) -> str:
    return url_for(
        "consent_links.page", organisation_id=member.id, key=consents.key(member.id), _external=True
    )


def _page(member: Organisation, people: list[dict[str, str]] | None = None) -> str:
    link = _link(member)
    return render_template(
        "consents/one.html",
        member=member,
        people=people,
        link=link,
        chat=say("chat", language(), name=member.name, link=link),
        given=privacy.consents_of(member.id),
    )
