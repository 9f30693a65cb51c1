"""The freight network as a backend: routes over roads and boats that carry freight, on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.logistics.access import OK, Access, Ground
from scoring.logistics.coefficients import Coefficients
from scoring.logistics.cost import freight_vnd_kg
from scoring.logistics.distance import Floats
from scoring.logistics.hours import door_to_door, hurried
from scoring.logistics.joining import Ends, Ways, join, join_one, join_pairs, onward
from scoring.logistics.legs import boats_between, describe
from scoring.logistics.quantities import Q
from scoring.logistics.roads import Edge, Node, read_edges, read_nodes
from scoring.logistics.routes import Leg, Route, RouteMatrix, Rows
from scoring.logistics.tables import Tables, build, landmasses
from scoring.logistics.vehicles import DEFAULT_VEHICLE, Vehicle
from scoring.records import Place

_BLOCK = 200_000  # pairs held at a time: some 12 sums of 8 bytes each stay within 50 MB
_REMEMBERED = 50_000  # accesses kept; a country has 3,321 communes

CLASSES = ("expressway", "mountain", "other", "sea")
CLASS_SUMS = (Q.ROAD_KM, Q.TOLL_KM, Q.HILL_KM, Q.SEA_KM)

PlaceKey = tuple[str, float | None, float | None, str, bool]


class Network:
    """Roads and boats between the places of the country. Tables are computed at the first question."""

    def __init__(
        self, nodes: Sequence[Node], points: Sequence[Node], edges: Sequence[Edge], coefficients: Coefficients
    ) -> None:
        self.coefficients = coefficients
        self.edges = tuple(edges)
        self.nodes = tuple(nodes)
        self.points = tuple(points)
        self._tables: dict[tuple[frozenset[int], str], Tables] = {}
        self._opening = [(i, e.valid_from) for i, e in enumerate(edges) if e.valid_from is not None]
        self._ground: Ground | None = None
        self._access: dict[PlaceKey, Access] = {}

    @classmethod
    def from_rows(
        cls,
        places: Iterable[Mapping[str, str]],
        roads: Iterable[Mapping[str, str]],
        coefficients: Iterable[Mapping[str, str]],
    ) -> Network:
        """Build from the rows of places, roads and coefficients. A road to an unknown place is a KeyError."""
        edges = read_edges(roads)
        joined = {end for edge in edges for end in (edge.a, edge.b)}
        named = read_nodes(places)
        nodes = [n for n in named if n.id in joined]
        missing = joined - {n.id for n in nodes}
        if missing:
            raise KeyError(sorted(missing)[0])
        points = [n for n in named if n.id not in joined]
        return cls(nodes, points, edges, Coefficients.from_rows(coefficients))

    def matrix(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        storage: str = "ambient",
        vehicle: Vehicle | None = None,
        on: date | None = None,
    ) -> RouteMatrix:
        """Routes of every pair, arrays [origins, destinations]; places given twice are computed once."""
        truck = vehicle or DEFAULT_VEHICLE
        from_places, from_index = _distinct(origins)
        to_places, to_index = _distinct(destinations)
        found = self._blocks(from_places, to_places, storage, truck, on)
        if (len(from_places), len(to_places)) == (len(origins), len(destinations)):
            return RouteMatrix(**found)
        rows, columns = from_index[:, None], to_index[None, :]
        return RouteMatrix(**{name: grid[rows, columns] for name, grid in found.items()})

    def by_class(
        self, origins: Sequence[Place], destinations: Sequence[Place], on: date | None = None
    ) -> dict[str, NDArray[np.float32]]:
        """Km of every pair by class of road (expressway, mountain, other) and by sea; NaN: no way."""
        starts, ends = self.ends(origins), self.ends(destinations)
        tables, c = self.tables(on), self.coefficients
        found = {name: np.empty((len(origins), len(destinations)), dtype=np.float32) for name in CLASSES}
        high = max(1, _BLOCK // max(1, len(destinations)))
        after = onward(tables, ends)
        for top in range(0, len(origins), high):
            rows = slice(top, top + high)
            ways = join(tables, starts.part(rows), ends, after, c, CLASS_SUMS)
            q, none = ways.totals, ways.reach != OK
            other = q[Q.ROAD_KM] - q[Q.TOLL_KM] - q[Q.HILL_KM]
            for name, km in zip(CLASSES, (q[Q.TOLL_KM], q[Q.HILL_KM], other, q[Q.SEA_KM]), strict=True):
                found[name][rows] = np.where(none, np.nan, km)
        return found

    def ends(self, places: Sequence[Place]) -> Ends:
        """The ways of places into the network, found once and used for many questions."""
        return Ends.stack(self.accesses(places))

    def joined(self, parts: Sequence[Ends]) -> Ends:
        """The ways of several lists of places, one list after the other."""
        return Ends.joined(parts)

    def between(
        self,
        origins: Ends,
        destinations: Ends,
        row: Rows,
        column: Rows,
        storage: str = "ambient",
        vehicle: Vehicle | None = None,
        on: date | None = None,
    ) -> RouteMatrix:
        """Routes from origin ``row[i]`` to destination ``column[i]``, as in ``matrix``; arrays [pairs]."""
        truck = vehicle or DEFAULT_VEHICLE
        grids = _empty(row.shape)
        for start in range(0, len(row), _BLOCK):
            part = slice(start, start + _BLOCK)
            ways = join_pairs(
                self.tables(on, truck.by), origins, destinations, self.coefficients, row[part], column[part]
            )
            gate = (origins.at_gate[row[part]] | destinations.at_gate[column[part]]).astype(np.float64)
            for name, values in self._figures(ways, gate, storage, truck, on).items():
                grids[name][part] = values
        return RouteMatrix(**grids)

    def legs(
        self,
        origin: Place,
        destination: Place,
        vehicle: Vehicle | None = None,
        on: date | None = None,
        storage: str = "ambient",
    ) -> Route:
        """One route leg by leg; its figures are those of ``matrix`` for the same pair."""
        truck = vehicle or DEFAULT_VEHICLE
        tables, ends = (
            self.tables(on, truck.by),
            [self.ends([place]) for place in (origin, destination)],
        )
        ways = join_one(tables, ends[0], ends[1], self.coefficients)
        grids = self._figures(ways, _gates(*ends), storage, truck, on)
        return describe(self, ways, grids, ends, (origin, destination), truck, storage, tables)

    def boats(
        self, origins: Ends, destinations: Ends, row: Rows, column: Rows, on: date | None = None
    ) -> list[tuple[Leg, ...]]:
        """The boats on the way from origin ``row[i]`` to destination ``column[i]``, as in ``legs``."""
        tables = self.tables(on)
        ways = join_pairs(tables, origins, destinations, self.coefficients, row, column)
        by_road = (ways.direct | (ways.reach != OK)).tolist()
        starts, ends = origins.nodes[row, ways.leave], destinations.nodes[column, ways.arrive]
        return [
            () if none else boats_between(self, tables, start, end)
            for none, start, end in zip(by_road, starts.tolist(), ends.tolist(), strict=True)
        ]

    def accesses(self, places: Sequence[Place]) -> list[Access]:
        """The ways of places into the network, remembered."""
        keys = [_key(place) for place in places]
        missing = {key: place for key, place in zip(keys, places, strict=True) if key not in self._access}
        accesses = self.ground.accesses(list(missing.values()), self.coefficients)
        found = dict(zip(missing, accesses, strict=True))
        known = {key: self._access[key] for key in keys if key not in found} | found
        if len(self._access) + len(found) > _REMEMBERED:
            self._access.clear()
        self._access |= dict(islice(found.items(), _REMEMBERED))
        return [known[key] for key in keys]

    @property
    def ground(self) -> Ground:
        """The lie of the network, computed once."""
        if self._ground is None:
            self._ground = Ground(self.nodes, self.points, self.edges, landmasses(self.nodes, self.edges))
        return self._ground

    def tables(self, on: date | None = None, by: str = "") -> Tables:
        """Node-to-node tables over the edges open on the day (without a day: all), kept per set of edges.

        ``by`` as in ``Vehicle``: ships or flights go only where they are asked for.
        """
        closed = frozenset(i for i, opens in self._opening if on is not None and opens > on)
        if (closed, by) not in self._tables:
            usable = [
                e for i, e in enumerate(self.edges) if i not in closed and (e.carries_freight or e.mode == by)
            ]
            self._tables[closed, by] = build(self.nodes, usable, self.coefficients)
        return self._tables[closed, by]

    def _blocks(
        self, origins: list[Place], destinations: list[Place], storage: str, truck: Vehicle, on: date | None
    ) -> dict[str, NDArray[Any]]:
        shape = (len(origins), len(destinations))
        grids = _empty(shape)
        if not origins or not destinations:
            return grids
        tables = self.tables(on, truck.by)
        starts, ends = self.ends(origins), self.ends(destinations)
        gates = _gates(starts, ends)
        wide = max(1, min(shape[1], _BLOCK))
        high = max(1, _BLOCK // wide)
        for left in range(0, shape[1], wide):
            columns = slice(left, left + wide)
            after = onward(tables, ends.part(columns))
            for top in range(0, shape[0], high):
                rows = slice(top, top + high)
                ways = join(tables, starts.part(rows), ends.part(columns), after, self.coefficients)
                for name, values in self._figures(ways, gates[rows, columns], storage, truck, on).items():
                    grids[name][rows, columns] = values
        return grids

    def _figures(
        self, ways: Ways, gate: Floats, storage: str, truck: Vehicle, on: date | None
    ) -> dict[str, NDArray[Any]]:
        q, c = ways.totals, self.coefficients.on(on)
        hours = door_to_door(q, gate, c, truck.drivers)
        cost = freight_vnd_kg(q, hours, truck, storage, c)
        unreached = ways.reach != OK
        figures = {
            "km": q[Q.ROAD_KM] + q[Q.SEA_KM],
            "hours_low": hours[0],
            "hours_high": hours[1],
            "hours_hurried": hurried(hours, q, gate, c, truck.drivers),
            "cost_low": cost[0],
            "cost_high": cost[1],
        }
        grids: dict[str, NDArray[Any]] = {
            name: np.where(unreached, np.nan, values).astype(np.float32) for name, values in figures.items()
        }
        grids["ferry"] = (q[Q.SEA_KM] > 0) & ~unreached
        grids["fallback"] = np.zeros(unreached.shape, dtype=np.bool_)
        grids["reach"] = ways.reach
        return grids


def _empty(shape: tuple[int, ...]) -> dict[str, NDArray[Any]]:
    grids: dict[str, NDArray[Any]] = {
        name: np.full(shape, np.nan, dtype=np.float32)
        for name in ("km", "hours_low", "hours_high", "hours_hurried", "cost_low", "cost_high")
    }
    for name in ("ferry", "fallback"):
        grids[name] = np.zeros(shape, dtype=np.bool_)
    grids["reach"] = np.zeros(shape, dtype=np.uint8)
    return grids


def _gates(origins: Ends, destinations: Ends) -> Floats:
    gate: Floats = (origins.at_gate[:, None] | destinations.at_gate[None, :]).astype(np.float64)
    return gate


def _key(place: Place) -> PlaceKey:
    return place.node, place.lat, place.lon, place.terrain, place.level == "province"


def _distinct(places: Sequence[Place]) -> tuple[list[Place], NDArray[np.int64]]:
    seen: dict[PlaceKey, int] = {}
    kept: list[Place] = []
    index = np.empty(len(places), dtype=np.int64)
    for i, place in enumerate(places):
        key = _key(place)
        if key not in seen:
            seen[key] = len(kept)
            kept.append(place)
        index[i] = seen[key]
    return kept, index
