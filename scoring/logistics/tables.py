"""Node-to-node tables: the best freight path between any two nodes and what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.roads import Edge, Node

Floats = NDArray[np.float64]
_NOWHERE = -9999  # how csgraph marks "no predecessor"


@dataclass(frozen=True, slots=True)
class Tables:
    """``totals`` [quantity, from, to] (infinite hours: no freight way), ``previous`` [from, to]."""

    totals: Floats
    previous: NDArray[np.int32]
    edge_of: dict[tuple[int, int], Edge]

    def path(self, start: int, end: int) -> list[tuple[int, int]]:
        """The node pairs that the best path from start to end goes over, in order."""
        steps = []
        while end != start:
            before = int(self.previous[start, end])
            steps.append((before, end))
            end = before
        return steps[::-1]


def build(nodes: Sequence[Node], edges: Sequence[Edge], coefficients: Coefficients) -> Tables:
    """Tables over the edges given (already filtered: carrying freight, open on the day)."""
    index = {node.id: i for i, node in enumerate(nodes)}
    edge_of: dict[tuple[int, int], Edge] = {}
    for edge in edges:
        a, b = index[edge.a], index[edge.b]
        for pair in ((a, b), (b, a)):
            known = edge_of.get(pair)
            if known is None or _slower(known, edge):
                edge_of[pair] = edge
    size = len(nodes)
    step = np.zeros((COUNT, size, size))
    for (a, b), edge in edge_of.items():
        step[:, a, b] = edge.quantities(coefficients)
    graph = csr_array(step[Q.WEIGHT_H])
    hours, previous = dijkstra(graph, return_predecessors=True)
    return Tables(_add_up(hours, previous, step), previous.astype(np.int32), edge_of)


def _slower(known: Edge, edge: Edge) -> bool:
    return known.hours + known.wait_h > edge.hours + edge.wait_h


def _add_up(hours: Floats, previous: NDArray[np.int32], step: Floats) -> Floats:
    """Sum every quantity along each path, going outward from each start in order of hours."""
    size = len(hours)
    order = np.argsort(hours, axis=1, kind="stable")
    before = np.take_along_axis(previous, order, axis=1)
    totals = np.zeros_like(step)
    totals[Q.WEIGHT_H] = hours  # the sum of the weights itself
    told = [q for q in range(COUNT) if q != Q.WEIGHT_H and step[q].any()]
    flat = [(totals[q].reshape(-1), step[q].reshape(-1)) for q in told]
    rows = np.arange(size) * size
    for rank in range(1, size):
        known = before[:, rank] != _NOWHERE
        row, end, node = rows[known], order[known, rank], before[known, rank].astype(np.int64)
        to, past, last = row + end, row + node, node * size + end
        for sums, steps in flat:
            sums[to] = sums[past] + steps[last]
    return totals


def landmasses(nodes: Sequence[Node], edges: Sequence[Edge]) -> NDArray[np.int32]:
    """Which landmass each node is on: nodes joined by roads share a number, the largest one is 0."""
    index = {node.id: i for i, node in enumerate(nodes)}
    joined = np.zeros((len(nodes), len(nodes)), dtype=np.int8)
    for edge in edges:
        if not edge.by_sea:
            joined[index[edge.a], index[edge.b]] = 1
    _, label = connected_components(csr_array(joined), directed=False)
    largest = int(np.bincount(label).argmax())
    return np.where(label == largest, 0, label + 1).astype(np.int32)
