"""Packs, feasts and sales in the words of a deal are told from its amount, its season and its price."""

from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "amount", "unit", "per"),
    [
        ("mật ong chai 500ml, 250 lít/tháng", 250, "lít", "month"),
        ("nuoc mam cot 25-30 do dam can 20 lit, 600 lit/thang quanh nam", 600, "lít", "month"),
        ("rượu ngô can 20 lít, mỗi tháng 300 lít", 300, "lít", "month"),
    ],
)
def test_what_a_pack_holds_is_not_the_amount(
    reader: Reader, text: str, amount: int, unit: str, per: str
) -> None:
    said = reader.read(text).as_parse_json()
    assert (said["quantity_min"], said["unit"], said["per"]) == (amount, unit, per)


def test_the_least_weight_of_a_piece_is_no_price(reader: Reader) -> None:
    said = reader.read("dua sap trai tuoi loai 1 tren 1,2kg 70 chuc/thang, 175k/trai").as_parse_json()
    assert (said["price_min"], said["price_max"]) == (175_000, 175_000)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("mật ong từ tháng 4 bán dần đến hết năm", [4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ("thu T10-T1, có hàng T12-T5", [12, 1, 2, 3, 4, 5]),
    ],
)
def test_goods_are_there_when_they_are_sold(reader: Reader, text: str, months: list[int]) -> None:
    assert list(reader.read(text).months) == months


@pytest.mark.parametrize(
    "text", ["60 con/tháng, dịp lễ tết đặt trước", "15-20 con mỗi tháng, tháng chạp gấp đôi"]
)
def test_a_remark_on_a_feast_is_no_season(reader: Reader, text: str) -> None:
    assert len(reader.read(text).months) in (0, 12)
