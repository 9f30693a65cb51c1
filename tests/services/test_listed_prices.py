"""A list of prices in a seller's words tells which of his goods costs what."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from

TODAY = date(2026, 11, 27)
FIELDS = {"id": "O", "price_unit": "kg"}


def listed(record: dict[str, object]) -> list[tuple[str, float]]:
    doubts = offer_from(FIELDS | record, load_reference(), TODAY).doubts
    parts = (doubt.facts["parts"] for doubt in doubts if (doubt.field, doubt.code) == ("price", "several"))
    return [(part["words"], part["price_min"]) for part in next(parts, [])]


@pytest.mark.parametrize("field", ["description", "supply_text"])
@pytest.mark.parametrize(
    ("product", "words", "low", "high", "parts"),
    [
        ("gừng, nghệ", "gừng 22k, nghệ 18k tại vườn", 18000, 22000,
         [("gừng 22k", 22000), ("nghệ 18k", 18000)]),
        ("cam và bưởi", "cam 18k/kg; bưởi 25k/kg", 18000, 25000,
         [("cam 18k/kg", 18000), ("bưởi 25k/kg", 25000)]),
        ("nấm rơm, nấm mèo", "nấm rơm 90k, nấm mèo 95k lên xe", 90000, 95000,
         [("nấm rơm 90k", 90000), ("nấm mèo 95k", 95000)]),
    ],
)  # fmt: skip
def test_a_list_that_spans_the_price_of_the_fields_is_kept(field, product, words, low, high, parts) -> None:
    record = {"product": product, field: words, "price_min": low, "price_max": high}
    assert [(said.split(" tại")[0].split(" lên")[0], at) for said, at in listed(record)] == parts


@pytest.mark.parametrize(
    "changes",
    [
        {"price_max": 30000},  # the fields say another price
        {"price_unit": "hộp", "description": "gừng 22k/kg, nghệ 18k/kg"},
        {"product": "gừng"},  # one kind of goods
        {"description": "gừng 22 kg một bao, trồng 18 năm"},
        {"description": None},
        {"description": "giá 22k, nghệ 18k"},
    ],
)
def test_a_list_that_differs_from_the_fields_leaves_them_alone(changes) -> None:
    record = {
        "product": "gừng, nghệ",
        "description": "gừng 22k, nghệ 18k",
        "price_min": 18000,
        "price_max": 22000,
    }
    assert listed(record)
    assert listed(record | changes) == []
