"""Lists as departments keep them, with their own headers, titles, headings and sums, become records."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import xlsxwriter

from matchmaker.models import EVERYWHERE, Import, User
from matchmaker.queries import imports
from matchmaker.services import importing

OCOP: list[list[Any]] = [
    ["UBND TỈNH LÀO CAI", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "", "", "Độc lập - Tự do - Hạnh phúc"],
    ["DANH SÁCH SẢN PHẨM OCOP CÒN HIỆU LỰC"],
    ["(Kèm theo Công văn số 123/SNN-PTNT ngày 15/8/2026)"],
    [],
    ["TT", "Tên sản phẩm", "Tên chủ thể", "Địa chỉ", "Số điện thoại", "Hạng sao", "Quyết định công nhận", ""],
    ["", "", "", "", "", "", "Số QĐ", "Ngày QĐ"],
    [1, 2, 3, 4, 5, 6, 7, 8],
    ["I", "Huyện Bắc Hà (cũ)"],
    [
        1,
        "Rượu ngô Bản Phố",
        "HTX Nậm Xé",
        "Bản Phố, Lào Cai",
        912345678,
        "4 sao",
        "2145/QĐ-UBND",
        "20/12/2025",
    ],
    [
        2,
        "Chè Shan tuyết",
        "Cty TNHH Chè Bắc Hà",
        "Bắc Hà, Lào Cai",
        "0100.000.012",
        3,
        "118/QĐ-UBND",
        "5/3/2026",
    ],
    ["II", "Huyện Mường Khương (cũ)"],
    [3, "Gạo Séng Cù", "HTX Mường Khương", "Mường Khương, Lào Cai", "", "***", "", ""],
    ["", "Tổng cộng: 03 sản phẩm", "", "", "", "", "", ""],
    ["Ghi chú: danh sách không gồm sản phẩm đã hết hạn."],
]
MEMBERS: list[list[Any]] = [
    ["BIỂU 02: CÁC ĐƠN VỊ SẢN XUẤT VÀ SẢN PHẨM CHỦ LỰC NĂM 2026"],
    [],
    ["STT", "Tên cơ sở", "Loại hình", "Mã số thuế", "Người đại diện", "Điện thoại", "Xã/phường", "Tỉnh",
     "Sản phẩm chủ lực", "Sản lượng (tấn/năm)", "Thời gian thu hoạch", "Giá bán (nghìn đồng/kg)", "",
     "Tiêu chuẩn áp dụng"],
    ["", "", "", "", "", "", "", "", "", "", "", "Sỉ", "Lẻ", ""],
    [1, "HTX Mận Trắng", "HTX", "5300123456", "Bà Vàng Thị Mai", "0100000021", "Bắc Hà", "Lào Cai",
     "Mận tam hoa", "50-60", "T6-T7", 12, 20, "VietGAP"],
    [2, "Hộ Giàng A Páo", "Hộ kinh doanh", "", "Giàng A Páo", "0100000022", "Mường Khương", "Lào Cai",
     "rau củ các loại", "khoảng 15 tấn", "quanh năm", "thỏa thuận", "", ""],
    ["", "Tổng", "", "", "", "", "", "", "", 75, "", "", "", ""],
    ["Người lập biểu", "", "", "", "", "", "", "", "", "", "", "Giám đốc"],
]  # fmt: skip


@pytest.fixture
def officer(session: Any, make_user: Callable[..., User]) -> User:
    return make_user("officer", provinces=[EVERYWHERE])


def workbook(rows: Sequence[Sequence[Any]], merged: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """The rows as a workbook, with ranges merged and a hidden sheet of last year beside it."""
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    page = book.add_worksheet("Biểu")
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    for top, left, bottom, right in merged:
        page.merge_range(top, left, bottom, right, rows[top][left])
    old = book.add_worksheet("Năm 2025")
    old.write_row(0, 0, ["Tên sản phẩm", "Tên chủ thể", "Sản lượng", "Địa chỉ"])
    old.hide()
    book.close()
    return found.getvalue()


def looked(officer: User, data: bytes) -> tuple[Import, dict[str, dict[str, Any]], dict[str, Any]]:
    """A list after its dry run: itself, its good records and their understanding by product."""
    found = importing.send(data, "danh-sach.xlsx", "offer", "Sở", officer)
    importing.check(found.id)
    found = imports.one(found.id, officer)
    rows = {row.record["product"]: row for row in imports.rows(found.id) if row.does != "bad"}
    return found, {name: row.record for name, row in rows.items()}, rows


def test_an_ocop_list_brings_stars_decision_and_the_day_it_ends(officer: User) -> None:
    merged = [(5, place, 6, place) for place in range(6)] + [(5, 6, 5, 7), (2, 0, 2, 7)]
    found, records, rows = looked(officer, workbook(OCOP, merged))
    assert found.look["counts"] == {"create": 3}
    spirit, tea, rice = (records[name] for name in ("Rượu ngô Bản Phố", "Chè Shan tuyết", "Gạo Séng Cù"))
    assert (spirit["ocop_stars"], spirit["ocop_decision"], spirit["ocop_expiry"]) == (
        4,
        "2145/QĐ-UBND",
        "2028-12-20",
    )
    assert (tea["ocop_stars"], tea["ocop_expiry"]) == (3, "2029-03-05")
    assert rice["ocop_stars"] == 3
    assert "ocop_expiry" not in rice  # nobody said, so nobody knows
    assert rows["Rượu ngô Bản Phố"].party["phone"] == "0912345678"
    assert "zero_put_back" in [mark["code"] for mark in rows["Rượu ngô Bản Phố"].marks]
    assert all("quantity" not in record for record in records.values())


def test_a_list_of_organisations_with_products_brings_both(officer: User) -> None:
    merged = [(2, place, 3, place) for place in (*range(11), 13)] + [(2, 11, 2, 12), (0, 0, 0, 13)]
    found, records, rows = looked(officer, workbook(MEMBERS, merged))
    assert found.look["counts"] == {"create": 2}
    plums, greens = records["Mận tam hoa"], records["rau củ các loại"]
    assert (plums["quantity"], plums["unit"], plums["per"]) == (50_000, "kg", "year")
    assert (plums["price_min"], plums.get("price_max")) == (12_000, None)
    assert plums["certificates"] == ["VIETGAP"]
    assert rows["Mận tam hoa"].understood["parsed"]["months"] == [6, 7]
    assert rows["Mận tam hoa"].party == {
        "legal_form": "HTX",
        "tax_code": "5300123456",
        "contact": "Bà Vàng Thị Mai",
        "phone": "0100000021",
    }
    assert greens["quantity"] == 15_000
    assert "price_min" not in greens
    codes = {mark["code"] for mark in rows["rau củ các loại"].marks}
    assert {"several_products", "price_open"} <= codes
    assert "range" in {mark["code"] for mark in rows["Mận tam hoa"].marks}


def test_a_seller_named_like_one_who_signs_ends_no_list(officer: User) -> None:
    rows = [["Sản phẩm", "Chủ thể", "Sản lượng"], ["Chè Shan", "HTX Hà", "2 tấn"],
            ["Mật ong", "Thủ Trường", "3 tạ"], ["Gạo nếp", "HTX Vân", "5 tấn"],
            ["Người lập biểu", "", "Giám đốc"]]  # fmt: skip
    _found, records, _rows = looked(officer, workbook(rows))
    assert set(records) == {"Chè Shan", "Mật ong", "Gạo nếp"}
