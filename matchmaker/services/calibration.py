"""Fit the freight to real quotes, show how well that holds, and adopt it or go back: never silently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from matchmaker.errors import Conflict
from matchmaker.models import FreightQuote, RateCard, ReferenceChange, User
from matchmaker.queries import freight as queries
from matchmaker.queries import reference_changes as changed
from matchmaker.services import coefficients, knowledge
from matchmaker.services.calendar import today
from scoring.account import Carriage
from scoring.logistics import Network, Route
from scoring.logistics.coefficients import CALIBRATION_KEYS, Coefficients, Range
from scoring.logistics.cost import computed_vnd_kg
from scoring.logistics.distance import great_circle_km, unit_vectors
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.quotes import FOLDS, Fit, Quote, fit, predicted
from scoring.logistics.vehicles import VEHICLES
from scoring.records import Place
from seeds.overlay import CHANGE, Change

SAME_PLACE_KM = 15.0  # a town's card serves the villages around it


@dataclass(frozen=True)
class Compared:
    """One quote beside what is computed for it: km, the quote as fitted, and the range that the fit gives
    (None where there is no fit)."""

    row: FreightQuote
    km: float
    quote: Quote
    range: Range | None


@dataclass(frozen=True)
class Report:
    """All quotes with a way, those without one, and the fit; None while there are too few."""

    compared: Sequence[Compared]
    wayless: Sequence[FreightQuote]
    fit: Fit | None
    in_use: bool  # some fit is adopted
    same: bool  # and it is this one


def report() -> Report:
    """The quotes, how the computed freight and the best fit compare with them."""
    rows = queries.quotes()
    network, plain_c = knowledge.network(), _uncalibrated()
    ways = [(row, _quote(row, network, plain_c)) for row in rows]
    known = [(row, km, quote) for row, (km, quote) in ((r, w) for r, w in ways if w is not None)]
    quotes = [quote for _, _, quote in known]
    found = fit(quotes) if len(quotes) >= FOLDS else None
    compared = [
        Compared(row, km, quote, predicted(found.calibration, quote) if found else None)
        for row, km, quote in known
    ]
    wayless = [row for row, way in ways if way is None]
    in_use = network.coefficients.calibrated
    same = bool(found and in_use and not _altering(_cells(found)))
    return Report(compared, wayless, found, in_use, same)


def adoption(found: Fit) -> list[Change]:
    """The changes of the coefficients that adopt a fit. Raises ``Conflict`` with too few quotes, or where the
    fit errs no less than none on quotes kept aside, or is the one in use."""
    if not found.enough:
        raise Conflict("too_few_quotes")
    if not found.better:
        raise Conflict("fit_no_better")
    return _altering(_cells(found)) or _nothing_new()


def going_back() -> list[Change]:
    """The changes that take every fit out of use. Raises ``Conflict`` where none is."""
    return _altering(dict.fromkeys(coefficients.CALIBRATED, "")) or _nothing_new()


def keep(changes: Sequence[Change], reason: str, actor: User, version: int) -> list[ReferenceChange]:
    """Keep what was looked at; see ``coefficients.save``."""
    return coefficients.save(changes, reason, actor, version)


def card_for(origin: Place, destination: Place, km: float, tonnes: float) -> RateCard | None:
    """The line of a rate card that applies today: one for the way before one for a band of km, the latest
    first, and of equals the cheapest."""
    fitting = [
        (way, -card.valid_from.toordinal(), card.price, card.id, card)
        for card in queries.valid_cards(today())
        if card.tonnes_from <= tonnes <= (card.tonnes_to or np.inf)
        and card.km_from <= km <= (card.km_to or np.inf)
        and (way := _nearness(card, origin, destination)) is not None
    ]
    return min(fitting, key=lambda each: each[:4])[4] if fitting else None


def by_card(carriage: Carriage, origin: Place, destination: Place, route: Route, tonnes: float) -> Carriage:
    """The carriage at the price of the rate card that applies; as it was where none does."""
    card = card_for(origin, destination, route.km or 0.0, tonnes)
    if card is None:
        return carriage
    until = card.valid_to.isoformat() if card.valid_to else None
    facts = {"carrier": card.carrier, "valid_to": until, "card": card.id}
    return Carriage((card.price, card.price), carriage.handling, "rate_card", facts)


def _nearness(card: RateCard, origin: Place, destination: Place) -> int | None:
    """0 for a way from commune to commune, 1 with a province, 2 for any way; None where it does not apply."""
    if not card.origin:
        return 2
    ends = [_covers(card.origin, origin), _covers(card.destination, destination)]
    return None if None in ends else max(end for end in ends if end is not None)


def _covers(told: dict[str, Any], place: Place) -> int | None:
    if told.get("level") == "province":
        return 1 if told.get("province") == place.province else None
    card = Place(**told)
    if place.node and place.node == card.node:
        return 0
    if None in (card.lat, card.lon, place.lat, place.lon):
        return None
    ends = [unit_vectors([(each.lat or 0.0, each.lon or 0.0)]) for each in (card, place)]
    return 0 if float(great_circle_km(*ends)[0, 0]) <= SAME_PLACE_KM else None


def _quote(row: FreightQuote, network: Network, c: Coefficients) -> tuple[float, Quote] | None:
    truck = VEHICLES[row.vehicle]
    route = network.legs(Place(**row.origin), Place(**row.destination), truck, row.quoted_on)
    if route.km is None:
        return None
    q = np.sum([leg.sums for leg in route.legs], axis=0) if route.legs else np.zeros(COUNT)
    hours = (np.array(route.hours_low), np.array(route.hours_high))
    low, high = (float(each) for each in computed_vnd_kg(q, hours, truck, "ambient", c))
    if low <= 0:
        return None
    hilly = float(q[Q.HILL_KM] / q[Q.ROAD_KM]) if q[Q.ROAD_KM] else 0.0
    return route.km, Quote(row.price, low, high, hilly, row.vehicle)


def _uncalibrated() -> Coefficients:
    return replace(knowledge.network().coefficients, calibration={})


def _cells(found: Fit) -> dict[str, str]:
    """The cells of all rows of the calibration, empty where the fit has no figure."""
    told = {own: f"{low:g}-{high:g}" for own, (low, high) in found.calibration.items()}
    return {"/".join(key): told.get(own, "") for key, own in CALIBRATION_KEYS.items()}


def _altering(cells: dict[str, str]) -> list[Change]:
    rows, day = changed.by_key(coefficients.SUBJECT), today().isoformat()
    count = len(queries.quotes())
    return [
        Change(
            key,
            CHANGE,
            {"value": cell, "checked_on": day, "source": f"{count} báo giá" if cell else "not calibrated"},
        )
        for key, cell in sorted(cells.items())
        if rows[key]["value"] != cell
    ]


def _nothing_new() -> list[Change]:
    raise Conflict("nothing_to_fit")
