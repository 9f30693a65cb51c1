"""What carrying costs, đồng per kg, always as a range.

Per tonne: [km·fuel (dearer in mountains) + km·running + tolls + hours·fixed] × (2 − share of return loads)
÷ (payload × load factor) + boats + handling. The figures are published or own estimates; where a fit to real
quotes is in use, all but the handling is what quotes were found to be of its middle.
"""

from __future__ import annotations

import numpy as np

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import Floats
from scoring.logistics.quantities import Q
from scoring.logistics.vehicles import Vehicle

COOLED = frozenset({"chilled", "frozen"})


def freight_vnd_kg(
    q: Floats, hours: tuple[Floats, Floats], vehicle: Vehicle, storage: str, c: Coefficients
) -> tuple[Floats, Floats]:
    """Low and high freight in đ/kg for the sums ``q`` [quantity, …] and the hours from door to door."""
    low, high = haulage_vnd_kg(q, hours, vehicle, storage, c)
    return low + c.handling_vnd_t[0] / 1000.0, high + c.handling_vnd_t[1] / 1000.0


def haulage_vnd_kg(
    q: Floats, hours: tuple[Floats, Floats], vehicle: Vehicle, storage: str, c: Coefficients
) -> tuple[Floats, Floats]:
    """The same without loading and unloading: what a haulier is asked a price for."""
    low, high = computed_vnd_kg(q, hours, vehicle, storage, c)
    km = q[Q.ROAD_KM]
    quoted = c.quoted(vehicle, np.divide(q[Q.HILL_KM], km, out=np.zeros_like(km), where=km > 0))
    if quoted is None:
        return low, high
    middle = (low + high) / 2.0
    return middle * quoted[0], middle * quoted[1]


def computed_vnd_kg(
    q: Floats, hours: tuple[Floats, Floats], vehicle: Vehicle, storage: str, c: Coefficients
) -> tuple[Floats, Floats]:
    """The haulage as the coefficients alone give it: what quotes are compared with."""
    vehicle = c.truck(vehicle)
    ends = []
    fuel_km = vehicle.litres_100km / 100.0 * c.diesel_vnd_l
    for end, boat, parked in ((0, Q.BOAT_LOW_VND_T, Q.PARKED_LOW_H), (1, Q.BOAT_HIGH_VND_T, Q.PARKED_HIGH_H)):
        fuel = fuel_km * (q[Q.ROAD_KM] + (c.mountain_fuel[end] - 1.0) * q[Q.HILL_KM])
        running = vehicle.running_vnd_km * q[Q.ROAD_KM] + vehicle.toll_vnd_km * q[Q.TOLL_KM]
        trip = (fuel + running + vehicle.fixed_vnd_h * (hours[end] - q[parked])) * (
            2.0 - c.backhaul_share[end]
        )
        per_tonne = trip / (vehicle.payload_t * c.load_factor[end]) + q[boat]
        if storage in COOLED:
            per_tonne = per_tonne * c.chilled_cost[end]
        ends.append(per_tonne / 1000.0)
    return ends[0], ends[1]
