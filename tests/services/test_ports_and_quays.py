"""Ports, gates and quays of prices: which one is meant, and where goods of a commune of islands lie."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from


@pytest.mark.parametrize(
    ("place", "text", "node"),
    [
        ("Kiên Hải, An Giang", "150k/kg tại bến Hòn Tre", "hon_tre"),
        ("đặc khu Kiên Hải", "150k/kg tại bến Hòn Tre", "hon_tre"),
        ("Hòn Sơn, Kiên Hải, Kiên Giang", "150k/kg tại bến Hòn Tre", ""),
        ("Kiên Hải, An Giang", "150k/kg tại bến Rạch Giá", ""),
    ],
)
def test_the_island_of_the_quay_named(place, text, node) -> None:
    record = {"id": "O", "product": "cá cơm khô", "place": place, "supply_text": text}
    assert offer_from(record, load_reference(), date(2026, 11, 27)).place.node == node


@pytest.mark.parametrize(
    ("text", "node", "province"),
    [
        ("150k/kg tại cảng Chùa Vẽ", "", "Hải Phòng"),
        ("150k/kg tại cửa khẩu Kim Thành", "kim_thanh", "Lào Cai"),
        ("150k/kg giao cửa khẩu Thanh Thủy", "thanh_thuy", "Tuyên Quang"),
        ("150k/kg giao cảng Kỳ Hà", "nui_thanh", "Đà Nẵng"),
        ("150k/kg CPT Cat Lai port", "cat_lai", "Hồ Chí Minh"),
        ("150k/kg giao ICD Phước Long", "", "Hồ Chí Minh"),
    ],
)
def test_ports_and_gates_are_found(text, node, province) -> None:
    record = {"id": "O", "product": "hạt tiêu đen", "place": "Chư Sê, Gia Lai", "supply_text": text}
    offer = offer_from(record, load_reference(), date(2026, 11, 27))
    at = next(doubt.facts["at"] for doubt in offer.doubts if doubt.code == "price_at_place")
    assert (at.get("node", ""), at["province"]) == (node, province)


def test_some_port_of_inland_goods_is_not_where_they_grow() -> None:
    record = {
        "id": "O",
        "product": "hạt tiêu đen",
        "place": "Chư Sê, Gia Lai",
        "supply_text": "150k/kg tại cảng",
    }
    offer = offer_from(record, load_reference(), date(2026, 11, 27))
    assert offer.price_basis == ""
    caught = {
        "id": "O",
        "product": "cá thu",
        "place": "Lý Sơn, Quảng Ngãi",
        "supply_text": "150k/kg tại cảng",
    }
    assert offer_from(caught, load_reference(), date(2026, 11, 27)).price_basis == "farm_gate"
