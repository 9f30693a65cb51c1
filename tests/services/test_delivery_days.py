"""The days that a buyer's words name within his months bound the delivery."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from
from scoring.records import Demand

TODAY = date(2026, 11, 27)


def _read(**fields: Any) -> Demand:
    record = {"id": "D1", "product": "Lan hồ điệp chậu", **fields}
    return demand_from(record, load_reference(), TODAY)


def _told(demand: Demand) -> list[str]:
    return [doubt.facts["words"] for doubt in demand.doubts if doubt.code == "days_said"]


@pytest.mark.parametrize(
    ("fields", "first", "last", "words"),
    [
        (
            {"months": [1], "demand_text": "500 chậu giao nửa cuối tháng 1 (trước Tết)"},
            date(2027, 1, 16), date(2027, 1, 31), ["nửa cuối tháng 1"],
        ),
        (
            {"months": [3], "note": "cần hàng nửa đầu tháng 3"},
            date(2027, 3, 1), date(2027, 3, 15), ["nửa đầu tháng 3"],
        ),
        (
            {"months": [12], "delivery_rhythm": "tuần đầu tháng 12"},
            date(2026, 12, 1), date(2026, 12, 7), ["tuần đầu tháng 12"],
        ),
        (
            {"months": [2], "demand_text": "deliver 2 tonnes in the second half of February"},
            date(2027, 2, 16), date(2027, 2, 28), ["the second half of February"],
        ),
        ({"months": [1], "note": "giao trung tuần tháng 1"}, date(2027, 1, 11), date(2027, 1, 20),
         ["trung tuần tháng 1"]),
        ({"months": [11], "note": "nhan hang cuoi thang 11"}, date(2026, 11, 21), date(2026, 11, 30),
         ["cuoi thang 11"]),
        ({"demand_text": "mua 500 chậu, giao nửa cuối tháng 1"}, date(2027, 1, 16), date(2027, 1, 31),
         ["nửa cuối tháng 1"]),
        ({"months": [12], "note": "giao 10 đến 20 tháng 12"}, date(2026, 12, 10), date(2026, 12, 20),
         ["10 đến 20 tháng 12"]),
        ({"months": [12, 1], "note": "giao từ 20/12 đến 15/1"}, date(2026, 12, 20), date(2027, 1, 15), []),
    ],
)  # fmt: skip
def test_days_within_the_months_bound_them(
    fields: dict[str, Any], first: date, last: date, words: list[str]
) -> None:
    demand = _read(**fields)
    assert (demand.deliver_from, demand.deliver_to, _told(demand)) == (first, last, words)


@pytest.mark.parametrize(
    "fields",
    [
        {"months": [12, 1, 2], "note": "giao nửa cuối tháng 1"},  # perhaps one lot of several
        {"months": [1], "note": "gửi mẫu nửa đầu tháng 1"},
        {"months": [1], "note": "thanh toán cuối tháng 1"},
        {"months": [1], "note": "lô đầu giao đầu tháng 1"},
        {"months": [1], "note": "không nhận hàng cuối tháng 1"},
    ],
)
def test_days_of_something_else_bound_nothing(fields: dict[str, Any]) -> None:
    demand = _read(**fields)
    assert (demand.deliver_from, demand.deliver_to, _told(demand)) == (None, None, [])


def test_a_deadline_within_the_days_ends_them() -> None:
    demand = _read(months=[2], demand_text="giao nửa đầu tháng 2, giao xong trước 10/2")
    assert (demand.deliver_from, demand.deliver_to) == (date(2027, 2, 1), date(2027, 2, 10))
    field = _read(months=[1], deliver_to="2027-01-20", demand_text="giao nửa cuối tháng 1")
    assert (field.deliver_from, _told(field)) == (None, [])  # what a field says goes before


def test_the_words_of_the_days_are_no_rhythm() -> None:
    assert _read(months=[1], delivery_rhythm="giao nửa cuối tháng 1").delivery_rhythm == ""
    kept = _read(months=[1], delivery_rhythm="2 chuyến/tuần, giao nửa cuối tháng 1").delivery_rhythm
    assert kept == "2 chuyến/tuần"
