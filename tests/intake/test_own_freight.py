"""The freight that a seller names himself is read with where it is for, and is no price of the goods."""

from __future__ import annotations

from decimal import Decimal

import pytest

from matchmaker.intake.own_freight import find_own_freight
from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "amount", "to"),
    [
        ("bưởi 32k/kg tại vườn, thêm 1.200đ/kg giao TP.HCM", "1200", "TP.HCM"),
        ("khoai 14.000đ/kg tại ruộng, giao Hà Nội cộng 700đ", "700", "Hà Nội"),
        ("mực 420k/kg, +15k/kg ship Hà Nội", "15000", "Hà Nội"),
        ("thit 650k/kg, cong 500d toi kho", "500", ""),
        ("giao tận nơi thêm 1.200đ/kg", "1200", ""),
        ("gạo 22k/kg, cước 700 nghìn/tấn", "700", ""),
        ("60k/kg + 5k/kg delivery to Hanoi", "5000", "Hanoi"),
        ("giao quận 7 cộng 1,5k/kg", "1500", "quận 7"),
        ("giao nội thành cộng 1 nghìn/kg", "1000", "nội thành"),
        ("thêm 1.200đ tiền xe nếu giao tận nơi", "1200", ""),
    ],
)
def test_the_freight_that_comes_on_top_is_read_with_its_place(text: str, amount: str, to: str) -> None:
    found = find_own_freight(text)
    assert found is not None
    assert (found.amount, found.to) == (Decimal(amount), to)


@pytest.mark.parametrize(
    "text",
    [
        *("giao thêm 500 kg", "giao 5 tấn, cộng 3 tấn", "phí ship 30k/đơn", "giao tháng 12, thêm 20kg"),
        *("20k/kg giao tận nơi", "thêm 30 triệu", ""),
    ],
)
def test_goods_that_are_added_and_a_charge_for_an_order_are_no_freight_of_a_kilogram(text: str) -> None:
    assert find_own_freight(text) is None


def test_the_price_is_the_one_before_its_freight_and_is_taken_where_the_goods_are(reader: Reader) -> None:
    read = reader.read("mực 420k/kg, +15k/kg ship Hà Nội")
    assert (read.price_min, read.price_max, read.price_basis) == (420000, 420000, "depot")
    assert [doubt.code for doubt in read.doubts] == ["freight_said"]
    assert reader.read("khoai 14k/kg tại ruộng, cộng 700đ tới kho").price_basis == "farm_gate"
