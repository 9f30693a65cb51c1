"""Who asks for greens gets neither sweet potatoes nor chilli nor garlic, though all grow in one garden."""

import pytest

from scoring.greens import asks_for_greens, roots
from scoring.product import Lexicon, ProductMatcher, ProductText, Relation
from seeds import reference


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.from_rows(reference("products"), reference("synonyms"))


@pytest.mark.parametrize(
    ("text", "greens"),
    [("rau", True), ("chuoi chin, trung vit, rau", True), ("rau cu qua cac loai", False),
     ("rau, khoai lang", False), ("ca chua", False)],
)  # fmt: skip
def test_greens_are_asked_for_where_no_root_is_named(text, greens):
    assert asks_for_greens(text) is greens


def test_roots_are_the_family_of_the_product_table(lexicon):
    mask = roots(lexicon)
    assert mask[lexicon.index["sweet_potato"]]
    assert not mask[lexicon.index["cabbage"]]
    assert not mask[-1]


@pytest.mark.parametrize(
    ("offered", "relation"),
    [
        ("Tỏi Lý Sơn", Relation.FAMILY),
        ("Ớt chỉ thiên tươi", Relation.FAMILY),
        ("Hành tím Vĩnh Châu", Relation.FAMILY),
        ("Hành tây", Relation.VARIETY),
        ("Bắp cải", Relation.VARIETY),
    ],
)
def test_a_kitchen_that_wants_vegetables_is_not_offered_seasonings(lexicon, offered, relation):
    matcher = ProductMatcher(lexicon)
    asked, given = (matcher.read([ProductText(name)]) for name in ("rau củ quả các loại", offered))
    found = Relation(int(matcher.compare(asked, given).relation[0, 0]))
    assert found == relation or (relation == Relation.FAMILY and found > relation)
