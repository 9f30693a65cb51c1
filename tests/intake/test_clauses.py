from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    "text",
    [
        "giá lẻ 60k, sỉ từ 100kg giá 48k",
        ">50kg: 40k, >200kg: 36k",
        "gà ri, tb 1,6kg, giá 140k/kg",
        "hộp 300g giá 120k",
        "12 đồng rưỡi một ký",
    ],
)
def test_steps_of_a_price_list_and_sizes_are_no_amounts_of_goods(reader: Reader, text: str) -> None:
    assert reader.read(text).quantity_min is None


@pytest.mark.parametrize(
    "text", ["size 8-10 con/kg, 2 tấn/tháng", "gà 1,8kg trở lên, 2 tấn/tháng", "loại 5kg, 2 tấn/tháng"]
)
def test_sizes_are_no_quantities(reader: Reader, text: str) -> None:
    assert reader.read(text).quantity_min == 2000


def test_a_second_amount_is_kept_as_an_alternative(reader: Reader) -> None:
    reading = reader.read("khoảng 500 tấn, mỗi ngày 5-7 tấn")
    assert reading.quantity_min == 500_000
    assert reading.evidence["quantity"].alternatives[0]["per"] == "day"
