"""English names that follow from the names of what goods are made of."""

from __future__ import annotations

import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText
from scoring.product.english_names import further_names
from scoring.product.kind import Kind


def key_of(matcher: ProductMatcher, name: str) -> str:
    return matcher.lexicon.kinds[matcher.reading(ProductText(name)).kind].key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Downy myrtle wine", "wine_sim"),
        ("Apricot liqueur", "wine_mo"),
        ("Maize brandy", "corn_liquor"),
        ("Hmong apple wine", "wine_tao_meo"),
        ("Dried ber", "jujube_dried"),
        ("Frozen pitahaya", "dragon_fruit_frozen"),
        ("Soya bean oil", "soybean_oil"),
        ("Frozen litchi", "lychee_frozen"),
    ],
)
def test_goods_are_named_by_any_name_of_what_they_are_made_of(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert key_of(matcher, name) == key


def test_a_name_that_would_mean_two_kinds_or_that_one_bears_is_left_out() -> None:
    plum = Kind("plum", name_en="plum", synonyms_en=("gage",), category="fruit")
    wine = Kind("plum_wine", name_en="plum wine", category="alcohol")
    other = Kind("gage_wine", name_en="gage wine", category="alcohol")
    assert ("gage", "wine") in further_names((plum, wine), ())[1]
    assert ("gage", "wine") not in further_names((plum, wine), (("gage", "wine"),))[1]
    assert ("gage", "wine") not in further_names((plum, wine, other), ())[1]


def test_words_stand_for_one_another_in_their_trade_only() -> None:
    oil = Kind("oil", name_en="plum oil", category="edible oil")
    tea = Kind("tea", name_en="plum tea", category="herbal tea")
    found = further_names((oil, tea), ())
    assert ("plum", "infusion") in found[1]
    assert ("plum", "essence") not in found[0]


def test_a_product_without_its_row_lends_no_names(whole: Lexicon) -> None:
    assert ("downy", "myrtle", "wine") in whole.plain
    assert ("downy", "myrtle", "wine") not in whole.without(["sim_fruit"]).plain
