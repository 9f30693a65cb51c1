"""Head nouns learnt from the lexicon."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation, Role


@pytest.mark.parametrize(
    ("demand", "offer"),
    [("thanh long ruột đỏ", "Mì thanh long"), ("cà phê nhân", "Mật hoa cà phê Krông Năng"),
     ("gấc", "Mì gấc tươi"), ("rau má", "Mì rau má")],
)  # fmt: skip
def test_a_name_headed_by_the_noun_of_another_trade_is_made_of_the_product(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    assert found.relation[0, 0] > Relation.OTHER_FORM
    assert found.similarity[0, 0] < 0.4


def test_a_place_or_a_brand_before_the_product_is_no_head(matcher: ProductMatcher) -> None:
    reading = matcher.reading(ProductText("Móng Cái lợn thuần chủng"))
    assert reading.role is Role.GOODS
    assert reading.head == 0
