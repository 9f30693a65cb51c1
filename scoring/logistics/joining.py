"""Joining two ends over the network: the best whole way of every pair, as sums ready for hours and cost.

One pair is a block of one: the same code serves the matrix, a list of pairs and the single route, to the
last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from scoring.distinct import occurring
from scoring.logistics.access import ENTRIES, NO_WAY, NOWHERE, OK, Access
from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import Floats, apart_km
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.routes import Rows
from scoring.logistics.tables import Tables

DIRECT_WITHIN_KM = 30.0
_DIRECT_DOUBT = 0.25


@dataclass(frozen=True, slots=True)
class Ends:
    """Several places' ways into the network, stacked: nodes [n, entry], totals [quantity, n, entry]."""

    reach: NDArray[np.uint8]
    vectors: Floats
    landmass: NDArray[np.int32]
    circuity: Floats
    hilly: NDArray[np.bool_]
    at_gate: NDArray[np.bool_]
    at_node: NDArray[np.bool_]
    nodes: NDArray[np.int64]
    totals: Floats
    roads: tuple[tuple[str, ...], ...]

    @classmethod
    def stack(cls, accesses: Sequence[Access]) -> Ends:
        """Stack accesses."""
        if not accesses:
            return cls.stack([NOWHERE]).part(slice(0))
        totals = np.stack([a.totals for a in accesses], axis=1)
        return cls(
            reach=np.array([a.reach for a in accesses], dtype=np.uint8),
            vectors=np.stack([a.vector for a in accesses]),
            landmass=np.array([a.landmass for a in accesses], dtype=np.int32),
            circuity=np.array([a.circuity for a in accesses]),
            hilly=np.array([a.hilly for a in accesses], dtype=np.bool_),
            at_gate=np.array([a.at_gate for a in accesses], dtype=np.bool_),
            at_node=totals[Q.WEIGHT_H].min(axis=1) == 0.0,
            nodes=np.stack([a.nodes for a in accesses]),
            totals=totals,
            roads=tuple(a.roads for a in accesses),
        )

    @classmethod
    def joined(cls, parts: Sequence[Ends]) -> Ends:
        """The places of several, one after the other."""
        arrays = {
            name: np.concatenate([getattr(part, name) for part in parts], axis=1 if name == "totals" else 0)
            for name in (each.name for each in fields(cls))
            if name != "roads"
        }
        return cls(**arrays, roads=tuple(chain.from_iterable(part.roads for part in parts)))

    def part(self, rows: slice | Rows) -> Ends:
        """Some of the places."""
        if isinstance(rows, slice):
            roads, totals = self.roads[rows], self.totals[:, rows]
        else:  # taken, they lie in their order, as an index of several axes would not leave them
            roads, totals = tuple(map(self.roads.__getitem__, rows.tolist())), self.totals.take(rows, axis=1)
        return Ends(
            self.reach[rows],
            self.vectors[rows],
            self.landmass[rows],
            self.circuity[rows],
            self.hilly[rows],
            self.at_gate[rows],
            self.at_node[rows],
            self.nodes[rows],
            totals,
            roads,
        )


@dataclass(frozen=True, slots=True)
class Ways:
    """The chosen way of each pair (arrays of its shape): sums, the entries used, whether it goes direct."""

    totals: Floats
    reach: NDArray[np.uint8]
    leave: NDArray[np.int64]  # entry of the origin
    arrive: NDArray[np.int64]  # entry of the destination
    direct: NDArray[np.bool_]


def onward(tables: Tables, ends: Ends, nodes: Rows | None = None) -> tuple[Floats, Rows]:
    """Hours from every node to each destination by its best entry, [nodes, destinations], and the entry.

    Only from ``nodes`` where they are given.
    """
    hours = tables.totals[Q.WEIGHT_H] if nodes is None else tables.totals[Q.WEIGHT_H][nodes]
    best = np.full((len(hours), len(ends.nodes)), np.inf)
    entry = np.zeros(best.shape, dtype=np.int64)
    for j in range(ENTRIES):
        candidate = hours.take(ends.nodes[:, j], axis=1)
        candidate += ends.totals[Q.WEIGHT_H, :, j]
        better = candidate < best
        np.copyto(best, candidate, where=better)
        np.copyto(entry, j, where=better)
    return best, entry


def join(
    tables: Tables,
    origins: Ends,
    destinations: Ends,
    after: tuple[Floats, Rows],
    c: Coefficients,
    sums: Sequence[int] = range(COUNT),
) -> Ways:
    """The best way of every pair; ``after`` is what ``onward`` gives for the destinations.

    Only the ``sums`` named are added up, and the weight; the others are zero.
    """
    grid = np.arange(len(origins.nodes))[:, None], np.arange(len(destinations.nodes))[None, :]
    return _join(tables, origins, destinations, after, c, grid, origins.nodes, sums)


