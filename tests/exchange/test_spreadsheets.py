"""Spreadsheets that strangers send: read where they are fair, refused early where they are not."""

from __future__ import annotations

import io
import resource
import zipfile
from collections.abc import Sequence

import pytest
import xlsxwriter

from matchmaker.exchange.list_template import list_template
from matchmaker.exchange.spreadsheets import MOST_COLUMNS, MOST_ROWS, SheetRefused, rows_of


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return found.getvalue()


def with_sheet(xml: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A small workbook whose sheet has another content."""
    found = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["a"]]))) as old,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, xml if part.filename == name else old.read(part))
    return found.getvalue()


def test_a_workbook_gives_its_cells_as_typed() -> None:
    rows = rows_of(workbook([["Tên", "Số"], ["HTX Mận", 12], ["Hộ  ", 2.5], [True, ""], ["", ""]]))
    assert rows == [["Tên", "Số"], ["HTX Mận", "12"], ["Hộ", "2.5"], ["x", ""]]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_is_read_in_every_unicode_and_with_every_mark(coding: str, mark: str) -> None:
    text = f'Tên{mark}Bên\r\n"HTX ""Mận"""{mark}Bên bán\r\n\r\n'
    assert rows_of(text.encode(coding)) == [["Tên", "Bên"], ['HTX "Mận"', "Bên bán"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet_empty"),
        (b" \n,,\n", "sheet_empty"),
        ("Tên\nHTX Mận".encode("utf-16")[:-1], "sheet_encoding"),
        (b"T\xeaa,B\xeaz\n\xcd\xfe", "sheet_encoding"),
        (b"a\x00b,c\n", "sheet_unreadable"),
        (b"PK\x03\x04 not an archive", "sheet_unreadable"),
        (workbook([["a"]])[:-40], "sheet_unreadable"),
        (with_sheet(b"<not-xml"), "sheet_empty"),
        (b"x" * 2_000_001, "sheet_too_big"),
        (b"a\n" * (MOST_ROWS + 2), "sheet_too_long"),
        (b"," * (MOST_COLUMNS + 1) + b"x", "sheet_too_long"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        rows_of(data)
    assert refused.value.code in (code, "sheet_unreadable" if code == "sheet_empty" else code)


def test_a_cell_in_the_last_corner_is_refused_before_it_costs_memory() -> None:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    far = head + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    hidden = head + b"<row><c t='n'\n r='XFD1'><v>1</v></c></row></sheetData></worksheet>"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for content in (far, hidden):
        with pytest.raises(SheetRefused, match=r"sheet_too_(long|big)"):
            rows_of(with_sheet(content))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


def test_a_workbook_that_grows_when_unpacked_is_refused() -> None:
    with pytest.raises(SheetRefused, match="sheet_too_big"):
        rows_of(with_sheet(b"<t>" + b"a" * 260_000_000 + b"</t>", "xl/sharedStrings.xml"))


def test_the_template_is_read_back_and_holds_no_formula() -> None:
    rows = [{"name": "=1+1"}, {"name": "HTX (mẫu)"}]
    data = list_template(
        "Danh sách", [("name", "Tên / Name")], rows, {}, [["Việc"]], further={"Khung giờ": [["1"]]}
    )
    assert rows_of(data) == [["Tên / Name"], ["=1+1"], ["HTX (mẫu)"]]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
