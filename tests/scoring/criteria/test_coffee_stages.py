"""Coffee as picked, in parchment, green and roasted: told apart by the words of both sides."""

from __future__ import annotations

import pytest

from scoring.criteria.coffee_stages import offer_stages, stages
from scoring.records import Offer


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered", "forms"),
    [
        ({"product": "Cà phê", "spec": "nhân xanh"}, {"product": "Cà phê chè quả tươi chín"},
         ("picked", "green")),
        ({"product": "Cà phê", "spec": "rang xay 500 g"}, {"product": "Cà phê vối trái tươi"},
         ("picked", "roasted")),
        ({"product": "ca phe nhan"}, {"product": "ca phe che qua tuoi chin"}, ("picked", "green")),
        ({"product": "Roasted robusta coffee"}, {"product": "Ripe arabica coffee cherries"},
         ("picked", "roasted")),
        ({"product": "Cà phê quả tươi"}, {"product": "Cà phê nhân xanh Arabica"}, ("green", "picked")),
        ({"product": "Cà phê Arabica", "spec": "nhân xanh sàng 16"},
         {"product": "Cà phê chè", "grade": "quả chín đỏ trên 95%", "shelf_life_days": 1},
         ("picked", "green")),
        ({"product": "Cà phê hạt rang"}, {"product": "Cà phê hạt Robusta S18"}, ("green", "roasted")),
    ],
)  # fmt: skip
def test_another_stage_is_another_form(explained, wanted, offered, forms) -> None:
    match = explained(wanted, offered)
    facts = product_of(match).facts
    assert "wrong_form" in match.vetoes
    assert (facts["offered_form"], facts["demanded_form"]) == forms
    assert not facts.get("offered_form_unsaid")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "Cà phê nhân xanh", "spec": "không nhận quả tươi"},
         {"product": "Cà phê chè Sơn La", "description": "chế biến ướt, 100% quả chín"}),
        ({"product": "Cà phê Arabica nhân xanh", "spec": "từ quả chín ≥ 95%"},
         {"product": "Cà phê Arabica nhân xanh", "description": "hái chọn quả chín 98%"}),
        ({"product": "Cà phê nhân"}, {"product": "Cà phê nhân và cà phê rang xay"}),
        ({"product": "Cà phê quả tươi"}, {"product": "Cà phê vối quả tươi", "description": "nhân đẹp"}),
        ({"product": "Cà phê nhân"}, {"product": "Cà phê Catimor", "description": "hương trái cây chín"}),
    ],
)  # fmt: skip
def test_fruit_that_beans_came_from_is_not_what_is_sold(explained, wanted, offered) -> None:
    assert "wrong_form" not in explained(wanted, offered).vetoes


def test_each_item_of_a_list_has_its_own_stage() -> None:
    assert stages("Cà phê nhân, cà phê rang") == {"green", "roasted"}
    assert stages("nhân chưa rang") == {"green"}
    assert stages("green coffee, made from ripe cherries") == {"green"}
    assert offer_stages(Offer("o", "Cà phê Catimor", description="100% quả chín")) == frozenset()
