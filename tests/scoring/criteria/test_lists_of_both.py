"""Goods that both sides list: each item is held against what is wanted, with the end that the list shares."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from scoring.criteria.items_meant import with_end
from scoring.criteria.packs import packs_named, vessel_named


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered", "fits"),
    [
        ("Khăn, túi thổ cẩm dệt tay", "Khăn, túi thổ cẩm lanh", ["Khăn", "túi thổ cẩm lanh"]),
        ("Khăn và túi thổ cẩm thêu tay", "khăn, túi thổ cẩm", ["khăn", "túi thổ cẩm"]),
        ("Váy, áo, khăn thổ cẩm", "Khăn, váy thổ cẩm", ["Khăn", "váy thổ cẩm"]),
        ("Mận, đào Mộc Châu", "Mận, đào", ["Mận", "đào"]),
    ],
)
def test_every_item_that_fits_counts(explained, wanted, offered, fits) -> None:
    facts = product_of(explained({"product": wanted}, {"product": offered})).facts
    assert facts["fits"] == fits
    assert facts["fits_not"] == []


def test_an_item_that_is_not_wanted_still_does_not_fit(explained) -> None:
    reason = product_of(explained({"product": "Túi thổ cẩm"}, {"product": "Túi thổ cẩm, mật ong"}))
    assert reason.facts["fits"] == ["Túi thổ cẩm"]


@pytest.mark.parametrize(
    ("wanted", "offered", "words"),
    [
        ("Khăn, túi thổ cẩm dệt tay", "Khăn, túi thổ cẩm lanh", ["dệt tay"]),
        ("Khăn, túi thổ cẩm thêu tay", "Khăn, túi thổ cẩm", ["thêu tay"]),
        ("Khăn, túi thổ cẩm dệt tay", "Khăn thổ cẩm", ["dệt tay"]),
        ("Túi thổ cẩm dệt tay", "Túi thổ cẩm", ["dệt tay"]),
        ("Nón lá khâu tay", "Nón lá", ["khâu tay"]),
        ("Khăn, túi thổ cẩm", "Khăn, túi thổ cẩm lanh", None),
        ("Khăn, túi thổ cẩm dệt tay", "Túi, khăn thổ cẩm dệt tay", None),
        ("Cam V2, CS1", "Cam V2 Cao Phong", None),  # each of these is one sort, and no end of the list
    ],
)
def test_what_ends_a_list_is_asked_of_each_of_its_goods(explained, wanted, offered, words) -> None:
    reason = product_of(explained({"product": wanted}, {"product": offered}))
    assert reason.facts.get("unsaid") == words


@pytest.mark.parametrize("packaging", ["túi ni lông", "bọc giấy, thùng 50 chiếc", "dán tem, bọc màng"])
def test_no_packing_is_laid_beside_a_size_or_a_bag_that_is_wanted(explained, packaging) -> None:
    wanted = {"product": "Khăn, túi thổ cẩm", "spec": "khăn 35 × 180 cm hoặc túi đeo vai"}
    reason = product_of(explained(wanted, {"product": "Khăn, túi thổ cẩm", "packaging": packaging}))
    told = sentence(reason.code, reason.facts, "vi")
    assert all(words not in told for words in packaging.split(", "))
    assert "“khăn 35 × 180 cm hoặc túi đeo vai”, bên bán chưa ghi: phải hỏi" in told


def test_packing_is_still_laid_beside_packing(explained) -> None:
    wanted = {"product": "Mật ong rừng", "spec": "túi 500 g"}
    reason = product_of(explained(wanted, {"product": "Mật ong rừng", "packaging": "chai thủy tinh"}))
    assert "chai thủy tinh" in sentence(reason.code, reason.facts, "vi")


@pytest.mark.parametrize(
    ("words", "name", "whole"),
    [
        ("Khăn thổ cẩm", "Khăn, túi thổ cẩm thêu tay", "Khăn thổ cẩm thêu tay"),
        ("khan tho cam", "khan, tui tho cam theu tay", "khan tho cam theu tay"),
        ("túi thổ cẩm", "Khăn, túi thổ cẩm thêu tay", "túi thổ cẩm"),
        ("Mận", "Mận, đào Mộc Châu", "Mận"),
    ],
)
def test_an_item_that_a_list_writes_short_has_its_end(words, name, whole) -> None:
    assert with_end(words, name) == whole


def test_a_bag_is_the_goods_themselves_in_a_list_too() -> None:
    assert vessel_named("Khăn, túi thổ cẩm") == "tui"
    assert vessel_named("Mật ong, trà túi lọc") == ""


@pytest.mark.parametrize(
    ("name", "packs"),
    [
        ("Giỏ, túi cói đan tay", ()),
        ("Giỏ cói, túi cói đan tay", ()),
        ("Khăn và túi thổ cẩm", ()),
        ("Giỏ mây tre", ()),
        ("Vải thiều đóng hộp 3 kg", ("hộp 3 kg",)),
    ],
)
def test_a_bag_that_is_sold_itself_is_no_pack_asked_for(name, packs) -> None:
    assert packs_named(name) == packs
