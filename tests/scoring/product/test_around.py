"""What goods are to the product that their record names."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation, Role


def role(matcher: ProductMatcher, name: str, description: str = "") -> Role:
    return matcher.reading(ProductText(name, description)).role


def test_seed_stock_that_the_lexicon_knows_by_its_own_name_is_no_product(matcher: ProductMatcher) -> None:
    demand, offer = ProductText("Mộc nhĩ khô"), ProductText("Phôi nấm mộc nhĩ")
    found = matcher.compare(matcher.read([demand]), matcher.read([offer]))
    assert found.relation[0, 0] == Relation.GATED
    seeds = matcher.compare(matcher.read([offer]), matcher.read([ProductText("Bịch phôi nấm sò")]))
    assert seeds.relation[0, 0] != Relation.GATED


def test_bare_giong_after_an_animal_is_stock_to_be_raised(matcher: ProductMatcher) -> None:
    assert role(matcher, "tom hum giong trang", "con") is Role.SEEDLING
    assert role(matcher, "tom hum xanh song") is Role.GOODS


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("dau tay giong nuoi cay mo", Role.SEEDLING),
        ("ca phe giong ghep cao san", Role.SEEDLING),
        ("khoai lang giong Nhat", Role.GOODS),
        ("dau tay giong New Zealand", Role.GOODS),
        ("hom sắn KM94", Role.SEEDLING),
        ("Banana plantlets, tissue culture", Role.SEEDLING),
    ],
)
def test_a_plant_is_for_planting_by_its_word_and_a_variety_by_its_name(
    matcher: ProductMatcher, name: str, meant: Role
) -> None:
    assert role(matcher, name) is meant


@pytest.mark.parametrize(
    "name", ["Oyster shell grit", "Cassava leaf meal", "Duck feed", "Corn cob briquettes"]
)
def test_a_material_that_ends_an_english_name_is_made_of_the_product(
    matcher: ProductMatcher, name: str
) -> None:
    assert role(matcher, name) is Role.MADE_OF


def test_balm_of_a_bean_is_no_bean(matcher: ProductMatcher) -> None:
    demand, offer = ProductText("Hạt ca cao lên men"), ProductText("Bơ ca cao dưỡng môi")
    found = matcher.compare(matcher.read([demand]), matcher.read([offer]))
    assert found.relation[0, 0] == Relation.GATED
