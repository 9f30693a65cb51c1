"""Wares that buyers never swap are goods of their own; a place alone does not say what piece is offered."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bình gốm", "lọ gốm"),
        ("bình gốm", "chậu gốm"),
        ("túi thổ cẩm", "ví thổ cẩm"),
        ("túi thổ cẩm", "balo thổ cẩm"),
        ("giỏ tre", "giỏ mây"),
        ("khăn thổ cẩm", "váy thổ cẩm"),
        ("nấm lim xanh", "nấm linh chi"),
        ("brocade wallet", "brocade bag"),
        ("ceramic planter", "ceramic vase"),
        ("binh gom", "chau gom"),
    ],
)
def test_neither_is_the_other(explained, one, other):
    for wanted, offered in ((one, other), (other, one)):
        assert explained({"product": wanted}, {"product": offered}).vetoes == ["wrong_product"]


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("bình gốm", "bình hoa gốm"),
        ("bình hoa gốm", "lọ hoa gốm"),
        ("bình gốm", "bình gốm Bát Tràng"),
        ("gốm mỹ nghệ", "bình gốm"),
        ("túi thổ cẩm", "túi vải thổ cẩm"),
        ("giỏ mây", "giỏ mây tre"),
        ("thổ cẩm", "váy thổ cẩm"),
        ("nấm lim xanh", "nấm lim xanh Tiên Phước"),
    ],
)
def test_the_same_ware_is_right(explained, wanted, offered):
    match = explained({"product": wanted}, {"product": offered})
    assert (match.vetoes, match.reasons[0].code in ("product_same", "product_variety")) == ([], True)


def test_a_place_alone_is_asked_for_the_piece(explained):
    match = explained({"product": "bình gốm"}, {"product": "gốm Bát Tràng"})
    assert (match.vetoes, match.reasons[0].code) == ([], "product_generic")


@pytest.mark.parametrize(
    ("wanted", "offered", "code"),
    [
        ("lợn hơi", "lợn đen", "product_variety"),
        ("heo thịt", "lợn Mường", "product_variety"),
        ("lợn", "lợn Móng Cái", "product_variety"),
        ("lợn đen", "lợn hơi", "product_generic"),
    ],
)
def test_a_breed_sold_alive_is_of_its_animal(explained, wanted, offered, code):
    match = explained({"product": wanted}, {"product": offered})
    assert (match.vetoes, match.reasons[0].code) == ([], code)


def test_meat_of_a_breed_is_no_live_animal(explained):
    assert explained({"product": "lợn hơi"}, {"product": "thịt lợn đen"}).vetoes
