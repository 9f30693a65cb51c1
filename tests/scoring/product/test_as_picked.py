"""Coffee and cacao in the fruit are fresh, and what was chosen or made from ripe fruit is not."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [
        ("cà phê chè quả tươi chín", "", "coffee_cherry"),
        ("ca phe voi qua tuoi hai chin", "", "coffee_cherry"),
        ("Cà phê Catimor trái chín hái tay", "", "coffee_cherry"),
        ("Cà phê vối", "quả tươi hái chín trên 95%", "coffee_cherry"),
        ("Robusta coffee", "fresh ripe cherries 95 % red", "coffee_cherry"),
        ("ca cao quả tươi", "", "cacao_pod"),
        ("Cà phê Arabica", "chế biến ướt từ quả chín 95%", "coffee_arabica_green"),
        ("Cà phê Arabica nhân xanh", "chọn từ quả tươi hái chín", "coffee_arabica_green"),
        ("Cà phê nhân tươi mới", "", "coffee_green"),
    ],
)
def test_ripe_fruit_is_told_from_what_is_made_of_it(
    matcher: ProductMatcher, name: str, description: str, kind: str
) -> None:
    assert matcher.lexicon.kinds[matcher.reading(ProductText(name, description)).kind].key == kind


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        ("Cà phê Arabica nhân xanh", "cà phê chè quả tươi chín"),
        ("Cà phê nhân xô", "cà phê vối quả tươi"),
        ("hạt ca cao lên men", "ca cao quả tươi"),
        ("Chè Shan tuyết", "búp chè tươi Shan tuyết"),
    ],
)
def test_it_is_another_form_than_the_bean(matcher: ProductMatcher, demand: str, offer: str) -> None:
    asked, given = (matcher.read([ProductText(name)]) for name in (demand, offer))
    assert Relation(int(matcher.compare(asked, given).relation[0, 0])) is Relation.OTHER_FORM


def test_fresh_fruit_that_is_the_goods_stays_fruit(matcher: ProductMatcher) -> None:
    assert matcher.lexicon.kinds[matcher.reading(ProductText("Quả tươi các loại")).kind].key == "fruit"
