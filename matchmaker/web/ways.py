"""A match's way on one screen: every stage, what is left of the shelf life, and of the price at the farm."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request, url_for
from flask_babel import gettext as _

from matchmaker.documents.spreadsheets import XLSX_TYPE, Cell, xlsx_bytes
from matchmaker.models import Demand, Match
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import judged
from matchmaker.services import ways
from matchmaker.services.calendar import today
from matchmaker.services.ways import Way
from matchmaker.web.cards import card
from matchmaker.web.heads import DemandHead
from matchmaker.web.language import language
from matchmaker.web.words import label, month_span
from matchmaker.wording import ways as words
from scoring.account import Line
from scoring.logistics.itinerary import Stage
from scoring.logistics.roads import ON_REQUEST
from scoring.logistics.routes import Leg
from scoring.logistics.vehicles import DEFAULT_VEHICLE, VEHICLES

blueprint = Blueprint("ways", __name__, url_prefix="/board/matches")

STRIP = 1000.0  # units across the drawing
LEAST = 14.0  # of a stage, so that it can be seen


@dataclass(frozen=True)
class StageLine:
    """One stage of the way in words."""

    kind: str
    name: str
    way: str
    km: float | None
    hours: str
    cost: str
    co2: str


@dataclass(frozen=True)
class Part:
    """A stage in the drawing."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class AccountLine:
    """A line of the account in words; ``amount`` is empty where it has to be asked."""

    code: str
    name: str
    amount: str
    source: str
    asked: bool


@blueprint.get("/<int:match_id>/way")
@requires(Permission.SEE_BOARD)
def page(match_id: int) -> str:
    """The way of one match and the account to its producer, for a class of truck."""
    match = judged.one(match_id, actor())
    way = ways.of_match(match, _vehicle(), _drivers(), _by())
    return render_template(
        "board/way.html",
        demand=DemandHead.of(match.demand),
        card=card(match, match.demand.parsed, today(), actor=actor()),
        way=way,
        line=way_line(match, way),
        stages=stage_lines(way),
        parts=strip(way),
        totals=_totals(way),
        account=account_lines(way),
        net=_net(way),
        margin=_margin(way),
        left=words.left(*way.left, language()) if way.left else "",
        vehicles=[(name, label("vehicle", name)) for name in VEHICLES],
        others=other_lines(match, way),
        kinds=[(kind, _stage_name(kind)) for kind in dict.fromkeys(part.kind for part in strip(way))],
    )


@blueprint.get("/<int:match_id>/way.xlsx")
@requires(Permission.SEE_BOARD)
def sheet(match_id: int) -> Response:
    """The account as a workbook: each line with its range and where it comes from."""
    match = judged.one(match_id, actor())
    way = ways.of_match(match, _vehicle(), _drivers(), _by())
    head = (_("Khoản"), _("Thấp (đ/kg)"), _("Cao (đ/kg)"), _("Nguồn"))
    data = xlsx_bytes(_("Tiền về tay nhà sản xuất"), head, list(_rows(match, way)))
    answer = Response(data, mimetype=XLSX_TYPE)
    answer.headers["Content-Disposition"] = f"attachment; filename=way-{match_id}.xlsx"
    return answer


def way_line(match: Match, way: Way) -> str:
    """The way in one line; "" where none is known."""
    if way.stages is None:
        return ""
    offered, wanted = match.offer.parsed.get("place") or {}, match.demand.parsed.get("place") or {}
    facts = {
        "origin": offered.get("commune") or offered.get("text") or offered.get("province"),
        "destination": wanted.get("commune") or wanted.get("text") or wanted.get("province"),
        "km": way.route.km,
        "hours": (way.route.hours_low, way.route.hours_high),
        "nights": way.route.nights,
        "cost": (round(way.route.cost_low, -1), round(way.route.cost_high, -1)),
        "left": way.left,
        "ferry": way.route.ferry,
        "by": way.vehicle.by,
    }
    return words.line(facts, language())


def other_lines(match: Match, way: Way) -> list[tuple[str, str]]:
    """The other means that goods and order allow, each as a link and in words."""
    chosen = {"vehicle": way.vehicle.name, "drivers": way.vehicle.drivers}
    found = []
    for other in way.others:
        facts = {
            "km": other.route.km,
            "hours": (other.route.hours_low, other.route.hours_high),
            "cost": (round(other.route.cost_low, -1), round(other.route.cost_high, -1)),
            "left": other.left,
        }
        address = url_for("ways.page", match_id=match.id, by=other.by or None, **chosen)
        found.append((address, words.other(other.by, facts, language())))
    return found


@dataclass(frozen=True)
class Net:
    """What reaches a member of a pool at its farm gate; ``asked`` names what is not in it."""

    url: str
    amount: str
    asked: str


def nets(demand: Demand, offer_ids: Collection[str]) -> dict[str, Net]:
    """The same for some offers of a demand, by offer; those without a match or a price are left out."""
    found = {}
    for match in judged.of_pairs(demand, offer_ids):
        way = ways.of_match(match)
        if way.account.net is not None:
            url = url_for("ways.page", match_id=match.id)
            found[match.offer_id] = Net(url, _net(way), _left_out(way))
    return found


def stage_lines(way: Way) -> list[StageLine]:
    """The stages in order."""
    return [_stage(stage) for stage in way.stages.stages] if way.stages else []


