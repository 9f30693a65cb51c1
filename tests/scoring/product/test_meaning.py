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
    ],
)
def test_the_narrowest_kind_that_the_words_name_is_meant(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert matcher.lexicon.kinds[matcher.reading(ProductText(name)).kind].key == key
