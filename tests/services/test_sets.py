"""An unmarked "bo" beside goods that are sold by the set."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from


@pytest.mark.parametrize(
    ("product", "text", "unit"),
    [
        ("gio qua tet dac san tay bac", "100 bo, giao thang 12, 1, gia 520k/bo", "bộ"),
        ("am chen Bat Trang", "20 bo am chen moi thang, 450k/bo", "bộ"),
        ("rau muong", "200 bo moi ngay, 8k/bo", "bó"),
        ("Giỏ quà Tết", "100 bó hoa kèm theo, giá 50k/bó", "bó"),  # marked as written
    ],
)
def test_goods_sold_by_the_set_are_counted_in_sets(product: str, text: str, unit: str) -> None:
    record = {"id": "X", "product": product, "supply_text": text}
    offer = offer_from(record, load_reference(), date(2026, 11, 21))
    assert (offer.unit, offer.price_unit) == (unit, unit)
