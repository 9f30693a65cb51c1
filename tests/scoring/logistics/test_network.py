from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

import scoring.logistics.network as module
from scoring.logistics import Network
from scoring.logistics.coefficients import CIRCUITY
from scoring.logistics.distance import great_circle_km, unit_vectors
from scoring.logistics.vehicles import VEHICLES
from scoring.records import Place
from seeds import reference

TRUCK = VEHICLES["truck_15t"]
BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)


def at(node: str) -> Place:
    return Place(node=node, text=node, confidence=1.0)


def village(lat: float, lon: float, terrain: str = "mountain") -> Place:
    return Place(text="village", lat=lat, lon=lon, terrain=terrain, confidence=1.0)  # type: ignore[arg-type]


def test_towns_are_joined_by_the_fastest_road(network: Network) -> None:
    route = network.legs(at("peak"), at("city"), on=BEFORE)
    assert route.km == 275.0
    assert [(leg.mode, leg.road, leg.pass_) for leg in route.legs] == [
        ("road", "QL4", "Ô Quy Hồ"),
        ("road", "QL32", ""),
    ]


def test_an_expressway_serves_only_from_the_day_it_opens(network: Network) -> None:
    assert network.legs(at("valley"), at("city"), on=BEFORE).km == 180.0
    assert network.legs(at("valley"), at("city"), on=AFTER).km == 170.0


def test_a_village_drives_its_first_mile_by_the_terrain(network: Network) -> None:
    away = float(great_circle_km(unit_vectors([(22.0, 103.9)]), unit_vectors([(22.0, 104.0)]))[0, 0])
    route = network.legs(village(22.0, 103.9), at("city"), on=BEFORE)
    assert route.legs[0].mode == "first_mile"
    assert route.legs[0].km == pytest.approx(CIRCUITY["mountain"] * away)
    assert network.legs(village(22.0, 103.9, "delta"), at("city"), on=BEFORE).legs[0].km == pytest.approx(
        CIRCUITY["delta"] * away
    )


def test_a_village_beside_a_road_joins_it_midway(network: Network) -> None:
    beside = network.legs(village(22.02, 104.25), at("city"), on=BEFORE)
    assert beside.km is not None
    assert 180 + 45 < beside.km < 180 + 65  # half of the road to the valley and a short track
    assert (beside.legs[0].mode, beside.legs[0].road) == ("first_mile", "QL4")


def test_near_villages_go_straight_to_each_other(network: Network) -> None:
    route = network.legs(village(21.5, 104.0), village(21.5, 104.05))
    assert [leg.mode for leg in route.legs] == ["direct"]


def test_a_place_is_at_no_distance_from_itself(network: Network) -> None:
    assert network.legs(village(21.5, 104.0), village(21.5, 104.0)).km == 0.0


def test_trucks_reach_an_island_by_the_ferry_that_takes_them(network: Network) -> None:
    route = network.legs(at("city"), at("near_isle"))
    assert [leg.mode for leg in route.legs] == ["road", "ferry"]
    assert route.ferry
    assert route.km == 195.0


def test_a_fast_passenger_boat_carries_no_freight(network: Network) -> None:
    route = network.legs(at("city"), at("far_isle"))
    assert route.km is None
    assert route.reach == 2


def test_waiting_for_a_cargo_boat_widens_the_hours(network: Network) -> None:
    route = network.legs(at("port"), at("cargo_isle"))
    assert [leg.mode for leg in route.legs] == ["cargo_boat"]
    assert route.hours_high - route.hours_low == pytest.approx(24 + 8 * 0.3)


def test_a_place_on_an_island_does_not_drive_over_the_sea(network: Network) -> None:
    on_island = village(20.31, 106.31, "island")
    on_shore = village(20.45, 106.05, "coast")
    route = network.legs(on_island, on_shore)
    assert "ferry" in [leg.mode for leg in route.legs]


