"""The templates of channels, for administrators, and a buyer's own, for the buyer and its officers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import Organisation
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import organisations
from matchmaker.queries import reference_changes as changed
from matchmaker.schemas.channel_terms import ChannelTermsSchema, as_row
from matchmaker.services import channels as services
from matchmaker.services.calendar import VIET_NAM
from matchmaker.services.channels import Terms, Told
from matchmaker.web import suggestions
from matchmaker.web.change_lines import change_lines
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.shares import shares
from matchmaker.web.words import label
from matchmaker.wording import errors
from seeds.problems import parts

blueprint = Blueprint("terms", __name__, url_prefix="/reference")

FIELDS = services.COLUMNS
LISTS = (*services.PAPERS, "preferred", "invoice")


@blueprint.get("/channels")
@requires(Permission.SEE_REFERENCE)
def channels() -> str:
    """The templates of all channels, and the buyers whose own template the reader may open."""
    return render_template(
        "reference/channels.html",
        rows=changed.rows(services.SUBJECT),
        parts=parts,
        buyers=organisations.members(actor(), "buyer") if may(Permission.CHANGE_BUYER_TERMS) else (),
    )


@blueprint.get("/channels/<channel>")
@requires(Permission.SEE_REFERENCE)
def channel(channel: str) -> str:
    """The template of one channel."""
    return _channel_page(channel)


@blueprint.post("/channels/<channel>")
@requires(Permission.CHANGE_CHANNELS)
def change_channel(channel: str) -> str | Response | tuple[str, int]:
    """Keep a changed template of a channel."""

    def save(wanted: Any, reason: str, version: int) -> None:
        services.save_channel(channel, wanted, reason, actor(), version)

    return _submitted(save, lambda form: _channel_page(channel, form), "terms.channel", channel=channel)


@blueprint.get("/buyers")
@requires(Permission.CHANGE_BUYER_TERMS)
def choose_buyer() -> Response:
    """To the template of the buyer chosen."""
    return redirect(url_for("terms.buyer", organisation_id=request.args.get("organisation", "") or "-"))


@blueprint.get("/buyers/<organisation_id>")
@requires(Permission.CHANGE_BUYER_TERMS)
def buyer(organisation_id: str) -> str:
    """A buyer's own template."""
    return _buyer_page(services.buyer_for(organisation_id, actor()))


@blueprint.post("/buyers/<organisation_id>")
@requires(Permission.CHANGE_BUYER_TERMS)
def change_buyer(organisation_id: str) -> str | Response | tuple[str, int]:
    """Keep a buyer's changed template."""
    found = services.buyer_for(organisation_id, actor())

    def save(wanted: Any, reason: str, version: int) -> None:
        services.save_buyer(found, wanted, reason, actor(), version)

    back = {"organisation_id": organisation_id}
    return _submitted(save, lambda form: _buyer_page(found, form), "terms.buyer", **back)


def origin(told: Told | None) -> str:
    """Where a value of a template comes from, in words; "" for none."""
    if told is None or not told.value:
        return ""
    day = told.at.astimezone(VIET_NAM).strftime("%d/%m/%Y") if told.at else ""
    if told.origin == "buyer":
        return _("Theo mẫu riêng của bên mua, sửa ngày %(day)s", day=day)
    if told.origin == "channel":
        return _("Theo mẫu của kênh, cán bộ sửa ngày %(day)s", day=day)
    return _("Theo mẫu của kênh")


def typed(terms: Terms) -> dict[str, Any]:
    """A template as its form shows it."""
    shown: dict[str, Any] = {}
    for column, told in terms.items():
        shown[column] = parts(told.value) if column in LISTS else told.value.replace(".", ",")
    return shown


def _submitted(
    save: Callable[[Any, str, int], None], page: Callable[[RecordForm], str], endpoint: str, **arguments: str
) -> str | Response | tuple[str, int]:
    form = RecordForm(ChannelTermsSchema, FIELDS, request.form)
    loaded = form.load()
    if loaded is not None:
        try:
            save(as_row(loaded), form.value("reason"), form.typed.get("version", -1, int))
        except InvalidRecord as error:
            form.refuse(error.messages)
        except Stale as error:
            form.messages["_schema"] = errors.sentence(error.code, error.facts, language())
        else:
            flash(_("Đã lưu. Nhu cầu đăng từ nay được điền theo mẫu mới; nhu cầu cũ giữ nguyên."), "success")
            return redirect(url_for(endpoint, **arguments))
    return page(form), 422


def _channel_page(channel: str, form: RecordForm | None = None) -> str:
    if channel not in changed.by_key(services.SUBJECT):
        raise NotFound
    terms = services.of_channel(channel)
    return _page(
        form, terms, services.SUBJECT, channel, label("channel", channel), may(Permission.CHANGE_CHANNELS)
    )


def _buyer_page(buyer: Organisation, form: RecordForm | None = None) -> str:
    terms = services.of_buyer(buyer)
    return _page(form, terms, services.BUYERS, buyer.id, buyer.name, True, channel=buyer.channel)


def _page(
    form: RecordForm | None, terms: Terms, subject: str, key: str, name: str, open_: bool, channel: str = ""
) -> str:
    form = form or RecordForm(ChannelTermsSchema, FIELDS, initial=typed(terms))
    return render_template(
        "reference/terms.html",
        form=form,
        terms=terms,
        origin=origin,
        subject=subject,
        key=key,
        name=name,
        channel=channel,
        may_change=open_,
        version=changed.stamp(subject).number,
        history=change_lines(changed.history(subject, key)),
        papers=suggestions.all_papers,
        shares=shares(form.value("min_remaining_share")),
        units=suggestions.units(),
    )
