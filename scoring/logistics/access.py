"""First and last mile: where a place meets the network.

A place may enter at several nodes near it, or join a road that passes by; the best whole way decides.
A place on an island meets only the nodes of that island.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from geopy.distance import EARTH_RADIUS as EARTH_RADIUS_KM
from numpy.typing import NDArray

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import (
    Floats,
    apart_km,
    great_circle_km,
    nearest_on_segments,
    unit_vectors,
)
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.roads import HILL_CLASSES, Edge, Node
from scoring.records import Place

ENTRIES = 8  # ways into the network kept for each place
_NEAR_NODES = 5
_NEAR_ROADS = 4
_NODE_WITHIN_KM = 60.0  # farther nodes serve only where there is none nearer
_BEND_SHARE = 0.5  # fitted with the circuity on towns of the network left out of it, docs/logistics.md
_ROAD_WITHIN_KM = 25.0
_ROAD_SAG_KM = 20.0  # how far below the ground the chord of the longest road runs, and more
_ISLAND_WITHIN_KM = 40.0  # farther from every known quay than this, an island has no freight way
_COUNTRY_WITHIN_KM = 150.0  # farther from every node than this, a position is not in the country
_MAINLAND = 0
_FIRST_MILE_DOUBT = 0.35

OK, UNKNOWN_PLACE, NO_WAY = 0, 1, 2

Way = tuple[float, float, float, float, float]  # what a way in adds to the sums FILLED
Entry = tuple[Way, str]  # the way in, and the road joined
FILLED = (Q.ROAD_KM, Q.DRIVE_H, Q.WEIGHT_H, Q.HILL_KM, Q.DOUBT_KM)
WEIGHT = FILLED.index(Q.WEIGHT_H)


@dataclass(frozen=True, slots=True)
class Access:
    """A place's ways into the network: nodes [ENTRIES], sums [quantity, ENTRIES] (infinite hours: unused)."""

    reach: int
    vector: Floats
    landmass: int
    circuity: float
    hilly: bool
    nodes: NDArray[np.int64]
    totals: Floats
    at_gate: bool = False  # a border gate, where trucks queue
    roads: tuple[str, ...] = ()  # of each entry: the road joined midway, "" where the track leads to the node


