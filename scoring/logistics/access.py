"""First and last mile: where a place meets the network.

A place may enter at several nodes near it, or join a road that passes by; the best whole way decides.
A place on an island meets only the nodes of that island.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

import numpy as np
from geopy.distance import EARTH_RADIUS as EARTH_RADIUS_KM
from numpy.typing import NDArray

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import (
    Floats,
    apart_km,
    chords,
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
_AT_ONCE = 64  # places whose ways are looked for together: what is held for them fits the caches

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


class _Spot(NamedTuple):
    """A place off the network: its row among those whose position is known, and its place in the list."""

    row: int
    at: int
    landmass: int
    circuity: float
    terrain: str

    @property
    def hilly(self) -> bool:
        return self.terrain == "mountain"


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
        self.vectors = unit_vectors((n.lat, n.lon) for n in nodes)
        # Nobody joins an expressway between its interchanges.
        self.roads = tuple(e for e in edges if not e.by_sea and e.grade != "E")
        self.start = np.array([self.index[e.a] for e in self.roads], dtype=np.int64)
        self.end = np.array([self.index[e.b] for e in self.roads], dtype=np.int64)
        self._landmass_of_roads = landmass[self.start]
        # Squared chords from the middle of a road beyond which no point can be near enough to join it.
        starts, ends = self.vectors[self.start], self.vectors[self.end]
        self._bends = _bends(self.roads, apart_km(starts, ends))
        self._middles = np.ascontiguousarray(((starts + ends) / 2).T)
        half = np.sqrt(((ends - starts) ** 2).sum(axis=1)) / 2
        self._reaches = (half + (_ROAD_WITHIN_KM + _ROAD_SAG_KM) / EARTH_RADIUS_KM) ** 2

    def accesses(self, places: Sequence[Place], c: Coefficients) -> list[Access]:
        """The ways from places into the network (see ``Access.reach`` where there is none)."""
        blocks = (places[start : start + _AT_ONCE] for start in range(0, len(places), _AT_ONCE))
        found = chain.from_iterable(self._ways_in(block, c) for block in blocks)
        return [
            replace(each, at_gate=True) if self._is_gate(place) else each
            for place, each in zip(places, found, strict=True)
        ]

    def _is_gate(self, place: Place) -> bool:
        return place.node in self.named and self.named[place.node].kind == "border_gate"

    def _ways_in(self, places: Sequence[Place], c: Coefficients) -> list[Access]:
        found = [_nowhere(UNKNOWN_PLACE)] * len(places)
        known = [(i, at) for i, place in enumerate(places) if (at := self._position(place)) is not None]
        if not known:
            return found
        vectors = unit_vectors(at for _, at in known)
        away = great_circle_km(vectors, self.vectors)
        spots: list[_Spot] = []
        for row, nearest in enumerate(away.argmin(axis=1).tolist()):
            i = known[row][0]
            place = places[i]
            terrain = place.terrain or self._terrain(place, nearest)
            circuity = c.circuity.get(terrain, c.circuity["delta"])
            if place.node in self.index:
                node = self.index[place.node]
                entry: dict[int, Entry] = {node: ((0.0, 0.0, 0.0, 0.0, 0.0), "")}
                found[i] = _packed(vectors[row], int(self.landmass[node]), circuity, terrain, entry)
            elif away[row, nearest] > _COUNTRY_WITHIN_KM:
                found[i] = _nowhere(UNKNOWN_PLACE if terrain != "island" else NO_WAY)
            elif terrain == "island" and away[row, nearest] > _ISLAND_WITHIN_KM:
                found[i] = _nowhere(NO_WAY)
            else:
                landmass = int(self.landmass[nearest]) if terrain == "island" else _MAINLAND
                spots.append(_Spot(row, i, landmass, circuity, terrain))
        rows = [spot.row for spot in spots]
        for spot, entries in zip(spots, self._entries(vectors[rows], away[rows], spots, c), strict=True):
            found[spot.at] = _packed(vectors[spot.row], spot.landmass, spot.circuity, spot.terrain, entries)
        return found

    def _position(self, place: Place) -> tuple[float, float] | None:
        if place.node in self.named:
            node = self.named[place.node]
            return node.lat, node.lon
        if place.lat is None or place.lon is None or place.level == "province":
            return None
        return place.lat, place.lon

    def _terrain(self, place: Place, nearest: int) -> str:
        if place.node in self.named:
            return self.named[place.node].terrain
        return self.nodes[nearest].terrain

    def _entries(
        self, vectors: Floats, away: Floats, spots: Sequence[_Spot], c: Coefficients
    ) -> list[dict[int, Entry]]:
        """For each spot the nodes that it enters by; ``vectors`` and ``away`` have a row for each."""
        found: list[dict[int, Entry]] = [{} for _ in spots]
        landmass = np.array([spot.landmass for spot in spots], dtype=np.int32)
        for n, node, km in self._nodes_near(away, landmass):
            spot = spots[n]
            _keep(found[n], node, _first_mile(km * spot.circuity, spot.hilly, c), "")
        for n, road, share, off in self._roads_near(vectors, landmass):
            spot, edge = spots[n], self.roads[road]
            mile = _first_mile(off * spot.circuity, spot.hilly, c)
            for node, part in ((self.start[road], share), (self.end[road], 1.0 - share)):
                _keep(found[n], int(node), _joined(mile, _part(edge, part, c)), edge.road)
        return found

    def _nodes_near(self, away: Floats, landmass: NDArray[np.int32]) -> Iterator[tuple[int, int, float]]:
        """Row, node and km of the nodes near each row, the nearest first."""
        here = self.landmass == landmass[:, None]
        apart = np.where(here, away, np.inf)
        few = min(_NEAR_NODES, len(self.nodes))
        last = np.partition(apart, few - 1, axis=1)[:, few - 1]  # of many only the nearest are put in order
        row, node = np.nonzero(here & (apart <= last[:, None]))
        km = apart[row, node]
        order = _first_of_each(row, km, _NEAR_NODES)
        most = np.maximum(apart.min(axis=1), _NODE_WITHIN_KM)
        order = order[km[order] <= most[row[order]]]
        return zip(row[order].tolist(), node[order].tolist(), km[order].tolist(), strict=True)

    def _roads_near(
        self, vectors: Floats, landmass: NDArray[np.int32]
    ) -> Iterator[tuple[int, int, float, float]]:
        """Row, road, share of the road and km from it, of the roads that pass by each row."""
        x, y, z = (middle - vectors[:, axis, None] for axis, middle in enumerate(self._middles))
        near = x * x + y * y + z * z <= self._reaches
        row, road = np.nonzero(near & (self._landmass_of_roads == landmass[:, None]))
        points, starts, ends = vectors[row], self.vectors[self.start[road]], self.vectors[self.end[road]]
        share, off = nearest_on_segments(points, starts, ends)
        passes = (share > 0.0) & (share < 1.0)
        share = _share(points, starts, ends)
        # The road bends, mostly towards where people live: so far from its chord one may still be on it.
        bend = self._bends[road] * np.sqrt(share * (1.0 - share))
        off = np.maximum(off - bend, 0.0)
        order = _first_of_each(row, off, _NEAR_ROADS)
        order = order[(off[order] <= _ROAD_WITHIN_KM) & passes[order]]
        figures = (share[order].tolist(), off[order].tolist())
        return zip(row[order].tolist(), road[order].tolist(), *figures, strict=True)


def _first_of_each(row: NDArray[np.intp], km: Floats, most: int) -> NDArray[np.intp]:
    """Places of at most so many entries of each row, the nearest first; ``row`` never falls."""
    order = np.lexsort((km, row))
    place = np.arange(len(row)) - np.searchsorted(row, row)
    return np.asarray(order[place < most])


def _packed(
    vector: Floats, landmass: int, circuity: float, terrain: str, found: Mapping[int, Entry]
) -> Access:
    best = sorted(found, key=lambda n: (found[n][0][WEIGHT], n))[:ENTRIES]
    nodes = np.zeros(ENTRIES, dtype=np.int64)
    totals = np.zeros((COUNT, ENTRIES))
    totals[Q.WEIGHT_H] = np.inf
    nodes[: len(best)] = best
    totals[FILLED, : len(best)] = np.array([found[node][0] for node in best]).T
    roads = tuple(found[node][1] for node in best)
    return Access(OK, vector, landmass, circuity, terrain == "mountain", nodes, totals, roads=roads)


def _share(points: Floats, starts: Floats, ends: Floats) -> Floats:
    """How far along each road its point lies, 0 at the start, 1 at the end, by its distances to both."""
    first, second = chords(points, starts), chords(points, ends)
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
