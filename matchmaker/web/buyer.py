"""A buyer's pages: the demands posted, posting one, and the candidates found for it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord
from matchmaker.extensions import queue
from matchmaker.models import Match
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import judged, overview, shown
from matchmaker.queries.paging import page_of
from matchmaker.schemas.demands import DemandSchema
from matchmaker.services import demands as demand_services
from matchmaker.services.calendar import today
from matchmaker.services.channels import usual_terms
from matchmaker.web import placing, suggestions
from matchmaker.web.amounts import amount
from matchmaker.web.cards import MatchCard, card
from matchmaker.web.forms import RecordForm
from matchmaker.web.heads import DemandHead
from matchmaker.web.members import chosen_member, member_choices
from matchmaker.web.sending import once

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
    *("channel", "required_certificates", "invoice_required", "valid_until", "note"),
)
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
    """An empty form, with what the buyer's channel usually asks for already ticked."""
    own = actor().organisation
    channel = own.channel if own else ""
    return _form(RecordForm(DemandSchema, FIELDS, initial={**FRESH, **usual(channel), "channel": channel}))


@blueprint.post("/new")
@requires(Permission.POST_DEMAND)
def post_demand() -> str | Response | tuple[str, int]:
    """Post the demand and show its candidates; a refused form comes back with its messages."""
    if request.form.get("step") == "prefill":
        return _form(RecordForm(DemandSchema, FIELDS, prefilled(request.form)))
    form = RecordForm(DemandSchema, FIELDS, request.form)
    record = form.load(placing.picked(form))
    member = chosen_member(form, "buyer")
    places = placing.ask(form)
    if form.problems or record is None or places:
        return _form(form, places), 422
    try:
        demand_id = once(lambda: demand_services.post(record, actor(), member).id)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return _form(form), 422
    queue.defer("rank_demand", demand_id)
    flash(_("Đã đăng nhu cầu “%(product)s”.", product=record["product"]), "success")
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
    )


def _detail() -> str:
    """Where one demand is looked at: on the board by those who may, else as its buyer sees it."""
    return "board.demand" if may(Permission.SEE_BOARD) else "buyer.candidates"


def _card(match: Match) -> MatchCard:
    return card(match, match.demand.parsed, today(), evidence=shown.evidence(match, actor()))


def usual(channel: str, product: str = "") -> dict[str, Any]:
    """What a channel usually asks for, as the values of the form's fields."""
    terms = usual_terms(channel, product)
    return {"required_certificates": list(terms.papers), "invoice_required": ["true"] * terms.invoice}


def prefilled(typed: MultiDict[str, str]) -> MultiDict[str, str]:
    """The form as typed, with the papers and the invoice that its channel usually asks for."""
    filled = MultiDict(typed)
    for name, values in usual(typed.get("channel", ""), typed.get("product", "")).items():
        filled.setlist(name, values)
    return filled


def _form(form: RecordForm, places: list[placing.PlaceOption] | None = None) -> str:
    return render_template(
        "buyer/new_demand.html",
        form=form,
        places=places or [],
        members=member_choices("buyer"),
        units=suggestions.units(),
        certificates=suggestions.papers(),
        products=suggestions.product_names(),
    )
