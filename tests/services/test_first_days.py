"""The first day of delivery that a buyer's words tell bounds his months from their beginning."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from
from scoring.records import Demand

TODAY = date(2026, 11, 27)


def _read(**fields: Any) -> Demand:
    record = {"id": "D1", "product": "Cam sành", "months": [1, 2], **fields}
    return demand_from(record, load_reference(), TODAY)


def _codes(demand: Demand) -> list[str]:
    return [doubt.code for doubt in demand.doubts if doubt.field == "months"]


@pytest.mark.parametrize(
    ("fields", "day", "rhythm"),
    [
        ({"delivery_rhythm": "4 đợt, từ 20 tháng Chạp"}, date(2027, 1, 27), "4 đợt"),
        ({"delivery_rhythm": "4 dot tu 20 thang chap"}, date(2027, 1, 27), "4 dot"),
        ({"delivery_rhythm": "từ rằm tháng Giêng", "months": [2, 3]}, date(2027, 2, 20), ""),
        ({"note": "giao từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "giao đúng từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "giao dung hen tu 15/1"}, date(2027, 1, 15), ""),
        ({"note": "dùng Tết, lấy từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "cần 20 ký từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "gia đình cần từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "gia dinh can tu 15/1"}, date(2027, 1, 15), ""),
        ({"note": "đề nghị giao từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "de nghi giao tu 15/1"}, date(2027, 1, 15), ""),
        ({"note": "hút chân không, giao từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "vỏ màu vàng, giao từ 15/1"}, date(2027, 1, 15), ""),
        ({"note": "sau 15/1 mới nhận hàng"}, date(2027, 1, 16), ""),
        ({"note": "không nhận hàng trước 15/1"}, date(2027, 1, 15), ""),
        ({"note": "bắt đầu lấy hàng giữa tháng 12", "months": [12, 1]}, date(2026, 12, 11), ""),
        ({"note": "cần từ cuối tháng 12", "months": [12, 1]}, date(2026, 12, 21), ""),
        ({"note": "sau tet moi lay", "months": [2, 3]}, date(2027, 2, 6), ""),
        ({"note": "ra giêng mới cần hàng", "months": [2, 3]}, date(2027, 2, 6), ""),
        ({"delivery_rhythm": "2 loads a week from 10 Jan"}, date(2027, 1, 10), "2 loads a week"),
        ({"spec": "size 70; deliver from January 10th onwards"}, date(2027, 1, 10), ""),
        ({"demand_text": "mua 5 tấn cam, chuyến đầu 10/1"}, date(2027, 1, 10), ""),
        ({"note": "lấy từ ngày 20 tháng 12 âm lịch"}, date(2027, 1, 27), ""),
        ({"note": "giao từ 15/1", "months": list(range(1, 13))}, date(2027, 1, 15), ""),
    ],
)
def test_a_first_day_in_words_bounds_the_delivery(fields: dict[str, Any], day: date, rhythm: str) -> None:
    demand = _read(**fields)
    assert (demand.deliver_from, demand.deliver_to, demand.delivery_rhythm) == (day, None, rhythm)
    assert _codes(demand) == ["begins"]


@pytest.mark.parametrize(
    "fields",
    [
        {"note": "thanh toán từ 15/1"},
        {"note": "giá từ 15/1 là 20k"},
        {"note": "lấy mẫu từ 15/1"},
        {"note": "đợt 2 giao từ 15/1"},
        {"note": "từ 28 Tết nghỉ, không nhận hàng"},
        {"delivery_rhythm": "giao thứ tư 15/1"},
        {"note": "dừng giao hàng từ 15/1"},
        {"note": "dung giao hang tu 15/1"},
        {"note": "ký hợp đồng giao hàng từ 15/1"},
        {"note": "giá giao tận nơi từ 15/1"},
        {"note": "gia giao tu 15/1"},
        {"note": "đừng giao từ 15/1"},
        {"note": "gửi mẫu giao từ 15/1"},
        {"delivery_rhythm": "giao từ 5 giờ sáng"},
        {"delivery_rhythm": "lấy trước và sau Tết"},
        {"delivery_rhythm": "từ 5 hằng tháng"},
        {"note": "giao từ 1/1"},  # with the first month wanted
        {"note": "giao từ 20 tháng Chạp", "months": [2, 3]},  # before it
        {"note": "giao từ 1/10", "months": [10, 11, 12]},  # the season that runs has begun
        {"note": "5 tấn giao từ 10/1; 10 tấn giao từ 20/1"},
    ],
)
def test_other_days_begin_no_delivery(fields: dict[str, Any]) -> None:
    demand = _read(**fields)
    assert (demand.deliver_from, _codes(demand)) == (None, [])


def test_a_first_day_after_a_month_wanted_is_asked() -> None:
    demand = _read(months=[12, 1, 2], note="sau Tết mới lấy hàng")
    assert demand.deliver_from is None
    told = [doubt.facts for doubt in demand.doubts if doubt.code == "begin_apart"]
    assert told == [{"words": "sau Tết mới lấy hàng", "day": "2027-02-06", "before": [12, 1]}]


def test_a_first_day_alone_leaves_the_end_open() -> None:
    for text, end in (
        ("mua 20 tấn cam từ 15/1", True),
        ("mua cam tháng 1 đến tháng 3, lấy từ 15/1", None),
    ):
        demand = _read(months=None, demand_text=text)
        told = [doubt.facts.get("no_end") for doubt in demand.doubts if doubt.code == "begins"]
        assert (demand.deliver_from, told) == (date(2027, 1, 15), [end])


def test_a_first_day_and_a_deadline_bound_the_delivery_together() -> None:
    demand = _read(months=[1], delivery_rhythm="4 đợt từ 10/1, xong trước 20/1")
    assert (demand.deliver_from, demand.deliver_to) == (date(2027, 1, 10), date(2027, 1, 20))
    assert demand.delivery_rhythm == "4 đợt"
