from __future__ import annotations

import pytest

from matchmaker.intake.counting import pieces_in_ten
from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("2 vạn trứng", 20_000, 20_000, "quả"),
        ("3 van trung ga", 30_000, 30_000, "quả"),
        ("2 thiên dừa", 2000, 2000, "quả"),
        ("có 3 thiên cau", 3000, 3000, "quả"),
        ("2 vạn rưỡi trứng", 25_000, 25_000, "quả"),
        ("5 vạn tôm giống", 50_000, 50_000, "con"),
        ("cá giống 5 vạn", 50_000, 50_000, "con"),
        ("50 chục trứng", 50, 50, "chục"),
        ("trung ga 50 chuc", 50, 50, "chục"),
        ("5-6 chục trứng/ngày", 5, 6, "chục"),
        ("30 chục quả trứng", 300, 300, "quả"),
        ("5 chục kg na", 50, 50, "kg"),
        ("500 trứng", 500, 500, "quả"),
        ("200 gà/tháng", 200, 200, "con"),
        ("5 chục người", None, None, None),
        ("vài chục trứng", None, None, None),
    ],
)
def test_goods_counted_by_tens_and_thousands_are_goods(
    reader: Reader, text: str, low: int | None, high: int | None, unit: str | None
) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.quantity_max, reading.unit) == (low, high, unit)
    assert reading.price_min is None


@pytest.mark.parametrize(
    ("text", "price", "unit"),
    [
        ("5 chục trứng gà, 35k/chục", 35_000, "chục"),
        ("trứng 35k một chục", 35_000, "chục"),
        ("cau 3 thiên, 1tr2/thiên", 1200, "quả"),
        ("2 vạn trứng, 2.500đ/quả", 2500, "quả"),
        ("2 vạn đồng/kg", 20_000, "kg"),
        ("giá 3 vạn/kg", 30_000, "kg"),
        ("3 chục ngàn/kg", 30_000, "kg"),
    ],
)
def test_prices_for_tens_and_thousands_and_in_them(reader: Reader, text: str, price: int, unit: str) -> None:
    reading = reader.read(text)
    assert (reading.price_min, reading.price_unit) == (price, unit)


def test_ten_coconuts_may_be_twelve_or_fourteen(reader: Reader) -> None:
    reading = reader.read("30 chục dừa, 120k/chục")
    assert (reading.quantity_min, reading.unit) == (30, "chục")
    others = [(o["quantity_min"], o["unit"]) for o in reading.evidence["quantity"].alternatives]
    assert others == [(360, "quả"), (420, "quả")]
    assert ("quantity", "southern_tens") in [(d.field, d.code) for d in reading.doubts]


def test_ten_eggs_are_ten(reader: Reader) -> None:
    assert reader.read("30 chục trứng").doubts == ()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("500 chuc/tuan (chuc 12), 95k/chuc", 12),
        ("dừa khô 300 chục, chục 14 trái", 14),
        ("trứng vịt 50 chục (chục mười hai)", 12),
        ("cau chục trơn", 10),
        ("dừa chục 12k", None),
        ("bưởi 1 chục 12 kg", None),
        ("bán 30 chục, 90k/chục", None),
        ("chục 14-15 ngày", None),
    ],
)
def test_a_writer_may_say_how_many_his_ten_holds(text: str, pieces: int | None) -> None:
    assert pieces_in_ten(text) == pieces


def test_a_ten_that_is_told_is_no_doubt(reader: Reader) -> None:
    assert not reader.read("30 chục dừa (chục 12), 120k/chục").doubts
