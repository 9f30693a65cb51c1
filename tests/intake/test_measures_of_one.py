from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "amount", "unit", "per"),
    [
        ("chieu coi kim son det may 1m6x2m 260k/doi tai xuong, moi thang 2000 doi", 2000, "đôi", "month"),
        ("Thổ cẩm khổ 1 mét 5, 5.000 mét/tháng", 5000, "mét", "month"),
        ("Jackfruit chips 100 g bag, 40,000 bags/month", 40000, "túi", "month"),
        ("thảm cói 1m2 x 1m8, mỗi tháng 300 tấm", 300, "tấm", "month"),
        ("chăn bông 1,8m x 2m, 500 chiếc/vụ", 500, "chiếc", "season"),
        ("muc kho Sam Son size 15-20 con, 3 ta, 950k/kg", 300, "kg", None),
        ("tôm sú loại 25-30 con, 5 tạ mỗi tuần", 500, "kg", "week"),
        ("size 8–10 con, cá bống 40kg/ngày", 40, "kg", "day"),
        ("lay ơn loại A (từ 9 bông trở lên), 30.000 cành", 30000, "cành", None),
        ("hoa ly loại 5-7 bông, 2.000 cành mỗi tuần", 2000, "cành", "week"),
        ("đào bích cành 1m2-1m5, 2.000 cành", 2000, "cành", None),
        ("thanh long 350-450 g, 20 tấn mỗi tháng", 20000, "kg", "month"),
    ],
)
def test_how_large_one_piece_is_counts_no_goods(
    reader: Reader, text: str, amount: int, unit: str, per: str | None
) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.unit, reading.per) == (amount, unit, per)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("dê núi, mỗi loại 15-20 con", 15, 20, "con"),
        ("lợn mán 15-20 con", 15, 20, "con"),
        ("gà loại 15-20 con/tuần", 15, 20, "con"),
        ("vải thổ cẩm 200 mét", 200, 200, "mét"),
    ],
)
def test_heads_and_lengths_of_goods_still_count(
    reader: Reader, text: str, low: int, high: int, unit: str
) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.quantity_max, reading.unit) == (low, high, unit)