def test_the_boats_of_many_pairs_are_those_of_their_routes_told_leg_by_leg(network: Network) -> None:
    places = [
        at("city"),
        at("near_isle"),
        at("far_isle"),
        at("port"),
        at("cargo_isle"),
        at("valley"),
        Place(),
    ]
    places += [village(20.31, 106.31, "island"), village(20.45, 106.05, "coast"), village(21.5, 104.0)]
    ends = network.ends(places)
    row, column = (each.ravel() for each in np.mgrid[: len(places), : len(places)])
    told = [network.legs(places[i], places[j]) for i, j in zip(row, column, strict=True)]
    expected = [tuple(leg for leg in route.legs if leg.by_boat) for route in told]
    assert network.boats(ends, ends, row, column) == expected
    assert {leg.mode for legs in expected for leg in legs} == {"ferry", "cargo_boat"}


def test_an_island_far_from_every_quay_has_no_freight_way(network: Network) -> None:
    assert network.legs(at("city"), village(16.5, 112.1, "island")).reach == 2


@pytest.mark.parametrize(
    "unknown",
    [
        Place(),
        Place(lat=21.0),
        Place(lat=21.0, lon=105.0, level="province"),
        Place(lat=48.0, lon=2.0, terrain="delta"),
    ],
    ids=["nothing", "half a position", "a province", "another country"],
)
def test_an_unknown_end_has_no_distance(network: Network, unknown: Place) -> None:
    assert network.legs(unknown, at("city")).reach == 1
    assert network.legs(at("far_isle"), unknown).reach == 1
    assert np.isnan(network.matrix([unknown], [at("city")]).km[0, 0])


def test_a_market_without_a_road_of_its_own_is_reached_over_the_last_mile(network: Network) -> None:
    route = network.legs(at("valley"), at("market"), on=BEFORE)
    assert route.legs[-1].mode == "last_mile"
    assert route.km is not None
    assert 175 < route.km < 185


def test_a_border_gate_adds_its_queue(network: Network) -> None:
    gate, town = network.legs(at("valley"), at("gate")), network.legs(at("gate"), at("valley"))
    assert gate.hours_high - gate.hours_low > 10
    assert gate.hours_low == town.hours_low


def test_the_legs_add_up_to_the_route(network: Network) -> None:
    for ends in [(village(21.9, 103.8), at("near_isle")), (at("peak"), village(20.7, 105.8, "delta"))]:
        route = network.legs(*ends)
        assert sum(leg.km for leg in route.legs) == pytest.approx(route.km, abs=1e-3)


def test_a_road_to_nowhere_is_refused() -> None:
    roads = [{**reference("roads")[0], "to": "atlantis"}]
    with pytest.raises(KeyError, match="atlantis"):
        Network.from_rows(reference("places"), roads, [])


def test_more_drivers_save_nights_and_more_cooling_costs_more(network: Network) -> None:
    truck = VEHICLES["truck_15t"]
    ends = at("peak"), at("near_isle")
    alone = network.legs(*ends, vehicle=replace(truck, drivers=1), on=BEFORE)
    both = network.legs(*ends, vehicle=replace(truck, drivers=2), on=BEFORE)
    assert alone.nights == (0, 1)
    assert both.nights == (0, 0)
    assert alone.hours_high - both.hours_high == pytest.approx(8.0 + 2 * 0.25, abs=1e-3)
    assert network.legs(*ends, storage="chilled").cost_low > network.legs(*ends).cost_low
    assert network.legs(*ends, storage="frozen").co2_kg_per_tonne > network.legs(*ends).co2_kg_per_tonne


def scattered(count: int, seed: int) -> list[Place]:
    rng = np.random.default_rng(seed)
    terrains = ["mountain", "highland", "midland", "delta", "coast"]
    return [
        village(float(lat), float(lon), terrains[int(t)])
        for lat, lon, t in zip(
            rng.uniform(20.6, 22.6, count),
            rng.uniform(103.2, 106.4, count),
            rng.integers(0, 5, count),
            strict=True,
        )
    ]


