"""What is no longer fresh is boxed and not canned, and a ripe coconut is no dried one."""

from __future__ import annotations

import pytest

from scoring.product import Form, ProductMatcher, ProductText, Relation
from scoring.product.roles import Role


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


@pytest.mark.parametrize(
    ("name", "description", "form"),
    [
        ("Dâu tây tươi Sơn La", "Dâu tây tươi đóng hộp bán lẻ", Form.FRESH),
        ("Việt quất", "trái tươi đóng hộp 125g", Form.NONE),
        ("Nho xanh Ninh Thuận đóng hộp nhựa 500 g", "", Form.NONE),
        ("dau tay tuoi dong hop 250g", "", Form.FRESH),
        ("Cà chua bi đóng hộp 500 g", "", Form.NONE),
        ("Bưởi da xanh", "bọc màng co, đóng hộp quà 2 quả", Form.NONE),
        ("Sữa tươi thanh trùng đóng hộp", "", Form.NONE),
        ("Trứng gà đóng hộp 10 quả", "", Form.NONE),
        ("Thịt lợn tươi hút chân không khay 500 g", "", Form.FRESH),
        ("Vải thiều đóng hộp 565 g", "", Form.CANNED),
        ("Vải thiều", "đóng hộp, ngâm nước đường, hạn 24 tháng", Form.CANNED),
        ("Vải thiều đóng lon", "", Form.NONE),  # a kind of its own
    ],
)
def test_a_box_of_fresh_goods_is_no_can(
    matcher: ProductMatcher, name: str, description: str, form: Form
) -> None:
    read = matcher.reading(ProductText(name, description))
    canned = "canned" in matcher.lexicon.kinds[read.kind].key
    assert (read.form, canned) == (form, "lon" in name.split())


def test_fresh_goods_in_a_tray_are_goods_and_no_trays(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Thịt bò tươi khay nhựa 500 g")).role is Role.GOODS
    assert matcher.reading(ProductText("Rau cải thùng xốp 10 kg")).role is Role.GOODS
    assert matcher.reading(ProductText("Khay nhựa đựng trứng gà")).role is Role.PACKAGING
