"""What the service says of a value, it reads as that value again: amounts, ranges, prices, months, days."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.intake.reading import Reader
from matchmaker.schemas.fields import read_day
from matchmaker.services.reference import load_reference
from matchmaker.wording import goods, months, numbers
from matchmaker.wording.labels import unit

LANGUAGES = ("vi", "en")
COUNTED = ("con", "quả", "chai", "hộp", "lít", "túi", "thùng", "bó", "gói", "lọ", "bộ", "chiếc")
PERIODS = ("", "day", "week", "month", "quarter", "season", "year", "batch")
# English has one word for two of ours: a piece may be "quả" as well, a jar "hũ".
TWOFOLD = {"en": {"chiếc", "lọ", "bộ"}}
languages, periods = st.sampled_from(LANGUAGES), st.sampled_from(PERIODS)
# As finely as each is written: a tenth of a kilogram below a tonne, of a tonne from there on.
kilograms = st.one_of(
    st.integers(1, 9_999).map(lambda n: n / 10), st.integers(10, 999).map(lambda n: n * 100.0)
)
dong = st.integers(2, 5_000).map(lambda n: n * 500)  # below 1,000 đồng a price leaves out its thousands


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader of the service."""
    return load_reference().reader(date(2026, 11, 26))


@given(kilograms, periods, languages)
def test_an_amount_of_mass(reader: Reader, kg: float, per: str, language: str) -> None:
    text = goods.amount({"quantity": kg, "unit": "kg", "per": per}, language)
    reading = reader.read(text)
    assert (reading.kg_min, reading.kg_max) == (pytest.approx(kg), pytest.approx(kg)), text
    assert (reading.per or "") == per, text


@given(st.integers(1, 99_999), st.sampled_from(COUNTED), periods, languages)
def test_an_amount_of_pieces(reader: Reader, count: int, name: str, per: str, language: str) -> None:
    text = goods.amount({"quantity": count, "unit": name, "per": per}, language)
    reading = reader.read(text)
    assert (reading.quantity_min, reading.quantity_max) == (count, count), text
    assert reading.unit == name or name in TWOFOLD.get(language, ()), text
    assert (reading.per or "") == per, text


@given(st.tuples(kilograms, kilograms), languages)
def test_a_range_of_amounts(reader: Reader, ends: tuple[float, float], language: str) -> None:
    low, high = sorted(ends)
    text = f"{numbers.number(low, language, 1)}–{numbers.number(high, language, 1)} kg"
    reading = reader.read(text)
    assert (reading.kg_min, reading.kg_max) == (pytest.approx(low), pytest.approx(high)), text


@given(st.tuples(dong, dong), st.sampled_from(("kg", *COUNTED)), languages)
def test_a_price(reader: Reader, ends: tuple[int, int], name: str, language: str) -> None:
    low, high = sorted(ends)
    text = f"{numbers.money_range(low, high, language)}/{unit(name, language, 1)}"
    reading = reader.read(text)
    assert (reading.price_min, reading.price_max) == (low, high), text
    assert reading.currency == "VND"
    assert reading.price_unit == name or name in TWOFOLD.get(language, ()), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_set_of_months(reader: Reader, language: str) -> None:
    for size in range(1, 13):
        for chosen in combinations(range(1, 13), size):
            text = months.span(chosen, language)
            season = reader.season(text)
            assert season is not None, text
            assert set(season.months) == set(chosen), text


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), languages)
def test_a_day(day: date, language: str) -> None:
    assert read_day(numbers.day(day, language)) == day
