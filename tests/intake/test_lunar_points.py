"""Days of the lunar year are read with the solar days that they are."""

from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("hái rằm tháng Chạp", (1,), ("2027-01-22", "2027-01-22")),
        ("nhận 20 tháng Chạp", (1,), ("2027-01-27", "2027-01-27")),
        ("nhận ngày 20 tháng 12 âm lịch", (1,), ("2027-01-27", "2027-01-27")),
        ("cần 28 Tết", (2,), ("2027-02-04", "2027-02-04")),
        ("tháng 11 âm đến Tết", (12, 1), ("2026-12-09", "2027-02-05")),
        ("1 đến 25 tháng Chạp", (1,), ("2027-01-08", "2027-02-01")),
        ("rằm trung thu", (9,), ("2027-09-15", "2027-09-15")),
        ("từ rằm tháng 7 âm đến hết tháng 9 âm", (8, 9, 10), ("2027-08-16", "2027-10-28")),
        ("từ 20 tháng 7 đến cuối tháng 8 âm lịch", (8, 9), ("2027-08-21", "2027-09-29")),
        ("giao 15/7-20/9 âl", (8, 9, 10), ("2027-08-16", "2027-10-19")),
        ("từ mùng 10 tháng 2 đến rằm tháng 4 âm", (3, 4, 5), ("2027-03-17", "2027-05-20")),
        ("bán Tết, lấy từ 20/12 đến 25 tháng Chạp", (12, 1, 2), ("2026-12-20", "2027-02-01")),
    ],
)
def test_lunar_words_tell_their_first_and_last_solar_day(
    reader: Reader, text: str, months: tuple[int, ...], days: tuple[str, str]
) -> None:
    found = reader.read(text)
    assert found.months == months
    facts = next(doubt.facts for doubt in found.doubts if doubt.code == "lunar")
    assert (facts["from"], facts["to"]) == days
    assert facts["words"] in text


def test_a_lunar_season_that_has_begun_tells_its_end_alone(reader: Reader) -> None:
    (doubt,) = reader.read("từ mùng 1 tháng 10 đến rằm tháng Chạp").doubts
    assert ("from" in doubt.facts, doubt.facts["to"]) == (False, "2027-01-22")


def test_a_season_may_open_on_a_lunar_day(reader: Reader) -> None:
    lunar, open_end = reader.read("có bưởi từ rằm tháng Chạp").doubts
    assert (lunar.facts["from"], "to" in lunar.facts, open_end.code) == ("2027-01-22", False, "open_end")
