"""A producer's pages: the offers made, and making one in a few words on a cheap phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord
from matchmaker.extensions import queue
from matchmaker.models import Offer
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import judged, listed_offers
from matchmaker.queries import offers as offer_queries
from matchmaker.queries.paging import Page
from matchmaker.schemas.offers import OfferSchema
from matchmaker.services import offers as offer_services
from matchmaker.services.calendar import today
from matchmaker.services.reference import load_reference
from matchmaker.web import messages, placing, suggestions
from matchmaker.web.amounts import amount, place_name, price_range
from matchmaker.web.forms import RecordForm
from matchmaker.web.members import chosen_member, member_choices, tell_rest
from matchmaker.web.sending import once
from matchmaker.web.wanted_cards import wanted_cards
from matchmaker.web.words import label

blueprint = Blueprint("producer", __name__, url_prefix="/offers")

# Of the form into whose fields a pasted message was read.
MESSAGE_FIELDS = (
    *("product", "quantity", "unit", "per", "months", "price_min", "price_max", "price_unit", "price_basis"),
    *("place", "certificates", "invoice", "note"),
)
FIELDS = ("product", "supply_text", "season_text", "place", "certificates", "invoice", "note")

FITTING_SHOWN, NEAR_SHOWN = 50, 10  # demands on the page of one offer


@dataclass(frozen=True)
class OfferLine:
    """One offer in the list: as understood, with the fields a person should ask about again."""

    id: str
    product: str
    producer: str
    amount: str
    months: Sequence[int]
    price: str
    place: str
    doubts: Sequence[str]
    closed: bool
    resting: bool

    @classmethod
    def of(cls, offer: Offer) -> OfferLine:
        """From the stored offer."""
        parsed = offer.parsed
        return cls(
            id=offer.id,
            product=offer.product,
            producer=offer.organisation.name if offer.organisation else offer.producer,
            amount=amount(parsed),
            months=parsed.get("months") or [],
            price=price_range(parsed),
            place=place_name(parsed.get("place")),
            doubts=list(dict.fromkeys(label("field", doubt["field"]) for doubt in offer.doubts)),
            closed=offer.status != "open",
            resting=offer.status == "paused",
        )


@blueprint.get("/")
@requires(Permission.SEE_OFFERS)
def offers() -> str:
    """The offers that the person may see, the newest first."""
    page = listed_offers.newest(actor(), request.args.get("page", 1, int))
    lines = Page(
        [OfferLine.of(offer) for offer in page.rows], page.number, page.last, page.total, page.first_row
    )
    return render_template(
        "producer/offers.html",
        page=lines,
        may_post=may(Permission.POST_OFFER),
        may_change=may(Permission.CHANGE_OFFER),
    )


@blueprint.get("/new")
@requires(Permission.POST_OFFER)
def new_offer() -> str:
    """An empty form."""
    return _form(RecordForm(OfferSchema, FIELDS))


@blueprint.post("/new")
@requires(Permission.POST_OFFER)
def post_offer() -> str | Response | tuple[str, int]:
    """Post the offer; a refused form comes back with its messages, one with a message to read filled in."""
    if messages.to_read(request.form):
        typed, heard = messages.filled(request.form, "offer")
        return _form(RecordForm(OfferSchema, MESSAGE_FIELDS, typed), heard=heard)
    message = messages.of(request.form)
    form = RecordForm(OfferSchema, MESSAGE_FIELDS if message else FIELDS, request.form)
    record = form.load((_sentence(form) if not message else {}) | placing.picked(form))
    member = chosen_member(form, "producer")
    places = placing.ask(form)
    if form.problems or record is None or places:
        return _form(form, places), 422
    try:
        written, confirmed = (
            messages.layers_of(record, form.typed, message, "offer") if message else (record, {})
        )
        offer_id = once(lambda: offer_services.post(written, actor(), member, confirmed).id)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return _form(form), 422
    placing.settle(form)
    queue.defer("rank_for_offer", offer_id)
    flash(_("Đã nhận chào bán “%(product)s”.", product=record["product"]), "success")
    tell_rest(offer_queries.one(offer_id, actor()))
    return redirect(url_for("own.offer", record_id=offer_id))


@blueprint.get("/<record_id>/demands")
@requires(Permission.SEE_OFFERS)
def wanted(record_id: str) -> str:
    """The demands that one offer serves best, and the nearest misses with what would make them possible."""
    found = offer_queries.one(record_id, actor())
    matches = judged.of_offer(found) if found.status == "open" else []
    fitting = [match for match in matches if match.eligible][:FITTING_SHOWN]
    near = [match for match in matches if not match.eligible and match.evidence["missing"]][:NEAR_SHOWN]
    return render_template(
        "producer/wanted.html",
        offer=OfferLine.of(found),
        hidden=not may(Permission.SEE_BOARD),
        fitting=wanted_cards(fitting, actor()),
        near=wanted_cards(near, actor()),
    )


def _sentence(form: RecordForm) -> dict[str, str]:
    """A whole sentence written where the product's name belongs, as the free text that is read for amounts.

    Nothing when the free text is written, or the name tells neither an amount nor a price.
    """
    written = form.value("product").strip()
    if form.value("supply_text").strip() or not any(letter.isdigit() for letter in written):
        return {}
    said = load_reference().reader(today()).read(written)
    return {"supply_text": written} if said.quantity_min or said.price_min else {}


def _form(
    form: RecordForm, places: list[placing.PlaceOption] | None = None, heard: messages.Heard | None = None
) -> str:
    if heard is None and (message := messages.of(form.typed)):
        heard = messages.hear(message, "offer")
    if heard and places is None:
        places = placing.options(form.value("place"))
    members = member_choices("producer")
    return render_template(
        "producer/new_offer.html",
        form=form,
        heard=heard,
        units=suggestions.units(form.value("unit"), form.value("price_unit")),
        places=places or [],
        members=members,
        certificates=suggestions.papers(),
        # The list of product names weighs more than the form: a phone does without it.
        products=suggestions.product_names() if members else (),
    )
