"""Kinds of one product that stand beside each other in an offer's words."""

import pytest

from scoring.mixtures import kinds_asked, kinds_listed, told_of


@pytest.mark.parametrize(
    ("asks", "told", "fits", "others"),
    [
        ("Măng tây xanh", ("Măng tây tím, măng tây xanh",), ["xanh"], ["tím"]),
        ("Mít sấy giòn", ("Mít sấy", "", "mit say gion + say deo goi 250g, tong 5 ta"), ["gion"], ["deo"]),
        ("Shan green tea", ("Trà Shan", "green / white / black orthodox"), ["green"], ["white", "black"]),
        ("Khoai lang tím", ("Khoai lang", "", "khoai lang mat nau / tim, tong 40 tan"), ["tim"], ["nau"]),
        ("Thanh long ruột đỏ", ("Thanh long", "white/red flesh, 400-600 g"), ["red"], ["white"]),
        ("Ớt chuông đỏ", ("Ớt chuông (đỏ, vàng, xanh)",), ["đỏ"], ["vàng", "xanh"]),
        ("Hồ tiêu sọ trắng", ("Hồ tiêu", "đen + sọ"), ["sọ"], ["đen"]),
        (
            "Cà phê Arabica honey",
            ("Cà phê nhân", "washed / honey / natural"),
            ["honey"],
            ["washed", "natural"],
        ),
    ],
)
def test_what_is_wanted_and_what_stands_beside_it_are_told_apart(asks, told, fits, others):
    assert told_of(kinds_asked(asks), kinds_listed(*told)[1]) == (fits, others)


@pytest.mark.parametrize(
    "words",
    [
        "vỏ xanh, ruột đỏ",  # two parts of one fruit
        "Ớt chuông đỏ",  # one kind
        "ớt đỏ, không xanh",  # denied
        "đỏ tươi. Xanh là hàng của vụ sau",  # two sentences
        "giao đến kho, đo cân tại chỗ",  # other words of the same letters
    ],
)
def test_words_that_list_no_two_kinds_are_no_mixture(words):
    assert kinds_listed(words) == (0, ())


@pytest.mark.parametrize("product", ["Thanh long ruột trắng hoặc ruột đỏ", "Mật ong honey", "Gạo ST25"])
def test_who_takes_several_kinds_or_names_none_asks_for_no_single_one(product):
    assert kinds_asked(product) == 0