def join_one(tables: Tables, origin: Ends, destination: Ends, c: Coefficients) -> Ways:
    """The best way between two places alone, as an array of one row and one column."""
    nodes, at_node = occurring(origin.nodes, len(tables.totals[Q.WEIGHT_H]))
    after = onward(tables, destination, nodes)
    one = np.zeros((1, 1), dtype=np.int64)
    return _join(tables, origin, destination, after, c, (one, one), at_node[origin.nodes])


def join_pairs(
    tables: Tables, origins: Ends, destinations: Ends, c: Coefficients, row: Rows, column: Rows
) -> Ways:
    """The best way from origin ``row[i]`` to destination ``column[i]`` for every i, and for those alone."""
    ends, at_end = occurring(column, len(destinations.nodes))
    nodes, at_node = occurring(origins.nodes[row], len(tables.totals[Q.WEIGHT_H]))
    reached = destinations.part(ends)
    after = onward(tables, reached, nodes)
    return _join(tables, origins, reached, after, c, (row, at_end[column]), at_node[origins.nodes])


def _join(
    tables: Tables,
    origins: Ends,
    destinations: Ends,
    after: tuple[Floats, Rows],
    c: Coefficients,
    pairs: tuple[Rows, Rows],
    after_row: Rows,
    sums: Sequence[int] = range(COUNT),
) -> Ways:
    """Ways of the pairs of origins and destinations that the two index arrays name, in their common shape.

    ``after_row`` [origins, entry]: the row of ``after`` for the node of each entry.
    """
    row, column = pairs
    best_after, entry_after = after
    shape = np.broadcast_shapes(row.shape, column.shape)
    best = np.full(shape, np.inf)
    leave = np.zeros(shape, dtype=np.int64)
    for i in range(ENTRIES):
        candidate = origins.totals[Q.WEIGHT_H, row, i] + best_after[after_row[row, i], column]
        better = candidate < best
        np.copyto(best, candidate, where=better)
        np.copyto(leave, i, where=better)
    start = origins.nodes[row, leave]
    arrive = entry_after[after_row[row, leave], column]
    end = destinations.nodes[column, arrive]
    totals = np.empty((COUNT, *shape)) if len(sums) == COUNT else np.zeros((COUNT, *shape))
    totals[Q.WEIGHT_H] = best
    first = _laid_flat(origins.totals, row, leave)
    middle = _laid_flat(tables.totals, start, end)
    last = _laid_flat(destinations.totals, column, arrive)
    for q in sums:
        totals[q] = (first[0][q].take(first[1]) + middle[0][q].take(middle[1])) + last[0][q].take(last[1])
    direct = _go_direct(totals, origins, destinations, c, row, column)
    reach = np.maximum(origins.reach[row], destinations.reach[column])
    reach = np.where((origins.reach[row] == 1) | (destinations.reach[column] == 1), np.uint8(1), reach)
    reach = np.where((reach == OK) & ~np.isfinite(totals[Q.WEIGHT_H]), np.uint8(NO_WAY), reach)
    return Ways(totals, reach.astype(np.uint8), leave, arrive, direct)


def _laid_flat(totals: Floats, row: Rows, column: Rows) -> tuple[Floats, Rows]:
    """Tables [quantity, row, column] with each in one row, and where its entries then stand: an index of one
    number is looked up far sooner than one of two."""
    return totals.reshape(len(totals), -1), row * totals.shape[2] + column


def _go_direct(
    totals: Floats, origins: Ends, destinations: Ends, c: Coefficients, row: Rows, column: Rows
) -> NDArray[np.bool_]:
    """Near pairs go straight over village roads where that is quicker; their sums are replaced in place."""
    apart = apart_km(origins.vectors[row], destinations.vectors[column])
    km = apart * ((origins.circuity[row] + destinations.circuity[column]) / 2)
    hours = km / c.first_mile_kmh
    weight = hours + km * c.km_as_hours
    direct: NDArray[np.bool_] = (
        (apart <= DIRECT_WITHIN_KM)
        & (origins.landmass[row] == destinations.landmass[column])
        & (origins.landmass[row] >= 0)
        & ~(origins.at_node[row] & destinations.at_node[column])
        & (weight < totals[Q.WEIGHT_H])
    )
    if direct.any():
        hilly = (origins.hilly[row] & destinations.hilly[column])[direct]
        totals[:, direct] = 0.0
        totals[Q.ROAD_KM, direct] = km[direct]
        totals[Q.DRIVE_H, direct] = hours[direct]
        totals[Q.WEIGHT_H, direct] = weight[direct]
        totals[Q.HILL_KM, direct] = np.where(hilly, km[direct], 0.0)
        totals[Q.DOUBT_KM, direct] = km[direct] * _DIRECT_DOUBT
    return direct
