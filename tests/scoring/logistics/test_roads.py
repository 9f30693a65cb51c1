from __future__ import annotations

from datetime import date

import pytest

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.quantities import Q
from scoring.logistics.roads import read_edges, read_nodes
from seeds import reference

C = Coefficients()
ROW = {
    "from": "a",
    "to": "b",
    "km": "100",
    "mode": "road",
    "road": "QL1",
    "class": "T",
    "drive_or_sail_hours": "3",
    "mountain_pass": "",
    "sailings_per_day": "",
    "truck_ok": "1",
    "default_wait_h": "",
    "confidence": "B",
    "valid_from": "2027-05-01",
}


def test_a_mountain_road_counts_as_hills_and_an_expressway_as_toll() -> None:
    mountain, toll = read_edges([ROW, {**ROW, "class": "E"}])
    assert (mountain.quantities(C)[Q.HILL_KM], mountain.quantities(C)[Q.TOLL_KM]) == (100.0, 0.0)
    assert (toll.quantities(C)[Q.HILL_KM], toll.quantities(C)[Q.TOLL_KM]) == (0.0, 100.0)
    assert mountain.valid_from == date(2027, 5, 1)


def test_a_boat_waits_half_to_one_and_a_half_of_its_usual_time() -> None:
    (boat,) = read_edges([{**ROW, "mode": "ferry", "class": "F", "default_wait_h": "4", "valid_from": ""}])
    q = boat.quantities(C)
    assert (q[Q.WAIT_LOW_H], q[Q.WAIT_HIGH_H], q[Q.SAIL_H], q[Q.ROAD_KM]) == (2.0, 6.0, 3.0, 0.0)
    assert q[Q.PARKED_HIGH_H] == 0.0


@pytest.mark.parametrize(
    ("mode", "truck_ok", "carries"),
    [("road", "1", True), ("ferry", "1", True), ("ferry", "0", False), ("cargo_boat", "0", True)],
)
def test_goods_go_where_trucks_or_cargo_boats_go(mode: str, truck_ok: str, carries: bool) -> None:
    (edge,) = read_edges([{**ROW, "mode": mode, "truck_ok": truck_ok}])
    assert edge.carries_freight is carries


def test_provinces_are_no_points_of_the_network() -> None:
    nodes = read_nodes(reference("places"))
    assert not any(n.kind.startswith("province") for n in nodes)
    assert all(8 < n.lat < 23.5 and 102 < n.lon < 110 for n in nodes)


def test_months_of_risk_may_go_over_the_turn_of_the_year() -> None:
    land, sea, none = read_edges([{**ROW, "risk_months": m} for m in ("6-9", "11-2", "")])
    assert land.risk_months == (6, 7, 8, 9)
    assert sea.risk_months == (11, 12, 1, 2)
    assert none.risk_months == ()
