"""What is no longer fresh is boxed and not canned, and a ripe coconut is no dried one."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation


def relation(matcher: ProductMatcher, demand: str, offer: str) -> Relation:
    asked, given = (matcher.read([ProductText(name)]) for name in (demand, offer))
    return Relation(int(matcher.compare(asked, given).relation[0, 0]))


@pytest.mark.parametrize(
    ("demand", "offer", "expected"),
    [
        ("Rong nho tách nước", "rong nho tách nước đóng hộp 100 g", Relation.SAME),
        ("Rong nho tách nước", "Rong nho tươi", Relation.OTHER_FORM),
        ("Rong nho tươi", "rong nho tách nước đóng hộp 100 g", Relation.OTHER_FORM),
        ("Vải thiều", "Vải thiều đóng hộp 565 g", Relation.OTHER_FORM),
        ("Miến dong", "Miến dong đóng hộp 500 g", Relation.SAME),
    ],
)
def test_a_box_is_a_form_only_of_goods_that_are_fresh(
    matcher: ProductMatcher, demand: str, offer: str, expected: Relation
) -> None:
    assert relation(matcher, demand, offer) is expected


def test_a_ripe_coconut_is_another_product_and_no_dried_form(matcher: ProductMatcher) -> None:
    assert relation(matcher, "Dừa sáp", "Dừa khô nguyên liệu") not in (Relation.OTHER_FORM, Relation.SAME)
    assert relation(matcher, "Dừa khô", "Dừa khô nguyên liệu") is Relation.SAME


def test_a_set_that_is_wanted_is_met_by_all_its_goods_and_one_offered_is_not_each_of_them(matcher):
    box = [ProductText("Giỏ quà Tết: cà phê rang xay, hạt mắc ca, mật ong")]
    honey = [ProductText("Mật ong hoa cà phê")]
    wanted = matcher.compare(matcher.read(box), matcher.read(honey)).relation[0, 0]
    offered = matcher.compare(matcher.read(honey), matcher.read(box)).relation[0, 0]
    assert (Relation(int(wanted)), int(offered) > Relation.OTHER_FORM) == (Relation.GENERIC, True)
