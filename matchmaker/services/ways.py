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
from scoring.logistics.vehicles import DEFAULT_VEHICLE, VEHICLES, Vehicle
from scoring.records import Demand, Offer

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

    def dated_day(self, code: str) -> date | None:
        """That day of a line as a date; None for what the parties themselves said."""
        return date.fromisoformat(self.dated[code]) if code in self.dated else None


def of_match(match: Match, vehicle: str = DEFAULT_VEHICLE.name, drivers: int | None = None) -> Way:
    """The way and the account of a match for a truck of that class with one or two drivers (None: either, so
    that the hours range over both). Raises ``KeyError`` for no such class."""
    truck = replace(VEHICLES[vehicle], drivers=drivers)
    offer = layers.offer(match.offer.parsed, match.offer.doubts)
    demand = layers.demand(match.demand.parsed, match.demand.doubts)
    network, storage = knowledge.network(), offer.storage or "ambient"
    route = network.legs(offer.place, demand.place, truck, today(), storage)
    stages = (
        itinerary(route, truck, storage, network.coefficients.on(today())) if route.km is not None else None
    )
    fresh = _facts(match, "freshness")
    shelf = fresh.get("shelf")
    keeps = shelf is not None and shelf >= KEEPS_DAYS
    carriage = Carriage(stages.haulage, stages.handling, facts=_told(route)) if stages else None
    if carriage:
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
    )


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
