"""No two near nodes of the shipped network lie far apart by road without a reason that is known."""

from __future__ import annotations

import pytest

from scoring.logistics import Network
from scoring.logistics.distance import great_circle_km
from scoring.logistics.quantities import Q
from seeds import reference

WITHIN_KM = 25.0
NEAREST_KM = 6.0
MOUNTAIN_DETOUR, DETOUR = 4.0, 3.0
# What lies between them.
BARRIERS = {
    "a river without a bridge here": (
        *(("ba_tri", "thanh_phu"), ("tra_vinh", "thanh_phu"), ("tran_de", "tra_cu"), ("go_cong", "binh_dai")),
        *(("binh_dai", "ba_tri"), ("krong_ana", "krong_no"), ("duc_linh", "tan_phu_dn")),
        ("duc_linh", "dinh_quan"),
    ),
    "the bays of Cát Bà and Hạ Long": (
        ("dong_bai", "tuan_chau"),
        ("lach_huyen", "tuan_chau"),
        ("dinh_vu", "tuan_chau"),
    ),
    "a range that no road for trucks is known to cross": (
        *(("na_meo", "muong_lat"), ("nguyen_binh", "thong_nong"), ("nguyen_binh", "ngan_son")),
        *(("ha_quang", "thong_nong"), ("ba_to", "an_lao"), ("ba_to", "minh_long"), ("dak_glong", "bao_lam")),
        *(("kim_boi", "lac_son"), ("tan_son", "yen_lap"), ("dong_xuan", "song_cau"), ("lak", "krong_bong")),
    ),
}


@pytest.fixture(scope="module")
def shipped() -> Network:
    return Network.from_rows(*(reference(name) for name in ("places", "roads", "coefficients")))


def test_near_nodes_are_linked_or_it_is_known_what_lies_between_them(shipped: Network) -> None:
    road = shipped.tables().totals[Q.ROAD_KM]
    apart = great_circle_km(shipped.ground.vectors, shipped.ground.vectors)
    known = {frozenset(pair) for pairs in BARRIERS.values() for pair in pairs}
    found = set()
    for i, a in enumerate(shipped.nodes):
        for j, b in enumerate(shipped.nodes[:i]):
            most = MOUNTAIN_DETOUR if "mountain" in (a.terrain, b.terrain) else DETOUR
            same_land = shipped.ground.landmass[i] == shipped.ground.landmass[j] == 0
            if same_land and NEAREST_KM < apart[i, j] <= WITHIN_KM and road[i, j] > most * apart[i, j]:
                found.add(frozenset((a.id, b.id)))
    assert found == known
