"""First and last mile: where a place meets the network.

A place may enter at several nodes near it, or join a road that passes by; the best whole way decides.
A place on an island meets only the nodes of that island.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
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

Rows = NDArray[np.intp]
FILLED = (Q.ROAD_KM, Q.DRIVE_H, Q.WEIGHT_H, Q.HILL_KM, Q.DOUBT_KM)  # the sums to which a way in adds
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
        self._km = np.array([road.km for road in self.roads], dtype=np.float64)
        self._hours = np.array([road.hours for road in self.roads], dtype=np.float64)
        self._in_hills = np.array([road.grade in HILL_CLASSES for road in self.roads], dtype=np.bool_)
        self._names = (*(road.road for road in self.roads), "")  # the last, -1: none is joined
        self._bends = _bends(self._km, apart_km(starts, ends))
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
        found = [NOWHERE] * len(places)
        known = [(i, at) for i, place in enumerate(places) if (at := self._position(place)) is not None]
        if not known:
            return found
        vectors = unit_vectors(at for _, at in known)
        away = great_circle_km(vectors, self.vectors)
        spots: list[_Spot] = []
        nodes, apart = away.argmin(axis=1).tolist(), away.min(axis=1).tolist()
        for row, ((i, _), nearest, km) in enumerate(zip(known, nodes, apart, strict=True)):
            place = places[i]
            terrain = place.terrain or self._terrain(place, nearest)
            circuity = c.circuity.get(terrain, c.circuity["delta"])
            if place.node in self.index:
                node = self.index[place.node]
                found[i] = _on_node(vectors[row], node, int(self.landmass[node]), circuity, terrain)
            elif km > _COUNTRY_WITHIN_KM:
                found[i] = NOWHERE if terrain != "island" else _CUT_OFF
            elif terrain == "island" and km > _ISLAND_WITHIN_KM:
                found[i] = _CUT_OFF
            else:
                landmass = int(self.landmass[nearest]) if terrain == "island" else _MAINLAND
                spots.append(_Spot(row, i, landmass, circuity, terrain))
        if spots:
            rows = [spot.row for spot in spots]
            for spot, access in zip(spots, self._entered(vectors[rows], away[rows], spots, c), strict=True):
                found[spot.at] = access
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

    def _entered(
        self, vectors: Floats, away: Floats, spots: Sequence[_Spot], c: Coefficients
    ) -> Iterator[Access]:
        """For each spot its ways in; ``vectors`` and ``away`` have a row for each."""
        landmass = np.array([spot.landmass for spot in spots], dtype=np.int32)
        circuity = np.array([spot.circuity for spot in spots])
        hilly = np.array([spot.hilly for spot in spots], dtype=np.bool_)
        near, there, km = self._nodes_near(away, landmass)
        tracks = _first_mile(km * circuity[near], hilly[near], c)
        # A road that is joined leads both ways: to its start and to its end.
        passed, roads, shares, off = self._roads_near(vectors, landmass)
        by, road, share = np.repeat(passed, 2), np.repeat(roads, 2), np.repeat(shares, 2)
        share[1::2] = 1.0 - share[1::2]
        ends = np.where(np.arange(len(road)) % 2, self.end[road], self.start[road])
        mile = _first_mile(off * circuity[passed], hilly[passed], c)
        joined = np.repeat(mile, 2, axis=1) + self._part(road, share, c)
        row, node = np.concatenate((near, by)), np.concatenate((there, ends))
        sums = np.concatenate((tracks, joined), axis=1)
        order, place = _best(row, node, sums[WEIGHT])
        row, road = row[order], np.concatenate((np.full(len(near), -1), road))[order]
        nodes, totals = _empty(len(spots))
        nodes[row, place] = node[order]
        totals[row[:, None], FILLED, place[:, None]] = sums.T[order]
        names = (self._names[each] for each in road.tolist())
        for spot, vector, into, sum_, count in zip(
            spots, vectors, nodes, totals, np.bincount(row, minlength=len(spots)).tolist(), strict=True
        ):
            joins = tuple(islice(names, count))
            yield Access(OK, vector, spot.landmass, spot.circuity, spot.hilly, into, sum_, roads=joins)

    def _part(self, road: Rows, share: Floats, c: Coefficients) -> Floats:
        """What a share of a road adds, e.g. from where a village track joins it to its end."""
        whole, hours = self._km[road], self._hours[road]
        km = share * whole
        hills = np.where(self._in_hills[road], km, 0.0)
        weight = share * (hours + whole * c.km_as_hours)
        return np.array((km, share * hours, weight, hills, km * _FIRST_MILE_DOUBT / 2))

    def _nodes_near(self, away: Floats, landmass: NDArray[np.int32]) -> tuple[Rows, Rows, Floats]:
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
        return row[order], node[order], km[order]

    def _roads_near(self, vectors: Floats, landmass: NDArray[np.int32]) -> tuple[Rows, Rows, Floats, Floats]:
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
        return row[order], road[order], share[order], off[order]


def _first_of_each(row: Rows, km: Floats, most: int) -> Rows:
    """Places of at most so many entries of each row, the nearest first; ``row`` never falls."""
    order = np.lexsort((km, row))
    place = np.arange(len(row)) - np.searchsorted(row, row)
    return np.asarray(order[place < most])


def _best(row: Rows, node: Rows, weight: Floats) -> tuple[Rows, Rows]:
    """The lightest ways in of each row, one to a node, and the place of each among those of its row.

    Of ways of one weight to the same node the first stays; to different nodes that to the first node leads.
    """
    order = np.lexsort((weight, node, row))
    again = (np.diff(row[order]) == 0) & (np.diff(node[order]) == 0)
    order = np.delete(order, np.flatnonzero(again) + 1)
    order = order[np.lexsort((node[order], weight[order], row[order]))]
    row = row[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    kept = place < ENTRIES
    return order[kept], place[kept]


def _empty(count: int) -> tuple[NDArray[np.int64], Floats]:
    """Nodes and totals of so many places without a way in."""
    totals = np.zeros((count, COUNT, ENTRIES))
    totals[:, Q.WEIGHT_H] = np.inf
    return np.zeros((count, ENTRIES), dtype=np.int64), totals


def _on_node(vector: Floats, node: int, landmass: int, circuity: float, terrain: str) -> Access:
    """The access of a place that is a node itself."""
    nodes, totals = _empty(1)
    nodes[0, 0] = node
    totals[0, :, 0] = 0.0
    return Access(OK, vector, landmass, circuity, terrain == "mountain", nodes[0], totals[0], roads=("",))


def _share(points: Floats, starts: Floats, ends: Floats) -> Floats:
    """How far along each road its point lies, 0 at the start, 1 at the end, by its distances to both."""
    first, second = chords(points, starts), chords(points, ends)
    share: Floats = first / (first + second)
    return share


def _bends(km: Floats, apart: Floats) -> Floats:
    """Twice how far each road is taken to bend off the chord between its ends, km.

    A road of one bend is two sides of a triangle; real ones turn to and fro, so a part of its height.
    """
    height: Floats = np.sqrt(np.maximum(km * km - apart * apart, 0.0)) / 2.0
    return 2.0 * _BEND_SHARE * height


def _first_mile(km: Floats, hilly: NDArray[np.bool_], c: Coefficients) -> Floats:
    """What tracks of so many km add to the sums FILLED [sum, track]."""
    hours = km / c.first_mile_kmh
    return np.array((km, hours, hours + km * c.km_as_hours, np.where(hilly, km, 0.0), km * _FIRST_MILE_DOUBT))


def _nowhere(reach: int) -> Access:
    nodes, totals = _empty(1)
    return Access(reach, np.zeros(3), -1, 1.0, False, nodes[0], totals[0])


NOWHERE, _CUT_OFF = _nowhere(UNKNOWN_PLACE), _nowhere(NO_WAY)
