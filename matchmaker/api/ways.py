"""The way of a match and the account to its producer, as figures."""

from __future__ import annotations

from typing import Any

from flask.views import MethodView
from marshmallow import Schema, fields

from matchmaker.api.blueprints import Blueprint
from matchmaker.models import Match, User
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import matches, shown
from matchmaker.schemas.queries import WayArguments
from matchmaker.services import ways
from matchmaker.services.ways import Way
from scoring.logistics.coefficients import Range
from scoring.logistics.itinerary import Stage

blueprint = Blueprint("api_ways", __name__, url_prefix="/api/v1/matches")


class RangeReply(Schema):
    """Two ends of a figure."""

    low = fields.Float(required=True)
    high = fields.Float(required=True)


class StageReply(Schema):
    """One stage of a way: a leg's mode, rest, wait, gate or handling."""

    kind = fields.String(required=True)
    origin = fields.String(required=True)
    destination = fields.String(required=True)
    road = fields.String(required=True)
    km = fields.Float(required=True, allow_none=True)
    hours = fields.Nested(RangeReply, required=True)
    cost_vnd_per_kg = fields.Nested(RangeReply, required=True)
    co2_kg_per_tonne = fields.Nested(RangeReply, required=True)


class LineReply(Schema):
    """One line of the account; ``amount`` is null where it has to be asked."""

    code = fields.String(required=True)
    amount = fields.Nested(RangeReply, required=True, allow_none=True)
    source = fields.String(required=True)
    facts = fields.Dict(required=True)
    coefficients_of = fields.Date(required=True, allow_none=True)


class AccountReply(Schema):
    """What is left of the buyer's price at the farm gate, đồng per kg."""

    lines = fields.List(fields.Nested(LineReply), required=True)
    net = fields.Nested(RangeReply, required=True, allow_none=True)
    asked = fields.List(fields.String(), required=True)


class WayReply(Schema):
    """A way; ``by`` is ship or flight where some of it goes so, ``others`` what else goods and order allow;
    ``km`` is null where none is known, ``account`` where its price is not for the reader."""

    vehicle = fields.String(required=True)
    by = fields.String(required=True)
    others = fields.List(fields.String(), required=True)
    km = fields.Float(required=True, allow_none=True)
    hours = fields.Nested(RangeReply, required=True, allow_none=True)
    cost_vnd_per_kg = fields.Nested(RangeReply, required=True, allow_none=True)
    co2_kg_per_tonne = fields.Nested(RangeReply, required=True, allow_none=True)
    nights = fields.Nested(RangeReply, required=True)
    days_left = fields.Nested(RangeReply, required=True, allow_none=True)
    calibrated = fields.Boolean(required=True)
    fallback = fields.Boolean(required=True)
    stages = fields.List(fields.Nested(StageReply), required=True)
    account = fields.Nested(AccountReply, required=True, allow_none=True)


@blueprint.route("/<int:match_id>/way")
class MatchWay(MethodView):
    """The way of one match."""

    @requires(Permission.SEE_MATCHES)
    @blueprint.arguments(WayArguments, location="query")
    @blueprint.response(200, WayReply)
    def get(self, arguments: dict[str, Any], match_id: int) -> dict[str, Any]:
        """Stages, days of shelf life left, and what reaches the producer."""
        match = matches.one(match_id, actor())
        return way_reply(match, ways.of_match(match, arguments["vehicle"], by=arguments["by"]), actor())


def way_reply(match: Match, way: Way, reader: User) -> dict[str, Any]:
    """A way as it is shown to the reader: places by their communes, no price before its time."""
    told = way.stages
    whole = all(shown.view(match, side, reader).sees("price") for side in ("offer", "demand"))
    ends = [_commune(row.parsed.get("place") or {}) for row in (match.offer, match.demand)]
    return {
        "vehicle": way.vehicle.name,
        "by": way.vehicle.by,
        "others": [other.by for other in way.others if other.by],
        "km": way.route.km and round(way.route.km, 1),
        "hours": told and _range(told.hours, 1),
        "cost_vnd_per_kg": told and _range(told.cost, 0),
        "co2_kg_per_tonne": told and _range(way.route.co2_kg_per_tonne, 1),
        "nights": _range(way.route.nights, 0),
        "days_left": way.left and _range(way.left, 1),
        "calibrated": way.route.calibrated,
        "fallback": way.route.fallback,
        "stages": [_stage(stage, ends) for stage in told.stages] if told else [],
        "account": _account(way) if whole else None,
    }


def _commune(place: dict[str, Any]) -> str:
    return str(place.get("commune") or place.get("province") or "")


def _stage(stage: Stage, ends: list[str]) -> dict[str, Any]:
    leg = stage.leg
    origin, destination = (leg.origin, leg.destination) if leg else ("", "")
    if stage.kind in ("first_mile", "direct"):
        origin = ends[0]
    if stage.kind in ("last_mile", "direct"):
        destination = ends[1]
    return {
        "kind": stage.kind,
        "origin": origin,
        "destination": destination,
        "road": leg.road if leg else "",
        "km": round(leg.km, 1) if leg and stage.kind != "wait" else None,
        "hours": _range(stage.hours, 2),
        "cost_vnd_per_kg": _range(stage.cost, 1),
        "co2_kg_per_tonne": _range(stage.co2, 2),
    }


def _account(way: Way) -> dict[str, Any]:
    lines = [
        {
            "code": line.code,
            "amount": line.amount and _range(line.amount, 0),
            "source": line.source,
            "facts": dict(line.facts),
            "coefficients_of": way.dated_day(line.code),
        }
        for line in way.account.lines
    ]
    net = way.account.net
    return {"lines": lines, "net": net and _range(net, 0), "asked": list(way.account.asked)}


def _range(ends: Range | tuple[int, int], decimals: int) -> dict[str, float]:
    return {"low": round(ends[0], decimals), "high": round(ends[1], decimals)}
