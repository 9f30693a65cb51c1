from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.intake.numbers import plain_values, read_number
from matchmaker.intake.text import tokenize


def value(text: str) -> Decimal | None:
    found = read_number(tokenize(text).tokens, 0)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.500", ["1500"]),
        ("2,5", ["2.5"]),
        ("2.5", ["2.5"]),
        ("1.234.567,8", ["1234567.8"]),
        ("1,234,567.8", ["1234567.8"]),
        ("40,000", ["40000", "40.000"]),
        ("0.500", ["0.500"]),
        ("12", ["12"]),
        ("6.7.8", []),
        ("1.2345", ["1.2345"]),
        ("1,23,4", []),
        ("9" * 16, []),
        ("١٢", []),
    ],
)
def test_digits_read_by_their_own_grammar(text: str, expected: list[str]) -> None:
    assert list(plain_values(text)) == [Decimal(e) for e in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30k", 30_000),
        ("1tr2", 1_200_000),
        ("1tr25", 1_250_000),
        ("2 triệu 300 nghìn", 2_300_000),
        ("3 chục ngàn", 30_000),
        ("28 ngàn rưỡi", 28_500),
        ("hai mươi nghìn", 20_000),
        ("mười lăm nghìn rưỡi", 15_500),
        ("một trăm hai mươi nghìn", 120_000),
        ("hai trăm linh năm nghìn", 205_000),
        ("một triệu hai", 1_200_000),
        ("trăm rưỡi", 150),
        ("2 vạn", 20_000),
        ("nửa", Decimal("0.5")),
        ("2½", Decimal("2.5")),
        ("3k5", 3_500),
        ("five", 5),
    ],
)
def test_magnitudes_multiply_and_carry_their_next_place(text: str, expected: Decimal) -> None:
    assert value(text) == expected


@pytest.mark.parametrize("text", ["mấy", "vài", "tấn", "", "đồng", "١٢"])
def test_words_that_are_no_number_are_none(text: str) -> None:
    assert (value(text) if text else None) is None


def test_one_after_a_magnitude_counts_the_unit_and_not_the_next_place() -> None:
    assert value("hai nghìn một cân") == 2000


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_grouped_by_points_reads_back(number: int) -> None:
    assert plain_values(f"{number:,}".replace(",", "."))[0] == number


@given(st.decimals(min_value=0, max_value=99_999, places=2))
def test_a_decimal_with_a_comma_reads_back(number: Decimal) -> None:
    assert plain_values(str(number).replace(".", ","))[0] == number


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=9))
def test_millions_with_their_next_place_read_back(millions: int, tenth: int) -> None:
    assert value(f"{millions}tr{tenth}") == millions * 1_000_000 + tenth * 100_000
