"""A small country: two mountain towns, a city, a port with a truck ferry, a fast boat and a cargo boat."""

from __future__ import annotations

import pytest

from scoring.logistics import Network

PLACE = {
    "kind": "district_town",
    "name_vi": "",
    "terrain": "D",
    "geonames_lat": "",
    "geonames_lon": "",
}
ROAD = {
    "mode": "road",
    "road": "QL1",
    "class": "D",
    "drive_or_sail_hours": "",
    "mountain_pass": "",
    "sailings_per_day": "",
    "truck_ok": "1",
    "default_wait_h": "",
    "confidence": "A",
    "valid_from": "",
}


def place(id_: str, lat: float, lon: float, **more: str) -> dict[str, str]:
    return {**PLACE, "id": id_, "name_vi": id_, "lat": str(lat), "lon": str(lon), **more}


def road(a: str, b: str, km: float, hours: float, **more: str) -> dict[str, str]:
    return {**ROAD, "from": a, "to": b, "km": str(km), "drive_or_sail_hours": str(hours), **more}


PLACES = [
    place("peak", 22.0, 104.0, terrain="T"),
    place("valley", 22.0, 104.5, terrain="T"),
    place("city", 21.0, 105.0, kind="node_capital"),
    place("gate", 22.2, 104.6, kind="border_gate", terrain="T"),
    place("port", 20.5, 106.0, kind="ferry_port", terrain="C"),
    place("near_isle", 20.3, 106.3, kind="island", terrain="I"),
    place("far_isle", 19.8, 107.2, kind="island", terrain="I"),
    place("cargo_isle", 20.0, 106.9, kind="island", terrain="I"),
    place("market", 21.01, 105.02, kind="wholesale_market"),
    {"id": "P_x", "kind": "province34", "name_vi": "X", "lat": "21", "lon": "105", "terrain": ""},
]
ROADS = [
    road("peak", "valley", 95, 2.9, **{"class": "P", "road": "QL4", "mountain_pass": "Ô Quy Hồ"}),
    road("valley", "city", 180, 4.5, **{"class": "T", "road": "QL32"}),
    road("valley", "city", 170, 2.5, **{"class": "E", "road": "CT05", "valid_from": "2027-01-01"}),
    road("valley", "gate", 40, 1.2, **{"class": "T"}),
    road("city", "port", 150, 3.0),
    road(
        "port",
        "near_isle",
        45,
        3.0,
        mode="ferry",
        **{"class": "F", "default_wait_h": "2", "sailings_per_day": "4"},
    ),
    road("port", "far_isle", 150, 2.5, mode="ferry", truck_ok="0", **{"class": "F", "default_wait_h": "3"}),
    road(
        "port",
        "cargo_isle",
        115,
        8.0,
        mode="cargo_boat",
        **{"class": "F", "default_wait_h": "24", "sailings_per_day": "0.5"},
    ),
]


@pytest.fixture(scope="session")
def network() -> Network:
    return Network.from_rows(PLACES, ROADS, [])
