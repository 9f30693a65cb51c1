"""Places, roads and boats."""

import pytest

from seeds import reference
from seeds.geography import check_places, check_roads

PLACES, ROADS = reference("places"), reference("roads")
HANOI = next(row for row in PLACES if row["id"] == "hanoi")
VINH_YEN = next(row for row in PLACES if row["id"] == "vinh_yen")
ROAD = next(row for row in ROADS if (row["from"], row["to"]) == ("hanoi", "vinh_yen"))


def road_codes(*rows):
    return {(problem.column, problem.code) for problem in check_roads(rows, [HANOI, VINH_YEN])}


def test_a_sound_road_has_no_problem():
    assert road_codes(ROAD) == set()


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"to": "atlantis"}, ("from", "unknown_key")),
        ({"km": "30"}, ("km", "shorter_than_great_circle")),
        ({"km": "far"}, ("km", "not_a_number")),
        ({"drive_or_sail_hours": "0.3"}, ("drive_or_sail_hours", "impossible_speed")),
        ({"mode": "rail"}, ("mode", "unknown_choice")),
        ({"valid_from": "2025"}, ("valid_from", "not_a_date")),
        ({"to": "hanoi"}, ("from", "duplicate_key")),
    ],
)
def test_a_broken_road_is_found(columns, problem):
    assert problem in road_codes({**ROAD, **columns})


def test_the_same_road_the_other_way_round_is_a_duplicate():
    back = {**ROAD, "from": ROAD["to"], "to": ROAD["from"]}
    assert road_codes(ROAD, back) == {("from", "duplicate_key")}


@pytest.mark.parametrize(
    "columns", [{"lat": "31.2"}, {"lon": "-77"}, {"lat": ""}, {"geonames_lat": "1.0"}, {"geonames_lon": "x"}]
)
def test_a_place_outside_the_country_is_found(columns):
    assert {p.code for p in check_places([{**HANOI, **columns}])} == {"outside_the_country"}


def test_a_repeated_place_is_found():
    assert [p.code for p in check_places([HANOI, HANOI])] == ["duplicate_key"]


@pytest.mark.parametrize(
    "island",
    ["ly_son", "phu_quy", "co_to", "bach_long_vi", "tho_chau", "hon_son", "nam_du", "con_co", "cu_lao_cham"],
)
def test_an_island_without_a_truck_ferry_is_reached_by_cargo_boat(island):
    edges = [row for row in ROADS if island in (row["from"], row["to"])]
    assert not any(row["truck_ok"] == "1" for row in edges)
    assert any(row["mode"] == "cargo_boat" for row in edges)


def test_trucks_roll_to_phu_quoc_from_ha_tien_and_not_from_rach_gia():
    ferries = {
        row["from"]: row["truck_ok"]
        for row in ROADS
        if row["to"] == "phu_quoc_bai_vong" and row["mode"] == "ferry"
    }
    assert ferries == {"ha_tien": "1", "rach_gia": "0"}
