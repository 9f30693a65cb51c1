"""The shipped network against the trade's own table of routes and its rule for what arrives fresh.

The rule: 1.45 × the great circle from a mountain origin within 350 km, else 1.3 ×; the first 110 km from
mountains (40 from highlands and coasts, 15 from towns) at 32 km/h, the rest at 50, 1.5 h of loading and 6 h
of rest above 700 km. It knows no queue at a border gate, so the network's is left out.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from matchmaker.intake.gazetteer import Gazetteer
from scoring.logistics import Network, Route
from scoring.logistics.distance import great_circle_km, unit_vectors
from scoring.records import Place
from seeds import reference

SHELF_DAYS = (1.0, 2.0, 3.0, 5.0, 7.0, 14.0)
# Within so many hours of the limit the rule and the network may differ: the rule knows no road.
MARGIN_H = 6.0
# What the table calls the places, where a reader of addresses could not know.
NAMED = {
    "Tam Đường/Bình Lư (Lai Châu)": "Tam Đường, Lai Châu",
    "Chũ/Lục Ngạn (Bắc Ninh)": "Chũ, Bắc Ninh",
    "Na Rì/Ba Bể (Thái Nguyên)": "Na Rì, Bắc Kạn",
    "Kỳ Sơn/Mường Xén (Nghệ An)": "Kỳ Sơn, Nghệ An",
    "Đà Lạt/Đơn Dương": "Đà Lạt",
    "Đắk Lắk (Krông Pắc)": "Krông Pắc, Đắk Lắk",
    "Gia Lai (Đak Đoa)": "Đak Đoa, Gia Lai",
    "Quy Nhơn port": "cảng Quy Nhơn",
    "Đồng Đăng/Hữu Nghị gate": "cửa khẩu Hữu Nghị",
    "Kiên Hải (Hòn Sơn/Nam Du)": "Hòn Sơn",
    "Hà Tiên/Rạch Giá": "Hà Tiên",
    "Vũng Tàu/Trần Đề": "Vũng Tàu",
    "Sa Kỳ port": "cảng Sa Kỳ",
    "Cô Tô": "Cô Tô, Quảng Ninh",
    "Cái Rồng port": "Cái Rồng, Vân Đồn",
    "Cát Lái port": "cảng Cát Lái",
    "Hà Nội DC": "Hà Nội",
    "TP.HCM DC": "TP.HCM",
    "Lục Ngạn": "Chũ, Bắc Ninh",
    "Khánh Sơn": "Khánh Sơn, Khánh Hòa",
}


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.from_rows(*(reference(name) for name in ("places", "roads", "coefficients")))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_rows(reference("places"), reference("provinces"))


def found(gazetteer: Gazetteer, text: str) -> Place:
    best = gazetteer.resolve(NAMED.get(text, text), endpoint=True).best
    assert best is not None, text
    fields: dict[str, Any] = {"lat": best.lat, "lon": best.lon, "terrain": best.terrain, "node": best.node}
    return Place(text=text, **fields)


def ends(text: str) -> tuple[float, float]:
    """``34-42``, ``8``, ``210-230``."""
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text)]
    return numbers[0], numbers[-1]


ROADS = [row for row in reference("routes_typical") if "sea" not in row["km_road"]]
SEA = [row for row in reference("routes_typical") if "sea" in row["km_road"]]


@pytest.mark.parametrize("row", ROADS, ids=lambda row: f"{row['from']} - {row['to']}")
def test_a_typical_route_is_as_long_as_the_trade_says(
    network: Network, gazetteer: Gazetteer, row: dict[str, str]
) -> None:
    route = network.legs(found(gazetteer, row["from"]), found(gazetteer, row["to"]))
    low, high = ends(row["km_road"])
    assert route.km is not None
    assert low * 0.84 <= route.km <= high * 1.15


def hours_by_rule(origin: Place, destination: Place) -> float:
    a, b = (unit_vectors([(p.lat or 0.0, p.lon or 0.0)]) for p in (origin, destination))
    apart = float(great_circle_km(a, b)[0, 0])
    km = apart * (1.45 if origin.terrain == "mountain" and apart * 1.45 < 350 else 1.3)
    slow = {"mountain": 110.0, "highland": 40.0, "coast": 40.0, "island": 40.0}.get(origin.terrain, 15.0)
    slow = min(slow, km)
    return slow / 32 + (km - slow) / 50 + 1.5 + (6.0 if km > 700 else 0.0)


@pytest.mark.parametrize("row", ROADS, ids=lambda row: f"{row['from']} - {row['to']}")
def test_what_arrives_fresh_by_the_rule_arrives_fresh_by_the_network(
    network: Network, gazetteer: Gazetteer, row: dict[str, str]
) -> None:
    origin, destination = found(gazetteer, row["from"]), found(gazetteer, row["to"])
    gate = sum(network.coefficients.gate_queue_h) / 2 if "gate" in row["to"] else 0.0
    ours = float(network.matrix([origin], [destination]).hours_hurried[0, 0]) - gate
    ruled = hours_by_rule(origin, destination)
    for shelf in SHELF_DAYS:
        for wanted in (0.0, 0.5, 1.0, shelf * 2 / 3):
            left = (shelf - wanted) * 24
            if abs(left - ruled) > MARGIN_H:
                assert (left >= ours) == (left >= ruled), (shelf, wanted, ruled, ours)


@pytest.mark.parametrize("row", SEA, ids=lambda row: row["from"])
def test_an_island_order_tells_a_boat_that_carries_freight(
    network: Network, gazetteer: Gazetteer, row: dict[str, str]
) -> None:
    route: Route = network.legs(found(gazetteer, row["from"]), found(gazetteer, row["to"]))
    boats = [leg for leg in route.legs if leg.by_boat]
    assert boats
    assert all(leg.wind_limit and leg.risk_months and leg.sailings_per_day for leg in boats)
