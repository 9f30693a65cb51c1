from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Mận hậu, đào Sa Pa", ["plum_hau", "peach_sa_pa"]),
        ("Thanh long ruột trắng/đỏ", ["dragon_fruit_white", "dragon_fruit_red"]),
        ("Cà phê bột/nhân rang Robusta", ["coffee_robusta_roast"]),  # one of its items is no green coffee
        ("Cam sành hoặc cam Vinh", ["orange_sanh", "orange_vinh"]),
        ("Xoài Sơn La (tượng da xanh, GL4)", ["mango_son_la", "mango_taiwan"]),
        ("Mật ong (nhãn, vải)", ["honey_multi"]),
        ("Cam sành, thùng 10 kg", ["orange_sanh"]),
    ],
)
def test_a_name_that_lists_goods_names_them_all(matcher: ProductMatcher, name: str, keys: list[str]) -> None:
    found = [matcher.lexicon.kinds[k].key for k in matcher.reading(ProductText(name)).kinds]
    assert found == keys
