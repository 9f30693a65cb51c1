"""Parts of the country by which goods are named hold the provinces of today."""

import pytest

from scoring.regions import PROVINCES, lies_in, region_named


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
