"""Places as people write them: positions checked against the maps, names against what a reader would say."""

from __future__ import annotations

import pytest

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.places_terrain import apart_km
from seeds import reference


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_rows(reference("places"), reference("provinces"))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("Mèo Vạc", "meo_vac"),
        ("meo vac", "meo_vac"),
        ("Mèo Vạc, Hà Giang", "meo_vac"),
        ("Mèo Vạc (Tuyên Quang)", "meo_vac"),
        ("Mù Cang Chải", "mu_cang_chai"),
        ("Sa Pa", "sa_pa"),
        ("Sapa", "sa_pa"),
        ("tx. Sa Pa, Lào Cai", "sa_pa"),
        ("Phú Quý", "phu_quy"),
        ("huyện đảo Lý Sơn", "ly_son"),
        ("Côn Đảo (BR-VT cũ)", "con_dao"),
        ("Chũ (Lục Ngạn)", "chu"),
        ("Ba Bể (Chợ Rã)", "cho_ra"),
        ("ba be bac kan", "cho_ra"),
        ("quan ba ha giang", "quan_ba"),
        ("Quản Bạ, Tuyên Quang", "quan_ba"),
        ("Khánh Sơn - Khánh Hoà", "khanh_son"),
        ("H. Đồng Văn, T. Hà Giang", "dong_van"),
        ("Dong Van district, Ha Giang province", "dong_van"),
        ("Kontum", "kon_tum"),
        ("TP Buôn Ma Thuột", "bmt"),
        ("Ban Mê Thuột", "bmt"),
        ("BMT", "bmt"),
        ("Gia Lai, Pleiku", "pleiku"),
        ("TP.HCM", "hcm"),
        ("Sài Gòn", "hcm"),
        ("Ho Chi Minh City", "hcm"),
        ("Hanoi", "hanoi"),
        ("Huế", "hue"),
        ("TP Huế, Thừa Thiên Huế", "hue"),
        ("Phan Rang - Tháp Chàm", "phan_rang"),
        ("cảng Cát Lái", "cat_lai"),
        ("Cat Lai port", "cat_lai"),
        ("Cửa khẩu Hữu Nghị", "huu_nghi"),
        ("Huu Nghi gate", "huu_nghi"),
        ("sân bay Vinh", "air_vinh"),
        ("chợ đầu mối Thủ Đức", "mk_thu_duc"),
        ("Kho Hà Nội", "hanoi"),
    ],
)
def test_a_named_point_is_found_however_it_is_written(gazetteer: Gazetteer, text: str, node: str) -> None:
    best = gazetteer.resolve(text, endpoint=True).best
    assert best is not None
    assert best.node == node


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("xã Bắc Hà, tỉnh Lào Cai", "02839", "commune"),
        ("xã Cò Nòi, huyện Mai Sơn, Sơn La", "", "old_commune"),
        ("x. Cò Nòi, h. Mai Sơn, t. Sơn La", "", "old_commune"),
        ("co noi mai son son la", "", "old_commune"),
        ("Nậm Lúc, Bắc Hà, Lào Cai", "02896", "old_commune"),  # today a part of xã Cốc Lầu
        ("phường Chũ", "", "commune"),
        ("đặc khu Phú Quốc", "31078", "island"),
        ("Đặc khu Trường Sa", "22736", "island"),
        ("Thôn 3, xã Bắc Hà, tỉnh Lào Cai", "02839", "commune"),
        ("bản Nà Pheo, xã Bắc Hà, tỉnh Lào Cai", "02839", "commune"),
    ],
)
def test_a_commune_of_either_map_is_found_with_its_code(
    gazetteer: Gazetteer, text: str, code: str, level: str
) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert found.best is not None
    assert found.doubt is None
    assert found.best.level == level
    assert found.best.commune_code
    assert found.best.commune_code == (code or found.best.commune_code)


