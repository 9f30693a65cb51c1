"""Lists as offices really send them: with signatures, repeated heads, marks of repetition, several sheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import xlsxwriter

from matchmaker.models import Import, ImportRow, User
from matchmaker.queries import imports
from matchmaker.services import importing

Table = Sequence[Sequence[Any]]


@pytest.fixture
def officer(session: Any, make_user: Callable[..., User]) -> User:
    return make_user("officer")


def read(officer: User, kind: str = "offer", **sheets: Table) -> tuple[Import, Sequence[ImportRow]]:
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if cell != "":
                    sheet.write(at, place, cell)
    book.close()
    sent = importing.send(found.getvalue(), "ds.xlsx", kind, "", officer)
    importing.check(sent.id)
    return imports.one(sent.id, officer), imports.rows(sent.id)


def parsed(row: ImportRow, *names: str) -> tuple[Any, ...]:
    return tuple(row.understood["parsed"][name] for name in names)


TWO_ROWS: Table = [
    ["BIỂU TỔNG HỢP NĂNG LỰC CUNG ỨNG"],
    [],
    ["STT", "Tên HTX", "Tên sản phẩm", "Sản lượng (tấn)", "", "Giá bán (đồng/kg)", "", "Liên hệ", ""],
    ["", "", "", "Năm", "Vụ", "Thấp nhất", "Cao nhất", "Họ tên", "Điện thoại"],
    [1, "HTX Ngọc Lan", "Xoài", "1.200,5", "", "12.000", "15.000", "Bà Lan", "0100 111 222"],
    ["", "Tổng số: 01 đơn vị", "", 1200.5],
    ["", "NGƯỜI LẬP BIỂU", "", "", "", "", "GIÁM ĐỐC"],
    ["", "Trần Văn A", "", "", "", "", "Lê Văn B"],
]


def test_a_head_of_two_rows_without_merged_cells_and_who_signs_below(officer: User) -> None:
    found, rows = read(officer, DS=TWO_ROWS)
    assert found.look["header"] == [3, 4]
    (row,) = rows
    assert parsed(row, "quantity", "unit", "per") == (1_200_500, "kg", "year")
    assert parsed(row, "price_min", "price_max") == (12_000, 15_000)
    assert (row.party["contact"], row.party["phone"]) == ("Bà Lan", "0100 111 222")


def test_what_is_as_above_is_taken_from_there_and_told_where_it_was_left_empty(officer: User) -> None:
    head = ["STT", "Tên HTX", "Xã", "Tỉnh", "Sản phẩm", "Sản lượng (tấn/năm)"]
    _, rows = read(
        officer,
        DS=[
            head,
            [1, "HTX X", "Bắc Hà", "Lào Cai", "Mận", 20],
            ["", "", "", "", "Lê", 10],
            ["", "nt", '"', '"', "Đào", 5],
            [2, "", "", "", "Ngô", 7],
        ],
    )
    names = [row.record.get("producer") for row in rows]
    assert names == ["HTX X", "HTX X", "HTX X", None]  # a row of its own number goes on with nobody
    assert [row.understood["parsed"]["place"]["province"] for row in rows[:3]] == ["Lào Cai"] * 3
    assert [[m["code"] for m in row.marks if m["field"] == "producer"] for row in rows[:3]] == [
        *([], ["as_above"], []),
    ]


def test_stars_and_days_as_spreadsheets_keep_them_and_codes_that_are_no_months(officer: User) -> None:
    head = ["Chủ thể", "Sản phẩm", "Hạng sao", "Hết hạn", "Mã nội bộ"]
    found, rows = read(
        officer, DS=[head, ["HTX A", "Chè", "5*", 46873, "X9"], ["HTX B", "Miến", "***", "", "X8"]]
    )
    assert [row.record["ocop_stars"] for row in rows] == [5, 3]
    assert rows[0].record["ocop_expiry"] == "2028-04-30"
    assert found.look["columns"][4]["field"] == ""
    assert parsed(rows[0], "months") == ([],)


def test_the_questions_of_a_form_name_their_columns(officer: User) -> None:
    head = ["1. Tên đơn vị đăng ký", "3. Sản phẩm đăng ký", "4. Sản lượng có thể cung ứng/tháng"]
    _, (row,) = read(officer, DS=[head, ["HTX Sâm", "Sâm dây", "200kg"]])
    assert parsed(row, "quantity", "unit", "per") == (200, "kg", "month")


def test_a_chains_list_of_needs_brings_place_papers_and_days_of_credit(officer: User) -> None:
    head = ["STT", "Mặt hàng", "Số lượng", "Đơn vị tính", "Nơi nhận", "Yêu cầu giấy tờ", "Thanh toán"]
    _, (row,) = read(
        officer,
        "demand",
        DS=[
            ["NHU CẦU THU MUA"],
            head,
            [1, "Bưởi", 3, "tấn", "Kho Gia Lâm, Hà Nội", "VietGAP, ATTP", "Công nợ 45 ngày"],
        ],
    )
    assert row.understood["parsed"]["place"]["province"] == "Hà Nội"
    assert (row.record["required_certificates"], row.record["payment_days"]) == (["VIETGAP", "ATTP"], 45)


def test_tables_in_other_sheets_are_told_and_not_passed_over_in_silence(officer: User) -> None:
    head = ["STT", "Hộ/HTX", "Sản phẩm", "Số lượng", "ĐVT"]
    found, rows = read(
        officer,
        Bia=[["DANH SÁCH"]],
        Xa_A=[head, [1, "HTX A", "Mận", 5, "tấn"]],
        Xa_B=[head, [1, "HTX B", "Lê", 5, "tấn"], [2, "HTX C", "Đào", 5, "tấn"]],
    )
    assert (found.sheet, len(rows)) == ("Xa_B", 2)
    assert found.look["elsewhere"] == [["Xa_A", 1]]
