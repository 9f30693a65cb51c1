from __future__ import annotations

import pytest

from matchmaker.intake.places_units import AdminMap, Unit, build, read_admin_map, settle

COMMUNES = [
    ("Lào Cai", "Xã", "Cốc Lầu", "02896", 22.38, 104.36, 90.0, "tinhlaocai", "xacoclau"),
    ("Lào Cai", "Xã", "Bắc Hà", "02839", 22.52, 104.30, 180.0, "tinhlaocai", "xabacha"),
    ("Quảng Trị", "Đặc khu", "Cồn Cỏ", "19742", 17.16, 107.34, 2.3, "tinhquangtri", "dackhuconco"),
]
BAC_HA = ("tinhlaocai", "huyenbacha")
LEGACY = [
    ("Lào Cai", "Huyện", "Bắc Hà", "Xã", "Nậm Lúc", "1", 22.43, 104.35, *BAC_HA, "xanamluc", 22.5, 104.2),
    (
        "Lào Cai",
        "Huyện",
        "Bắc Hà",
        "Thị trấn",
        "Bắc Hà",
        "2",
        22.54,
        104.29,
        *BAC_HA,
        "thitranbacha",
        22.5,
        104.2,
    ),
    ("Lào Cai", "Huyện", "Bắc Hà", "Xã", "Bản Già", "3", 10.0, 104.3, *BAC_HA, "xabangia", 22.5, 104.2),
    ("Quảng Trị", "Huyện", "Cồn Cỏ", *(None,) * 5, "tinhquangtri", "huyenconco", None, 16.8, 107.1),
]
CONVERSION = {
    "DICT_PROVINCE": {"tinhlaocai": ["tinhlaocai"], "tinhquangtri": ["tinhquangtri"]},
    "DICT_PROVINCE_WARD_NO_DIVIDED": {
        "tinhlaocai": {
            "xacoclau": ["tinhlaocai_huyenbacha_xanamluc"],
            "xabacha": ["tinhlaocai_huyenbacha_thitranbacha"],
        },
        "tinhquangtri": {"dackhuconco": ["tinhquangtri_huyenconco_"]},
    },
    "DICT_PROVINCE_WARD_DIVIDED": {
        "tinhlaocai": {
            "tinhlaocai_huyenbacha_xabangia": [
                {"newWardKey": "xacoclau", "isDefaultNewWard": False},
                {"newWardKey": "xabacha", "isDefaultNewWard": True},
            ]
        }
    },
}


@pytest.fixture(scope="module")
def small() -> AdminMap:
    return build(COMMUNES, LEGACY, CONVERSION)  # type: ignore[arg-type]


def test_an_old_commune_knows_the_commune_it_became(small: AdminMap) -> None:
    became = {u.name: (u.commune, u.code) for u in small.old_communes}
    assert became["Nậm Lúc"] == ("Cốc Lầu", "02896")


def test_a_divided_commune_goes_to_its_main_successor_and_says_so(small: AdminMap) -> None:
    divided = next(u for u in small.old_communes if u.name == "Bản Già")
    assert (divided.commune, divided.successors) == ("Bắc Hà", 2)


def test_a_position_far_from_the_successor_is_not_believed(small: AdminMap) -> None:
    assert next(u for u in small.old_communes if u.name == "Bản Già").lat == 22.52


def test_a_district_lies_at_its_seat(small: AdminMap) -> None:
    assert next(u for u in small.old_districts if u.name == "Bắc Hà").lat == 22.54


def test_an_island_district_without_communes_lies_on_its_island(small: AdminMap) -> None:
    assert next(u for u in small.old_districts if u.name == "Cồn Cỏ").lat == 17.16


def test_a_commune_knows_the_districts_it_came_from(small: AdminMap) -> None:
    assert next(u for u in small.communes if u.name == "Cốc Lầu").old_districts == (("Lào Cai", "Bắc Hà"),)


def test_the_package_holds_both_maps_whole() -> None:
    whole = read_admin_map()
    assert (len(whole.communes), len({u.province for u in whole.communes})) == (3321, 34)
    assert len({u.old_provinces[0] for u in whole.old_districts}) == 63
    assert len(whole.old_communes) > 10_000
    assert all(u.code for u in whole.old_communes)
    assert all(u.old_districts for u in whole.communes)


def commune(code: str, lat: float, lon: float) -> Unit:
    return Unit("commune", "xa", "Lương Sơn", lat, lon, "Phú Thọ", code=code, area_km2=70.0)


def test_a_commune_put_where_its_namesake_lies_moves_to_the_communes_that_it_succeeds() -> None:
    stray = commune("04924", 21.47, 104.93)
    settle([stray], {id(stray): [(20.89, 105.52), (20.91, 105.49), (20.86, 105.50)]})
    assert (stray.lat, stray.lon) == (20.89, 105.50)


def test_a_commune_stays_where_its_predecessors_lie_around_it_or_tell_nothing() -> None:
    well, shared, torn = commune("1", 20.9, 105.5), commune("2", 21.4, 104.9), commune("3", 21.4, 104.9)
    rough = settle(
        [well, shared, torn],
        {
            id(well): [(20.93, 105.52), (20.88, 105.47)],
            id(shared): [(20.0, 105.0), (20.0, 105.0)],  # one position for a whole district
            id(torn): [(20.0, 105.1), (21.3, 106.9)],  # nowhere near each other
        },
    )
    assert rough == {(20.0, 105.0)}
    assert [(u.lat, u.lon) for u in (well, shared, torn)] == [(20.9, 105.5), (21.4, 104.9), (21.4, 104.9)]


def test_every_commune_of_today_lies_among_those_that_it_succeeds() -> None:
    today = read_admin_map()
    at = {u.code: (u.lat, u.lon) for u in today.communes}
    assert at["04924"] == pytest.approx((20.89, 105.52), abs=0.05)  # Lương Sơn, of Hòa Bình until 2025
    assert at["04714"] == pytest.approx((21.76, 104.96), abs=0.05)  # Yên Bình, of Yên Bái
    assert at["06967"] == pytest.approx((21.30, 107.74), abs=0.05)  # the island Cái Chiên


def test_a_district_lies_at_the_town_that_governed_it() -> None:
    seats = {(u.old_provinces[0], u.name): (u.lat, u.lon) for u in read_admin_map().old_districts}
    assert seats["Quảng Bình", "Lệ Thủy"] == pytest.approx(
        (17.22, 106.79), abs=0.03
    )  # Kiến Giang, no state farm
    assert seats["Kon Tum", "Ia H'Drai"] == pytest.approx((14.1, 107.5), abs=0.15)  # not where Sa Thầy lies
