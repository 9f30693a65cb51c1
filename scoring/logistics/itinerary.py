"""A way told stage by stage: driving, the driver's rest, waiting for a boat, sailing, the queue at a gate,
loading. Hours and đồng per kg of the stages add up to those of the whole way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.logistics.coefficients import Coefficients, Range
from scoring.logistics.cost import COOLED, computed_vnd_kg
from scoring.logistics.emissions import kg_per_tonne
from scoring.logistics.hours import crews, stops
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.routes import Leg, Route
from scoring.logistics.vehicles import Vehicle

DRIVING = frozenset({"first_mile", "road", "direct", "last_mile"})


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: what ``kind`` it is (a leg's mode, rest, wait, gate or handling), its leg where it is one,
    hours, cost (đồng per kg) and CO₂ (kg per tonne), each low and high."""

    kind: str
    leg: Leg | None
    hours: Range
    cost: Range
    co2: Range = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Itinerary:
    """All stages in order. ``haulage`` is the cost without loading and unloading, ``handling`` the latter."""

    stages: tuple[Stage, ...]
    haulage: Range
    handling: Range

    @property
    def hours(self) -> Range:
        """From door to door."""
        return _total([stage.hours for stage in self.stages])

    @property
    def cost(self) -> Range:
        """Đồng per kg."""
        return _total([stage.cost for stage in self.stages])


def itinerary(route: Route, vehicle: Vehicle, storage: str, c: Coefficients) -> Itinerary:
    """The stages of a route that was found for that vehicle and storage."""
    truck = c.truck(vehicle)
    stages: list[Stage] = []
    for leg in route.legs:
        if leg.mode not in DRIVING and leg.wait_hours:
            stages.append(_wait(leg, truck, c))
        stages.append(_moving(leg, truck, storage, c))
    _insert_rest(stages, truck, c)
    if route.gate:
        stages.append(_standing("gate", c.gate_queue_h, truck, c))
    stages.append(_standing("handling", c.handling_h, truck, c))
    scaled = _scaled(stages, _factors(route, vehicle, storage, c), storage, c)
    haulage = _total([stage.cost for stage in scaled])
    handling = (c.handling_vnd_t[0] / 1000.0, c.handling_vnd_t[1] / 1000.0)
    last = scaled[-1]
    scaled[-1] = replace(last, cost=_total([last.cost, handling]))
    return Itinerary(tuple(scaled), haulage, handling)


def _moving(leg: Leg, truck: Vehicle, storage: str, c: Coefficients) -> Stage:
    q = leg.sums
    hours, cost = [], []
    for end in (0, 1):
        drive = q[Q.DRIVE_H] * c.driving_spread[end]
        sail = q[Q.SAIL_H] * c.sailing_spread[end]
        fuel = truck.litres_100km / 100.0 * c.diesel_vnd_l
        km = fuel * (q[Q.ROAD_KM] + (c.mountain_fuel[end] - 1.0) * q[Q.HILL_KM])
        km += truck.running_vnd_km * q[Q.ROAD_KM] + truck.toll_vnd_km * q[Q.TOLL_KM]
        paid = drive + sail if leg.mode == "ferry" else drive  # elsewhere the truck stays behind
        boat = q[(Q.BOAT_LOW_VND_T, Q.BOAT_HIGH_VND_T)[end]]
        hours.append(drive + sail)
        cost.append(_per_kg(km + truck.fixed_vnd_h * paid, truck, c, end) + boat / 1000.0)
    return Stage(leg.mode, leg, _pair(hours), _pair(cost), kg_per_tonne(list(q), truck, storage, c, leg.mode))


def _wait(leg: Leg, truck: Vehicle, c: Coefficients) -> Stage:
    hours = (leg.sums[Q.WAIT_LOW_H], leg.sums[Q.WAIT_HIGH_H])
    if leg.mode != "ferry":  # the truck has gone
        return Stage("wait", leg, hours, (0.0, 0.0))
    return replace(_standing("wait", hours, truck, c), leg=leg)


def _standing(kind: str, hours: Range, truck: Vehicle, c: Coefficients) -> Stage:
    cost = [_per_kg(truck.fixed_vnd_h * hours[end], truck, c, end) for end in (0, 1)]
    return Stage(kind, None, hours, _pair(cost))


def _insert_rest(stages: list[Stage], truck: Vehicle, c: Coefficients) -> None:
    """Put the stops that the law asks for after the leg in which the first of them falls."""
    driving = [stage.leg.sums[Q.DRIVE_H] if stage.leg and stage.kind != "wait" else 0.0 for stage in stages]
    crew = crews(truck.drivers)
    total = sum(driving)
    driven = [np.array(total * c.driving_spread[i]) for i in (0, 1)]
    open_ = truck.drivers is None
    hours = [float(stops(driven[i], c, crew[i], relieved=open_)) for i in (0, 1)]
    if not any(hours):
        return
    far = np.cumsum(driving) * c.driving_spread[1]
    first = c.daily_driving_h if far[-1] > c.daily_driving_h else c.continuous_driving_h
    after = int(np.argmax(far >= min(first, far[-1])))
    stages.insert(after + 1, _standing("rest", _pair(hours), truck, c))


def _factors(route: Route, vehicle: Vehicle, storage: str, c: Coefficients) -> Range | None:
    """What a fit to quotes makes of the computed haulage, at each end; None without a fit."""
    q = np.zeros(COUNT)
    for leg in route.legs:
        q += np.array(leg.sums)
    km = q[Q.ROAD_KM]
    quoted = c.quoted(vehicle, np.array(q[Q.HILL_KM] / km if km else 0.0))
    if quoted is None:
        return None
    hours = (np.array(route.hours_low), np.array(route.hours_high))
    low, high = (float(each) for each in computed_vnd_kg(q, hours, vehicle, storage, c))
    middle = (low + high) / 2.0
    return middle * float(quoted[0]) / low, middle * float(quoted[1]) / high


def _scaled(stages: Sequence[Stage], factors: Range | None, storage: str, c: Coefficients) -> list[Stage]:
    cooling = c.chilled_cost if storage in COOLED else (1.0, 1.0)
    by = [cooling[end] * (factors[end] if factors else 1.0) for end in (0, 1)]
    return [replace(stage, cost=(stage.cost[0] * by[0], stage.cost[1] * by[1])) for stage in stages]


def _per_kg(trip: float, truck: Vehicle, c: Coefficients, end: int) -> float:
    """Đồng per kg of what one trip costs, with the way back that finds no load."""
    return trip * (2.0 - c.backhaul_share[end]) / (truck.payload_t * c.load_factor[end]) / 1000.0


def _pair(values: Sequence[float]) -> Range:
    return float(values[0]), float(values[1])


def _total(ranges: Sequence[Range]) -> Range:
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)
