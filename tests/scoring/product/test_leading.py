"""The phrase that leads a name, and the words around it."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText


def kind(matcher: ProductMatcher, name: str, description: str = "") -> str | None:
    reading = matcher.reading(ProductText(name, description))
    return matcher.lexicon.kinds[reading.kind].key if reading.kinds else None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nước mắm cá linh", "fish_sauce"),
        ("Mắm cá linh", "mam_ca_linh"),
        ("Bánh đa cua", "banh_da_cua"),
        ("Củ sắn cao sản", "cassava_industrial"),
    ],
)
def test_a_vietnamese_name_is_led_by_the_product_with_which_it_opens(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert kind(matcher, name) == key


def test_a_foreign_word_or_a_way_of_raising_after_a_product_leaves_it_what_it_is(
    matcher: ProductMatcher,
) -> None:
    for name in ("heo soc bahnar", "tom su quang canh"):
        assert matcher.reading(ProductText(name)).certainty >= 0.9
    assert matcher.reading(ProductText("Bơ thực vật")).certainty < 0.6 or (
        kind(matcher, "Bơ thực vật") != "avocado"
    )


def test_a_strange_noun_at_the_head_makes_the_goods_something_else(matcher: ProductMatcher) -> None:
    found = matcher.compare(
        matcher.read([ProductText("Xoài cát")]), matcher.read([ProductText("Cưm xoài cát")])
    )
    assert found.similarity[0, 0] < 0.3


def test_a_variety_named_after_frozen_goods_leaves_them_frozen(matcher: ProductMatcher) -> None:
    assert kind(matcher, "Frozen durian Monthong") == "durian_frozen"
    assert kind(matcher, "Fresh ginger, air-dried") == "ginger"
