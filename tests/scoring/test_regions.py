"""Parts of the country by which goods are named hold the provinces of today."""

import pytest

from scoring.regions import PROVINCES, lies_in, region_named, surely_in


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("bánh kẹo đặc sản miền Nam", "miền Nam"),
        ("dac san mien trung", "miền Trung"),
        ("cà phê Đông Nam Bộ", "Đông Nam Bộ"),
        ("gà đồi", ""),
    ],
)
def test_a_name_tells_the_part_of_the_country(text, region):
    assert region_named(text) == region


def test_a_province_that_reaches_into_two_parts_lies_in_both():
    assert lies_in("Gia Lai", "Tây Nguyên")
    assert lies_in("Gia Lai", "Nam Trung Bộ")
    assert not lies_in("Huế", "miền Nam")
    assert lies_in("Vĩnh Long", "miền Tây")


def test_every_province_lies_in_one_of_the_three_great_parts():
    whole = PROVINCES["miền Bắc"] | PROVINCES["miền Trung"] | PROVINCES["miền Nam"]
    assert len(whole) == 34


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("miến dong Bình Liêu", ""),
        ("mien dong nguyen chat", ""),
        ("nạm bò tươi", ""),
        ("ca phe tay nguyen", "Tây Nguyên"),
        ("Hàng Đông Bắc", "Đông Bắc"),
    ],
)
def test_other_words_are_no_part_of_the_country(text, region):
    assert region_named(text) == region


@pytest.mark.parametrize(
    ("province", "text", "region", "lat", "lon", "there"),
    [
        ("Điện Biên", "Tuan Giao, Dien Bien", "Tây Bắc", None, None, True),
        ("Phú Thọ", "Cao Phong, Hòa Bình", "Tây Bắc", None, None, True),
        ("Phú Thọ", "Tam Đảo, Vĩnh Phúc", "Tây Bắc", None, None, False),
        ("Cao Bằng", "Thạch An, Cao Bằng", "Tây Bắc", None, None, False),
        ("Cao Bằng", "Thạch An, Cao Bằng", "Việt Bắc", None, None, True),
        ("Gia Lai", "Kbang, Gia Lai", "Tây Nguyên", 14.19, 108.55, True),
        ("Gia Lai", "Hoài Nhơn, Bình Định", "Tây Nguyên", 14.4, 109.0, False),
        ("Đồng Tháp", "Mỹ Thọ, Đồng Tháp", "miền Tây", None, None, True),
        ("Tây Ninh", "Bến Lức, Long An", "đồng bằng sông Cửu Long", None, None, True),
        ("Nghệ An", "Quế Phong, Nghệ An", "miền Trung", None, None, True),
    ],
)
def test_a_place_lies_in_a_part_for_certain(province, text, region, lat, lon, there):
    assert surely_in(province, text, region, lat, lon) is there
