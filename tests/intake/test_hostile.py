"""Texts made to hurt: whatever is written is read, without an exception and in bounded work."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.intake import numbers, phrases
from matchmaker.intake.reading import Reader

WORDS = (
    "2 tấn 3 / vụ tháng 10 đến - 30k kg mỗi con thùng ha trừ giá từ 1.5 một hai nghìn T5 âm lịch Tết "
    "( ) x sào 1tr2 15/8 quanh năm hộ chuyến $ đ % T5-T6 rưỡi chục mấy và , . \u0301 🙂 sau nửa hơn dưới "
    "lứa USD 250g chai lít bao túi cân can ta man qua"
)
PIECES = WORDS.split()


@given(st.text(max_size=200))
def test_any_text_is_read(reader: Reader, text: str) -> None:
    values = reader.read(text).as_parse_json()
    assert len(values) == 15


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_heap_of_trade_words_is_read_and_keeps_its_limits_in_order(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    for low, high in (
        (reading.quantity_min, reading.quantity_max),
        (reading.price_min, reading.price_max),
        (reading.kg_min, reading.kg_max),
    ):
        assert low is None or high is None or low <= high
    assert all(1 <= month <= 12 for month in reading.months)
    assert len(set(reading.months)) == len(reading.months)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_evidence_lies_inside_the_text(reader: Reader, text: str) -> None:
    for found in reader.read(text).evidence.values():
        assert 0 <= found.span[0] < found.span[1] <= len(text)


REPEATED = (
    *("1", "1.", "1,", "T1-", "tu thang 1 den ", "5 kg/con ", "a\u0301\u0323", "9 tỷ tỷ tỷ ", "giữa "),
    *("(", "\n", "5 hộ, mỗi hộ 2 tấn ", "Mường Khương, ", "1/2-", "trừ tháng 1 ", "chục ", "🙂", "/"),
)


@pytest.mark.parametrize("piece", REPEATED)
def test_work_does_not_outgrow_the_length_of_the_text(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, piece: str
) -> None:
    calls = Counter[str]()
    looked_up = phrases.Phrases.at

    def counted(*arguments: object, **options: object) -> object:
        calls["at"] += 1
        return looked_up(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(phrases.Phrases, "at", counted)
    effort = []
    for length in (2_000, 8_000):
        calls.clear()
        reader.read(piece * (length // len(piece)))
        effort.append(calls["at"])
    assert effort[1] <= 5 * effort[0] + 1000


def test_a_long_text_is_read_to_its_bound_and_says_so(reader: Reader) -> None:
    reading = reader.read("3 tấn. " + "x " * 50_000)
    assert reading.kg_min == 3000
    assert [d.code for d in reading.doubts if d.field == "text"] == ["too_long"]


def test_deep_repetition_does_not_reach_the_recursion_limit(reader: Reader) -> None:
    deep = sys.getrecursionlimit() * 2
    assert reader.read("giữa " * deep + "tháng 5").as_parse_json()["months"] in (None, [5])
    assert numbers.plain_values("1" * 100_000) == ()
