from __future__ import annotations

from datetime import date

import pytest

from matchmaker.wording import numbers


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (1234567, 0, "1.234.567", "1,234,567"),
        (1234.5, 1, "1.234,5", "1,234.5"),
        (12.0, 1, "12", "12"),
        (0.25, 1, "0,3", "0.3"),
        (6.25, 1, "6,3", "6.3"),
        (-0.25, 1, "-0,3", "-0.3"),
        (None, 0, "–", "–"),
        (float("nan"), 0, "–", "–"),
        (-3.5, 1, "-3,5", "-3.5"),
    ],
)
def test_numbers_are_grouped_as_each_language_does(
    value: float | None, decimals: int, vi: str, en: str
) -> None:
    assert numbers.number(value, "vi", decimals) == vi
    assert numbers.number(value, "en", decimals) == en


def test_money_has_no_decimals() -> None:
    assert numbers.money(28000, "vi") == "28.000 đ"
    assert numbers.money(28000.4, "en") == "VND 28,000"
    assert numbers.money(None, "vi") == "–"


def test_a_range_of_money_names_the_currency_once() -> None:
    assert numbers.money_range(12000, 20000, "vi") == "12.000–20.000 đ"
    assert numbers.money_range(12000, 20000, "en") == "VND 12,000–20,000"
    assert numbers.money_range(12000, 12000, "vi") == "12.000 đ"


@pytest.mark.parametrize(
    ("kg", "vi", "en"),
    [
        (850, "850 kg", "850 kg"),
        (12_500, "12,5 tấn", "12.5 tonnes"),
        (450_000, "450 tấn", "450 tonnes"),
        (None, "–", "–"),
    ],
)
def test_weights_turn_to_tonnes_where_kilograms_are_many(kg: float | None, vi: str, en: str) -> None:
    assert numbers.weight(kg, "vi") == vi
    assert numbers.weight(kg, "en") == en


@pytest.mark.parametrize(
    ("kg", "vi"),
    [
        (3750, "3,75 tấn"),
        (1380, "1,38 tấn"),
        (8250.0, "8,25 tấn"),
        (4285.714, "4,3 tấn"),  # reckoned, and no more is told than is known
        (12_350, "12,4 tấn"),
        (2500, "2,5 tấn"),
        (3000, "3 tấn"),
    ],
)
def test_a_few_tonnes_are_told_as_finely_as_they_are_said(kg: float, vi: str) -> None:
    assert numbers.weight(kg, "vi") == vi


def test_a_score_reads_as_points() -> None:
    assert numbers.points(0.965, "vi", 1) == "96,5"
    assert numbers.points(None, "vi") == "–"


@pytest.mark.parametrize(
    ("effect", "text"), [(0.3, "+30"), (-0.045, "−4,5"), (0.0, "0"), (0.0000004, "0"), (-0.0000004, "0")]
)
def test_an_effect_shows_its_sign(effect: float, text: str) -> None:
    assert numbers.signed_points(effect, "vi") == text


def test_days_are_written_as_the_reader_writes_them() -> None:
    assert numbers.day(date(2027, 2, 8), "vi") == "08/02/2027"
    assert numbers.day("2027-02-08", "en") == "8 Feb 2027"
    assert numbers.day(None, "vi") == "–"
