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
        ("sa_dec", "air_can_tho"),
        *(("ba_tri", "thanh_phu"), ("tra_vinh", "thanh_phu"), ("tran_de", "tra_cu"), ("go_cong", "binh_dai")),
        *(("binh_dai", "ba_tri"), ("krong_ana", "krong_no"), ("duc_linh", "tan_phu_dn")),
        *(("duc_linh", "dinh_quan"), ("kien_xuong", "giao_thuy"), ("tien_hai", "giao_thuy")),
        *(("diem_dien", "tien_hai"), ("kim_bai", "khoai_chau"), ("van_dinh", "khoai_chau")),
        *(("thuong_tin", "khoai_chau"), ("phu_xuyen", "yen_my"), ("phu_xuyen", "an_thi")),
        *(
            ("phu_xuyen", "khoai_chau"),
            ("lap_thach", "ic7"),
            ("cho_lach", "cai_lay"),
            ("vung_liem", "mo_cay"),
        ),
        *(("cau_ngang", "thanh_phu"), ("ke_sach", "cau_ke"), ("long_phu", "tra_cu")),
        *(("thanh_binh", "cho_moi_ag"), ("thanh_binh", "phu_my_ag"), ("tram_chim", "cho_moi_ag")),
        *((far, near) for near in ("yen_khanh", "phat_diem") for far in ("hai_hau", "thinh_long", "lieu_de")),
        *(("yen_khanh", "rang_dong"), ("phat_diem", "rang_dong"), ("nga_son", "rang_dong")),
    ),
    "a bay": (
        *((quay, "tuan_chau") for quay in ("dong_bai", "lach_huyen", "dinh_vu")),
        *(("do_son", "lach_huyen"), ("do_son", "dong_bai")),
        *((ashore, "can_gio") for ashore in ("ba_ria", "vung_tau", "cai_mep")),
    ),
    "canals that no road for trucks is known to cross": (
        *(("nui_sap", "vinh_thanh_ct"), ("nui_sap", "tan_hiep_kg")),
    ),
    "a range that no road for trucks is known to cross": (
        *(("na_meo", "muong_lat"), ("nguyen_binh", "thong_nong"), ("nguyen_binh", "ngan_son")),
        *(("ha_quang", "thong_nong"), ("ba_to", "an_lao"), ("ba_to", "minh_long"), ("dak_glong", "bao_lam")),
        *(("kim_boi", "lac_son"), ("tan_son", "yen_lap"), ("dong_xuan", "song_cau"), ("lak", "krong_bong")),
        *(("son_ha", "tra_bong"), ("van_dinh", "kim_boi"), ("dai_nghia", "kim_boi"), ("tam_dao", "dai_tu")),
        *(("tam_dao", "pho_yen"), ("pa_u", "ka_lang"), ("pa_u", "thu_lum"), ("muong_nha", "tay_trang")),
        *(("thong_thu", "bat_mot"), ("krong_gl", "son_lang"), ("dak_somei", "chu_pah")),
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
