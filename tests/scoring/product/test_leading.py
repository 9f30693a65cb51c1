"""The phrase that leads a name, and the words around it."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText


def kind(matcher: ProductMatcher, name: str, description: str = "") -> str | None:
    reading = matcher.reading(ProductText(name, description))
    return matcher.lexicon.kinds[reading.kind].key if reading.kinds else None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Nước mắm cá linh", "fish_sauce"),
        ("Mắm cá linh", "mam_ca_linh"),
        ("Bánh đa cua", "banh_da_cua"),
        ("Củ sắn cao sản", "cassava_industrial"),
    ],
)
def test_a_vietnamese_name_is_led_by_the_product_with_which_it_opens(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert kind(matcher, name) == key


def test_a_foreign_word_or_a_way_of_raising_after_a_product_leaves_it_what_it_is(
    matcher: ProductMatcher,
) -> None:
    for name in ("heo soc bahnar", "tom su quang canh"):
        assert matcher.reading(ProductText(name)).certainty >= 0.9
    assert matcher.reading(ProductText("Bơ thực vật")).certainty < 0.6 or (
        kind(matcher, "Bơ thực vật") != "avocado"
    )


def test_a_strange_noun_at_the_head_makes_the_goods_something_else(matcher: ProductMatcher) -> None:
    found = matcher.compare(
        matcher.read([ProductText("Xoài cát")]), matcher.read([ProductText("Cưm xoài cát")])
    )
    assert found.similarity[0, 0] < 0.3


def test_a_variety_named_after_frozen_goods_leaves_them_frozen(matcher: ProductMatcher) -> None:
    assert kind(matcher, "Frozen durian Monthong") == "durian_frozen"
    assert kind(matcher, "Fresh ginger, air-dried") == "ginger"


def test_other_goods_of_the_trade_alone_in_brackets_are_what_is_meant(matcher: ProductMatcher) -> None:
    assert kind(matcher, "Nhãn Long Khánh (chôm chôm)") == "rambutan_long_khanh"
    assert kind(matcher, "Xoài cát (Hòa Lộc)") == kind(matcher, "Xoài cát Hòa Lộc")


def test_a_plant_named_by_an_animals_part_is_told_by_its_description(matcher: ProductMatcher) -> None:
    assert kind(matcher, "Ruột gà dây Tây Giang", "củ ba kích tím 3 năm") == "ba_kich"
    assert kind(matcher, "Chân gà sấy", "túi 200 g") == "chicken_feet_snack"


def test_an_english_name_that_ends_in_a_strange_noun_is_believed_less(matcher: ProductMatcher) -> None:
    strange = matcher.reading(ProductText("Dried mango brochures"))
    assert strange.certainty < matcher.reading(ProductText("Dried mango slices")).certainty


@pytest.mark.parametrize("name", ["Men lá nấu rượu", "men la nau ruou"])
def test_what_goods_are_used_for_leaves_them_what_they_are(matcher: ProductMatcher, name: str) -> None:
    assert kind(matcher, name) == "yeast_leaf"
    assert matcher.reading(ProductText(name)).certainty >= 0.9
    spirit = matcher.read([ProductText("ruou ngo men la")])
    assert matcher.compare(spirit, matcher.read([ProductText(name)])).similarity[0, 0] < 0.3


def test_a_bare_syllable_before_a_longer_name_of_other_goods_is_hardly_a_fruit(
    matcher: ProductMatcher,
) -> None:
    assert matcher.reading(ProductText("nhan dau xanh")).certainty < 0.5
    assert matcher.reading(ProductText("nhan long Hung Yen")).certainty > 0.9


def test_the_scent_of_a_product_is_not_the_product(matcher: ProductMatcher) -> None:
    found = matcher.explain(ProductText("Quế"), ProductText("Hương quế thắp"))
    assert found["similarity"] < 0.4


def test_a_foreign_word_says_what_a_bare_syllable_does_not(matcher: ProductMatcher) -> None:
    assert kind(matcher, "nhan xanh catimor Khe Sanh") != "longan"
    assert kind(matcher, "nhan tuoi") == "longan"


def test_a_colour_of_a_part_is_no_fruit(matcher: ProductMatcher) -> None:
    assert kind(matcher, "Hana Mộc Châu ruột hồng") != "persimmon"
    assert kind(matcher, "Hồng giòn Mộc Châu") == "persimmon_crisp"


def test_an_english_plant_behind_other_goods_is_hardly_that_plant(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("peanut plum")).certainty < 0.9
    assert matcher.reading(ProductText("fresh cherry tomatoes")).certainty > 0.8


def test_one_bare_syllable_inside_a_description_names_nothing(matcher: ProductMatcher) -> None:
    assert kind(matcher, "Ken Mong Tram Tau", "loai nho treo tuong") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Prickly pear", "prickly_pear"),
        ("Cashew apple", "cashew_apple"),
        ("Càng cua biển hấp", "crab_claw"),
        ("com than say Hai Tien", "dried_anchovy"),
        ("Túi thơm thảo mộc", "herbal_sachet"),
        ("sua bo Moc Chau thanh trung", "milk_moc_chau"),
        ("mac mat tim", "passion_fruit_purple"),
    ],
)
def test_names_that_hold_another_products_word_mean_what_the_trade_means(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert kind(matcher, name) == key
