"""English names whose last word tells the goods, and names that a gloss parts."""

from __future__ import annotations

import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.english_order import gloss_last


def key_of(matcher: ProductMatcher, name: str, description: str = "") -> str:
    return matcher.lexicon.kinds[matcher.reading(ProductText(name, description)).kind].key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Rose myrtle (sim) wine", "wine_sim"),
        ("Plum wine (mơ), bottled", "wine_mo"),
        ("Shrimp (tôm) paste", "shrimp_paste"),
        ("Rice (gạo) paper", "rice_paper"),
        ("Lotus (sen) tea", "tea_lotus"),
    ],
)
def test_a_gloss_in_brackets_parts_no_name(matcher: ProductMatcher, name: str, key: str) -> None:
    assert key_of(matcher, name) == key


def test_a_gloss_that_parts_no_name_stays_where_it_is(whole: Lexicon) -> None:
    assert gloss_last(whole, "Jicama (yam bean), washed") == "Jicama (yam bean), washed"
    assert gloss_last(whole, "Honey (raw) from Ha Giang") == "Honey (raw) from Ha Giang"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Cashew apple wine", "fruit_wine"),
        ("Gac liqueur, 500 ml", "fruit_wine"),
        ("Codonopsis liquor", "herbal_liquor"),
        ("Goji tea", "herbal_tea"),
        ("Ginger tea bags", "ginger_tea"),
        ("trà kỷ tử", "herbal_tea"),
        ("trà thiên môn", "herbal_tea"),
    ],
)
def test_the_last_word_tells_what_is_made_of_a_product(matcher: ProductMatcher, name: str, key: str) -> None:
    assert key_of(matcher, name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Green tea bags", "tea_bag"),
        ("Shan tea", "tea_shan_green"),
        ("trà ướp hoa bưởi", "tea_jasmine"),
        ("Mango wine glass, box of 6", "mango"),
    ],
)
def test_other_names_are_read_as_before(matcher: ProductMatcher, name: str, key: str) -> None:
    assert key_of(matcher, name) == key


@pytest.mark.parametrize("soup", ["chè đậu đen", "chè đậu xanh", "chè đỗ đen"])
def test_sweet_soups_are_no_herbal_teas(matcher: ProductMatcher, soup: str) -> None:
    assert key_of(matcher, soup) != "black_bean_tea"


def test_wine_of_one_fruit_is_no_fruit(matcher: ProductMatcher) -> None:
    found = matcher.compare(
        matcher.read([ProductText("Fresh strawberries")]), matcher.read([ProductText("Strawberry wine")])
    )
    assert Relation(int(found.relation[0, 0])) >= Relation.FAMILY
