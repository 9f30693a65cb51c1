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


@pytest.mark.parametrize(
    ("name", "sure"),
    [("Quả bơ", True), ("Măng tây xanh", True), ("Măng lạ đời", False), ("Bơ lạ vị", False)],
)
def test_a_syllable_that_runs_on_into_a_strange_word_is_doubted(
    matcher: ProductMatcher, name: str, sure: bool
) -> None:
    assert (matcher.reading(ProductText(name)).certainty > 0.8) is sure


def test_a_fruit_is_no_cloth_where_the_lexicon_lacks_the_fruit(matcher: ProductMatcher) -> None:
    lexicon = matcher.lexicon
    gone = lexicon.index["lychee"]
    lacking = ProductMatcher(
        lexicon.without(["lychee", *(lexicon.kinds[k].key for k in lexicon.descendants(gone))])
    )
    assert lacking.reading(ProductText("Quả vải tươi")).certainty <= 0.4


def test_text_adds_less_where_unknown_names_open_with_different_words(matcher: ProductMatcher) -> None:
    lexicon = matcher.lexicon
    gone = lexicon.index["pomelo"]
    lacking = ProductMatcher(
        lexicon.without(["pomelo", *(lexicon.kinds[k].key for k in lexicon.descendants(gone))])
    )
    offers = lacking.read([ProductText("Bưởi hồng vườn nhà"), ProductText("Tinh dầu hoa bưởi")])
    found = lacking.compare(lacking.read([ProductText("Bưởi hồng")]), offers)
    assert found.similarity[0, 0] > 2 * found.similarity[0, 1]
