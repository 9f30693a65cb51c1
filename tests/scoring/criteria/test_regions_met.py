"""Goods wanted of a part of the country are met by who is there, and asked of nobody in vain."""

import pytest

from matchmaker.wording.reasons import sentence
from scoring.records import Place

DIEN_BIEN = Place(text="Tuan Giao, Dien Bien", province="Điện Biên")
DAK_LAK = Place(text="Ea H'Leo, Đắk Lắk", province="Đắk Lắk", lat=13.2, lon=108.2)
DONG_THAP = Place(text="Mỹ Thọ, Đồng Tháp", province="Đồng Tháp")
HUE = Place(text="Huế", commune="Thuận Hóa", province="Huế")
NOWHERE = Place(text="")


@pytest.mark.parametrize(
    ("wanted", "offered", "place", "region"),
    [
        ("Thổ cẩm Tây Bắc", "thổ cẩm", DIEN_BIEN, "Tây Bắc"),
        ("mat ong tay bac", "mat ong", DIEN_BIEN, "Tây Bắc"),
        ("Kẹo dừa miền Tây", "kẹo dừa", DONG_THAP, "miền Tây"),
        ("Gạo nếp Tây Nguyên", "gạo nếp", DAK_LAK, "Tây Nguyên"),
        ("Mật ong Bắc Trung Bộ", "mật ong", HUE, "Bắc Trung Bộ"),
    ],
)
def test_who_is_there_meets_the_part_wanted(one, offer, demand, wanted, offered, place, region):
    said = one("product", offer(product=offered, place=place), demand(product=wanted))
    assert said.facts["region_met"] == region
    assert not said.facts.get("unsaid")
    assert f"{place.province}, thuộc {region}" in sentence(said.code, said.facts, "vi")
    assert f"lies in {region}" in sentence(said.code, said.facts, "en")


def test_where_nobody_says_it_is_asked(one, offer, demand):
    wanted = demand(product="Mật ong Tây Bắc")
    open_ = one("product", offer(product="mật ong", place=NOWHERE), wanted)
    assert open_.facts["unsaid"] == ["Tây Bắc"]
    named = one("product", offer(product="mật ong Tây Bắc", place=HUE), wanted)
    assert "region_asked" not in named.facts
    assert not named.facts.get("unsaid")


@pytest.mark.parametrize(
    ("spec", "place", "says"),
    [
        ("hàng Tây Bắc", DIEN_BIEN, "same"),
        ("xuất xứ Tây Bắc", HUE, "other"),
        ("vùng Tây Bắc", NOWHERE, "unsaid"),
        ("hàng vùng cao", Place(text="Sa Pa", province="Lào Cai", terrain="mountain"), "same"),
        ("hàng vùng cao", HUE, "unsaid"),
    ],
)
def test_a_part_that_the_specification_names_is_answered_by_the_place(one, offer, demand, spec, place, says):
    said = one("product", offer(product="mật ong", place=place), demand(product="mật ong", spec=spec))
    assert [row["says"] for row in said.facts["spec"]] == [says]
