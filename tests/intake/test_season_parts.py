"""A deadline in a text is read with its day; months and amounts beside it are read as before."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.intake.reading import Reader
from matchmaker.intake.season_parts import months_by

YEAR = tuple(range(1, 13))


def deadline(reader: Reader, text: str) -> dict[str, str] | None:
    return next((doubt.facts for doubt in reader.read(text).doubts if doubt.code == "deadline"), None)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("tet can 1 tan 2, giao truoc 20 thang Chap", "giao truoc 20 thang Chap", "2027-01-27"),
        ("3.000 trái, giao trước 20/1, 60 ngàn/trái", "giao trước 20/1", "2027-01-20"),
        ("giao chậm nhất ngày 15/12/2026", "giao chậm nhất ngày 15/12/2026", "2026-12-15"),
        ("giao chậm nhất 25 Tết, 200 hộp", "giao chậm nhất 25 Tết", "2027-02-01"),
        ("lấy hàng, giao trước Tết", "giao trước Tết", "2027-02-05"),
    ],
)
def test_a_day_before_which_goods_are_wanted_is_a_deadline(
    reader: Reader, text: str, words: str, day: str
) -> None:
    found = deadline(reader, text)
    assert found is not None
    assert (found["words"], found["day"]) == (words, day)


@pytest.mark.parametrize("text", ["giao trước tháng 12", "cần 28 Tết", "bán 10/6 - 15/7", "đến hết tháng 1"])
def test_a_month_or_a_range_is_no_deadline(reader: Reader, text: str) -> None:
    assert deadline(reader, text) is None


def test_goods_due_early_in_a_month_are_delivered_in_the_month_before_as_well() -> None:
    assert months_by(date(2027, 2, 1), (2,)) == (1,)
    assert months_by(date(2026, 12, 10), (12,)) == (11, 12)
    assert months_by(date(2027, 1, 20), (1,)) == (12, 1)
    assert months_by(date(2027, 1, 25), (1,)) == (1,)
    assert months_by(date(2027, 2, 1), (1, 2)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tháng 3 tạ, 230k/kg, bán quanh năm, tết thì gấp đôi", "tết thì gấp đôi"),
        ("mỗi tháng 2 tạ, tết 5 tạ, 230-260k", "tết 5 tạ"),
    ],
)
def test_a_feast_that_only_takes_more_is_told_in_its_words(reader: Reader, text: str, words: str) -> None:
    facts = next(doubt.facts for doubt in reader.read(text).doubts if doubt.code == "peak")
    assert (facts["words"], facts["months"]) == (words, [1])


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("quanh năm, nghỉ từ 28 Tết đến mùng 6", YEAR),
        ("1-2 tạ mỗi ngày, trừ tháng 6 7 8, 10k/kg", (1, 2, 3, 4, 5, 9, 10, 11, 12)),
        ("8 tấn hàng Tết, giao từ mùng 10 đến 25 tháng Chạp", (1,)),
        ("tháng 6 7 tấn", (6,)),
    ],
)
def test_months_as_they_are_spoken(reader: Reader, text: str, months: tuple[int, ...]) -> None:
    assert reader.read(text).months == months


def test_a_break_of_a_few_days_takes_no_month_away_and_is_told(reader: Reader) -> None:
    (doubt,) = reader.read("quanh năm, nghỉ từ 28 Tết đến mùng 6").doubts
    assert (doubt.code, doubt.facts["words"]) == ("break", "nghỉ từ 28 Tết đến mùng 6")


def test_the_next_batch_is_no_end_of_a_season(reader: Reader) -> None:
    codes = [doubt.code for doubt in reader.read("bán theo lứa, lứa tới tháng 3").doubts]
    assert "open_start" not in codes
