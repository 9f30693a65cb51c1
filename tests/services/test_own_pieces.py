"""Goods counted by their own noun, and blooms of flowers that bear several on a stem."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.services.own_pieces import own_piece
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from, offer_from
from scoring.units import Units
from seeds import reference

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("product", "text", "amount", "price_unit"),
    [
        ("Khăn thổ cẩm", "120 khăn mỗi tháng, 350k/khăn", (120, "khăn", "month"), "khăn"),
        ("Giỏ tre", "mỗi tháng làm 500 giỏ, 45k một giỏ", (500, "chiếc giỏ", "month"), "chiếc giỏ"),
        ("Gùi mây", "30 gùi mỗi tháng, 450k/gùi", (30, "gùi", "month"), "gùi"),
        ("Khan tho cam", "120 khan moi thang, 350k/khan", (120, "khăn", "month"), "khăn"),
        ("Cam Cao Phong", "20 giỏ mỗi ngày", (20, "giỏ", "day"), ""),
        ("Rau cải", "tu 20 den 30 kg moi ngay", (20, "kg", "day"), ""),
    ],
)
def test_amounts_by_the_noun_of_the_goods_are_read(product, text, amount, price_unit) -> None:
    offer = offer_from({"id": "O", "product": product, "supply_text": text}, load_reference(), TODAY)
    assert (offer.quantity, offer.unit, offer.per) == amount
    assert offer.price_unit == price_unit


def test_pieces_of_the_goods_are_of_one_base() -> None:
    units = Units.from_rows(reference("units"))
    assert {units.find(word).base for word in ("khăn", "chiếc giỏ", "cái", "nón", "con dao")} == {"chiếc"}
    assert units.find("chiếc bánh").base == units.find("bánh").base
    assert units.find("bông").base != units.find("bông hoa").base


@pytest.mark.parametrize(
    ("unit", "product", "own"),
    [
        ("bông", "Hoa ly cắt cành", "bông hoa"),
        ("bông", "Hoa hồng cắt cành", ""),
        ("giỏ", "Giỏ quà Tết", ""),
        ("túi", "Túi thổ cẩm", "chiếc túi"),
        ("túi", "Túi lọc chè dây", ""),
        ("pieces", "Fresh coconuts", "quả"),
        ("cái", "Đũa tre", ""),
        ("cây", "Chổi đót", "cây chổi"),
    ],
)
def test_which_units_are_the_goods_themselves(unit, product, own) -> None:
    assert own_piece(unit, product) == own


def test_a_demand_counts_in_the_same_pieces() -> None:
    demand = demand_from(
        {"id": "D", "product": "Giỏ mây", "quantity": 10, "unit": "giỏ"}, load_reference(), TODAY
    )
    assert demand.unit == "chiếc giỏ"
