"""Whatever file comes is read or refused, by what it is, within bounds."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile
from datetime import date

import pytest
import xlsxwriter

from matchmaker.exchange import workbooks
from matchmaker.exchange.workbooks import Book, SheetRefused, read_book, text_of

FIXED = "<html><body><table><tr><td>1</td></tr></table></body></html>"


def workbook() -> bytes:
    """A list as an office sends it: a merged title, a formula, a day, a hidden sheet, an empty one."""
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    sheet.merge_range("A1:C1", "DANH SÁCH")
    sheet.write_row("A3", ["Tên", "S¶n phÈm", "Giá"])
    sheet.write_row("A4", ["HTX Mận", "Chè bóp kh«, chÌ xanh ®Æc s¶n", 12.5])
    sheet.write_datetime("D4", date(2026, 5, 1))
    sheet.write_formula("E4", "=C4*2", None, 25)
    sheet.write_blank(1048575, 16383, None, book.add_format({"bold": True}))
    book.add_worksheet("Trống")
    other = book.add_worksheet("Khác")
    other.write(0, 0, True)
    other.hide()
    book.close()
    return found.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return found.getvalue()


def code_of(data: bytes) -> str:
    with pytest.raises(SheetRefused) as refused:
        read_book(data)
    return refused.value.code


def test_a_workbook_is_read_with_its_kinds_of_cells_its_merges_and_notes() -> None:
    book = read_book(workbook())
    first, other = book.sheets
    assert first.rows[0] == ["DANH SÁCH"]
    assert first.rows[2][:3] == ["Tên", "Sản phẩm", "Giá"]
    assert first.rows[3][2:] == [12.5, date(2026, 5, 1), 25]
    assert first.merged == ((0, 0, 0, 2),)
    assert (other.name, other.hidden, other.rows) == ("Khác", True, [[True]])
    assert "formulas" in book.notes


def test_cells_are_told_as_one_would_type_them() -> None:
    assert [text_of(cell) for cell in (None, True, False, 12, 2.5, date(2026, 5, 1), "a")] == [
        *("", "x", "", "12", "2.5"),
        *("01/05/2026", "a"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet_empty"),
        (b"%PDF-1.7", "sheet_other_kind"),
        (b"\x89PNG\r\n", "sheet_other_kind"),
        (FIXED.encode(), "sheet_other_kind"),
        (archive({"word/document.xml": b"<a/>"}), "sheet_other_kind"),
        (archive({"a.txt": b"x"}), "sheet_unreadable"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 2_000, "sheet_unreadable"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "sheet_password"),
        (b"a,b\n" * (workbooks.MOST_ROWS + 2), "sheet_too_long"),
        (b"," * (workbooks.MOST_COLUMNS + 1), "sheet_too_long"),
        (b"x" * (workbooks.LARGEST_FILE + 1), "sheet_too_big"),
        (archive({"xl/a.xml": b"a" * (workbooks.UNPACKED + 1) * 1_000_000}), "sheet_too_big"),
    ],
)
def test_what_is_no_table_is_refused_by_its_kind(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_csv_takes_the_mark_that_its_lines_share() -> None:
    text = "Tên; giá\nHTX A, Bắc Hà; 25,5\nHTX B; 30\n"
    assert read_book(text.encode()).sheets[0].rows == [
        ["Tên", "giá"],
        ["HTX A, Bắc Hà", "25,5"],
        ["HTX B", "30"],
    ]


def test_a_workbook_broken_anywhere_is_read_or_refused() -> None:
    data, chance = workbook(), random.Random(7)
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = broken[: chance.choice((len(broken), chance.randrange(len(broken))))]
        with contextlib.suppress(SheetRefused):
            assert isinstance(read_book(bytes(cut)), Book)
