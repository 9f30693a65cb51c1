"""Every commune of today is near the network; islands are reached by the boat that carries freight."""

from __future__ import annotations

import pytest

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.places_units import read_admin_map
from scoring.logistics import Network
from scoring.logistics.distance import great_circle_km, unit_vectors
from scoring.records import Place
from seeds import reference

FARTHEST_KM = 31.0


@pytest.fixture(scope="module")
def shipped() -> Network:
    return Network.from_rows(*(reference(name) for name in ("places", "roads", "coefficients")))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_rows(reference("places"), reference("provinces"))


def test_only_the_far_archipelagos_lie_far_from_every_node(shipped: Network) -> None:
    communes = read_admin_map().communes
    away = great_circle_km(unit_vectors((c.lat, c.lon) for c in communes), shipped.ground.vectors).min(axis=1)
    far = {c.name for c, km in zip(communes, away, strict=True) if km > FARTHEST_KM}
    assert far == {"Trường Sa", "Hoàng Sa"}


@pytest.mark.parametrize(
    "text",
    [
        "xã Tiên Hải, An Giang",
        "xã Hòn Nghệ, An Giang",
        "xã Sơn Hải, An Giang",
        "xã Vĩnh Thực, Quảng Ninh",
        "xã Cái Chiên, Quảng Ninh",
        "xã Nhơn Châu, Gia Lai",
        "xã Thạnh An, TP.HCM",
    ],
)
def test_goods_of_an_island_commune_go_by_boat(shipped: Network, gazetteer: Gazetteer, text: str) -> None:
    best = gazetteer.resolve(text, endpoint=True).best
    assert best is not None
    island = Place(lat=best.lat, lon=best.lon, terrain=best.terrain)
    assert shipped.legs(island, Place(node="hcm")).ferry
