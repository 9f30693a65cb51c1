"""A buyer's pages: the demands posted, posting one, and the candidates found for it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord
from matchmaker.extensions import queue
from matchmaker.models import Match, Organisation
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import judged, organisations, overview
from matchmaker.queries.paging import page_of
from matchmaker.schemas.demands import DemandSchema
from matchmaker.services import demands as demand_services
from matchmaker.services.calendar import today
from matchmaker.services.channels import Terms, usual_terms
from matchmaker.web import messages, placing, suggestions
from matchmaker.web.amounts import amount
from matchmaker.web.cards import MatchCard, card
from matchmaker.web.filling import supplier_of
from matchmaker.web.forms import RecordForm
from matchmaker.web.heads import DemandHead
from matchmaker.web.members import chosen_member, member_choices, tell_rest
from matchmaker.web.sending import once
from matchmaker.web.shares import shares
from matchmaker.web.terms import origin
from matchmaker.web.words import choices
from seeds.problems import parts

blueprint = Blueprint("buyer", __name__, url_prefix="/demands")

FIELDS = (
    *(
        "product",
        "spec",
        "quantity",
        "unit",
        "per",
        "months",
        "place",
        "price_max",
        "price_unit",
        "price_basis",
    ),
    *("channel", "required_certificates", "preferred_certificates", "invoice_required"),
    *("min_remaining_share", "payment_days", "discount_pct", "returns", "consignment", "pooling_allowed"),
    *("min_lot", "min_lot_unit", "valid_until", "note"),
)
LISTS = ("required_certificates", "preferred_certificates", "invoice_required")
NEAR_SHOWN = 5  # near-misses shown to a buyer
FRESH = {"unit": "kg", "per": "month", "price_unit": "kg", "price_basis": "delivered"}


@blueprint.get("/")
@requires(Permission.SEE_DEMANDS)
def demands() -> str:
    """The demands that the person may see, the nearest deadline first."""
    rows = overview.chosen(overview.rows(actor(), today()), overview.BoardFilter())
    page = page_of(rows, request.args.get("page", 1, int))
    return render_template(
        "buyer/demands.html", page=page, may_post=may(Permission.POST_DEMAND), amount=amount, detail=_detail()
    )


@blueprint.get("/new")
@requires(Permission.POST_DEMAND)
def new_demand() -> str:
    """An empty form, with what the buyer usually asks for already filled in."""
    own = actor().organisation
    channel = own.channel if own else ""
    begun = {**FRESH, "channel": channel, **typed_terms(usual_terms(channel, buyer=_buyer_side(own)))}
    return _form(RecordForm(DemandSchema, FIELDS, initial=begun))


@blueprint.post("/new")
@requires(Permission.POST_DEMAND)
def post_demand() -> str | Response | tuple[str, int]:
    """Post the demand and show its candidates; a refused form comes back with its messages."""
    if request.form.get("step") == "prefill":
        return _form(RecordForm(DemandSchema, FIELDS, prefilled(request.form)))
    if messages.to_read(request.form):
        typed, heard = messages.filled(request.form, "demand")
        return _form(RecordForm(DemandSchema, FIELDS, typed), heard=heard)
    message = messages.of(request.form)
    form = RecordForm(DemandSchema, FIELDS, request.form)
    record = form.load(placing.picked(form))
    member = chosen_member(form, "buyer")
    places = placing.ask(form)
    if form.problems or record is None or places:
        return _form(form, places), 422
    try:
        written, confirmed = (
            messages.layers_of(record, form.typed, message, "demand") if message else (record, {})
        )
        demand_id = once(lambda: demand_services.post(written, actor(), member, confirmed).id)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return _form(form), 422
    placing.settle(form)
    queue.defer("rank_demand", demand_id)
    flash(_("Đã đăng nhu cầu “%(product)s”.", product=record["product"]), "success")
    tell_rest(demand_queries.one(demand_id, actor()))
    return redirect(url_for(_detail(), demand_id=demand_id))


@blueprint.get("/<demand_id>")
@requires(Permission.SEE_DEMANDS)
def candidates(demand_id: str) -> str:
    """The eligible offers of one demand and the nearest misses, the buyer's order too small, say.

    No names, phones or coordinates until the introduction.
    """
    found = demand_queries.one(demand_id, actor())
    matches = [match for match in judged.of_demand(found) if match.status != "rejected"]
    near = [match for match in matches if not match.eligible][:NEAR_SHOWN]
    return render_template(
        "buyer/candidates.html",
        demand=DemandHead.of(found),
        ranking=found.ranking.status if found.ranking else "queued",
        cards=[_card(match) for match in matches if match.eligible],
        near=[_card(match) for match in near],
        supplier=supplier_of(found),
    )


def _detail() -> str:
    """Where one demand is looked at: on the board by those who may, else as its buyer sees it."""
    return "board.demand" if may(Permission.SEE_BOARD) else "buyer.candidates"


def _card(match: Match) -> MatchCard:
    return card(match, match.demand.parsed, today(), actor=actor())


def typed_terms(terms: Terms) -> dict[str, Any]:
    """What a template says, as the values of the form's fields."""
    return {
        field: parts(told.value) if field in LISTS else told.value.replace(".", ",")
        for field, told in terms.items()
    }


def prefilled(typed: MultiDict[str, str]) -> MultiDict[str, str]:
    """The form as typed, with what the template for its buyer and channel says."""
    filled = MultiDict(typed)
    for name, value in typed_terms(_template(typed)).items():
        filled.setlist(name, value if isinstance(value, list) else [value])
    return filled


def _template(typed: MultiDict[str, str]) -> Terms:
    """The template for the buyer and the channel that a form names; without a channel, the buyer's."""
    named = typed.get("organisation", "")
    buyer = _buyer_side(organisations.one(named, actor()) if named else actor().organisation)
    channel = typed.get("channel", "") or (buyer.channel if buyer else "")
    return usual_terms(channel, typed.get("product", ""), buyer)


def _buyer_side(organisation: Organisation | None) -> Organisation | None:
    return organisation if organisation is not None and organisation.side == "buyer" else None


def _origins(form: RecordForm) -> dict[str, str]:
    """Where the values come from that stand in the form as a template has them."""
    said = _template(form.typed)
    begun = typed_terms(said)
    return {
        field: origin(told)
        for field, told in said.items()
        if (form.values(field) if field in LISTS else form.value(field)) == begun[field]
    }


def _form(
    form: RecordForm, places: list[placing.PlaceOption] | None = None, heard: messages.Heard | None = None
) -> str:
    if heard is None and (message := messages.of(form.typed)):
        heard = messages.hear(message, "demand")
    if heard and places is None:
        places = placing.options(form.value("place"))
    return render_template(
        "buyer/new_demand.html",
        form=form,
        heard=heard,
        places=places or [],
        members=member_choices("buyer"),
        units=suggestions.units(form.value("unit"), form.value("price_unit"), form.value("min_lot_unit")),
        papers=suggestions.all_papers,
        invoices=[each for each in choices("invoice") if each[0] != "KHONG"],
        shares=shares(form.value("min_remaining_share")),
        origins=_origins(form),
        products=suggestions.product_names(),
    )
