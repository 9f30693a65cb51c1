"""A deadline that a buyer writes beside his months bounds them as a last day of delivery does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker.services.deadlines import months_beyond
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from
from scoring.records import Demand

TODAY = date(2026, 11, 27)


def _read(**fields: Any) -> Demand:
    record = {"id": "D1", "product": "Hồng treo gió", "months": [12, 1], **fields}
    return demand_from(record, load_reference(), TODAY)


def _told(demand: Demand) -> list[tuple[str, str]]:
    return [
        (doubt.code, doubt.facts["words"]) for doubt in demand.doubts if doubt.code.startswith("deadline")
    ]


@pytest.mark.parametrize(
    ("fields", "day", "words"),
    [
        ({"delivery_rhythm": "giao trước 15/1"}, date(2027, 1, 15), "giao trước 15/1"),
        ({"spec": "hộp 500 g; deliver before 15 Jan"}, date(2027, 1, 15), "deliver before 15 Jan"),
        ({"note": "không trả; nhận hàng trước 20 tháng Chạp"}, date(2027, 1, 27),
         "nhận hàng trước 20 tháng Chạp"),
        ({"demand_text": "3.000 hộp, giao xong trước Tết"}, date(2027, 1, 31), "giao xong trước Tết"),
    ],
)  # fmt: skip
def test_a_deadline_in_any_field_bounds_the_delivery(fields: dict[str, str], day: date, words: str) -> None:
    demand = _read(**fields)
    assert demand.deliver_to == day
    assert _told(demand) == [("deadline", words)]


@pytest.mark.parametrize(
    ("months", "words", "day"),
    [
        ([12, 1], "4 đợt trước Tết", date(2027, 1, 31)),
        ([12], "giao xong trước 15/1", date(2026, 12, 31)),
        ([11, 12], "deliver before 20 January 2027", date(2026, 12, 31)),
        ([12, 1], "3 chuyen truoc Tet", date(2027, 1, 31)),
        ([12, 1, 2], "4 đợt trước Tết", date(2027, 2, 5)),
        ([12, 1], "giao trước 20/1", date(2027, 1, 20)),
    ],
)
def test_a_deadline_never_carries_the_months_wanted_further(months: list[int], words: str, day: date) -> None:
    demand = _read(months=months, delivery_rhythm=words)
    assert demand.deliver_to == day
    assert [doubt.facts["day"] for doubt in demand.doubts if doubt.code == "deadline"] == [day.isoformat()]


def test_what_is_said_beside_a_deadline_is_kept() -> None:
    assert _read(delivery_rhythm="giao trước 15/1").delivery_rhythm == ""
    assert _read(delivery_rhythm="4 đợt trước Tết").delivery_rhythm == "4 đợt"
    assert _read(delivery_rhythm="1 chuyến/tuần, giao trước 15/1").delivery_rhythm == "1 chuyến/tuần"
    assert _read(spec="hộp 500 g; giao trước 15/1; nắp thiếc").spec == "hộp 500 g; nắp thiếc"
    assert _read(delivery_rhythm="2 chuyến/tuần").delivery_rhythm == "2 chuyến/tuần"


def test_a_deadline_before_the_last_months_bounds_nothing_and_is_asked() -> None:
    demand = _read(months=[12, 1, 2, 3], delivery_rhythm="giao trước 15/1")
    assert (demand.deliver_to, demand.delivery_rhythm) == (None, "")
    assert _told(demand) == [("deadline_apart", "giao trước 15/1")]
    assert _read(deliver_to=date(2027, 1, 20), note="giao trước 15/1").deliver_to == date(2027, 1, 20)
    assert _read(delivery_rhythm="giao trước 5 giờ sáng").deliver_to is None


def test_a_deadline_that_the_months_were_read_from_leaves_the_first_day_open() -> None:
    demand = _read(months=None, demand_text="3.000 hộp, giao trước 15/1")
    assert (demand.months, demand.deliver_to) == ((12, 1), None)
    assert _told(demand) == [("deadline", "giao trước 15/1")]


@pytest.mark.parametrize(
    ("months", "day", "beyond"),
    [
        ((12, 1), date(2027, 1, 15), []),
        ((12, 1, 2, 3), date(2027, 1, 15), [2, 3]),
        ((10, 11, 12), date(2026, 12, 15), []),
        ((10, 11, 12), date(2026, 11, 30), [12]),
        ((3, 4), date(2027, 1, 15), [3, 4]),
        (tuple(range(1, 13)), date(2027, 1, 15), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ],
)
def test_months_beyond_a_day_are_those_still_to_come(
    months: tuple[int, ...], day: date, beyond: list[int]
) -> None:
    assert months_beyond(months, day, TODAY) == beyond


@pytest.mark.parametrize(
    ("written", "left", "words"),
    [
        ("2 đợt/tháng, đợt cuối trước 15/1/2027", "2 đợt/tháng", "đợt cuối trước 15/1/2027"),
        ("moi tuan 1 chuyen, xong truoc 15/1/2027", "moi tuan 1 chuyen", "xong truoc 15/1/2027"),
        ("weekly, last lot before 15 January 2027", "weekly", "last lot before 15 January 2027"),
        ("giao 2 đợt trước 15/1/2027", "giao 2 đợt", "trước 15/1/2027"),
    ],
)
def test_nothing_is_left_of_a_clause_that_says_nothing_without_its_day(
    written: str, left: str, words: str
) -> None:
    demand = _read(delivery_rhythm=written)
    assert demand.deliver_to == date(2027, 1, 15)
    assert (demand.delivery_rhythm, _told(demand)) == (left, [("deadline", words)])
