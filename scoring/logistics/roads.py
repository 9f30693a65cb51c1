"""The rows of the network tables, typed: nodes (towns, ports, gates, junctions) and edges (roads, boats)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.quantities import COUNT, Q

TERRAIN = {
    "T": "mountain",
    "H": "highland",
    "M": "midland",
    "D": "delta",
    "U": "delta",
    "C": "coast",
    "I": "island",
}
CARGO_BOAT, SHIP, FLIGHT = "cargo_boat", "ship", "flight"
ON_REQUEST = (SHIP, FLIGHT)  # carry only goods whose order allows it
HILL_CLASSES = frozenset("TP")
DOUBT = {"A": 0.0, "B": 0.05, "C": 0.15}
_ADMINISTRATIVE = frozenset({"province34", "province63_old"})
_TOWNS = frozenset({"node_capital", "remote_district", "district_town"})


@dataclass(frozen=True, slots=True)
class Node:
    """A named point of the freight network."""

    id: str
    kind: str
    name: str
    lat: float
    lon: float
    terrain: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A road or a boat between two nodes, the same in both directions."""

    a: str
    b: str
    mode: str  # road, ferry (trucks roll on), cargo_boat (goods are carried on board), ship, flight
    km: float
    hours: float
    road: str
    grade: str  # class of road: E expressway, U urban, D delta, H highland, M midland, T mountain, P severe
    pass_: str
    sailings_per_day: float
    wait_h: float
    carries_freight: bool
    confidence: str
    valid_from: date | None
    wind_limit: int = 0  # wind force (Beaufort) from which a boat stays in port; 0: not said
    risk_months: tuple[int, ...] = ()  # of storms at sea, of landslides on land

    @property
    def by_sea(self) -> bool:
        return self.mode != "road"

    def quantities(self, c: Coefficients) -> tuple[float, ...]:
        """What this edge adds to a route, in the order of ``Q``."""
        q = [0.0] * COUNT
        q[Q.DOUBT_KM] = self.km * DOUBT.get(self.confidence, DOUBT["C"])
        q[Q.WEIGHT_H] = self.hours + self.wait_h + self.km * c.km_as_hours
        if not self.by_sea:
            q[Q.ROAD_KM], q[Q.DRIVE_H] = self.km, self.hours
            q[Q.HILL_KM] = self.km if self.grade in HILL_CLASSES else 0.0
            q[Q.TOLL_KM] = self.km if self.grade == "E" else 0.0
            return tuple(q)
        fixed, by_km = c.carriage[self.mode]
        q[Q.SEA_KM], q[Q.SAIL_H] = self.km, self.hours
        q[Q.WAIT_LOW_H], q[Q.WAIT_HIGH_H] = (self.wait_h * share for share in c.boat_wait)
        if self.mode != "ferry":  # the truck stays behind
            q[Q.PARKED_LOW_H] = self.hours * c.sailing_spread[0] + q[Q.WAIT_LOW_H]
            q[Q.PARKED_HIGH_H] = self.hours * c.sailing_spread[1] + q[Q.WAIT_HIGH_H]
        q[Q.BOAT_LOW_VND_T] = fixed[0] + by_km[0] * self.km
        q[Q.BOAT_HIGH_VND_T] = fixed[1] + by_km[1] * self.km
        if self.mode == SHIP:  # chosen for its price, whatever the days
            q[Q.WEIGHT_H] = (q[Q.BOAT_LOW_VND_T] + q[Q.BOAT_HIGH_VND_T]) / 2000.0 * c.vnd_kg_as_hours
        return tuple(q)


def read_nodes(rows: Iterable[Mapping[str, str]]) -> tuple[Node, ...]:
    """Places of the table that are points (provinces are not), with GeoNames' position for towns."""
    nodes = []
    for row in rows:
        if row["kind"] in _ADMINISTRATIVE:
            continue
        surveyed = row["kind"] in _TOWNS and row.get("geonames_lat")
        lat, lon = (row["geonames_lat"], row["geonames_lon"]) if surveyed else (row["lat"], row["lon"])
        terrain = TERRAIN.get(row["terrain"], "")
        nodes.append(Node(row["id"], row["kind"], row["name_vi"], float(lat), float(lon), terrain))
    return tuple(nodes)


def read_edges(rows: Iterable[Mapping[str, str]]) -> tuple[Edge, ...]:
    """Edges of the table. A boat carries freight only where the table says that trucks or cargo go on it."""
    return tuple(_edge(row) for row in rows)


def _edge(row: Mapping[str, str]) -> Edge:
    return Edge(
        a=row["from"],
        b=row["to"],
        mode=row["mode"],
        km=float(row["km"]),
        hours=float(row["drive_or_sail_hours"]),
        road=row["road"],
        grade=row["class"],
        pass_=row["mountain_pass"],
        sailings_per_day=float(row["sailings_per_day"] or 0),
        wait_h=float(row["default_wait_h"] or 0),
        carries_freight=row["truck_ok"] == "1" or row["mode"] == CARGO_BOAT,
        confidence=row["confidence"],
        valid_from=date.fromisoformat(row["valid_from"]) if row.get("valid_from") else None,
        wind_limit=int(row.get("wind_limit") or 0),
        risk_months=_months(row.get("risk_months") or ""),
    )


def _months(written: str) -> tuple[int, ...]:
    """``6-9``, ``10-2`` over the turn of the year, or nothing."""
    if not written:
        return ()
    first, last = map(int, written.split("-"))
    return tuple((first - 1 + i) % 12 + 1 for i in range((last - first) % 12 + 1))
