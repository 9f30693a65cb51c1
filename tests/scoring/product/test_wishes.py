"""Words of buying and selling before the goods name nothing."""

import pytest

from scoring.product import ProductMatcher, ProductText, Role
from scoring.product.normalise import fold

WISHES = [
    "Cần mua",
    "Thu mua",
    "Chuyên cung cấp",
    "Tìm nguồn",
    "Bán",
    "Bên em cần mua",
    "Cần mua gấp 2 tấn",
    "Lô hàng",
]
GOODS = ["vải thiều Lục Ngạn", "miến dong", "cá hồi xông khói", "gạo Séng Cù", "rượu cần"]


@pytest.mark.parametrize("goods", GOODS)
@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_before_the_goods_changes_nothing_of_what_they_are(
    matcher: ProductMatcher, wish: str, goods: str
) -> None:
    for text in (goods, fold(goods)):
        named = matcher.reading(ProductText(text))
        wished = matcher.reading(ProductText(f"{wish if text == goods else fold(wish)} {text}"))
        assert (wished.kinds, wished.role, wished.head) == (named.kinds, named.role, named.head)
        assert wished.certainty == named.certainty


@pytest.mark.parametrize(
    ("text", "key"),
    [("ban ghe may", "rattan_furniture"), ("tim sen", "lotus_plumule"), ("Chuyên bán mận", "plum")],
)
def test_a_word_with_which_a_product_begins_stays(matcher: ProductMatcher, text: str, key: str) -> None:
    reading = matcher.reading(ProductText(text))
    assert matcher.lexicon.kinds[reading.kind].key == key
    assert reading.role is Role.GOODS


def test_what_is_made_of_a_product_is_still_asked_for(matcher: ProductMatcher) -> None:
    words = [word.raw for word in matcher.reading(ProductText("Sản phẩm từ sâm Ngọc Linh")).name]
    assert words[:2] == ["phẩm", "từ"]


def test_a_wish_alone_names_nothing(matcher: ProductMatcher) -> None:
    assert not matcher.reading(ProductText("Cần mua")).kinds


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Vietnamese lacquer bowl", "lacquer_bowl"),
        ("Organic pork leg", "pork_leg"),
        ("Fresh chilis", "chili_fresh"),
    ],
)
def test_the_head_of_an_english_name_has_the_words_that_two_names_share(
    matcher: ProductMatcher, text: str, key: str
) -> None:
    kind = matcher.reading(ProductText(text)).kind
    assert "chili" in matcher.lexicon.kinds[kind].key or matcher.lexicon.kinds[kind].key == key


def test_a_bag_is_the_goods_whatever_it_is_for(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Brocade bag for export")).role is Role.GOODS
    assert matcher.reading(ProductText("Bag for lychee")).role is Role.PACKAGING