@pytest.fixture(scope="module")
def country() -> Network:
    return Network.from_rows(reference("places"), reference("roads"), reference("coefficients"))


def test_the_matrix_and_the_single_route_agree_to_the_last_bit(country: Network) -> None:
    islands = [at("phu_quoc"), at("ly_son"), Place(), at("tay_trang"), at("cat_ba")]
    origins, destinations = scattered(40, 1) + islands, scattered(7, 2) + islands + [at("hanoi")]
    for storage in ("ambient", "chilled"):
        grid = country.matrix(origins, destinations, storage)
        for i, origin in enumerate(origins):
            for j, destination in enumerate(destinations):
                route = country.legs(origin, destination, storage=storage)
                assert route.reach == grid.reach[i, j]
                if route.km is None:
                    assert np.isnan(grid.km[i, j])
                    continue
                for name in ("km", "hours_low", "hours_high", "cost_low", "cost_high", "ferry", "fallback"):
                    assert getattr(route, name) == getattr(grid, name)[i, j], (name, i, j)


def test_places_given_twice_have_the_same_routes_and_order_does_not_matter(country: Network) -> None:
    places = scattered(9, 3)
    grid = country.matrix(places + places, [at("hanoi"), *places[:2]])
    turned = country.matrix(places[::-1], [*places[:2], at("hanoi")])
    for field in fields(grid):
        values = getattr(grid, field.name)
        np.testing.assert_array_equal(values[:9], values[9:])
        np.testing.assert_array_equal(values[:9], getattr(turned, field.name)[::-1][:, [2, 0, 1]])


