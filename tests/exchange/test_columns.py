"""Which row is the header and what each column holds, as a department's lists have them."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.exchange.columns import Layout, chosen, layout
from matchmaker.exchange.sheet_words import column_names, recognisers
from matchmaker.exchange.workbooks import Cell, Sheet
from matchmaker.services.reference import load_reference

READER = load_reference().reader(date(2026, 11, 26))


def found(
    rows: list[list[Cell]], merged: tuple[tuple[int, int, int, int], ...] = (), kind: str = "offer"
) -> Layout:
    return layout(Sheet("S", rows, merged), column_names(kind), recognisers(READER))


def fields(arranged: Layout) -> list[str]:
    return [column.field for column in arranged.columns]


def test_the_header_is_found_under_titles_and_past_a_row_of_numbers() -> None:
    arranged = found(
        [
            ["UBND TỈNH LÀO CAI"],
            ["DANH SÁCH SẢN PHẨM THAM GIA"],
            [],
            ["STT", "Tên HTX", "Mặt hàng", "Sản lượng (tấn/năm)", "ĐT liên hệ"],
            [1, 2, 3, 4, 5],
            [1, "HTX A", "Chè", 5, "0100000001"],
        ]
    )
    assert (arranged.header, arranged.first) == ((3,), 5)
    assert fields(arranged) == ["ignore", "producer", "product", "quantity", "phone"]
    assert arranged.columns[3].aside == "tấn/năm"


def test_a_header_of_two_rows_is_read_as_one() -> None:
    rows: list[list[Cell]] = [
        ["Tên cơ sở", "Sản phẩm", "Giá bán (1.000đ/kg)", "", "Địa chỉ"],
        ["", "", "Sỉ", "Lẻ", ""],
        ["HTX A", "Chè", 200, 250, "Mộc Châu"],
    ]
    arranged = found(rows, ((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)))
    assert fields(arranged) == ["producer", "product", "price_min", "retail_price", "place"]


def test_a_month_a_column_is_understood() -> None:
    head: list[Cell] = ["Chủ thể", "Sản phẩm OCOP", *(f"T{month}" for month in range(1, 13))]
    assert fields(found([head, ["HTX A", "Chè", *("x" for _ in range(12))]]))[2:] == [
        f"month:{month}" for month in range(1, 13)
    ]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Tên sản phẩm đăng ký", "product"),
        ("Sản phẩm đăng kí tham gia", "product"),
        ("Số điện thoại người đại diện", "phone"),
        ("MST/ĐKKD", "tax_code"),
        ("Tên cơ sở/HTX", "producer"),
        ("Supply capacity per month", "quantity"),
        ("Doanh thu năm 2025", ""),
        ("Giá trị", ""),
    ],
)
def test_headers_are_known_by_their_names_and_strange_ones_are_not_forced(header: str, field: str) -> None:
    assert column_names("offer").find(header)[0] == field


def test_columns_without_a_known_name_are_guessed_by_what_stands_in_them() -> None:
    arranged = found(
        [
            ["Sản phẩm", "Chủ thể", "A", "B", "C"],
            ["Chè", "HTX A", "a@example.com", "Lào Cai", "T3-T10"],
            ["Mận", "HTX B", "b@example.com", "Yên Bái", "tháng 6"],
        ]
    )
    assert fields(arranged)[2:] == ["email", "province", "season_text"]
    assert {column.why for column in arranged.columns[2:]} == {"content"}


def test_what_fits_two_fields_alike_is_left_open() -> None:
    rows: list[list[Cell]] = [["Sản phẩm", "Chủ thể", "Số"], ["Chè", "HTX A", "0100000001"]]
    assert fields(found(rows))[2] == ""


def test_a_person_s_choice_wins_and_takes_the_field_from_the_guess() -> None:
    arranged = found([["Sản phẩm", "Chủ thể", "Hàng"], ["Chè", "HTX A", "Chè khô"]])
    told = chosen(arranged, {"Hàng": "product"}, "chosen")
    assert fields(told) == ["", "producer", "product"]


def test_a_sheet_without_a_header_has_records_in_every_row() -> None:
    arranged = found([["Chè", "a@example.com"], ["Mận", "b@example.com"]])
    assert (arranged.header, arranged.first) == ((), 0)
    assert fields(arranged)[1] == "email"
