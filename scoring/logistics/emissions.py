"""Greenhouse gas of carrying one tonne, kg CO₂e well to wheel, by leg and as a range."""

from __future__ import annotations

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.cost import COOLED
from scoring.logistics.quantities import Q
from scoring.logistics.vehicles import Vehicle

_ROAD_SPREAD = (0.85, 1.15)  # load and age of trucks; own estimate


def kg_per_tonne(
    q: list[float], vehicle: Vehicle, storage: str, c: Coefficients, mode: str = "ferry"
) -> tuple[float, float]:
    """Low and high kg CO₂e per tonne over a way whose sums are ``q``; ``mode`` carries where no road is."""
    ends = []
    cooling = c.chilled_co2 if storage in COOLED else 1.0
    for end in (0, 1):
        km = q[Q.ROAD_KM] + (c.mountain_fuel[end] - 1.0) * q[Q.HILL_KM]
        road = km * vehicle.co2_g_tkm * _ROAD_SPREAD[end]
        ends.append((road + q[Q.SEA_KM] * c.co2_g_tkm(mode)[end]) * cooling / 1000.0)
    return ends[0], ends[1]
