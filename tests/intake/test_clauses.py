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


@pytest.mark.parametrize(
    ("text", "ceiling"),
    [
        ("gói 500g x 20/thùng, 2 tấn mỗi tháng, tối đa 50k/kg", 50000),
        ("noodles 400 g packs x 44/carton, 12 tonnes, not above 42,000 VND/kg", 42000),
        ("2 tấn/tháng, đóng gói 1kg * 12/thùng, giá trần 30k/kg", 30000),
    ],
)
def test_how_many_packs_a_box_holds_is_no_price(reader: Reader, text: str, ceiling: int) -> None:
    said = reader.read(text)

    assert (said.price_max, said.price_unit) == (ceiling, "kg")


@pytest.mark.parametrize(
    ("text", "months", "price"),
    [
        ("mua thang 10-12 va 4-5, 9 toi 11 ngan/kg tai vuon", (10, 11, 12, 4, 5), (9000, 11000)),
        ("mùa tháng 6-8, 5 tới 7k/kg", (6, 7, 8), (5000, 7000)),
        ("có hàng tháng 4 và 5, 8 đến 10 nghìn một ký", (4, 5), (8000, 10000)),
    ],
)
def test_a_price_behind_the_months_is_none_of_them(
    reader: Reader, text: str, months: tuple[int, ...], price: tuple[int, int]
) -> None:
    said = reader.read(text)

    assert (said.months, (said.price_min, said.price_max)) == (months, price)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("che kho 20 tan 1 thang, 70 - 110k/kg tai xuong, tu 5 ta", False),
        ("cà phê 3 tấn/tháng, từ 2 tạ", False),
        ("cà phê 3 tấn/tháng, từ 2 tạ mỗi tuần", True),
        ("cần 2 tấn/tháng, từ 3 tấn", True),
    ],
)
def test_a_smaller_amount_to_begin_with_is_the_least_order(reader: Reader, text: str, several: bool) -> None:
    assert any(doubt.code == "several" for doubt in reader.read(text).doubts) is several
