"""One's own offer or demand after it was posted: what was understood, to confirm, correct or take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord, Stale
from matchmaker.extensions import queue
from matchmaker.models import Demand, Offer, User
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import confirmations
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import offers as offer_queries
from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.demands import DemandCorrectionSchema
from matchmaker.schemas.offers import OfferCorrectionSchema
from matchmaker.services import demands, offers
from matchmaker.services.reading import UNSAID
from matchmaker.web import placing, suggestions
from matchmaker.web.filling import own_kept, own_parts
from matchmaker.web.forms import RecordForm
from matchmaker.web.understood import as_typed, emptied, found_commune, lines, papers_kept

blueprint = Blueprint("own", __name__)

_SHARED = ("product", "quantity", "unit", "per", "months", "price_max", "price_unit", "price_basis", "place")


@dataclass(frozen=True)
class Side:
    """What differs between offers and demands."""

    name: str
    schema: type[RecordSchema]
    fields: tuple[str, ...]
    papers: str
    read: Callable[[str, User], Any]
    services: Any
    job: str
    back: str


OFFER = Side(
    name="offer",
    schema=OfferCorrectionSchema,
    fields=(*_SHARED[:5], "price_min", *_SHARED[5:], "certificates", "invoice"),
    papers="certificates",
    read=offer_queries.one,
    services=offers,
    job="rank_for_offer",
    back="producer.offers",
)
DEMAND = Side(
    name="demand",
    schema=DemandCorrectionSchema,
    fields=(*_SHARED, "required_certificates", "valid_until"),
    papers="required_certificates",
    read=demand_queries.one,
    services=demands,
    job="rank_demand",
    back="buyer.demands",
)


@blueprint.get("/offers/<record_id>")
@requires(Permission.CHANGE_OFFER)
def offer(record_id: str) -> str:
    """One's offer, as written and as understood."""
    return _page(OFFER, OFFER.read(record_id, actor()))


@blueprint.post("/offers/<record_id>")
@requires(Permission.CHANGE_OFFER)
def correct_offer(record_id: str) -> Response | tuple[str, int]:
    """Keep what was confirmed or corrected."""
    return _correct(OFFER, record_id)


@blueprint.get("/offers/<record_id>/withdraw")
@requires(Permission.CHANGE_OFFER)
def ask_offer(record_id: str) -> str:
    """Whether the offer shall really be taken back."""
    return _question(OFFER, OFFER.read(record_id, actor()))


@blueprint.post("/offers/<record_id>/withdraw")
@requires(Permission.CHANGE_OFFER)
def close_offer(record_id: str) -> Response:
    """Take the offer back; it stays on record."""
    return _close(OFFER, record_id)


@blueprint.get("/demands/<record_id>/edit")
@requires(Permission.CHANGE_DEMAND)
def demand(record_id: str) -> str:
    """One's demand, as written and as understood."""
    return _page(DEMAND, DEMAND.read(record_id, actor()))


@blueprint.post("/demands/<record_id>/edit")
@requires(Permission.CHANGE_DEMAND)
def correct_demand(record_id: str) -> Response | tuple[str, int]:
    """Keep what was confirmed or corrected."""
    return _correct(DEMAND, record_id)


@blueprint.get("/demands/<record_id>/close")
@requires(Permission.CHANGE_DEMAND)
def ask_demand(record_id: str) -> str:
    """Whether the demand shall really be closed."""
    return _question(DEMAND, DEMAND.read(record_id, actor()))


@blueprint.post("/demands/<record_id>/close")
@requires(Permission.CHANGE_DEMAND)
def close_demand(record_id: str) -> Response:
    """Close the demand; it stays on record."""
    return _close(DEMAND, record_id)


def _correct(side: Side, record_id: str) -> Response | tuple[str, int]:
    record = side.read(record_id, actor())
    confirming = request.form.get("step") == "confirm"
    form = RecordForm(side.schema, side.fields, None if confirming else request.form, as_typed(record))
    fields, places = _fields(side, form, record)
    if form.problems or fields is None or places:
        return _page(side, record, form, places), 422
    if not confirming and (unsaid := emptied(form.typed, as_typed(record))):
        fields[UNSAID] = sorted({*record.confirmed.get(UNSAID, ()), *unsaid})
    try:
        side.services.confirm(record_id, fields, actor(), _version())
    except InvalidRecord as error:
        form.refuse(error.messages)
        return _page(side, record, form), 422
    except Stale:
        flash(_("Người khác vừa sửa bản này. Đây là bản hiện nay; xin xem lại."))
        return redirect(url_for(f"own.{side.name}", record_id=record_id))
    placing.settle(form, record.organisation_id or "")
    queue.defer(side.job, record_id)
    flash(_("Đã ghi nhận những điều bạn xác nhận."), "success")
    return redirect(url_for(f"own.{side.name}", record_id=record_id))


def _fields(
    side: Side, form: RecordForm, record: Offer | Demand
) -> tuple[dict[str, Any] | None, list[placing.PlaceOption]]:
    """The fields to keep, and the places still to choose from; a place left as it stood is kept as found."""
    extra: dict[str, Any] = {side.papers: papers_kept(record, side.papers, form.values(side.papers))}
    picked = placing.picked(form, record.organisation_id or "")
    if not picked and form.value("place") == as_typed(record)["place"]:
        found = found_commune(record)
        extra |= {"place": found} if found else {}
        return form.load(extra, left_out=("place",)), []
    return form.load(extra | picked), placing.ask(form, record.organisation_id or "")


def _close(side: Side, record_id: str) -> Response:
    try:
        side.services.close(record_id, actor(), _version())
    except Stale:
        flash(_("Người khác vừa sửa bản này. Đây là bản hiện nay; xin xem lại."))
        return redirect(url_for(f"own.{side.name}", record_id=record_id))
    queue.defer(side.job, record_id)
    flash(_("Đã rút chào bán.") if side is OFFER else _("Đã đóng nhu cầu."), "success")
    return redirect(url_for(side.back))


def _version() -> int:
    """The version that the page showed; 0, which is always past, for anything else."""
    text = request.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _page(
    side: Side,
    record: Offer | Demand,
    form: RecordForm | None = None,
    places: list[placing.PlaceOption] | None = None,
) -> str:
    form = form or RecordForm(side.schema, side.fields, initial=as_typed(record))
    return render_template(
        "own/record.html",
        side=side.name,
        record=record,
        lines=lines(record, confirmations.of(record)),
        form=form,
        papers_field=side.papers,
        places=placing.options(form.value("place")) if places is None else places,
        back_url=url_for(side.back),
        units=_units(form.value("unit"), form.value("price_unit")),
        certificates=_papers(form.values(side.papers)),
        parts=own_parts(record) if isinstance(record, Offer) else [],
        kept=own_kept(record) if isinstance(record, Offer) else [],
        entered_for=confirmations.entered_for(record),
    )


def _question(side: Side, record: Offer | Demand) -> str:
    return render_template("own/close.html", side=side.name, record=record)


def _units(*used: str) -> list[tuple[str, str]]:
    usual = suggestions.units()
    known = {code for code, _name in usual}
    return usual + [(code, code) for code in dict.fromkeys(used) if code and code not in known]


def _papers(held: list[str]) -> list[tuple[str, str]]:
    usual = suggestions.papers()
    known = {code for code, _name in usual}
    return usual + [(code, code) for code in held if code not in known]
