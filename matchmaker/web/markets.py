"""Which foreign market takes which product: the dated table, and keeping it up to date."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord, Stale
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import kinds
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.paging import page_of
from matchmaker.queries.search import fold
from matchmaker.schemas.markets import MARKETS, MarketSchema, as_row
from matchmaker.services import markets
from matchmaker.services.calendar import today
from matchmaker.web.change_lines import change_lines
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.sources import sources
from matchmaker.wording import errors

blueprint = Blueprint("markets", __name__, url_prefix="/reference/markets")

FIELDS = tuple(MarketSchema().fields)
STALE_AFTER = timedelta(days=365)


@blueprint.get("/")
@requires(Permission.SEE_REFERENCE)
def listed() -> str:
    """The table, by product; what was checked more than a year ago says so."""
    asked = {name: request.args.get(name, "")[:200] for name in ("q", "market", "old")}
    names = {row["key"]: row["name_vi"] for row in changed.rows("products")}
    rows = [
        row
        for row in changed.rows(markets.SUBJECT)
        if asked["market"] in ("", row["market"])
        and fold(asked["q"]) in fold(names.get(row["product"], row["product"]))
        and (not asked["old"] or is_old(row["checked_on"]))
    ]
    rows.sort(key=lambda row: (fold(names.get(row["product"], "")), MARKETS.index(row["market"])))
    return render_template(
        "reference/markets.html",
        page=page_of(rows, request.args.get("page", 1, int)),
        names=names,
        filters=asked,
        page_filters={name: value for name, value in asked.items() if value},
        is_old=is_old,
        sources=sources,
        old=sum(is_old(row["checked_on"]) for row in changed.rows(markets.SUBJECT)),
    )


@blueprint.get("/new")
@requires(Permission.CHANGE_MARKETS)
def new() -> str:
    """An empty entry, checked today."""
    begun = {"product": request.args.get("product", ""), "checked_on": today().strftime("%d/%m/%Y")}
    return _page(RecordForm(MarketSchema, FIELDS, initial=begun))


@blueprint.post("/new")
@requires(Permission.CHANGE_MARKETS)
def add() -> str | Response | tuple[str, int]:
    """Keep a new entry."""
    return _submitted(RecordForm(MarketSchema, FIELDS, request.form))


@blueprint.get("/<product>/<market>")
@requires(Permission.SEE_REFERENCE)
def one(product: str, market: str) -> str:
    """One entry with its history, and the form that changes it for those who may."""
    row = markets.one(product, market)
    shown = {**row, "open": row["open"] or "unknown", "product": kinds.labelled(kinds.one(product))}
    days = {name: _local(row[name]) for name in ("since", "until", "checked_on")}
    return _page(RecordForm(MarketSchema, FIELDS, initial=shown | days), product, market)


@blueprint.post("/<product>/<market>")
@requires(Permission.CHANGE_MARKETS)
def change(product: str, market: str) -> str | Response | tuple[str, int]:
    """Keep a changed entry."""
    markets.one(product, market)
    typed = request.form.copy()
    typed["product"], typed["market"] = product, market
    return _submitted(RecordForm(MarketSchema, FIELDS, typed), product, market)


def is_old(checked_on: str) -> bool:
    """Whether a day of checking lies more than a year back."""
    return checked_on < (today() - STALE_AFTER).isoformat()


def _submitted(form: RecordForm, product: str = "", market: str = "") -> str | Response | tuple[str, int]:
    loaded = form.load()
    if loaded is not None:
        try:
            wanted = markets.alteration(as_row(loaded), new=not product)
            markets.save(wanted, form.value("reason"), actor(), form.typed.get("version", -1, int))
        except InvalidRecord as error:
            form.refuse(error.messages)
        except Stale as error:
            form.messages["_schema"] = errors.sentence(error.code, error.facts, language())
        else:
            queue.defer("rank_stale")
            flash(_("Đã lưu. Các nhu cầu xuất khẩu liên quan đang được xếp hạng lại."), "success")
            return redirect(url_for("markets.listed", q=""))
    return _page(form, product, market), 422


def _page(form: RecordForm, product: str = "", market: str = "") -> str:
    return render_template(
        "reference/market.html",
        form=form,
        row=markets.one(product, market) if product else None,
        name=kinds.one(product)["name_vi"] if product else "",
        version=changed.stamp(markets.SUBJECT).number,
        history=change_lines(changed.history(markets.SUBJECT, f"{product}/{market}")) if product else [],
        suggestions=kinds.suggestions() if not product else [],
        is_old=is_old,
        sources=sources,
        openness=[("1", _("Đã mở")), ("0", _("Chưa mở")), ("unknown", _("Chưa rõ"))],
    )


def _local(day: str) -> str:
    """A day as one types it here."""
    return "/".join(reversed(day.split("-"))) if day else ""
