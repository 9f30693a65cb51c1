"""Goods of a commune of several islands lie on the one at whose quay the seller names his price."""

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
