"""A place with several cultivars is no other name of one of them: what grows there is asked."""

from __future__ import annotations

import pytest


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered", "word"),
    [
        ("Xoài cát chu", "Xoài Cao Lãnh", "cát chu"),
        ("Mận tam hoa", "Mận Bắc Hà", "tam hoa"),
        ("Bưởi năm roi", "Bưởi Bến Tre", "năm roi"),
        ("Chanh leo tím", "Chanh dây Gia Lai", "tím"),
        ("Cam V2", "Cam Cao Phong", "V2"),
        ("Cam lòng vàng", "Cam Cao Phong", "lòng vàng"),
        ("Chè Kim Tuyên", "Chè Mộc Châu", "Kim Tuyên"),
    ],
)
def test_a_cultivar_is_asked_of_goods_named_by_their_place(explained, wanted, offered, word) -> None:
    reason = product_of(explained({"product": wanted}, {"product": offered}))
    assert reason.code == "product_generic"
    assert word in reason.facts["unsaid"]


@pytest.mark.parametrize(
    ("wanted", "offered", "place"),
    [
        ("Mận Bắc Hà", "Mận tả hoàng ly Bắc Hà", ""),
        ("Xoài Cao Lãnh", "Xoài cát chu", "Cao Lãnh"),
        ("Cam Cao Phong", "Cam CS1 Cao Phong", ""),
        ("Cam Cao Phong", "Cam lòng vàng", "Cao Phong"),
    ],
)
def test_any_cultivar_of_the_place_asked_for_is_right(explained, wanted, offered, place) -> None:
    match = explained({"product": wanted}, {"product": offered, "description": f"trồng ở {place}"})
    assert not match.vetoes
    assert product_of(match).code in ("product_same", "product_variety")


def test_a_citrus_place_excludes_a_cultivar_that_does_not_grow_there(explained) -> None:
    assert product_of(explained({"product": "Cam V2"}, {"product": "Cam Vinh"})).code == "product_sibling"
