from __future__ import annotations

import pytest

from matchmaker.documents.spreadsheets import csv_bytes, xlsx_bytes
from matchmaker.exchange.freight_lists import FIELDS, records
from matchmaker.exchange.workbooks import SheetRefused
from matchmaker.wording.coefficients import COLUMN

ROW = ("Mèo Vạc, Tuyên Quang", "Tiên Du, Bắc Ninh", 5.0, 1100.0, None, "20/11/2026", "xe 8 tấn", "nhà xe A")
READ = {
    "origin": "Mèo Vạc, Tuyên Quang",
    "destination": "Tiên Du, Bắc Ninh",
    "tonnes": "5",
    "price_kg": "1100",
    "quoted_on": "20/11/2026",
    "vehicle": "xe 8 tấn",
    "source": "nhà xe A",
}


@pytest.mark.parametrize("lang", [0, 1])
@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_the_heads_of_the_template_are_read_as_their_own_fields(kind: str, lang: int) -> None:
    head = [COLUMN[field][lang] for field in FIELDS[kind]]
    told = [f"ô {letter}" for letter in "abcdefghij"[: len(head)]]
    assert records(xlsx_bytes("Mẫu", head, [told]), kind) == [(2, dict(zip(FIELDS[kind], told, strict=True)))]


def test_a_list_is_read_under_its_titles_from_a_workbook_and_from_csv() -> None:
    head = ["Từ", "Đến", "Tấn", "Đơn giá (đ/kg)", "Giá chuyến", "Ngày báo giá", "Loại xe", "Nhà xe"]
    assert records(xlsx_bytes("Giá", head, [ROW]), "quotes") == [(2, READ)]
    assert records(csv_bytes(head, [ROW]), "quotes")[0][1]["price_kg"].startswith("1100")
    titled = xlsx_bytes("Giá", ["BÁO GIÁ VẬN CHUYỂN"] + [""] * 7, [head, ROW])
    assert records(titled, "quotes") == [(3, READ)]


def test_what_is_no_list_of_prices_is_refused() -> None:
    with pytest.raises(SheetRefused) as refused:
        records(xlsx_bytes("Khác", ["Họ tên", "Điện thoại"], [("A", "B")]), "quotes")
    assert refused.value.code == "sheet_no_columns"
    with pytest.raises(SheetRefused):
        records(b"", "quotes")