def test_spelling_variants_of_one_name_give_one_place(gazetteer: Gazetteer) -> None:
    for variants in (
        ["Krông Pắc, Đắk Lắk", "Krông Pắk, Đăk Lăk", "Krong Pac, Daklak", "KRÔNG PẮC, ĐẮC LẮC"],
        ["Khánh Hòa, Khánh Sơn", "Khánh Hoà, Khánh Sơn"],
        ["Ea H'leo", "Ea Hleo", "Ea H’Leo", "EaHleo"],
        ["Lý Sơn", "Lí Sơn", "ly son", "LÝ SƠN", "Ly\u0301 So\u031bn"],
        ["Quỳ Hợp, Nghệ An", "Qùy Hợp, Nghệ An", "Qui Hop, Nghe An"],
    ):
        places = {(b.lat, b.lon) for b in (gazetteer.resolve(v, endpoint=True).best for v in variants) if b}
        assert len(places) == 1, variants
        assert all(gazetteer.resolve(v, endpoint=True).best for v in variants)


@pytest.mark.parametrize(
    "text",
    [
        "An Giang",
        "Quảng Nam",
        "tỉnh Lào Cai",
        "Ha Giang province",
        "Dak Lak",
        "Bà Rịa - Vũng Tàu",
        "Lâm Đồng",
    ],
)
def test_a_province_is_never_an_endpoint(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert found.best is None
    assert found.doubt == "province_only"
    assert all(c.level != "province" for c in found.candidates)
    told = gazetteer.resolve(text)
    assert told.best is not None
    assert told.best.level == "province"


@pytest.mark.parametrize(
    ("text", "node"),
    [("Lào Cai", "lao_cai"), ("Sơn La", "son_la"), ("Hà Nội", "hanoi"), ("Hòa Bình", "hoa_binh")],
)
def test_a_bare_name_shared_by_a_town_and_a_province_means_the_town_at_an_endpoint(
    gazetteer: Gazetteer, text: str, node: str
) -> None:
    town = gazetteer.resolve(text, endpoint=True).best
    assert town is not None
    assert town.node == node
    province = gazetteer.resolve(text).best
    assert province is not None
    assert province.level == "province"


@pytest.mark.parametrize("text", ["Tân Thành", "Châu Thành", "xã Kỳ Phú", "Tân Lập"])
def test_a_name_that_many_bear_is_asked_about(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert found.best is None
    assert found.doubt == "same_name"
    assert len({c.name for c in found.candidates}) > 1


def test_the_new_commune_muong_te_is_not_the_old_town(gazetteer: Gazetteer) -> None:
    town = gazetteer.resolve("Mường Tè", endpoint=True)
    commune = gazetteer.resolve("xã Mường Tè, Lai Châu", endpoint=True).best
    assert town.best is not None
    assert commune is not None
    assert town.best.node == "muong_te"
    assert town.doubt == "same_name"
    assert apart_km(town.best.lat, town.best.lon, commune.lat, commune.lon) > 15


def test_the_names_around_tell_twins_apart(gazetteer: Gazetteer) -> None:
    island = gazetteer.resolve("Cô Tô, Quảng Ninh", endpoint=True).best
    delta = gazetteer.resolve("Cô Tô, An Giang", endpoint=True).best
    assert island is not None
    assert delta is not None
    assert (island.terrain, delta.terrain) == ("island", "delta")
    south = gazetteer.resolve("Châu Thành, Tiền Giang", endpoint=True).best
    assert south is not None
    assert (south.old_province, south.province) == ("Tiền Giang", "Đồng Tháp")


def test_names_that_do_not_lie_in_each_other_are_asked_about(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Mèo Vạc, Lào Cai", endpoint=True)
    assert found.best is None
    assert found.doubt == "conflict"
    assert [c.node for c in found.candidates] == ["meo_vac"]


def test_a_commune_on_no_map_never_becomes_its_district(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("xã Nà Xyzt, huyện Bắc Hà, Lào Cai", endpoint=True)
    assert found.best is None
    assert found.doubt in ("unit_unknown", "misspelt")
    assert found.candidates


@pytest.mark.parametrize(
    ("text", "node"),
    [("Mường Khuông", "muong_khuong"), ("Mèo Vạcc", "meo_vac"), ("Muong Khuongg", "muong_khuong")],
)
def test_a_misspelt_name_is_proposed_and_doubted(gazetteer: Gazetteer, text: str, node: str) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert found.doubt == "misspelt"
    assert node in [c.node for c in found.candidates[:3]]


@pytest.mark.parametrize("text", ["", "   ", "12345", "qwertyuiop zxcvb", "…", "💥" * 50])
def test_what_names_nothing_gives_nothing(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert (found.best, found.candidates, found.doubt) == (None, (), None)


def test_several_places_joined_by_a_slash_are_alternatives(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Hà Tiên/Rạch Giá", endpoint=True)
    assert [c.node for c in found.candidates] == ["ha_tien", "rach_gia"]
    assert found.doubt == "alternatives"


def test_the_thirteen_special_zones_are_islands_at_their_own_place(gazetteer: Gazetteer) -> None:
    zones = [u for u in gazetteer.index.admin.communes if u.word == "dackhu"]
    assert len(zones) == 13
    for zone in zones:
        bare = () if zone.name == "Cô Tô" else (zone.name,)  # a commune of An Giang is called so too
        for text in (*bare, f"đặc khu {zone.name}", f"đặc khu {zone.name}, {zone.province}"):
            best = gazetteer.resolve(text, endpoint=True).best
            assert best is not None, text
            assert best.terrain == "island" or best.node == "cat_ba", text
            assert apart_km(best.lat, best.lon, zone.lat, zone.lon) < 25, text


def test_fields_of_a_record_resolve_as_a_commune_of_today(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve(
        commune="Bắc Hà", province="Lào Cai", old_district="Bắc Hà", old_province="Lào Cai"
    ).best
    assert best is not None
    assert (best.commune, best.commune_code, best.level) == ("Bắc Hà", "02839", "commune")


def test_fields_that_speak_of_both_maps_are_believed_for_today_with_a_doubt(gazetteer: Gazetteer) -> None:
    # xã Mường Chà of today came from huyện Nậm Pồ, not from the old huyện Mường Chà.
    found = gazetteer.resolve(commune="Mường Chà", province="Điện Biên", old_district="Mường Chà")
    assert found.best is not None
    assert found.best.level == "commune"
    assert found.doubt == "conflict"
    assert len(found.candidates) == 2


def test_a_province_alone_in_the_fields_is_no_endpoint(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve(province="Lào Cai", endpoint=True).doubt == "province_only"


def test_a_point_on_the_map_is_the_place_itself(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve(commune="Bắc Hà", province="Lào Cai", lat=22.5246, lon=104.307)
    assert found.best is not None
    assert (found.best.level, found.best.lat, found.best.commune_code) == ("point", 22.5246, "02839")
    assert found.best.terrain == "mountain"
    assert found.doubt is None


def test_a_point_far_from_the_commune_named_is_doubted(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve(commune="Bắc Hà", province="Lào Cai", lat=10.5, lon=106.4).doubt == "pin_far"


def test_a_point_alone_tells_its_province(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve(lat=23.15, lon=105.41).best
    assert best is not None
    assert (best.province, best.terrain) == ("Tuyên Quang", "mountain")


def test_old_names_tell_the_province_of_today(gazetteer: Gazetteer) -> None:
    for text, province in [
        ("Kế Sách, Sóc Trăng", "Cần Thơ"),
        ("Hồng Dân (Bạc Liêu)", "Cà Mau"),
        ("Quản Bạ, Hà Giang", "Tuyên Quang"),
        ("Đăk Hà, Kon Tum", "Quảng Ngãi"),
        ("Văn Chấn, Yên Bái", "Lào Cai"),
    ]:
        best = gazetteer.resolve(text).best
        assert best is not None, text
        assert best.province == province


def test_every_commune_of_today_is_found_by_its_own_name_and_province(gazetteer: Gazetteer) -> None:
    types = {"xa": "xã", "phuong": "phường", "dackhu": "đặc khu"}
    lost = []
    for unit in gazetteer.index.admin.communes:
        found = gazetteer.resolve(f"{types[unit.word]} {unit.name}, {unit.province}", endpoint=True)
        named = {c.commune_code for c in found.candidates}
        silent = found.best is not None and found.doubt is None
        wrong = silent and found.best.commune_code not in ("", unit.code)
        if wrong or (unit.code not in named and not (silent and found.best.level == "island")):
            lost.append((unit.name, unit.province))
    assert lost == []


def test_a_commune_that_came_to_a_city_in_2025_lies_in_the_city_however_that_is_written(
    gazetteer: Gazetteer,
) -> None:
    for text in ("xã Cẩm Giàng, TP. Hải Phòng", "xã Cẩm Giàng, TP Hải Phòng", "xã Cẩm Giàng, HP"):
        found = gazetteer.resolve(text)
        assert found.best is not None, text
        assert (found.best.commune_code, found.doubt) == ("10903", None), text
    assert gazetteer.resolve("phường Vĩnh Châu, TP. Cần Thơ").best is not None
    assert gazetteer.resolve("xã Trà My, TP. Đà Nẵng").best is not None


def test_every_old_commune_is_found_by_its_full_old_address(gazetteer: Gazetteer) -> None:
    types = {"xa": "xã", "phuong": "phường", "thitran": "thị trấn"}
    lost = []
    for unit in gazetteer.index.admin.old_communes[::7]:
        province, district = unit.old_districts[0]
        found = gazetteer.resolve(f"{types[unit.word]} {unit.name}, {district}, {province}", endpoint=True)
        if not any(apart_km(c.lat, c.lon, unit.lat, unit.lon) < 20 for c in found.candidates):
            lost.append((unit.name, district, province))
    assert lost == []


def test_an_essay_or_hostile_text_is_answered_at_once(gazetteer: Gazetteer) -> None:
    for text in ("xã " * 10_000, "a" * 100_000, "Tân, " * 5_000, "(" * 5_000, "/" * 5_000, "- " * 5_000):
        assert gazetteer.resolve(text).best is None


def test_a_ward_is_the_place_though_its_city_stands_first(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve("Cần Thơ, phường Ninh Kiều", endpoint=True).best
    assert best is not None
    assert best.commune == "Ninh Kiều"


def test_of_two_names_that_lie_in_each_other_the_first_is_the_place(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve("Châu Thành, Long An", endpoint=True).best
    assert best is not None
    assert best.old_province == "Long An"


def test_communes_of_a_special_zone_are_on_their_own_island(gazetteer: Gazetteer) -> None:
    for text, lat, lon in [("xã Quan Lạn, Vân Đồn", 20.88, 107.49), ("xã An Sơn, Kiên Hải", 9.69, 104.35)]:
        best = gazetteer.resolve(text, endpoint=True).best
        assert best is not None
        assert best.terrain == "island"
        assert apart_km(best.lat, best.lon, lat, lon) < 8


def test_a_firm_or_a_hamlet_names_no_unit_and_is_told_where_no_commune_is(gazetteer: Gazetteer) -> None:
    commune = gazetteer.resolve("HTX Quế Nậm Lúc, xã Nậm Lúc, Bắc Hà", endpoint=True)
    assert commune.best is not None
    assert (commune.best.locality, commune.doubt) == ("Nậm Lúc", None)
    assert gazetteer.resolve("Thôn Xyzzy, huyện Bắc Hà", endpoint=True).doubt == "locality_unknown"


def test_a_part_of_a_longer_unknown_name_is_not_taken_for_the_place(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Đồng bằng sông Cửu Long", endpoint=True)
    assert (found.best, found.doubt) == (None, "unit_unknown")


@pytest.mark.parametrize(
    ("text", "node"), [("Bắc Hà", "bac_ha"), ("Phú Quý", "phu_quy"), ("Trùng Khánh", "trung_khanh")]
)
def test_a_commune_that_is_no_more_puts_no_town_in_doubt_and_is_still_named(
    gazetteer: Gazetteer, text: str, node: str
) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert found.best is not None
    assert (found.best.node, found.doubt) == (node, None)
    assert {c.level for c in found.candidates[1:]} == {"old_commune"}


def test_an_island_is_never_guessed_where_a_living_commune_has_its_name(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Cô Tô", endpoint=True)
    assert (found.best, found.doubt) == (None, "same_name")
    assert {c.province for c in found.candidates} == {"Quảng Ninh", "An Giang"}


def test_the_commune_named_last_is_finer_than_the_district_before_it(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve("hà giang quản bạ tùng vài", endpoint=True).best
    assert best is not None
    assert best.commune == "Tùng Vài"


def test_a_district_abolished_long_ago_is_asked_about_with_the_commune_of_its_name(
    gazetteer: Gazetteer,
) -> None:
    found = gazetteer.resolve("huyện Hoành Bồ, Quảng Ninh", endpoint=True)
    assert found.best is None
    assert found.candidates[0].commune == "Hoành Bồ"


def test_a_commune_said_to_lie_in_another_district_is_asked_about_with_that_district(
    gazetteer: Gazetteer,
) -> None:
    found = gazetteer.resolve("xã An Bình, huyện Lý Sơn", endpoint=True)
    assert (found.best, found.doubt) == (None, "conflict")
    assert found.candidates[1].old_district == "Lý Sơn"


def test_a_quarter_of_an_island_town_is_not_the_whole_island(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve("Dương Đông, Phú Quốc", endpoint=True).best
    assert best is not None
    assert (best.level, best.locality) == ("old_commune", "Dương Đông")


def test_a_port_on_no_map_is_told_by_its_town_in_doubt_with_the_ports_of_the_province(
    gazetteer: Gazetteer,
) -> None:
    found = gazetteer.resolve("cảng Hải Phòng", endpoint=True)
    assert found.doubt == "locality_unknown"
    assert {c.node for c in found.candidates} >= {"hai_phong", "dinh_vu", "lach_huyen"}


@pytest.mark.parametrize("text", ["Quảng Châu, Trung Quốc", "Nam Ninh (China)"])
def test_a_city_abroad_is_no_commune_of_its_name(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.resolve(text, endpoint=True)
    assert (found.best, found.candidates) == (None, ())


def test_a_hamlets_name_that_sounds_like_a_towns_is_asked_about(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Buôn Mê Thuộc", endpoint=True)
    assert (found.best, found.doubt) == (None, "misspelt")
    assert found.candidates[0].node == "bmt"


def test_a_diacritic_wrong_in_a_hamlets_name_does_not_put_the_commune_in_doubt(gazetteer: Gazetteer) -> None:
    best = gazetteer.resolve("Làng Mơ, xã Kông Lơng Khơng, huyện Kbang, Gia Lai", endpoint=True).best
    assert best is not None
    assert best.locality == "Kông Lơng Khơng"


@pytest.mark.parametrize("text", ["phường Xuân Hương, Đà Lạt", "phường Cam Ly, Đà Lạt, Lâm Đồng"])
def test_a_ward_whose_name_holds_its_former_town_may_be_written_in_two(
    gazetteer: Gazetteer, text: str
) -> None:
    found = gazetteer.resolve(text)
    assert (found.best.level, found.best.province, found.doubt) == ("commune", "Lâm Đồng", None)
