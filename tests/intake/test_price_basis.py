"""Where a price is taken is read in the writer's own words, and never guessed."""

from __future__ import annotations

import pytest

from matchmaker.intake.price_basis import NAMED_PLACE, PORT, STORE, find_basis
from matchmaker.intake.text import tokenize


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("giá 6-7k/kg tại vườn", "farm_gate", "tại vườn"),
        ("120k, lay tan nha", "farm_gate", "tan nha"),
        ("bò hơi 95.000 đ/kg tại trại", "farm_gate", "tại trại"),
        ("55k/kg tai kho", STORE, "tai kho"),
        ("55k/kg tại kho HTX", "depot", "tại kho HTX"),
        ("18.000 đ/kg, lên xe", "truck_station", "lên xe"),
        ("22k/kg giao tận nơi", "delivered", "giao tận nơi"),
        ("10k/kg giao tận bếp", "delivered", "giao tận bếp"),
        ("18k giao tan nha hang", "delivered", "giao tan nha hang"),
        ("95.000 đ/kg đã gồm vận chuyển", "delivered", "đã gồm vận chuyển"),
        ("70k/chai giao tai cang Phan Thiet, 1500 chai", NAMED_PLACE, "giao tai cang Phan Thiet"),
        ("24-26 ngàn/kg giao chành Châu Đốc", "truck_station", "giao chành"),
        ("85-100k/kg tai dao", "farm_gate", "tai dao"),
        ("350 nghìn/hộp giao tới TP.HCM", NAMED_PLACE, "giao tới TP.HCM"),
        ("350 nghìn/hộp giao tới TP. Mới báo giá", NAMED_PLACE, "giao tới TP"),
        ("gia toi 32k/kg giao Long Bien, co tem", NAMED_PLACE, "giao Long Bien"),
        ("75k/lít giao Hà Nội, nợ 15 ngày", NAMED_PLACE, "giao Hà Nội"),
        ("185k/kg giao cửa khẩu Móng Cái, phải có mã", NAMED_PLACE, "giao cửa khẩu Móng Cái"),
        ("195k/kg giao Cau Giay truoc 5h sang", NAMED_PLACE, "giao Cau Giay"),
        ("gia toi da 90k/kg ve nha may, tra sau 30 ngay", "delivered", "ve nha may"),
        ("gia 50k/kg tai nha may Ha Noi", STORE, "tai nha may"),
        ("40k/kg tại nhà hàng", STORE, "tại nhà hàng"),
        ("USD 9.5/kg FOB Hai Phong", PORT, "FOB Hai Phong"),
    ],
)
def test_the_place_of_a_price_is_read_with_its_words(text: str, code: str, words: str) -> None:
    tokens = tokenize(text).tokens
    found = find_basis(tokens)
    assert found is not None
    assert (found.code, text[tokens[found.start].start : tokens[found.end - 1].end]) == (code, words)


@pytest.mark.parametrize(
    "text",
    [
        "20k/kg",
        "không giao tận nơi, 20k/kg",
        "chưa gồm vận chuyển",
        "20k/kg tại vườn, 22k/kg giao tận nơi",  # two prices: which one is asked
        "giao tại 12",
        "20k/kg giao T12",
        "20k/kg giao lạnh, giao ngay, giao 3 chuyến",
        "20K/KG GIAO HANG NGAY",
        "",
    ],
)
def test_where_nothing_is_said_or_two_things_are_nothing_is_read(text: str) -> None:
    assert find_basis(tokenize(text).tokens) is None


def test_goods_brought_to_the_place_that_a_message_names_are_priced_there_in_small_letters_too() -> None:
    text = "35k/kg giao nha trang moi tuan"
    start = text.index("nha trang")
    found = find_basis(tokenize(text).tokens, (start, start + len("nha trang")))
    assert found is not None
    assert (found.code, found.end - found.start) == (NAMED_PLACE, 3)
