"""The last day of delivery that a clause names, and what it says beside it."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.intake.reading import Reader
from matchmaker.intake.season_parts import months_by


@pytest.mark.parametrize(
    ("clause", "day", "words", "rest"),
    [
        ("giao trước 15/1", date(2027, 1, 15), "giao trước 15/1", ""),
        ("giao truoc 15/1", date(2027, 1, 15), "giao truoc 15/1", ""),
        ("nhận hàng trước 20 tháng Chạp", date(2027, 1, 27), "nhận hàng trước 20 tháng Chạp", ""),
        ("giao xong trước Tết", date(2027, 2, 5), "giao xong trước Tết", ""),
        ("giao truoc Tet 10 ngay", date(2027, 1, 26), "giao truoc Tet 10 ngay", ""),
        ("hàng về kho trước 25/12", date(2026, 12, 25), "hàng về kho trước 25/12", ""),
        ("giao hàng chậm nhất ngày 20/12", date(2026, 12, 20), "giao hàng chậm nhất ngày 20/12", ""),
        ("hạn giao 15/1", date(2027, 1, 15), "hạn giao 15/1", ""),
        ("deliver before 15 Jan", date(2027, 1, 15), "deliver before 15 Jan", ""),
        ("must arrive by Dec 20th", date(2026, 12, 20), "must arrive by Dec 20th", ""),
        ("delivery no later than 10 Feb 2027", date(2027, 2, 10), "delivery no later than 10 Feb 2027", ""),
        ("giao 2 lần trước 25 tháng 12", date(2026, 12, 25), "trước 25 tháng 12", "giao 2 lần"),
        ("giao trước 10/1/2027 bằng xe lạnh", date(2027, 1, 10), "giao trước 10/1/2027", "bằng xe lạnh"),
    ],
)
def test_a_deadline_is_read_with_its_day(
    reader: Reader, clause: str, day: date, words: str, rest: str
) -> None:
    due = reader.due(clause)
    assert due is not None
    assert (due.day, due.words, due.rest) == (day, words, rest)


@pytest.mark.parametrize(
    "clause",
    [
        "giao trước 5 giờ sáng",
        "xe lạnh, giao trước 5h",
        "giao trước ngày 5 hàng tháng",
        "không nhận hàng trước 15/1",
        "no delivery, not before 15 Jan",
        "giao mẫu trước 15/12",
        "báo giá trước 15/12, giao tháng 1",
        "nhận tiền cọc trước Tết",
        "giao lô đầu trước 20/12",
        "giao 2 tấn trước 20/12",
        "giao từ 5/1 đến trước 20/1",
        "giao theo đơn Tết",
        "ship by truck",
    ],
)
def test_hours_other_dues_refusals_and_parts_are_no_deadline(reader: Reader, clause: str) -> None:
    assert reader.due(clause) is None
    assert reader.due(clause, of_deliveries=True) is None


def test_a_field_on_deliveries_needs_no_word_of_delivery(reader: Reader) -> None:
    due = reader.due("4 đợt trước Tết", of_deliveries=True)
    assert due is not None
    assert (due.words, due.rest) == ("trước Tết", "4 đợt")
    assert reader.due("4 đợt trước Tết") is None


def test_goods_that_are_refused_before_a_day_are_not_due_by_it(reader: Reader) -> None:
    for text in ("không nhận hàng trước 15/1", "chưa lấy trước 15/1"):
        assert not any(doubt.code == "deadline" for doubt in reader.read(text).doubts)
    assert months_by(date(2027, 1, 15), (1,)) == (12, 1)
