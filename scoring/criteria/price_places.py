"""Prices that a seller takes at a place of its own: how far on the way it is, and the freight from there."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import Any, cast

import numpy as np

from scoring.columns.arrays import Floats, Ints
from scoring.columns.offers import STAGES, STORAGES
from scoring.criteria.lists import listed
from scoring.criteria.meant_prices import said
from scoring.logistics.distance import apart_km, unit_vectors
from scoring.logistics.routes import Backend
from scoring.pairs import Pairs
from scoring.records import Demand, Offer, Place
from scoring.units import fold

AT_PLACE, OWN_FREIGHT, STORE_WHOSE = "price_at_place", "freight_said", "store_whose"
# As the crow flies: goods brought into a buyer's city are brought to him; a province is named by its town.
DOOR_KM, PROVINCE_KM = 30, 45
_MASS = {"kg": 1.0, "ky": 1.0, "ta": 100.0, "tan": 1000.0, "yen": 10.0}
FAR_DEARER = 1.5  # the least freight of a way beside the one that the seller names for no place


def stages(pairs: Pairs) -> Ints:
    """How far on the way each offer's price is taken; a place that is the buyer's own is his door."""
    found: Ints = pairs.offers.stage[pairs.o]
    for i in np.flatnonzero(pairs.offers.priced_at_place[pairs.o]).tolist():
        if at_the_door(pairs.offer(i), pairs.demand(i)):
            found[i] = STAGES["delivered"]
    return found


def from_there(pairs: Pairs) -> tuple[Ints, Floats, Floats]:
    """The pairs priced at a place that is not the buyer's own, with the least and most freight a kilogram
    from there to him; NaN where nobody knows the place or way, and where the ceiling is not at his door."""
    rows = [
        i
        for i in np.flatnonzero(pairs.offers.priced_at_place[pairs.o]).tolist()
        if not at_the_door(pairs.offer(i), pairs.demand(i)) and _reached(pairs.offer(i), pairs.demand(i))
    ]
    low, high = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    delivered = pairs.demands.stage[pairs.d] == STAGES["delivered"]
    places = {k: place for k, i in enumerate(rows) if delivered[i] and (place := priced_at(pairs.offer(i)))}
    network, storage = pairs.context.network, np.maximum(pairs.offers.storage[pairs.o], 0)
    for code in sorted({int(storage[rows[k]]) for k in places}):
        here = [k for k in places if storage[rows[k]] == code]
        distinct = tuple(dict.fromkeys(places[k] for k in here))
        origins = _ends(cast("Hashable", network), distinct)
        row = np.array([distinct.index(places[k]) for k in here])
        column = pairs.demands.place[pairs.d[[rows[k] for k in here]]].astype(np.int64)
        found = network.between(
            origins, pairs.demands.ends, row, column, STORAGES[code],
            on=pairs.context.horizon.today,
        )  # fmt: skip
        low[here], high[here] = found.cost_low, found.cost_high
    return np.array(rows, dtype=np.intp), low, high


@lru_cache(maxsize=1024)
def _ends(network: Hashable, places: tuple[Place, ...]) -> Any:
    return cast("Backend", network).ends(places)


def priced_at(offer: Offer) -> Place | None:
    """The place on the map that an offer's price is taken at, where its words name one that is known."""
    facts = next((doubt.facts for doubt in offer.doubts if doubt.code == AT_PLACE), {})
    return Place(**facts["at"]) if facts.get("at") else None


def at_the_door(offer: Offer, demand: Demand) -> bool:
    """Whether "giao tới TP.HCM" is where the buyer takes the goods: never a station, market or port, from
    which he fetches them."""
    facts = next((doubt.facts for doubt in offer.doubts if doubt.code == AT_PLACE), {})
    place, buyer = priced_at(offer), demand.place
    if (
        place is None
        or not _reached(offer, demand)
        or ((facts.get("hub") or place.node.startswith("air_")) and not _names_it(demand, facts))
        or None in (place.lat, place.lon, buyer.lat, buyer.lon)
    ):
        return False
    return any(_beside(each, buyer) for each in (place, *(Place(**at) for at in facts.get("also") or ())))


def _reached(offer: Offer, demand: Demand) -> bool:
    """Whether the buyer wants so much that the seller brings it for nothing: "từ 50 kg giao miễn phí"."""
    facts = next((doubt.facts for doubt in offer.doubts if doubt.code == AT_PLACE), {})
    if not (least := facts.get("least")) or not demand.quantity:
        return True
    mine, theirs = fold(demand.unit), str(facts["least_unit"])
    if mine != theirs and not (mine in _MASS and theirs in _MASS):
        return True
    return demand.quantity * _MASS.get(mine, 1.0) >= float(least) * _MASS.get(theirs, 1.0)


def _beside(place: Place, buyer: Place) -> bool:
    """Whether goods brought to a place are brought to the buyer."""
    a, b = unit_vectors([(place.lat or 0, place.lon or 0), (buyer.lat or 0, buyer.lon or 0)])
    return float(apart_km(a, b)) < (PROVINCE_KM if place.level == "province" else DOOR_KM)


def own_freight(pairs: Pairs) -> tuple[Ints, Floats]:
    """The pairs of which the seller names the freight to this buyer's door himself, with it a kilogram."""
    rows, costs = [], []
    for i in np.flatnonzero(pairs.offers.names_freight[pairs.o]).tolist():
        if (facts := freight_named(pairs, i)) is not None:
            rows.append(i)
            costs.append(float(facts["amount"]))
    return np.array(rows, dtype=np.intp), np.array(costs)


def freight_named(pairs: Pairs, i: int) -> dict[str, Any] | None:
    """What the seller says of the freight to this buyer; None where he says nothing, or of another place.

    One for no place that is named ("+900đ/kg giao tận kho") is none for a way that costs far more.
    """
    if not listed(pairs).offers.names_freight[i]:
        return None
    facts = next((doubt.facts for doubt in pairs.offer(i).doubts if doubt.code == OWN_FREIGHT), None)
    if facts is None or not facts.get("at"):
        near = facts is not None and not pairs.ways.cost_low[i] > FAR_DEARER * facts["amount"]
        return facts if near else None
    place, buyer = Place(**facts["at"]), pairs.demand(i).place
    if None in (place.lat, place.lon, buyer.lat, buyer.lon) or not _beside(place, buyer):
        return None
    return facts


def _names_it(demand: Demand, facts: dict[str, Any]) -> bool:
    """Whether the port of the seller's "FOB Cát Lái" is the very place where the buyer takes the goods."""
    port = " ".join(w for w in fold(str(facts.get("name") or "")).split() if w not in ("cang", "port"))
    return " " in port and port in fold(demand.place.text or demand.place.commune or "")


def place_facts(offer: Offer, demand: Demand) -> dict[str, Any]:
    """Where a price is taken that is taken at a place of its own: the words, and whether the freight from
    there is reckoned."""
    words = said(offer.doubts, AT_PLACE)
    if not words or not _reached(offer, demand):
        return {}
    if at_the_door(offer, demand):
        return {"basis": "delivered", "basis_assumed": False}
    known = priced_at(offer) is not None
    return {"basis": "place", "basis_assumed": not known, "basis_said": words}
