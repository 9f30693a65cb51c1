from __future__ import annotations

import itertools

import pytest

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.emissions import kg_per_tonne
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.vehicles import VEHICLES, Vehicle

TRUCK = Vehicle("t", 10.0, 20.0, 1000.0, 500.0, 100_000.0, 100.0)
C = Coefficients(mountain_fuel=(1.2, 1.4), ferry_co2_g_tkm=(50.0, 300.0), chilled_co2=1.1)


def test_grams_a_tonne_km_grow_with_the_way_the_hills_and_the_sea() -> None:
    q = [0.0] * COUNT
    q[Q.ROAD_KM], q[Q.HILL_KM], q[Q.SEA_KM] = 100.0, 50.0, 10.0
    low, high = kg_per_tonne(q, TRUCK, "ambient", C)
    assert low == pytest.approx((100 + 0.2 * 50) * 100 * 0.85 / 1000 + 0.5)
    assert high == pytest.approx((100 + 0.4 * 50) * 100 * 1.15 / 1000 + 3.0)
    assert kg_per_tonne(q, TRUCK, "chilled", C)[0] == pytest.approx(low * 1.1)


def test_larger_trucks_carry_a_tonne_for_less() -> None:
    ordered = sorted(VEHICLES.values(), key=lambda v: v.payload_t)
    assert all(a.co2_g_tkm >= b.co2_g_tkm for a, b in itertools.pairwise(ordered))
    assert all(
        a.litres_100km / a.payload_t > b.litres_100km / b.payload_t for a, b in itertools.pairwise(ordered)
    )
