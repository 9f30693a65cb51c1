"""Joining two ends over the network: the best whole way of every pair, as sums ready for hours and cost.

One pair is a block of one: the same code serves the matrix and the single route, to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.logistics.access import ENTRIES, NO_WAY, OK, Access
from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import Floats, great_circle_km
from scoring.logistics.quantities import COUNT, Q
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
    at_node: NDArray[np.bool_]
    nodes: NDArray[np.int64]
    totals: Floats
    roads: tuple[tuple[str, ...], ...]

    @classmethod
    def stack(cls, accesses: Sequence[Access]) -> Ends:
        """Stack one or more accesses."""
        totals = np.stack([a.totals for a in accesses], axis=1)
        return cls(
            reach=np.array([a.reach for a in accesses], dtype=np.uint8),
            vectors=np.stack([a.vector for a in accesses]),
            landmass=np.array([a.landmass for a in accesses], dtype=np.int32),
            circuity=np.array([a.circuity for a in accesses]),
            hilly=np.array([a.hilly for a in accesses], dtype=np.bool_),
            at_node=totals[Q.WEIGHT_H].min(axis=1) == 0.0,
            nodes=np.stack([a.nodes for a in accesses]),
            totals=totals,
            roads=tuple(a.roads for a in accesses),
        )

    def part(self, rows: slice) -> Ends:
        """Some of the places."""
        return Ends(
            self.reach[rows],
            self.vectors[rows],
            self.landmass[rows],
            self.circuity[rows],
            self.hilly[rows],
            self.at_node[rows],
            self.nodes[rows],
            self.totals[:, rows],
            self.roads[rows],
        )


@dataclass(frozen=True, slots=True)
class Ways:
    """The chosen way of each pair [origins, destinations]: sums, the entries used, whether it goes direct."""

    totals: Floats
    reach: NDArray[np.uint8]
    leave: NDArray[np.int64]  # entry of the origin
    arrive: NDArray[np.int64]  # entry of the destination
    direct: NDArray[np.bool_]


def onward(tables: Tables, ends: Ends) -> tuple[Floats, NDArray[np.int64]]:
    """Hours from every node to each destination by its best entry, [nodes, destinations], and the entry."""
    hours = tables.totals[Q.WEIGHT_H]
    best = np.full((len(hours), len(ends.nodes)), np.inf)
    entry = np.zeros(best.shape, dtype=np.int64)
    for j in range(ENTRIES):
        candidate = hours[:, ends.nodes[:, j]] + ends.totals[Q.WEIGHT_H, :, j]
        better = candidate < best
        best = np.where(better, candidate, best)
        entry = np.where(better, j, entry)
    return best, entry


def join(
    tables: Tables,
    origins: Ends,
    destinations: Ends,
    after: tuple[Floats, NDArray[np.int64]],
    c: Coefficients,
) -> Ways:
    """The best way of every pair; ``after`` is what ``onward`` gives for the destinations."""
    best_after, entry_after = after
    shape = (len(origins.nodes), len(destinations.nodes))
    best = np.full(shape, np.inf)
    leave = np.zeros(shape, dtype=np.int64)
    for i in range(ENTRIES):
        candidate = origins.totals[Q.WEIGHT_H, :, i][:, None] + best_after[origins.nodes[:, i]]
        better = candidate < best
        best = np.where(better, candidate, best)
        leave = np.where(better, i, leave)
    row, column = np.arange(shape[0])[:, None], np.arange(shape[1])[None, :]
    start = origins.nodes[row, leave]
    arrive = entry_after[start, column]
    end = destinations.nodes[column, arrive]
    totals = np.empty((COUNT, *shape))
    for q in range(COUNT):
        totals[q] = (origins.totals[q][row, leave] + tables.totals[q][start, end]) + destinations.totals[q][
            column, arrive
        ]
    direct = _go_direct(totals, origins, destinations, c)
    reach = np.maximum(origins.reach[:, None], destinations.reach[None, :])
    reach = np.where(_either_unknown(origins, destinations), np.uint8(1), reach)
    reach = np.where((reach == OK) & ~np.isfinite(totals[Q.WEIGHT_H]), np.uint8(NO_WAY), reach)
    return Ways(totals, reach.astype(np.uint8), leave, arrive, direct)


def _either_unknown(origins: Ends, destinations: Ends) -> NDArray[np.bool_]:
    unknown: NDArray[np.bool_] = (origins.reach == 1)[:, None] | (destinations.reach == 1)[None, :]
    return unknown


def _go_direct(totals: Floats, origins: Ends, destinations: Ends, c: Coefficients) -> NDArray[np.bool_]:
    """Near pairs go straight over village roads where that is quicker; their sums are replaced in place."""
    apart = great_circle_km(origins.vectors, destinations.vectors)
    km = apart * ((origins.circuity[:, None] + destinations.circuity[None, :]) / 2)
    hours = km / c.first_mile_kmh
    weight = hours + km * c.km_as_hours
    direct: NDArray[np.bool_] = (
        (apart <= DIRECT_WITHIN_KM)
        & (origins.landmass[:, None] == destinations.landmass[None, :])
        & (origins.landmass[:, None] >= 0)
        & ~(origins.at_node[:, None] & destinations.at_node[None, :])
        & (weight < totals[Q.WEIGHT_H])
    )
    if direct.any():
        hilly = (origins.hilly[:, None] & destinations.hilly[None, :])[direct]
        totals[:, direct] = 0.0
        totals[Q.ROAD_KM, direct] = km[direct]
        totals[Q.DRIVE_H, direct] = hours[direct]
        totals[Q.WEIGHT_H, direct] = weight[direct]
        totals[Q.HILL_KM, direct] = np.where(hilly, km[direct], 0.0)
        totals[Q.DOUBT_KM, direct] = km[direct] * _DIRECT_DOUBT
    return direct
