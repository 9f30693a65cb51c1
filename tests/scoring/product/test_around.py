"""What goods are to the product that their record names."""

from __future__ import annotations

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


def test_balm_of_a_bean_is_no_bean(matcher: ProductMatcher) -> None:
    demand, offer = ProductText("Hạt ca cao lên men"), ProductText("Bơ ca cao dưỡng môi")
    found = matcher.compare(matcher.read([demand]), matcher.read([offer]))
    assert found.relation[0, 0] == Relation.GATED
