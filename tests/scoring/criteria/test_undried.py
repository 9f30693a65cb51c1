"""Fresh goods stand for no dried ones, nor dried for fresh, where both sides say which they mean."""

from __future__ import annotations

import pytest

from scoring.criteria.undried import demand_state, offer_state
from scoring.product import Form
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("wanted", "offered", "forms"),
    [
        ({"product": "Quế vỏ khô"}, {"product": "vỏ quế tươi mới bóc"}, ("fresh", "dried")),
        ({"product": "Quế vỏ", "spec": "ẩm ≤ 13 %"}, {"product": "quế vỏ", "description": "chưa phơi"},
         ("fresh", "dried")),
        ({"product": "Lúa ST25 khô"}, {"product": "Lúa ST25", "description": "lúa tươi cắt máy"},
         ("fresh", "dried")),
        ({"product": "Cà phê Arabica nhân xanh"}, {"product": "cà phê chè quả tươi chín"},
         ("picked", "green")),
        ({"product": "Tiêu đen"}, {"product": "tiêu tươi nguyên chùm"}, ("fresh", "dried")),
        ({"product": "Măng tươi"}, {"product": "Măng tươi luộc"}, ("processed", "fresh")),
        ({"product": "Cà phê thóc"}, {"product": "cà phê vối quả tươi"}, ("picked", "parchment")),
        ({"product": "Nhân điều"}, {"product": "hạt điều thô"}, ("in_shell", "dried")),
        ({"product": "Tieu den"}, {"product": "tieu tuoi nguyen chum"}, ("fresh", "dried")),
        ({"product": "Tiêu đen 500 g/l"}, {"product": "tiêu chùm tươi"}, ("fresh", "dried")),
        ({"product": "Quế chẻ"}, {"product": "vỏ quế mới bóc còn tươi"}, ("fresh", "dried")),
        ({"product": "Kén tằm tươi"}, {"product": "kén tằm khô"}, ("dried", "fresh")),
        ({"product": "Ống hút cỏ bàng khô"}, {"product": "ống hút cỏ bàng tươi"}, ("fresh", "dried")),
    ],
)  # fmt: skip
def test_the_forms_of_both_sides_refuse(explained, wanted, offered, forms) -> None:
    match = explained(wanted, offered)
    product = next(each for each in match.reasons if each.criterion == "product")
    assert "wrong_form" in match.vetoes
    assert (product.facts["offered_form"], product.facts["demanded_form"]) == forms


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "Đương quy khô"}, {"product": "đương quy", "description": "sấy từ củ tươi 3 năm"}),
        ({"product": "Hoa hồi khô"}, {"product": "hoa hồi sấy khô"}),
        ({"product": "Quế vỏ"}, {"product": "quế vỏ tươi"}),  # asked instead
        ({"product": "Cà phê quả tươi"}, {"product": "Cà phê Arabica quả chín"}),
        ({"product": "Quế chẻ"}, {"product": "Quế Trà My", "description": "bóc từ cây tươi rồi phơi khô"}),
        ({"product": "Giỏ cói"}, {"product": "giỏ cói đựng hoa tươi"}),
        ({"product": "Tiêu đen"}, {"product": "tiêu Chư Sê", "description": "phơi khô, 550 g/l"}),
    ],
)
def test_what_is_not_said_or_the_same_does_not(explained, wanted, offered) -> None:
    assert "wrong_form" not in explained(wanted, offered).vetoes


def test_a_refusal_is_no_wish_and_a_kiln_that_lacks_dries_nothing() -> None:
    assert demand_state(Demand("d", "Đảng sâm", spec="rễ khô; không nhận củ tươi")) is Form.DRIED
    assert offer_state(Offer("o", "đảng sâm", remarks="chưa có lò sấy nên chỉ bán tươi")) is Form.FRESH
    assert offer_state(Offer("o", "thóc nếp", remarks="lua uot, chua phoi")) is Form.FRESH
    assert offer_state(Offer("o", "chè Shan", description="hái búp tươi, sao suốt thủ công")) is Form.NONE
    assert offer_state(Offer("o", "Arabica", description="fresh crop 2026, S16")) is Form.NONE
    assert offer_state(Offer("o", "nấm hương", description="màu tươi, để nơi khô ráo")) is Form.NONE


def test_species_of_coffee_are_told_in_vietnamese_too(explained) -> None:
    match = explained({"product": "Cà phê Robusta rang xay"}, {"product": "cà phê chè quả tươi chín"})
    product = next(each for each in match.reasons if each.criterion == "product")
    assert product.facts["species"] == ["Arabica", "Robusta"]


def test_a_factory_that_writes_dried_roots_takes_no_raw_ones(explained) -> None:
    spec = "Rễ khô nguyên củ, ẩm ≤ 13 %; không nhận củ tươi"
    wanted = {"product": "Hồng đẳng sâm khô", "description": "Nguyên liệu nấu cao", "spec": spec}
    assert "wrong_form" in explained(wanted, {"product": "đảng sâm tươi"}, "processor").vetoes


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Măng khô", "Măng luộc phơi khô"),
        ("Dried bamboo shoots", "Boiled and dried bamboo shoots"),
        ("Gừng khô", "gừng luộc phơi khô"),
        ("Táo đỏ sấy", "táo đỏ hấp sấy"),
        ("Nghệ khô", "nghệ luộc thái lát sấy khô"),
        ("Hồng trà", "chè đen lên men sấy khô"),
        ("Cá khô", "cá mặn phơi khô"),
    ],
)
def test_goods_boiled_or_steamed_before_they_are_dried_are_dried(explained, wanted, offered) -> None:
    match = explained({"product": wanted}, {"product": offered})
    assert not match.vetoes
    assert match.score_micro > explained({"product": wanted}, {"product": "tỏi khô"}).score_micro


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Măng khô", "Măng luộc"),
        ("Mực khô", "mực hấp"),
        ("Nấm khô", "nấm luộc muối"),
        ("Nấm khô", "nấm hương tươi"),
    ],
)
def test_goods_that_are_boiled_only_are_not(explained, wanted, offered) -> None:
    assert explained({"product": wanted}, {"product": offered}).vetoes
