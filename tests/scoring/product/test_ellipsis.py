"""Names that leave their head noun out."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText
from scoring.product.reading import GUESSED


def line(matcher: ProductMatcher, key: str) -> set[str]:
    lexicon = matcher.lexicon
    i = lexicon.index[key]
    return {key, *(lexicon.kinds[k].key for k in (*lexicon.ancestors(i), *lexicon.descendants(i)))}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("đông cô Sa Pa loại 1", "shiitake"),
        ("cát chu Cao Lãnh", "mango_cat_chu"),
        ("Booth 7 loại 1", "avocado_booth"),
        ("xiêm lùn Bến Tre", "coconut_young"),
        ("thieu Thanh Ha", "lychee_thanh_ha"),
        ("Cavendish", "banana_cavendish"),
    ],
)
def test_the_end_of_a_name_means_the_product_it_belongs_to_alone(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    reading = matcher.reading(ProductText(name))
    assert reading.kinds
    assert matcher.lexicon.kinds[reading.kind].key in line(matcher, key)


def test_an_end_that_several_products_share_or_that_is_a_place_means_none(matcher: ProductMatcher) -> None:
    assert not matcher.reading(ProductText("không hạt loại 1")).kinds
    assert not matcher.reading(ProductText("Lục Ngạn loại 1")).kinds


def test_a_shortened_name_is_believed_less_unless_the_description_agrees(matcher: ProductMatcher) -> None:
    alone = matcher.reading(ProductText("đông cô loại 1"))
    told = matcher.reading(ProductText("đông cô loại 1", "nấm hương rừng"))
    assert alone.certainty <= GUESSED < told.certainty


def test_a_description_that_opens_with_a_product_explains_a_strange_name(matcher: ProductMatcher) -> None:
    reading = matcher.reading(ProductText("Cô gái gà rừng hộp 6 chai", "mật ong hoa nhãn 500 ml"))
    assert matcher.lexicon.kinds[reading.kind].key == "honey_longan"
    assert reading.certainty < 1