def test_a_large_matrix_is_made_of_the_same_blocks(country: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    origins, destinations = scattered(60, 4), scattered(11, 5)
    whole = country.matrix(origins, destinations)
    monkeypatch.setattr(module, "_BLOCK", 7)
    np.testing.assert_array_equal(whole.km, country.matrix(origins, destinations).km)


def test_a_place_enters_the_network_among_others_as_it_does_alone(country: Network) -> None:
    island = [replace(each, terrain="island") for each in scattered(60, 8)]
    places = [*scattered(140, 7), *island, Place(text="nowhere"), at("hanoi"), village(8.6, 111.9, "island")]
    together = country.ground.accesses(places, country.coefficients)
    for place, among in zip(places, together, strict=True):
        [alone] = country.ground.accesses([place], country.coefficients)
        assert (alone.reach, alone.landmass, alone.circuity, alone.roads) == (
            *(among.reach, among.landmass, among.circuity, among.roads),
        )
        np.testing.assert_array_equal(alone.nodes, among.nodes)
        np.testing.assert_array_equal(alone.totals, among.totals)
    assert {each.reach for each in together} == {0, 1, 2}


def test_an_empty_side_gives_an_empty_matrix(country: Network) -> None:
    assert country.matrix([], [at("hanoi")]).km.shape == (0, 1)


def test_no_route_is_shorter_than_the_great_circle(country: Network) -> None:
    places = scattered(50, 6) + [at(node.id) for node in country.nodes]
    grid = country.matrix(places, places)
    positions = [
        (p.lat, p.lon) if p.lat is not None and p.lon is not None else (n.lat, n.lon)
        for p in places
        for n in [country.ground.named.get(p.node, country.nodes[0])]
    ]
    vectors = unit_vectors(positions)
    shorter = grid.km < great_circle_km(vectors, vectors) * 0.9 - 1.0
    assert [(places[i].node, places[j].node) for i, j in np.argwhere(shorter)] == []


def test_every_island_of_the_country_with_a_boat_for_freight_is_reached(country: Network) -> None:
    reached = {
        node.id
        for node in country.nodes
        if node.kind == "island" and country.legs(at("hanoi"), at(node.id)).reach == 0
    }
    assert {"phu_quoc", "con_dao", "cat_ba"} <= reached


@pytest.mark.parametrize(
    ("port", "island", "hours"),
    [
        ("vung_tau", "con_dao_port", 24),
        ("tran_de", "con_dao_port", 24),
        ("phan_thiet_port", "phu_quy", 14),
        ("sa_ky", "ly_son", 8),
        ("ha_tien", "phu_quoc_bai_vong", 8),
        ("cai_rong", "co_to", 9),
        ("rach_gia", "hon_son", 10),
        ("rach_gia", "nam_du", 10),
        ("hai_phong", "bach_long_vi", 30),
        ("ha_tien", "tho_chau", 60),
        ("cua_dai", "cu_lao_cham", 5),
        ("dong_bai", "cai_vieng", 2),
    ],
)
def test_a_boat_takes_about_as_long_as_the_trade_says_with_loading_and_waiting(
    country: Network, port: str, island: str, hours: float
) -> None:
    route = country.legs(at(port), at(island))
    low, high = country.coefficients.handling_h
    found = np.array([route.hours_low, route.hours_high]) - (low, high)
    assert found.mean() == pytest.approx(hours, rel=0.1)
    assert found[0] < hours < found[1]


def test_a_list_of_pairs_has_the_routes_of_the_matrix_to_the_last_bit(country: Network) -> None:
    draw = np.random.default_rng(7)
    lats, lons = draw.uniform(8.6, 23.3, 90), draw.uniform(102.2, 109.4, 90)
    origins = [village(lat, lon) for lat, lon in zip(lats, lons, strict=True)]
    origins += [at("hanoi"), Place(), Place(text="island", lat=16.5, lon=111.6, terrain="island")]
    destinations = [*origins[5:45], at("tay_trang"), at("hanoi"), Place()]
    row, column = draw.integers(0, len(origins), 700), draw.integers(0, len(destinations), 700)
    for storage in ("ambient", "frozen"):
        grid = country.matrix(origins, destinations, storage, on=BEFORE)
        ends = country.ends(origins), country.ends(destinations)
        found = country.between(*ends, row, column, storage, on=BEFORE)
        for name in (f.name for f in fields(grid)):
            np.testing.assert_array_equal(getattr(found, name), getattr(grid, name)[row, column])
    assert found.reach.max() > 0
    assert not country.between(country.ends([]), country.ends([]), row[:0], column[:0]).km.size


def test_a_village_where_the_road_bends_to_is_taken_to_lie_on_it(network: Network) -> None:
    # The road from peak to valley is 95 km long and its ends lie 52 km apart.
    at_the_bend = network.legs(village(22.08, 104.25), at("valley"), on=BEFORE)
    beyond = network.legs(village(22.25, 104.25), at("valley"), on=BEFORE)
    assert at_the_bend.km == pytest.approx(95 / 2, rel=0.01)
    assert beyond.km is not None
    assert beyond.km > 95 / 2 + 10


def test_km_by_class_of_road_add_up_to_the_km_of_the_matrix(network: Network) -> None:
    origins = [at("peak"), village(22.02, 104.25), at("cargo_isle")]
    destinations = [at("city"), at("market"), at("valley"), at("far_isle")]
    whole = network.matrix(origins, destinations, on=AFTER)
    classes = network.by_class(origins, destinations, on=AFTER)
    assert list(classes) == ["expressway", "mountain", "other", "sea"]
    np.testing.assert_allclose(sum(classes.values()), whole.km, rtol=1e-5)
    assert classes["expressway"][0, 0] == 170.0
    assert classes["mountain"][0, 0] == 95.0


def test_goods_that_spoil_do_not_wait_for_the_night_rest_of_a_single_driver(network: Network) -> None:
    grid = network.matrix([at("peak")], [at("port")], on=BEFORE)
    slow = (grid.hours_low + grid.hours_high) / 2
    assert slow[0, 0] - grid.hours_hurried[0, 0] == pytest.approx(4.0 + 0.25, abs=0.3)
    alone = network.matrix([at("peak")], [at("port")], vehicle=replace(TRUCK, drivers=1), on=BEFORE)
    assert alone.hours_hurried[0, 0] == pytest.approx((alone.hours_low + alone.hours_high)[0, 0] / 2)
