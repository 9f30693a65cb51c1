"""Coastal ships and flights of the shipped network: only on request, with the same interface as the road."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.logistics import Network
from scoring.logistics.itinerary import itinerary
from scoring.logistics.vehicles import DEFAULT_VEHICLE
from scoring.records import Place
from seeds import reference

SHIP, FLIGHT = replace(DEFAULT_VEHICLE, by="ship"), replace(DEFAULT_VEHICLE, by="flight")


@pytest.fixture(scope="module")
def shipped() -> Network:
    return Network.from_rows(*(reference(name) for name in ("places", "roads", "coefficients")))


def at(node: str) -> Place:
    return Place(node=node)


def test_goods_go_by_road_unless_the_order_asks_for_more(shipped: Network) -> None:
    modes = {leg.mode for leg in shipped.legs(at("son_la"), at("cat_lai")).legs}
    assert modes == {"road"}


def test_a_ship_costs_less_and_takes_longer_than_the_road_to_a_port_far_away(shipped: Network) -> None:
    road, sea = (shipped.legs(at("son_la"), at("cat_lai"), truck) for truck in (DEFAULT_VEHICLE, SHIP))
    assert [leg.mode for leg in sea.legs].count("ship") == 1
    assert sea.cost_high < road.cost_low
    assert sea.hours_low > road.hours_high
    assert sea.co2_kg_per_tonne[1] < road.co2_kg_per_tonne[0]
    assert not sea.ferry


def test_a_flight_costs_more_and_takes_less_time_and_emits_more(shipped: Network) -> None:
    road, air = (shipped.legs(at("da_lat"), at("hanoi"), truck) for truck in (DEFAULT_VEHICLE, FLIGHT))
    assert [leg.mode for leg in air.legs].count("flight") == 1
    assert air.hours_high < road.hours_low
    assert air.cost_low > road.cost_high
    assert air.co2_kg_per_tonne[0] > road.co2_kg_per_tonne[1]


@pytest.mark.parametrize(
    ("start", "end", "truck"), [("bmt", "cat_lai", SHIP), ("hanoi", "hai_phong", FLIGHT)]
)
def test_what_is_no_better_by_ship_or_air_stays_on_the_road(
    shipped: Network, start: str, end: str, truck: object
) -> None:
    assert {leg.mode for leg in shipped.legs(at(start), at(end), truck).legs} == {"road"}  # type: ignore[arg-type]


@pytest.mark.parametrize("island", ["phu_quoc", "con_dao"])
def test_islands_with_an_airport_send_fresh_goods_by_air(shipped: Network, island: str) -> None:
    route = shipped.legs(at(island), at("hcm"), FLIGHT, None, "chilled")
    assert "flight" in {leg.mode for leg in route.legs}
    assert route.hours_high < 24


@pytest.mark.parametrize("truck", [SHIP, FLIGHT], ids=["ship", "flight"])
def test_the_matrix_the_legs_and_the_stages_agree(shipped: Network, truck: object) -> None:
    start, end = at("pleiku"), at("dinh_vu")
    route = shipped.legs(start, end, truck, None, "ambient")  # type: ignore[arg-type]
    grid = shipped.matrix([start], [end], "ambient", truck)  # type: ignore[arg-type]
    told = itinerary(route, truck, "ambient", shipped.coefficients)  # type: ignore[arg-type]
    for name, stages in (("hours", told.hours), ("cost", told.cost)):
        for side, value in zip(("low", "high"), stages, strict=True):
            assert np.isclose(value, getattr(route, f"{name}_{side}"), rtol=1e-5)
            assert np.isclose(value, getattr(grid, f"{name}_{side}")[0, 0], rtol=1e-5)
    assert np.isclose(sum(leg.km for leg in route.legs), grid.km[0, 0], rtol=1e-5)
