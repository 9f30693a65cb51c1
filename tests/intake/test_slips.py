"""Turns of phrase that real messages hold and that were misread once."""

from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "kg", "per"),
    [
        ("2 tàu/tháng, mỗi tàu 10 tấn", 20_000, "month"),
        ("mỗi tháng 2 tàu, mỗi tàu 10 tấn", 20_000, "month"),
        ("5 hộ, mỗi hộ 2 tấn/vụ", 10_000, "season"),
        ("２ tấn/năm", 2_000, "year"),
    ],
)
def test_so_many_times_so_much_keeps_how_often(reader: Reader, text: str, kg: int, per: str) -> None:
    found = reader.read(text)
    assert (found.kg_min, found.kg_max, found.per) == (kg, kg, per)


@pytest.mark.parametrize("text", ["10 can 20l", "10 can 20 lít", "10 can 20l mật ong"])
def test_cans_of_litres_are_cans(placing_reader: Reader, text: str) -> None:
    found = placing_reader.read(text)
    assert (found.quantity_min, found.unit) == (10, "can")
    assert found.kg_min is None


def test_can_without_litres_stays_the_unaccented_kilogram(reader: Reader) -> None:
    assert reader.read("10 can, tra tien mat").unit == "kg"


@pytest.mark.parametrize("text", ["mùng 5 tháng 5", "giao mồng 5/5", "ngày mùng 5 tháng 5"])
def test_a_day_named_mung_is_lunar_with_the_solar_month_as_the_other_reading(
    reader: Reader, text: str
) -> None:
    found = reader.read(text)
    assert found.months == (6,)  # the 5th of the 5th lunar month is 9 June 2027
    (doubt,) = found.doubts
    assert (doubt.field, doubt.code, doubt.facts["readings"]) == ("months", "lunar", [[5]])
    assert (doubt.facts["words"], doubt.facts["from"]) == (text.removeprefix("giao "), "2027-06-09")


@pytest.mark.parametrize(
    ("text", "month"), [("mùng 5 tháng 5 (âm lịch)", 6), ("mùng 5 tháng 5 dương lịch", 5)]
)
def test_a_calendar_that_is_named_decides(reader: Reader, text: str, month: int) -> None:
    assert reader.read(text).months == (month,)


@pytest.mark.parametrize(
    "text", ["mùng", "mùng 5", "mùng 5 tháng", "mùng 5/", "mùng 99 tháng 5", "mồng 5 tháng 5 tấn"]
)
def test_what_is_no_day_is_no_lunar_day(reader: Reader, text: str) -> None:
    doubts = reader.read(text).doubts
    assert "lunar" not in [doubt.code for doubt in doubts]
