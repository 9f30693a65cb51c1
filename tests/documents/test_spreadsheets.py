from __future__ import annotations

import io
import zipfile

from matchmaker.documents.spreadsheets import csv_bytes, xlsx_bytes

ROWS = [["Mèo Vạc", 12.5, None], ["=1+1", 3, "x"]]


def test_a_csv_opens_in_excel_with_its_letters_and_without_formulas() -> None:
    body = csv_bytes(["Xã", "Tấn", "Ghi chú"], ROWS)
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.decode("utf-8-sig").splitlines() == ["Xã,Tấn,Ghi chú", "Mèo Vạc,12.5,", "'=1+1,3,x"]


def test_a_workbook_keeps_numbers_as_numbers_and_formulas_as_text() -> None:
    with zipfile.ZipFile(
        io.BytesIO(xlsx_bytes("Một cái tên dài hơn ba mươi mốt chữ", ["a", "b", "c"], ROWS))
    ) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<v>12.5</v>" in sheet
    assert "<f>" not in sheet
    assert "=1+1" in texts
