from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.logistics import Network
from scoring.logistics.coefficients import Coefficients
from scoring.logistics.cost import computed_vnd_kg, freight_vnd_kg
from scoring.logistics.quantities import COUNT, Q
from scoring.logistics.vehicles import Vehicle
from scoring.records import Place
from seeds import reference

TRUCK = Vehicle("t", 10.0, 20.0, 1000.0, 500.0, 100_000.0, 100.0)
PLAIN = Coefficients(
    diesel_vnd_l=20_000.0,
    backhaul_share=(1.0, 0.5),
    load_factor=(1.0, 0.8),
    mountain_fuel=(1.25, 1.5),
    handling_vnd_t=(0.0, 0.0),
)


def test_freight_follows_the_formula() -> None:
    q = np.zeros((COUNT, 1))
    q[Q.ROAD_KM], q[Q.HILL_KM], q[Q.TOLL_KM] = 100.0, 40.0, 10.0
    low, high = freight_vnd_kg(q, (np.full(1, 5.0), np.full(1, 6.0)), TRUCK, "ambient", PLAIN)
    # fuel 4,000 đ/km; running 1,000 đ/km; tolls 500 đ/km; 100,000 đ/h
    assert low[0] == pytest.approx((4000 * 110 + 100_000 + 5_000 + 500_000) * 1.0 / 10 / 1000)
    assert high[0] == pytest.approx((4000 * 120 + 100_000 + 5_000 + 600_000) * 1.5 / 8 / 1000)


def test_a_boat_is_paid_by_the_tonne_and_cooling_makes_all_of_it_dearer() -> None:
    q = np.zeros((COUNT, 1))
    q[Q.BOAT_LOW_VND_T], q[Q.BOAT_HIGH_VND_T] = 100_000.0, 200_000.0
    still = (np.zeros(1), np.zeros(1))
    assert [v[0] for v in freight_vnd_kg(q, still, TRUCK, "ambient", PLAIN)] == [100.0, 200.0]
    assert freight_vnd_kg(q, still, TRUCK, "chilled", PLAIN)[0][0] == pytest.approx(
        100.0 * PLAIN.chilled_cost[0]
    )


def test_no_truck_is_paid_while_the_goods_are_on_a_cargo_boat() -> None:
    q = np.zeros((COUNT, 1))
    q[Q.PARKED_LOW_H], q[Q.PARKED_HIGH_H] = 8.0, 30.0
    low, high = freight_vnd_kg(q, (np.full(1, 8.0), np.full(1, 30.0)), TRUCK, "ambient", PLAIN)
    assert (low[0], high[0]) == (0.0, 0.0)


@pytest.fixture(scope="module")
def country() -> Network:
    return Network.from_rows(reference("places"), reference("roads"), reference("coefficients"))


@pytest.mark.parametrize(
    ("origin", "destination", "storage", "low", "high"),
    [
        ("hanoi", "hcm", "ambient", 2000, 4000),
        ("hanoi", "hcm", "chilled", 3500, 6000),
        ("dong_van", "hanoi", "ambient", 500, 1500),
        ("muong_khuong", "hanoi", "ambient", 500, 1500),
        ("sa_ky", "ly_son", "ambient", 500, 2000),
        ("phan_thiet_port", "phu_quy", "ambient", 500, 2000),
    ],
)
def test_freight_lies_near_the_published_range(
    country: Network, origin: str, destination: str, storage: str, low: float, high: float
) -> None:
    route = country.legs(Place(node=origin), Place(node=destination), storage=storage)
    assert low * 0.75 < route.cost_low < high
    assert low < route.cost_high < high * 1.1
    assert not route.calibrated


def test_a_fit_to_quotes_takes_the_place_of_the_haulage_and_leaves_the_handling() -> None:
    q = np.zeros((COUNT, 1))
    q[Q.ROAD_KM] = 100.0
    hours = (np.full(1, 5.0), np.full(1, 6.0))
    fitted = replace(
        PLAIN,
        handling_vnd_t=(50_000.0, 80_000.0),
        calibration={("all", "flat"): (0.9, 1.2), ("all", "mountain"): (2, 3)},
    )
    low, high = computed_vnd_kg(q, hours, TRUCK, "ambient", fitted)
    middle = (low[0] + high[0]) / 2
    found = freight_vnd_kg(q, hours, TRUCK, "ambient", fitted)
    assert [each[0] for each in found] == pytest.approx([middle * 0.9 + 50, middle * 1.2 + 80])
