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
        ("Mật ong (nhãn, vải)", ["honey_longan", "honey_lychee"]),
        ("Cam sành, thùng 10 kg", ["orange_sanh"]),
        ("Bánh tráng nướng, bánh tráng phơi sương", ["rice_paper_snack", "rice_paper_sun"]),
        ("Hoa lay ơn, hoa ly cắt cành", ["gladiolus", "lily"]),
        ("Cà phê rang xay Robusta, Arabica", ["coffee_roasted"]),  # the head's form goes for both
        ("Mật ong hoa nhãn, vải", ["honey_longan"]),
        ("Live abalone, Haliotis diversicolor", ["abalone"]),  # in English a comma describes
    ],
)
def test_a_name_that_lists_goods_names_them_all(matcher: ProductMatcher, name: str, keys: list[str]) -> None:
    found = [matcher.lexicon.kinds[k].key for k in matcher.reading(ProductText(name)).kinds]
    assert found == keys


def test_goods_listed_in_two_forms_keep_each_its_own(matcher: ProductMatcher) -> None:
    asked = ProductText("Hạt sen tươi, hạt sen khô")
    for offered in ("Hạt sen khô Đồng Tháp", "hat sen tuoi"):
        assert matcher.explain(asked, ProductText(offered))["relation"] == "same"
    frozen = matcher.explain(asked, ProductText("Hạt sen cấp đông"))
    assert frozen["relation"] == "other_form"


def test_the_second_good_of_a_list_is_believed_as_the_first(matcher: ProductMatcher) -> None:
    first, second = (
        matcher.explain(ProductText("Hoa lay ơn, hoa ly cắt cành"), ProductText(name))["similarity"]
        for name in ("Hoa lay ơn", "Hoa ly cắt cành")
    )
    assert abs(first - second) < 0.1


def test_what_is_told_of_one_good_of_a_list_is_not_told_of_the_others(matcher: ProductMatcher) -> None:
    asked = ProductText("Măng khô, măng tươi", "măng khô lưỡi lợn")
    assert matcher.explain(asked, ProductText("măng vầu tươi"))["relation"] == "variety"
