"""Where the communes of the map lie, the ways from offers to one demand, and the boats that carry freight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from matchmaker.models import Demand, Match
from matchmaker.services import knowledge, layers
from matchmaker.services.calendar import today
from matchmaker.services.reference import gazetteer
from scoring.logistics.routes import Route
from scoring.records import Place
from seeds import reference

Point = tuple[float, float]  # latitude, longitude
MOST = 12  # ways drawn for a demand
BY_SEA = frozenset({"ferry", "cargo_boat"})


@dataclass(frozen=True)
class Drawn:
    """One way: the match it is of, the route, and its parts (by sea or not, points in order)."""

    match: Match
    route: Route
    parts: Sequence[tuple[bool, Sequence[Point]]]


@dataclass(frozen=True)
class Boat:
    """A boat for freight: between which quays, whether trucks roll on, sailings a day (0: not said)."""

    origin: str
    destination: str
    trucks: bool
    sailings_per_day: float
    path: Sequence[Point]


@lru_cache(maxsize=8192)
def centre(commune: str, province: str) -> Point | None:
    """The middle of a commune; None where the maps do not know it."""
    best = gazetteer().resolve(commune=commune, province=province).best
    if best is None or best.level == "province" or best.lat is None or best.lon is None:
        return None
    return round(best.lat, 3), round(best.lon, 3)


def ways_to(demand: Demand, matches: Sequence[Match]) -> list[Drawn]:
    """The ways of the first matches of a demand, best first, from commune to commune over named points."""
    network, end = knowledge.network(), layers.demand(demand.parsed, demand.doubts).place
    drawn = []
    for match in matches[:MOST]:
        offer = layers.offer(match.offer.parsed, match.offer.doubts)
        route = network.legs(offer.place, end, on=today(), storage=offer.storage or "ambient")
        if route.km is not None:
            drawn.append(Drawn(match, route, _parts(route, _middle(offer.place), _middle(end))))
    return drawn


def boats() -> list[Boat]:
    """The boats that carry freight."""
    network = knowledge.network()
    named = {node.id: node for node in network.nodes}
    found = []
    for edge in network.edges:
        if edge.by_sea and edge.carries_freight:
            a, b = named[edge.a], named[edge.b]
            path = ((a.lat, a.lon), (b.lat, b.lon))
            found.append(Boat(a.name, b.name, edge.mode == "ferry", edge.sailings_per_day, path))
    return found


@cache
def outlines() -> dict[str, list[dict[str, object]]]:
    """The outlines of the provinces and the islands that stand as points, ready for the page."""
    told: dict[str, list[dict[str, object]]] = {"outline": [], "islands": []}
    for row in reference("outlines"):
        rings = [[_latlon(point) for point in ring.split(";")] for ring in row["rings"].split("|")]
        told[row["kind"]].append(
            {"vi": row["name_vi"], "en": row["name_en"] or row["name_vi"], "rings": rings}
        )
    return told


def _latlon(text: str) -> Point:
    lon, lat = text.split(" ")
    return float(lat), float(lon)


def _middle(place: Place) -> Point | None:
    return centre(place.commune, place.province) if place.commune else None


def _parts(route: Route, start: Point | None, end: Point | None) -> list[tuple[bool, list[Point]]]:
    """Stretches by land and by sea; a village is drawn as its commune's middle."""
    parts: list[tuple[bool, list[Point]]] = []
    for leg in route.legs:
        points = list(leg.points)
        if leg.mode in ("first_mile", "direct") and start:
            points.insert(0, start)
        if leg.mode in ("last_mile", "direct") and end:
            points.append(end)
        by_sea = leg.mode in BY_SEA
        if parts and parts[-1][0] == by_sea:
            parts[-1][1].extend(points)
        else:
            parts.append((by_sea, points))
    return parts
