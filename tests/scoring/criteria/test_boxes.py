"""Gift boxes held against the box wanted, read with the whole table of kinds."""

from __future__ import annotations

import pytest

NORTH_WEST = {"product": "Hộp quà Tết đặc sản Tây Bắc", "spec": "hộp cứng, có thịt trâu gác bếp, in logo"}


@pytest.fixture(scope="module")
def told(explained):
    """The facts of an account on its goods, its code and its vetoes."""

    def account(wanted: dict, offered: dict):
        match = explained(wanted, offered, channel="gift_horeca")
        row = next(row for row in match.reasons if row.criterion == "product")
        return row.facts, row.code, match.vetoes

    return account


@pytest.mark.parametrize(
    ("wanted", "offered", "lacks"),
    [
        (NORTH_WEST, {"product": "Hộp quà trà sen & mật ong, tinh dầu tràm"}, ["thịt trâu gác bếp"]),
        (
            NORTH_WEST,
            {"product": "Hộp quà trà hoa vàng", "description": "hộp gỗ 2 lọ"},
            ["thịt trâu gác bếp"],
        ),
        ({"product": "Hộp quà trà hoa vàng"}, {"product": "Hộp quà trà sen & mật ong"}, ["trà hoa vàng"]),
        (
            {"product": "Set quà Tết: mật ong, hạt mắc ca, trà Shan tuyết"},
            {"product": "Set quà mật ong, mắc ca"},
            ["trà Shan tuyết"],
        ),
    ],
)
def test_a_box_without_a_good_that_the_buyer_names_is_another_box(told, wanted, offered, lacks):
    facts, _, vetoes = told(wanted, offered)
    assert (facts["box_lacks"], vetoes) == (lacks, ["wrong_product"])


@pytest.mark.parametrize(
    "offered",
    [
        {"product": "Hộp quà Tết Tây Bắc (thịt trâu gác bếp, lạp xưởng, mắc ca)"},
        {"product": "Giỏ quà Tết", "description": "6 món: trà Shan, mật ong, thịt trâu gác bếp, mắc khén"},
        {"product": "Giỏ quà Tết", "remarks": "giỏ tùy đặt: mật ong, chè Shan"},
        {"product": "Giỏ quà Tết"},
    ],
)
def test_a_box_that_holds_it_or_says_nothing_is_not_refused(told, offered):
    facts, _, vetoes = told(NORTH_WEST, offered)
    assert "box_lacks" not in facts
    assert vetoes == []


def test_what_a_box_does_not_say_is_asked(told):
    facts, _, vetoes = told({"product": "Hộp quà mật ong, trà Shan tuyết"}, {"product": "Hộp quà Tết"})
    assert (facts["box_unsaid"], vetoes) == (["mật ong", "trà Shan tuyết"], [])


@pytest.mark.parametrize(
    ("product", "apart"),
    [
        ("gio qua tet dac san mien Tay", [{"asks": "vùng cao", "offered": "miền Tây"}]),
        ("Hộp quà Tết biển đảo", [{"asks": "vùng cao", "offered": "biển đảo"}]),
        ("Giỏ quà Tết OCOP Tây Bắc", None),
        ("Giỏ quà Tết OCOP", None),
    ],
)
def test_a_box_of_another_part_of_the_country_is_told_apart(told, product, apart):
    facts, code, _ = told({"product": "Giỏ quà Tết đặc sản OCOP vùng cao"}, {"product": product})
    assert facts.get("apart") == apart
    assert (code == "product_apart") is bool(apart)


def test_a_product_in_a_box_of_its_own_is_what_a_box_of_it_holds(told):
    wanted = {"product": "Hộp quà trà hoa vàng", "unit": "hộp", "quantity": 300.0}
    boxed = {"product": "Trà hoa vàng nguyên bông hộp quà", "packaging": "hộp 20 g", "unit": "hộp"}
    facts, code, _ = told(wanted, boxed)
    assert (facts["boxed_good"], facts["demanded_set"], code) == (True, False, "product_variety")
    facts, _, _ = told(wanted, {"product": "Trà hoa vàng", "packaging": "túi 500 g", "unit": "kg"})
    assert facts["loose_good"]
    facts, _, _ = told(wanted, {"product": "Mật ong", "packaging": "hộp 500 g"})
    assert "boxed_good" not in facts
