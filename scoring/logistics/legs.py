"""A route told leg by leg: the first mile, each road with its pass, each boat, the last mile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from scoring.logistics.access import OK
from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import Floats
from scoring.logistics.emissions import kg_per_tonne
from scoring.logistics.hours import crews, nights
from scoring.logistics.joining import Ends, Ways
from scoring.logistics.quantities import Q
from scoring.logistics.roads import Edge, Node
from scoring.logistics.routes import BOATS, Leg, Route
from scoring.logistics.tables import Tables
from scoring.logistics.vehicles import Vehicle
from scoring.records import Place

if TYPE_CHECKING:
    from scoring.logistics.network import Network

_FERRY_CONFIDENCE = 0.9


def describe(
    network: Network,
    ways: Ways,
    grids: Mapping[str, Any],
    ends: Sequence[Ends],
    places: tuple[Place, Place],
    vehicle: Vehicle,
    storage: str,
    tables: Tables,
) -> Route:
    """The route of one pair, given its chosen way and its figures (arrays of one)."""
    reach = int(ways.reach[0, 0])
    if reach != OK:
        return Route(km=None, reach=reach)
    q = [float(value) for value in ways.totals[:, 0, 0]]
    c = network.coefficients
    crew = crews(vehicle.drivers)
    low, high = (int(nights(ways.totals[Q.DRIVE_H] * c.driving_spread[i], c, crew[i])[0, 0]) for i in (0, 1))
    figure = {name: float(grid[0, 0]) for name, grid in grids.items()}
    legs = _legs(network, ways, ends, _names(network, places), tables)
    return Route(
        km=figure["km"],
        hours_low=figure["hours_low"],
        hours_high=figure["hours_high"],
        cost_low=figure["cost_low"],
        cost_high=figure["cost_high"],
        co2_kg_per_tonne=_co2(legs, vehicle, storage, c),
        legs=legs,
        gate=bool(ends[0].at_gate[0] or ends[1].at_gate[0]),
        confidence=_confidence(q, places),
        ferry=any(leg.by_boat for leg in legs),
        nights=(low, high),
        calibrated=c.quoted(vehicle, np.zeros(1)) is not None,
    )


def _co2(legs: Sequence[Leg], vehicle: Vehicle, storage: str, c: Coefficients) -> tuple[float, float]:
    each = [kg_per_tonne(list(leg.sums), vehicle, storage, c, leg.mode) for leg in legs]
    return sum(low for low, _ in each), sum(high for _, high in each)


def _names(network: Network, places: tuple[Place, Place]) -> tuple[str, str]:
    named = network.ground.named
    first, second = (p.commune or (named[p.node].name if p.node in named else p.text) for p in places)
    return first, second


def _legs(
    network: Network, ways: Ways, ends: Sequence[Ends], names: tuple[str, str], tables: Tables
) -> tuple[Leg, ...]:
    nodes, c = network.nodes, network.coefficients
    if ways.direct[0, 0]:
        q = ways.totals[:, 0, 0]
        return (Leg("direct", *names, float(q[Q.ROAD_KM]), float(q[Q.DRIVE_H]), sums=_sums(q)),)
    first, start = _mile("first_mile", ends[0], int(ways.leave[0, 0]))
    last, end = _mile("last_mile", ends[1], int(ways.arrive[0, 0]))
    legs: list[Leg] = []
    if first.km > 0:
        met = (_point(nodes[start]),)
        legs.append(replace(first, origin=names[0], destination=nodes[start].name, points=met))
    for a, b in tables.path(start, end):
        _extend(legs, tables.edge_of[a, b], nodes[a], nodes[b], c)
    if last.km > 0:
        left = (_point(nodes[end]),)
        legs.append(replace(last, origin=nodes[end].name, destination=names[1], points=left))
    return tuple(legs)


def boats_between(network: Network, tables: Tables, start: int, end: int) -> tuple[Leg, ...]:
    """The boats on the best path from one node to another."""
    legs: list[Leg] = []
    for a, b in tables.path(start, end):
        if tables.edge_of[a, b].mode in BOATS:
            _extend(legs, tables.edge_of[a, b], network.nodes[a], network.nodes[b], network.coefficients)
    return tuple(legs)


def _sums(q: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in q)


def _point(node: Node) -> tuple[float, float]:
    return node.lat, node.lon


def _mile(mode: str, end: Ends, entry: int) -> tuple[Leg, int]:
    """The way between a place and the node where it enters the network, still without its names."""
    q = end.totals[:, 0, entry]
    road = end.roads[0][entry]
    leg = Leg(mode, "", "", float(q[Q.ROAD_KM]), float(q[Q.DRIVE_H]), road, sums=_sums(q))
    return leg, int(end.nodes[0, entry])


def _extend(legs: list[Leg], edge: Edge, origin: Node, destination: Node, c: Coefficients) -> None:
    """Add an edge as a leg, or lengthen the last leg where the same road goes on."""
    sums = edge.quantities(c)
    hours = edge.hours + edge.wait_h
    before = legs[-1] if legs else None
    if before and before.mode == edge.mode == "road" and before.road == edge.road and not edge.pass_:
        legs[-1] = replace(
            before,
            destination=destination.name,
            km=before.km + edge.km,
            hours=before.hours + hours,
            sums=tuple(x + y for x, y in zip(before.sums, sums, strict=True)),
            points=(*before.points, _point(destination)),
            risk_months=tuple(dict.fromkeys((*before.risk_months, *edge.risk_months))),
        )
        return
    named = (origin.name, destination.name)
    legs.append(
        Leg(
            edge.mode,
            *named,
            edge.km,
            hours,
            edge.road,
            edge.pass_,
            edge.wait_h,
            edge.sailings_per_day,
            sums,
            (_point(origin), _point(destination)),
            edge.wind_limit,
            edge.risk_months,
        )
    )


def _confidence(q: Sequence[float], places: tuple[Place, Place]) -> float:
    km = q[Q.ROAD_KM] + q[Q.SEA_KM]
    way = 1.0 - (q[Q.DOUBT_KM] / km if km else 0.0)
    if q[Q.SEA_KM]:
        way *= _FERRY_CONFIDENCE
    for place in places:
        way *= place.confidence or 1.0
    return round(way, 3)