class Ground:
    """The lie of the network: node positions, the roads one can join midway, the landmasses."""

    def __init__(
        self,
        nodes: Sequence[Node],
        points: Sequence[Node],
        edges: Sequence[Edge],
        landmass: NDArray[np.int32],
    ) -> None:
        self.nodes = tuple(nodes)
        self.index = {node.id: i for i, node in enumerate(nodes)}
        self.named = {node.id: node for node in (*nodes, *points)}
        self.landmass = landmass
        self._nodes_of: dict[int, NDArray[np.intp]] = {}
        self.vectors = unit_vectors((n.lat, n.lon) for n in nodes)
        # Nobody joins an expressway between its interchanges.
        self.roads = tuple(e for e in edges if not e.by_sea and e.grade != "E")
        self.start = np.array([self.index[e.a] for e in self.roads], dtype=np.int64)
        self.end = np.array([self.index[e.b] for e in self.roads], dtype=np.int64)
        # Squared chords from the middle of a road beyond which no point can be near enough to join it.
        starts, ends = self.vectors[self.start], self.vectors[self.end]
        self._bends = _bends(self.roads, apart_km(starts, ends))
        self._middles = np.ascontiguousarray(((starts + ends) / 2).T)
        half = np.sqrt(((ends - starts) ** 2).sum(axis=1)) / 2
        self._reaches = (half + (_ROAD_WITHIN_KM + _ROAD_SAG_KM) / EARTH_RADIUS_KM) ** 2

    def access(self, place: Place, c: Coefficients) -> Access:
        """The ways from a place into the network (see ``Access.reach`` where there is none)."""
        gate = place.node in self.named and self.named[place.node].kind == "border_gate"
        found = self._ways_in(place, c)
        return replace(found, at_gate=True) if gate else found

    def _ways_in(self, place: Place, c: Coefficients) -> Access:
        position = self._position(place)
        if position is None:
            return _nowhere(UNKNOWN_PLACE)
        vector = unit_vectors([position])
        away = great_circle_km(vector, self.vectors)[0]
        terrain = place.terrain or self._terrain(place, away)
        nearest = int(away.argmin())
        circuity = c.circuity.get(terrain, c.circuity["delta"])
        if place.node in self.index:
            found: dict[int, Entry] = {self.index[place.node]: ((0.0, 0.0, 0.0, 0.0, 0.0), "")}
            return self._packed(
                vector[0], int(self.landmass[self.index[place.node]]), circuity, terrain, found
            )
        if away[nearest] > _COUNTRY_WITHIN_KM:
            return _nowhere(UNKNOWN_PLACE if terrain != "island" else NO_WAY)
        if terrain == "island" and away[nearest] > _ISLAND_WITHIN_KM:
            return _nowhere(NO_WAY)
        landmass = int(self.landmass[nearest]) if terrain == "island" else _MAINLAND
        hilly = terrain == "mountain"
        found = self._entries(vector[0], away, landmass, circuity, hilly, c)
        return self._packed(vector[0], landmass, circuity, terrain, found)

    def _position(self, place: Place) -> tuple[float, float] | None:
        if place.node in self.named:
            node = self.named[place.node]
            return node.lat, node.lon
        if place.lat is None or place.lon is None or place.level == "province":
            return None
        return place.lat, place.lon

    def _terrain(self, place: Place, away: Floats) -> str:
        if place.node in self.named:
            return self.named[place.node].terrain
        return self.nodes[int(away.argmin())].terrain

    def _entries(
        self, vector: Floats, away: Floats, landmass: int, circuity: float, hilly: bool, c: Coefficients
    ) -> dict[int, Entry]:
        found: dict[int, Entry] = {}
        here = self._of_landmass(landmass)
        apart = away[here]
        if len(apart) > _NEAR_NODES:  # of many only the nearest are put in order
            few = np.flatnonzero(apart <= np.partition(apart, _NEAR_NODES - 1)[_NEAR_NODES - 1])
            here, apart = here[few], apart[few]
        near = here[np.argsort(apart, kind="stable")[:_NEAR_NODES]]
        for node in near[away[near] <= max(_NODE_WITHIN_KM, away[near[0]])]:
            _keep(found, int(node), _first_mile(float(away[node]) * circuity, hilly, c), "")
        for road, share, off in self._roads_near(vector, landmass):
            edge = self.roads[road]
            mile = _first_mile(off * circuity, hilly, c)
            for node, part in ((self.start[road], share), (self.end[road], 1.0 - share)):
                _keep(found, int(node), _joined(mile, _part(edge, part, c)), edge.road)
        return found

    def _of_landmass(self, landmass: int) -> NDArray[np.intp]:
        """The nodes of a landmass, found once."""
        if landmass not in self._nodes_of:
            self._nodes_of[landmass] = np.flatnonzero(self.landmass == landmass)
        return self._nodes_of[landmass]

    def _roads_near(self, vector: Floats, landmass: int) -> list[tuple[int, float, float]]:
        if not self.roads:
            return []
        x, y, z = self._middles - vector[:, None]
        near = x * x + y * y + z * z <= self._reaches
        candidates = np.flatnonzero(near & (self.landmass[self.start] == landmass))
        starts, ends = self.vectors[self.start[candidates]], self.vectors[self.end[candidates]]
        share, off = nearest_on_segments(vector, starts, ends)
        passes = (share > 0.0) & (share < 1.0)
        share = _share(vector, starts, ends)
        # The road bends, mostly towards where people live: so far from its chord one may still be on it.
        bend = self._bends[candidates] * np.sqrt(share * (1.0 - share))
        off = np.maximum(off - bend, 0.0)
        order = np.argsort(off, kind="stable")[:_NEAR_ROADS]
        return [
            (int(candidates[i]), float(share[i]), float(off[i]))
            for i in order
            if off[i] <= _ROAD_WITHIN_KM and passes[i]
        ]

    def _packed(
        self, vector: Floats, landmass: int, circuity: float, terrain: str, found: dict[int, Entry]
    ) -> Access:
        best = sorted(found, key=lambda n: (found[n][0][WEIGHT], n))[:ENTRIES]
        nodes = np.zeros(ENTRIES, dtype=np.int64)
        totals = np.zeros((COUNT, ENTRIES))
        totals[Q.WEIGHT_H] = np.inf
        nodes[: len(best)] = best
        totals[FILLED, : len(best)] = np.array([found[node][0] for node in best]).T
        roads = tuple(found[node][1] for node in best)
        return Access(OK, vector, landmass, circuity, terrain == "mountain", nodes, totals, roads=roads)


def _share(vector: Floats, starts: Floats, ends: Floats) -> Floats:
    """How far along each road a place by it lies, 0 at its start, 1 at its end: as its distances to both."""
    first = np.sqrt(((starts - vector) ** 2).sum(axis=1))
    second = np.sqrt(((ends - vector) ** 2).sum(axis=1))
    share: Floats = first / (first + second)
    return share


def _bends(roads: Sequence[Edge], apart: Floats) -> Floats:
    """Twice how far each road is taken to bend off the chord between its ends, km.

    A road of one bend is two sides of a triangle; real ones turn to and fro, so a part of its height.
    """
    km = np.array([road.km for road in roads])
    height: Floats = np.sqrt(np.maximum(km * km - apart * apart, 0.0)) / 2.0
    return 2.0 * _BEND_SHARE * height


def _keep(found: dict[int, Entry], node: int, way: Way, road: str) -> None:
    if node not in found or way[WEIGHT] < found[node][0][WEIGHT]:
        found[node] = (way, road)


def _first_mile(km: float, hilly: bool, c: Coefficients) -> Way:
    hours = km / c.first_mile_kmh
    return km, hours, hours + km * c.km_as_hours, km if hilly else 0.0, km * _FIRST_MILE_DOUBT


def _part(edge: Edge, share: float, c: Coefficients) -> Way:
    """What a share of a road adds, e.g. from where a village track joins it to its end."""
    km = share * edge.km
    hills = km if edge.grade in HILL_CLASSES else 0.0
    weight = share * (edge.hours + edge.km * c.km_as_hours)
    return km, share * edge.hours, weight, hills, km * _FIRST_MILE_DOUBT / 2


def _joined(one: Way, other: Way) -> Way:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3], one[4] + other[4]


def _nowhere(reach: int) -> Access:
    totals = np.zeros((COUNT, ENTRIES))
    totals[Q.WEIGHT_H] = np.inf
    return Access(reach, np.zeros(3), -1, 1.0, False, np.zeros(ENTRIES, dtype=np.int64), totals)


NOWHERE = _nowhere(UNKNOWN_PLACE)
