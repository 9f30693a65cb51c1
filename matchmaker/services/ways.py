"""The way of a match, stage by stage, and what of the buyer's price reaches the farm gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from matchmaker.models import Match
from matchmaker.queries import reference_changes as changed
from matchmaker.services import calibration, knowledge, layers, reference
from matchmaker.services.calendar import today
from scoring.account import Account, Carriage, account, price_per_kg
from scoring.logistics import Route
from scoring.logistics.coefficients import Range
from scoring.logistics.itinerary import Itinerary, itinerary
from scoring.logistics.means import allowed
from scoring.logistics.roads import FLIGHT, SHIP
from scoring.logistics.vehicles import DEFAULT_VEHICLE, VEHICLES, Vehicle
from scoring.records import Demand, Offer, Place

KEEPS_DAYS = 60.0  # goods that keep so long spoil little on the way
HOURS_A_DAY = 24.0
# Which coefficients stand behind a line of the account.
BEHIND = {
    "delay": ("finance/interest on working capital",),
    "loss": ("loss/on the way, fresh goods", "loss/on the way, goods that keep"),
    "handling": ("cost/handling",),
    "freight": ("cost/diesel", "cost/backhaul share", "cost/load factor"),
}


@dataclass(frozen=True)
class Other:
    """The same goods by another means that goods and order allow: "" (truck and ferry), ship or flight."""

    by: str
    route: Route
    left: Range | None


@dataclass(frozen=True)
class Way:
    """The way of one match with one vehicle. ``stages`` is None where no way is known; ``left`` are the days
    of shelf life on arrival, worst and best, None where the shelf life is not known; ``floor`` is the least
    that the producer asks for a kilogram at the farm gate, None where it says none."""

    route: Route
    stages: Itinerary | None
    vehicle: Vehicle
    storage: str
    shelf: float | None
    shelf_from_table: bool
    left: Range | None
    account: Account
    floor: float | None
    dated: Mapping[str, str]  # of a line of the account: the oldest day of the coefficients behind it
    others: tuple[Other, ...] = ()

    def dated_day(self, code: str) -> date | None:
        """That day of a line as a date; None for what the parties themselves said."""
        return date.fromisoformat(self.dated[code]) if code in self.dated else None


def of_match(
    match: Match, vehicle: str = DEFAULT_VEHICLE.name, drivers: int | None = None, by: str = ""
) -> Way:
    """The way and the account of a match for a truck of that class with one or two drivers (None: either, so
    that the hours range over both). ``by``: ship or flight, where goods and order allow it and some of the
    way goes so; else the road. Raises ``KeyError`` for no such class."""
    offer = layers.offer(match.offer.parsed, match.offer.doubts)
    demand = layers.demand(match.demand.parsed, match.demand.doubts)
    network, storage = knowledge.network(), offer.storage or "ambient"
    trucks = {each: replace(VEHICLES[vehicle], drivers=drivers, by=each) for each in ("", SHIP, FLIGHT)}
    shelf = _facts(match, "freshness").get("shelf")
    routes = {"": network.legs(offer.place, demand.place, trucks[""], today(), storage)}
    for each in allowed(demand, shelf, storage, (_kind(offer.place), _kind(demand.place))):
        found = network.legs(offer.place, demand.place, trucks[each], today(), storage)
        if any(leg.mode == each for leg in found.legs):
            routes[each] = found
    by = by if by in routes else ""
    route, truck = routes[by], trucks[by]
    stages = (
        itinerary(route, truck, storage, network.coefficients.on(today())) if route.km is not None else None
    )
    fresh = _facts(match, "freshness")
    keeps = shelf is not None and shelf >= KEEPS_DAYS
    carriage = Carriage(stages.haulage, stages.handling, facts=_told(route)) if stages else None
    if carriage and not by:
        carriage = calibration.by_card(carriage, offer.place, demand.place, route, truck.payload_t)
    price = price_per_kg(demand, reference.units())
    return Way(
        route=route,
        stages=stages,
        vehicle=truck,
        storage=storage,
        shelf=shelf,
        shelf_from_table=bool(fresh.get("from_table")),
        left=_left(shelf, route) if stages else None,
        account=account(demand, price, carriage, network.coefficients, keeps=keeps),
        floor=_floor(offer, demand),
        dated=_dated(),
        others=tuple(
            Other(each, found, _left(shelf, found))
            for each, found in routes.items()
            if each != by and found.km is not None
        ),
    )


def _kind(place: Place) -> str:
    named = knowledge.network().ground.named
    if place.node in named:
        return named[place.node].kind
    return "island" if place.terrain == "island" else ""


def _told(route: Route) -> dict[str, Any]:
    return {"calibrated": route.calibrated, "fallback": route.fallback}


def _left(shelf: float | None, route: Route) -> Range | None:
    if shelf is None:
        return None
    return shelf - route.hours_high / HOURS_A_DAY, shelf - route.hours_low / HOURS_A_DAY


def _floor(offer: Offer, demand: Demand) -> float | None:
    """The producer's lowest price at the farm gate, where it is said by weight."""
    low = offer.price_min if offer.price_min is not None else offer.price_max
    if low is None or offer.price_basis != "farm_gate":
        return None
    asked = Demand(
        id=demand.id, product="", price_max=low, price_unit=offer.price_unit, unit_kg=offer.unit_kg
    )
    return price_per_kg(asked, reference.units())


def _facts(match: Match, criterion: str) -> Mapping[str, Any]:
    found = (row["facts"] for row in match.evidence["reasons"] if row["criterion"] == criterion)
    return next(found, {})


def _dated() -> dict[str, str]:
    rows = changed.by_key("coefficients")
    return {line: min(rows[key]["checked_on"] for key in keys) for line, keys in BEHIND.items()}
