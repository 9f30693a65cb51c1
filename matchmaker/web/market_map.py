"""The map: producers and buyers by commune, the ways to one demand, boats; and the same as a table."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request, url_for
from flask_babel import gettext as _

from matchmaker.errors import NotFound
from matchmaker.models import Match
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import judged, market_map, shown
from matchmaker.queries.market_map import MapFilter, Spot
from matchmaker.queries.paging import page_of
from matchmaker.services import market_map as services
from matchmaker.services.market_map import Drawn
from matchmaker.web.amounts import place_name
from matchmaker.web.language import language
from matchmaker.web.words import number
from matchmaker.wording import ways as words

blueprint = Blueprint("market_map", __name__, url_prefix="/map")

FILTERS = ("q", "side", "month", "demand")
NAMED = 4  # goods named of a commune before the rest is counted


@blueprint.get("/")
@requires(Permission.SEE_MATCHES)
def page() -> str:
    """The map and its table; without script the table alone."""
    found = market_map.spots(actor(), _filter())
    ways = _ways()
    asked = {name: request.args[name][:200] for name in FILTERS if request.args.get(name)}
    return render_template(
        "map/page.html",
        page=page_of(found, request.args.get("page", 1, int)),
        filters=_filter(),
        page_filters=asked,
        demand=asked.get("demand", ""),
        points=url_for("market_map.points", **asked),
        ways=[(each, _way_line(each), _product(each.match)) for each in ways],
        boats=services.boats(),
        named=NAMED,
        link=_link,
        total=(
            sum(len(s.goods) for s in found if s.side == "offer"),
            sum(len(s.goods) for s in found if s.side == "demand"),
        ),
    )


@blueprint.get("/points.json")
@requires(Permission.SEE_MATCHES)
def points() -> Response:
    """What the map draws, under the same filter and for the same reader."""
    spots = [spot for spot in (_spot(each) for each in market_map.spots(actor(), _filter())) if spot]
    return jsonify(
        {
            "spots": spots,
            "ways": [_drawn(each) for each in _ways()],
            "boats": [
                {"name": f"{boat.origin} – {boat.destination}", "trucks": boat.trucks, "path": boat.path}
                for boat in services.boats()
            ],
        }
    )


@blueprint.get("/outlines.json")
@requires(Permission.SEE_MATCHES)
def outlines() -> Response:
    """Outlines of the provinces and the islands."""
    return jsonify(services.outlines())


def _ways() -> list[Drawn]:
    """The ways to the demand that was asked for, of the matches that fit; none where the reader has none."""
    asked = request.args.get("demand", "")
    if not asked:
        return []
    try:
        demand = demand_queries.one(asked[:64], actor())
    except NotFound:
        return []
    fitting = [one for one in judged.of_demand(demand) if one.eligible and one.status != "rejected"]
    return services.ways_to(demand, fitting)


def _spot(spot: Spot) -> dict[str, Any] | None:
    where = services.centre(spot.commune, spot.province)
    if where is None:
        return None
    goods = [f"{each.product} – {each.party}" if each.party else each.product for each in spot.goods[:NAMED]]
    if len(spot.goods) > NAMED:
        goods.append(_("và %(count)s mục khác", count=number(len(spot.goods) - NAMED)))
    return {
        "side": spot.side,
        "name": f"{spot.commune}, {spot.province}",
        "at": where,
        "count": len(spot.goods),
        "goods": goods,
    }


def _drawn(way: Drawn) -> dict[str, Any]:
    return {
        "name": f"{_product(way.match)}: {_way_line(way)}",
        "parts": [{"sea": by_sea, "path": path} for by_sea, path in way.parts],
    }


def _way_line(way: Drawn) -> str:
    route = way.route
    offered, wanted = (row.parsed.get("place") for row in (way.match.offer, way.match.demand))
    facts = {
        "origin": place_name(offered, written=False),
        "destination": place_name(wanted, written=False),
        "km": route.km,
        "hours": (route.hours_low, route.hours_high),
        "nights": route.nights,
        "cost": (round(route.cost_low, -1), round(route.cost_high, -1)),
        "ferry": route.ferry,
    }
    return words.line(facts, language())


def _product(match: Match) -> str:
    return shown.view(match, "offer", actor()).text(match.offer.product)


def _link(spot: Spot, record_id: str) -> str:
    """Where a demand's ways are drawn, or an offer's page is, for those who may."""
    if not record_id:
        return ""
    if spot.side == "demand":
        return url_for("market_map.page", demand=record_id)
    return ""


def _filter() -> MapFilter:
    month = request.args.get("month", 0, int)
    side = request.args.get("side", "")
    return MapFilter(
        q=request.args.get("q", "")[:200],
        side=side if side in market_map.SIDES else "",
        month=month if month in range(1, 13) else None,
    )
