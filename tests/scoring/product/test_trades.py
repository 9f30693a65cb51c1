"""Goods of another trade that bear a product's name."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation, Role
from scoring.product.normalise import syllables
from scoring.product.trades import of_another_trade


def told(name: str, description: str = "", eaten: bool = True, accented: bool = True) -> bool:
    words = syllables(name)
    return of_another_trade(words, syllables(description), [False] * len(words), accented, eaten)


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Me keo dán đa năng", ""),
        ("Bơ xe đạp trẻ em", ""),
        ("Bơm hồng", "motor 2kW"),
        ("Đá dừa", "m3"),
        ("Ống bơ", "1,5 inch"),
        ("Dầu tẩy sơn", ""),
        ("Chuỗi hạt bồ đề đeo tay", ""),
        ("Avocado bicycle bell", ""),
    ],
)
def test_words_and_units_tell_another_trade(name: str, description: str) -> None:
    assert told(name, description)


@pytest.mark.parametrize("name", ["Xoài bằng gốm", "Chuối giả", "Xoài nhựa bày mâm", "Ceramic mango"])
def test_the_image_of_a_product_is_a_thing_of_another_trade(matcher: ProductMatcher, name: str) -> None:
    assert matcher.reading(ProductText(name)).role is Role.TOOL


@pytest.mark.parametrize("name", ["Mật ong hũ bằng sứ", "Dừa sáp", "Cam giấy Hàm Yên", "Bình gốm"])
def test_packing_and_varieties_are_no_image(matcher: ProductMatcher, name: str) -> None:
    assert matcher.reading(ProductText(name)).role is Role.GOODS


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Xoài cát chu", "thùng 10 kg, loại 1"),
        ("Hồ tiêu đen", "500 g/l, bao 50 kg"),
        ("Rượu mận", "chai 500 ml, 29 độ V"),
        ("Nấm đông cô", "hộp 200 g"),
        ("Robusta", "S16, 60 kg"),
    ],
)
def test_packing_and_sizes_of_produce_do_not(name: str, description: str) -> None:
    assert not told(name, description)


def test_words_of_ornaments_tell_it_beside_food_alone() -> None:
    assert told("Quả bí trang trí")
    assert not told("Tranh tre trang trí", eaten=False)


def test_folded_words_that_are_as_often_produce_are_believed_with_their_marks_alone() -> None:
    assert told("Động cơ điện")
    assert not told("dong co kho", accented=False)


def test_a_known_product_covers_the_words_of_its_own_name(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Tranh sơn mài")).role is Role.GOODS
    assert matcher.reading(ProductText("Dưa lưới nhà màng")).role is Role.GOODS


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        ("Táo mèo tươi", "Sơn tra tường gốc dầu"),
        ("Dưa lưới", "Lưới che nắng"),
        ("Gạo ST25", "Lúa giống ST25"),
        ("Bưởi Năm Roi", "Cây bưởi Năm Roi bonsai"),
    ],
)
def test_such_goods_are_no_match_however_alike_the_names(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    assert found.relation[0, 0] == Relation.GATED
    assert found.similarity[0, 0] < 0.05
