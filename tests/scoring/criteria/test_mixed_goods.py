"""Offers of several kinds under one amount, of which the buyer wants one."""

import pytest


@pytest.mark.parametrize(
    ("wanted", "has", "fits", "others"),
    [
        ("Thổ cẩm đỏ", {"product": "Thổ cẩm đen, thổ cẩm đỏ"}, ["đỏ"], ["đen"]),
        (
            "Mật ong trắng",
            {"product": "Mật ong", "remarks": "mật ong trắng / vàng, tổng 2 tấn"},
            ["trắng"],
            ["vàng"],
        ),
        ("Lê sấy dẻo", {"product": "Lê sấy", "description": "dẻo, giòn; gói 250 g"}, ["dẻo"], ["giòn"]),
        ("Gạo ST25", {"product": "Gạo ST24 ST25"}, ["ST25"], ["ST24"]),
        ("Kẹo dừa sáp", {"product": "Kẹo dừa sáp, kẹo dừa nướng"}, ["Kẹo dừa sáp"], ["kẹo dừa nướng"]),
    ],
)
def test_the_share_of_the_kind_wanted_is_asked_and_the_whole_counted_as_a_most(
    one, offer, demand, wanted, has, fits, others
):
    offered, asked = offer(**has), demand(product=wanted)
    goods = one("product", offered, asked)
    assert (goods.code, goods.vetoes, goods.facts["offered_listed"]) == ("product_same", [], "all")
    assert (goods.facts["fits"], goods.facts["fits_not"], goods.facts.get("unsaid", [])) == (fits, others, [])
    assert one("volume", offered, asked).facts["supply_listed"] is True


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Thổ cẩm đỏ", "Thổ cẩm đỏ, loại 1"),
        ("Gạo ST25", "Gạo ST25"),
        ("Thổ cẩm", "Thổ cẩm đen, thổ cẩm đỏ"),  # any will do
    ],
)
def test_one_kind_alone_is_no_mixture(one, offer, demand, wanted, name):
    assert one("product", offer(product=name), demand(product=wanted)).facts.get("fits_not", []) == []


def test_a_place_that_a_sentence_denies_is_not_the_one_wanted(one, offer, demand):
    wanted = demand(product="sầu riêng Đắk Lắk")
    named, denied = (
        one("product", offer(product="sầu riêng", description=words), wanted).code
        for words in ("vườn Đắk Lắk, cơm vàng", "vườn Bình Phước, không phải Đắk Lắk, cơm vàng")
    )
    assert (named, denied) == ("product_same", "product_generic")


@pytest.mark.parametrize(
    ("has", "amount"),
    [
        ({"grade": "loại 1, loại 2"}, ""),
        ({"description": "hàng loại 1, 2 và 3"}, ""),
        ({"product": "Vải u hồng loại 1/2"}, ""),
        ({"grade": "Loại 1 chiếm 70%, loại 2 30%"}, "Loại 1 chiếm 70%"),
        ({"remarks": "3 tấn loại 1, 2 tấn loại 2"}, "3 tấn loại 1"),
    ],
)
def test_of_several_grades_under_one_amount_that_of_the_one_wanted_is_open(one, offer, demand, has, amount):
    offered, asked = offer(**has), demand(spec="loại 1")
    goods = one("product", offered, asked).facts
    assert (goods["grade_of_several"], goods["grade_amount"]) == (["1"], amount)
    assert one("volume", offered, asked).facts["supply_listed"] is True


def test_one_grade_or_all_of_those_wanted_is_no_mixture(one, offer, demand):
    for has, spec in (("loại 1", "loại 1"), ("loại 1, loại 2", "loại 1 hoặc loại 2"), ("loại 1, loại 2", "")):
        offered, asked = offer(grade=has), demand(spec=spec)
        assert "grade_of_several" not in one("product", offered, asked).facts
        assert "supply_listed" not in one("volume", offered, asked).facts