def strip(way: Way) -> list[Part]:
    """The drawing: every stage as wide as its hours, none too narrow to be seen."""
    if way.stages is None:
        return []
    middle = [max((stage.hours[0] + stage.hours[1]) / 2, 0.0) for stage in way.stages.stages]
    room = STRIP - LEAST * len(middle)
    parts, x = [], 0.0
    for stage, length in zip(way.stages.stages, middle, strict=True):
        width = LEAST + room * length / (sum(middle) or 1.0)
        parts.append(Part(stage.kind, round(x, 1), round(width, 1)))
        x += width
    return parts


def account_lines(way: Way) -> list[AccountLine]:
    """The lines of the account."""
    return [_account_line(line, way) for line in way.account.lines]


def _account_line(line: Line, way: Way) -> AccountLine:
    dated = way.dated.get(line.code, "")
    source = words.source(line.code, line.source, line.facts, dated, language())
    return AccountLine(line.code, _line_name(line.code), _amount(line.amount), source, line.amount is None)


def _stage(stage: Stage) -> StageLine:
    leg = stage.leg
    on_request = leg is not None and leg.mode in ON_REQUEST
    name = _stage_name(f"wait_{leg.mode}" if leg and on_request and stage.kind == "wait" else stage.kind)
    told = "" if leg is None else _wait_told(leg) if stage.kind == "wait" else _leg_told(leg)
    co2 = words.span(*stage.co2, language(), 1) if any(stage.co2) else "–"
    moving = leg is not None and stage.kind != "wait"
    return StageLine(
        stage.kind,
        name,
        told,
        leg.km if leg and moving else None,
        words.hours(*stage.hours, language()),
        words.span(*(round(each) for each in stage.cost), language()),
        co2,
    )


def _wait_told(leg: Leg) -> str:
    """How often the boat goes, and the wind that keeps it in port."""
    often = leg.sailings_per_day
    told = [_("%(count)s chuyến mỗi ngày", count=words.span(often, often, language(), 2)) if often else ""]
    if leg.wind_limit:
        told.append(_("gió cấp %(force)s trở lên không chạy", force=leg.wind_limit))
    return "; ".join(filter(None, told))


def _leg_told(leg: Leg) -> str:
    """From where to where, on which road, and the months in which it may be cut."""
    pass_ = _("đèo %(name)s", name=leg.pass_) if leg.pass_ else ""
    road = _("đường nội vùng") if leg.road == "local" else leg.road
    told = [f"{leg.origin} → {leg.destination}", " ".join(filter(None, (road, pass_)))]
    if leg.risk_months:
        months = month_span(leg.risk_months)
        risk = _("mùa sóng gió %(months)s", months=months) if leg.over_water else ""
        told.append(risk or _("dễ sạt lở %(months)s", months=months))
    return " · ".join(filter(None, told))


def _totals(way: Way) -> StageLine | None:
    if way.stages is None:
        return None
    hours, cost = way.stages.hours, way.stages.cost
    co2 = words.span(*way.route.co2_kg_per_tonne, language(), 1)
    told = words.span(*(round(each) for each in cost), language())
    return StageLine("total", _("Cả đường"), "", way.route.km, words.hours(*hours, language()), told, co2)


def _net(way: Way) -> str:
    return _amount(way.account.net)


def _margin(way: Way) -> str:
    """The result against the least that the producer asks for; "" where either is not known."""
    if way.account.net is None or way.floor is None:
        return ""
    return _amount((round(way.account.net[0] - way.floor), round(way.account.net[1] - way.floor)))


def _amount(amount: tuple[int, int] | None) -> str:
    if amount is None:
        return ""
    low, high = amount
    if low == high:
        return _signed(low)
    return _("%(low)s đến %(high)s", low=_signed(low), high=_signed(high))


def _signed(value: int) -> str:
    text = words.span(abs(value), abs(value), language())
    return f"−{text}" if value < 0 else text


def _rows(match: Match, way: Way) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = []
    for line, told in zip(way.account.lines, account_lines(way), strict=True):
        low, high = line.amount or (None, None)
        rows.append((told.name, low, high, told.source))
    low, high = way.account.net or (None, None)
    rows.append((_("Tiền về tay tại nơi sản xuất"), low, high, _left_out(way)))
    rows.append(
        (way_line(match, way) or _("Chưa biết đường đi"), None, None, label("vehicle", way.vehicle.name))
    )
    return rows


def _left_out(way: Way) -> str:
    if not way.account.asked:
        return ""
    names = ", ".join(_line_name(code).lower() for code in way.account.asked)
    return _("chưa kể %(names)s: còn phải hỏi", names=names)


def _stage_name(kind: str) -> str:
    return words.STAGE[kind][language() != "vi"]


def _line_name(code: str) -> str:
    return words.LINE[code][language() != "vi"]


def _by() -> str:
    """Ship or flight, where asked for."""
    asked = request.args.get("by", "")
    return asked if asked in ON_REQUEST else ""


def _drivers() -> int | None:
    """The crew asked for; None for one or two."""
    return {"1": 1, "2": 2}.get(request.args.get("drivers", ""))


def _vehicle() -> str:
    asked = request.args.get("vehicle", "")
    return asked if asked in VEHICLES else DEFAULT_VEHICLE.name
