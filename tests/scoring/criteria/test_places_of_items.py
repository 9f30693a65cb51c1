"""The place of one of several goods that a buyer lists says nothing of the others, or is asked about."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("wanted", "offered", "item"),
    [
        ("Cam Canh, quýt vàng Bắc Sơn", "Cam Canh Lục Ngạn", "Cam Canh"),
        ("bưởi da xanh, quýt hồng Lai Vung", "bưởi da xanh Bến Tre", "bưởi da xanh"),
        ("bưởi Diễn và cam Cao Phong", "bưởi Diễn Phú Thọ", "bưởi Diễn"),
        ("mật ong bạc hà, chè Hà Giang", "Mật ong bạc hà Mèo Vạc", "mật ong bạc hà"),
        ("mật ong bạc hà, chè Hà Giang", "Chè Shan tuyết Hà Giang", "chè Hà Giang"),
        ("cam sành, địa lan Sa Pa", "cam sành Hà Giang", "cam sành"),
        ("gạo nếp, thịt trâu gác bếp Điện Biên", "gạo nếp Tú Lệ", "gạo nếp"),
    ],
)
def test_the_place_of_one_good_is_none_of_another(explained, wanted, offered, item):
    said = explained({"product": wanted}, {"product": offered}).reasons[0]
    assert said.code in ("product_same", "product_variety")
    assert said.facts["demanded_item"] == item
    assert said.facts.keys().isdisjoint(("form_of_list", "unsaid"))


@pytest.mark.parametrize(
    ("wanted", "offered", "place"),
    [
        ("tỏi, hành tím Lý Sơn", "Tỏi Phan Rang", "Lý Sơn"),
        ("tỏi, hành tím Lý Sơn", "Tỏi", "Lý Sơn"),
        ("gừng, nghệ Kỳ Sơn", "Gừng Hà Giang", "Kỳ Sơn"),
    ],
)
def test_a_place_that_may_go_for_both_is_asked(explained, wanted, offered, place):
    said = explained({"product": wanted}, {"product": offered}).reasons[0]
    assert said.code in ("product_same", "product_variety")
    assert said.facts["form_of_list"] == place


def test_a_place_that_is_kept_is_not_asked(explained):
    said = explained({"product": "tỏi, hành tím Lý Sơn"}, {"product": "Tỏi Lý Sơn"}).reasons[0]
    assert "form_of_list" not in said.facts


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("địa lan Sa Pa", "địa lan Sìn Hồ"),
        ("đào, địa lan Sa Pa", "địa lan Sìn Hồ"),
        ("Cam Canh, quýt vàng Bắc Sơn", "quýt vàng Trà Lĩnh"),
    ],
)
def test_goods_of_another_place_than_their_own_rank_behind(explained, wanted, offered):
    assert explained({"product": wanted}, {"product": offered}).reasons[0].code == "product_sibling"


@pytest.mark.parametrize(
    ("wanted", "offered", "right"),
    [
        ("Bưởi quả biếu (Diễn, bưởi đỏ, Đoan Hùng)", "bưởi đỏ Tân Lạc", True),
        ("Quýt ngọt (quýt vàng, quýt Trà Lĩnh)", "Quýt vàng Bắc Sơn", True),
        ("Vải (vải u hồng, vải Lục Ngạn)", "Vải u hồng Tân Yên", True),
        ("Quýt ngọt (quýt vàng, quýt Trà Lĩnh)", "Quýt Tràng Định", False),
    ],
)
def test_the_place_of_one_good_in_a_bracket_is_none_of_another(explained, wanted, offered, right):
    said = explained({"product": wanted}, {"product": offered}).reasons[0]
    assert (said.code in ("product_same", "product_variety")) is right
