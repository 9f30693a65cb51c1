"""Which kind a phrase means: the narrower one, and the one in the form told."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Gạo Seng Cù", "rice_seng_cu"),
        ("Gạo séng cù", "rice_seng_cu"),
        ("Chả mực cấp đông", "squid_cake"),
        ("Mực cấp đông", "squid_frozen"),
        ("Xoài sấy dẻo", "mango_dried"),
        ("Miến dong Bình Liêu", "noodle_mien_binh_lieu"),
        ("Nhang trầm không tăm", "agarwood_incense"),
        ("Cà phê Arabica Khe Sanh rang mộc", "coffee_arabica_roast"),
        ("Cà phê Buôn Ma Thuột rang xay", "coffee_robusta_roast"),
        ("Cà phê Khe Sanh", "coffee_arabica_khe_sanh"),
        ("Kudzu root starch", "kudzu_starch"),
    ],
)
def test_the_narrowest_kind_that_the_words_name_is_meant(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert matcher.lexicon.kinds[matcher.reading(ProductText(name)).kind].key == key


@pytest.mark.parametrize(
    ("name", "description", "key"),
    [
        ("sua tuoi TT Don Duong", "bich 1 lit, giao lanh", "milk"),
        ("sua tuoi Nha Trang", "bich 1kg, nau bun sua", "jellyfish"),
        ("sam dat Quang Ngai", "sa sung kho, nau nuoc leo", "peanut_worm"),
        ("sam dat Bat Xat", "cu ngot mat, loai 1", "yacon"),
        ("dau tay trang dua", "chai 200ml", "makeup_remover"),
        ("dau tay trang", "qua tuoi, hop 500g", "strawberry"),
    ],
)
def test_a_bare_name_is_told_by_what_stands_beside_it(
    matcher: ProductMatcher, name: str, description: str, key: str
) -> None:
    assert matcher.lexicon.kinds[matcher.reading(ProductText(name, description)).kind].key == key


def test_a_name_of_two_goods_alone_means_both(matcher: ProductMatcher) -> None:
    kinds = matcher.reading(ProductText("sâm đất")).kinds
    assert {matcher.lexicon.kinds[k].key for k in kinds} == {"peanut_worm", "yacon"}
