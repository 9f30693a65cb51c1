from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from matchmaker.web import amounts


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """A request without a chosen language."""
    with Flask(__name__).test_request_context():
        yield


@pytest.mark.parametrize(
    ("parsed", "text"),
    [
        ({"quantity": 15, "unit": "tấn", "per": "day"}, "15 tấn mỗi ngày"),
        ({"quantity": 1500, "unit": "kg", "per": "week"}, "1,5 tấn mỗi tuần"),
        ({"quantity": 40_000, "unit": "quả", "per": "total"}, "40.000 quả"),
        ({"quantity": 3, "unit": ""}, "3"),
        ({"unit": "kg"}, ""),
    ],
)
def test_an_amount_reads_in_one_line(parsed: dict[str, Any], text: str) -> None:
    assert amounts.amount(parsed) == text


@pytest.mark.parametrize(
    ("parsed", "text"),
    [
        ({"price_min": 12000, "price_max": 20000, "price_unit": "kg"}, "12.000–20.000 đ/kg"),
        ({"price_min": 12000, "price_max": 12000, "price_unit": "kg"}, "12.000 đ/kg"),
        ({"price_max": 9000, "unit": "quả"}, "9.000 đ/quả"),
        ({"price_min": 500}, "500 đ"),
        ({}, ""),
    ],
)
def test_a_price_reads_as_a_range_where_it_is_one(parsed: dict[str, Any], text: str) -> None:
    assert amounts.price_range(parsed) == text


def test_a_ceiling_without_a_figure_is_not_made_up() -> None:
    assert amounts.highest_price({"price_unit": "kg"}) == ""
    assert amounts.highest_price({"price_max": 28000, "price_unit": "kg"}) == "28.000 đ/kg"


def test_a_stranger_gets_no_more_of_a_place_than_its_commune() -> None:
    home = {"text": "nhà 5, thôn Nậm Khắp", "commune": "", "province": "Lào Cai", "lat": 22.5, "lon": 104.3}
    assert amounts.place_name(home, written=False) == "Lào Cai"
    assert amounts.place_name(home) == "nhà 5, thôn Nậm Khắp"
    assert amounts.place_name({**home, "commune": "Bắc Hà"}) == "Bắc Hà, Lào Cai"
    assert amounts.place_name(None) == ""
