from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.logistics import Network
from scoring.logistics.great_circle import GreatCircle
from scoring.logistics.itinerary import Itinerary, itinerary
from scoring.logistics.vehicles import VEHICLES
from scoring.records import Place
from seeds import reference

CALIBRATION = {("all", "flat"): (0.8, 1.1), ("all", "mountain"): (1.2, 2.0)}


@pytest.fixture(scope="module")
def country() -> Network:
    return Network.from_rows(reference("places"), reference("roads"), reference("coefficients"))


@pytest.fixture(scope="module")
def fitted(country: Network) -> Network:
    dear = replace(country.coefficients, calibration=CALIBRATION)
    return Network(country.nodes, country.points, country.edges, dear)


def at(node: str) -> Place:
    return Place(node=node)


def told(
    network: Network, start: Place, end: Place, storage: str = "ambient", vehicle: str = "truck_15t"
) -> Itinerary:
    truck = VEHICLES[vehicle]
    return itinerary(network.legs(start, end, truck, storage=storage), truck, storage, network.coefficients)


PAIRS = [
    ("meo_vac", "hanoi"),
    ("hanoi", "hcm"),
    ("sa_ky", "ly_son"),
    ("hanoi", "phu_quoc"),
    ("hanoi", "tay_trang"),
    ("hanoi", "bac_ninh"),
]


@pytest.mark.parametrize("storage", ["ambient", "chilled"])
@pytest.mark.parametrize("pair", PAIRS)
def test_the_stages_add_up_to_the_whole_way(
    country: Network, fitted: Network, pair: tuple[str, str], storage: str
) -> None:
    start, end = map(at, pair)
    for network in (country, fitted):
        for vehicle in ("truck_3_5t", "truck_15t"):
            whole = network.legs(start, end, VEHICLES[vehicle], storage=storage)
            found = told(network, start, end, storage, vehicle)
            assert found.hours == pytest.approx((whole.hours_low, whole.hours_high), rel=1e-5)
            assert found.cost == pytest.approx((whole.cost_low, whole.cost_high), rel=1e-5)
            parts = np.array(found.haulage) + np.array(found.handling)
            assert tuple(parts) == pytest.approx(found.cost)
            co2 = np.sum([stage.co2 for stage in found.stages], axis=0)
            assert tuple(co2) == pytest.approx(whole.co2_kg_per_tonne)


def test_a_village_off_the_network_and_two_neighbours_add_up_too(country: Network) -> None:
    for start, end in (
        (Place(lat=22.9, lon=105.3, terrain="mountain"), at("hanoi")),
        (Place(lat=21.0, lon=105.8, terrain="delta"), Place(lat=21.05, lon=105.85, terrain="delta")),
    ):
        whole, found = country.legs(start, end), told(country, start, end)
        assert found.hours == pytest.approx((whole.hours_low, whole.hours_high), rel=1e-5)
        assert found.cost == pytest.approx((whole.cost_low, whole.cost_high), rel=1e-5)


def test_the_fallback_adds_up_as_well() -> None:
    backend = GreatCircle()
    start, end = Place(lat=22.0, lon=104.0, terrain="mountain"), Place(lat=21.0, lon=105.8, terrain="delta")
    truck = VEHICLES["truck_15t"]
    whole = backend.legs(start, end, truck)
    found = itinerary(whole, truck, "ambient", backend.coefficients)
    assert found.hours == pytest.approx((whole.hours_low, whole.hours_high), rel=1e-5)
    assert found.cost == pytest.approx((whole.cost_low, whole.cost_high), rel=1e-5)


def test_an_island_waits_for_its_boat_and_pays_no_truck_on_a_cargo_boat(country: Network) -> None:
    found = told(country, at("sa_ky"), at("ly_son"))
    kinds = [stage.kind for stage in found.stages]
    assert kinds.index("wait") + 1 == kinds.index("cargo_boat")
    wait = found.stages[kinds.index("wait")]
    assert wait.hours[1] > wait.hours[0] > 0
    assert wait.cost == (0.0, 0.0)


def test_a_gate_has_its_queue_and_a_long_way_its_rest(country: Network) -> None:
    assert "gate" in [stage.kind for stage in told(country, at("hanoi"), at("tay_trang")).stages]
    stages = told(country, at("hanoi"), at("hcm")).stages
    rest = next(stage for stage in stages if stage.kind == "rest")
    assert rest.hours[1] >= 8.0
    assert 0 < stages.index(rest) < len(stages) - 1


def test_named_points_are_passed_and_no_village_among_them(country: Network) -> None:
    village = Place(lat=22.9, lon=105.3, terrain="mountain")
    route = country.legs(village, at("hanoi"))
    points = [point for leg in route.legs for point in leg.points]
    assert len(points) > 3
    assert (village.lat, village.lon) not in points
    nodes = {(node.lat, node.lon) for node in country.nodes}
    assert set(points) <= nodes
