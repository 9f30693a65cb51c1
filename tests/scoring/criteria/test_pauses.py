"""Months in which a producer takes no orders by his own words."""

from __future__ import annotations

import pytest

from scoring.pauses import paused
from scoring.records import Offer


def _paused(words: str, months: tuple[int, ...] = ()) -> tuple[int, ...]:
    return paused(Offer("o", "cá thu", remarks=words, months=months))[0]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("mùa gió chướng T10–T2 tàu ít ra, không nhận đơn", (1, 2, 10, 11, 12)),
        ("nghỉ T7–T8 không giao", (7, 8)),
        ("thang 7-8 mua bao khong giao", (7, 8)),
        ("Từ tháng 10 đến tháng 2 biển động, tạm ngưng nhận đơn", (1, 2, 10, 11, 12)),
        ("tạm ngưng giao T6–T9 vì mưa bão; phải đặt cọc", (6, 7, 8, 9)),
        ("No orders in July and August", (7, 8)),
        ("We do not deliver from November to February", (1, 2, 11, 12)),
        ("không nhận đơn tháng 1", (1,)),
    ],
)
def test_months_without_orders_are_read_from_the_words(words: str, months: tuple[int, ...]) -> None:
    assert _paused(words) == months


@pytest.mark.parametrize(
    "words",
    [
        "nghỉ T7, CN",  # a Saturday
        "giao T2–T6, nghỉ T7",
        "không giao lẻ T10–T12",
        "T9–T12 không nhận đơn nhỏ",
        "giao quanh năm không nghỉ T10–T12",
        "ngoài T9–T12 không giao",
        "không giao từ tháng 10",
        "nghỉ Tết từ 28/12 đến mùng 6",
        "không giao đầu tháng 10",
        "nghỉ bán nếu mưa T10–T11",
        "giao T10–T12, không nhận hàng trả",
    ],
)
def test_days_small_orders_and_conditions_take_no_month_away(words: str) -> None:
    assert _paused(words) == ()


def test_words_that_leave_no_month_are_not_believed() -> None:
    assert _paused("nghỉ tháng 7–8", (7, 8)) == ()


def test_only_the_words_of_the_pause_are_told() -> None:
    told = paused(Offer("o", "chè", remarks="hàng đẹp, nghỉ tháng 7–8 không giao, đặt cọc 30 %"))
    assert told == ((7, 8), "nghỉ tháng 7–8 không giao")


@pytest.mark.parametrize("words", ["nghỉ T10–T2 không nhận đơn", "tháng 10 đến tháng 2 ngừng giao"])
def test_months_of_a_pause_are_refused_and_told(match, offer, demand, words):
    every = tuple(range(1, 13))
    found = match(offer(months=every, remarks=words, note=words), demand(months=(12, 1)))
    facts = next(reason.facts for reason in found.reasons if reason.criterion == "season")
    assert "wrong_season" in found.vetoes
    assert facts["ruled_out_by"] == words
    assert found.missing is None


def test_a_pause_takes_its_own_months_alone_and_is_not_asked(match, offer, demand):
    words = "nghỉ T10–T12 không nhận đơn"
    found = match(offer(months=tuple(range(1, 13)), remarks=words, note=words), demand(months=(12, 1)))
    facts = next(reason.facts for reason in found.reasons if reason.criterion == "season")
    assert (facts["common"], facts["paused_by"]) == ([1], words)
    assert [note["asked"] for note in facts["notes"]] == [False]
