"""Goods that both sides name, and each another sort."""

import pytest

from scoring.criteria.qualities import unsaid_qualities
from scoring.records import Certificate, Demand, Offer


def test_another_sort_is_asked_with_the_words_of_both(one, offer, demand):
    said = one("product", offer(product="sầu riêng Monthong"), demand(product="sầu riêng Ri6"))
    assert (said.code, said.vetoes) == ("product_sibling", [])
    assert said.facts["named_apart"] == {"asks": ["Ri6"], "offered": ["Monthong"], "by_place": False}


@pytest.mark.parametrize(
    "wanted", [{"product": "gạo lứt ST25"}, {"product": "gạo", "remarks": "2 tấn gạo ST25, bao 25 kg"}]
)
def test_for_export_it_is_the_wrong_product(one, offer, demand, wanted):
    exported = demand(channel="exporter_us", **wanted)
    assert one("product", offer(product="gạo Séng Cù"), exported).vetoes == ["wrong_product"]


def test_an_indication_required_as_a_paper_binds_to_its_goods_though_the_table_knows_no_name_of_it(
    one, offer, demand, trade
):
    assert not trade.lexicon.kinds[trade.lexicon.index["durian_dak_lak"]].gi_name
    wanted = demand(product="sầu riêng Đắk Lắk", required_certificates=(Certificate("GI"),))
    held = offer(product="sầu riêng Monthong", certificates=(Certificate("GI"),))
    assert one("product", held, wanted).vetoes == ["wrong_product"]
    assert one("product", offer(product="sầu riêng Đắk Lắk"), wanted).vetoes == []


@pytest.mark.parametrize(
    ("given", "wanted", "grades"),
    [
        ({"remarks": "hang loai 2, 40k/kg"}, {"spec": "loại 1"}, (["1"], ["2"])),
        ({"description": "hàng xô"}, {"spec": "60–80 g/quả"}, (["60–80 g/quả"], ["xô"])),
        ({"product": "vai thieu hang xo"}, {"spec": "30-40 con/kg"}, (["30-40 con/kg"], ["xô"])),
        ({"remarks": "loai 1 30k, loai 2 20k"}, {"spec": "loại 1"}, None),
    ],
)
def test_another_grade_is_told(one, offer, demand, given, wanted, grades):
    facts = one("product", offer(**given), demand(**wanted)).facts
    told = (facts["demanded_grade"], facts["offered_grade"]) if "demanded_grade" in facts else None
    assert told == grades


@pytest.mark.parametrize(
    ("spec", "asked"), [("giống Ri6 hoặc Monthong", False), ("giống Ri6 hoặc Musang", True)]
)
def test_a_choice_that_the_name_of_the_goods_answers_is_not_asked(one, offer, demand, spec, asked):
    facts = one("product", offer(product="sầu riêng Monthong"), demand(product="sầu riêng", spec=spec)).facts
    assert any("hoặc" in row["asks"] for row in facts.get("spec", ())) is (
        asked and "named_apart" not in facts
    )


@pytest.mark.parametrize("name", ["white pepper", "tiêu sọ trắng"])
def test_one_quality_by_another_name_is_not_asked(name):
    assert unsaid_qualities(Offer(id="O", product=name), Demand(id="D", product="Tiêu trắng (tiêu sọ)")) == []
