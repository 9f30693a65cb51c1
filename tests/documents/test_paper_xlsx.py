"""Workbooks as a department sends them: merged titles above the head, days as days, A4."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from matchmaker.documents.paper_xlsx import xlsx
from matchmaker.documents.papers import Column, Group, Paper, Table
from tests.documents.reading import sheets

COLUMNS = [Column("STT", 0.6), Column("Tên", 3), Column("Ngày", 1)]


def paper(*rows: list[object], name: str = "", title: str = "Danh sách") -> Paper:
    return Paper(title, [Table(COLUMNS, [Group("Lào Cai", rows)], name)], ["Hội nghị"])  # type: ignore[arg-type]


def inside(body: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return book.read(name).decode()


def test_titles_are_merged_above_the_head_and_days_are_days() -> None:
    body = xlsx([paper([1, "HTX", date(2026, 12, 10)])])
    (rows,) = sheets(body).values()
    assert [row[0] for row in rows] == ["Danh sách", "Hội nghị", "", "STT", "Lào Cai", 1]
    assert '<mergeCell ref="A1:C1"/>' in inside(body, "xl/worksheets/sheet1.xml")
    assert 'formatCode="dd/mm/yyyy"' in inside(body, "xl/styles.xml")


def test_the_sheet_is_ready_to_print_on_a4_with_its_head_repeated() -> None:
    body = xlsx([paper([1, "HTX", None])])
    sheet = inside(body, "xl/worksheets/sheet1.xml")
    assert 'paperSize="9"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "$4:$4" in inside(body, "xl/workbook.xml")


def test_tabs_have_names_that_excel_takes_and_no_two_alike() -> None:
    names = list(sheets(xlsx([paper(name="A/B: [dài] " + "x" * 40), paper(name="a b   dài  " + "x" * 40)])))
    assert len(names) == 2
    assert all(len(n) <= 31 and not set("[]:*?/\\") & set(n) for n in names)


def test_a_number_is_a_number_and_text_that_looks_like_one_stays_text() -> None:
    (rows,) = sheets(xlsx([paper([1.5, "0100", None], [2, "=1+1", None])])).values()
    assert rows[-2][:2] == [1.5, "0100"]
    assert rows[-1][:2] == [2, "=1+1"]


def test_a_row_is_as_high_as_its_fullest_cell_and_numbers_stand_as_their_column_does() -> None:
    columns = [Column("STT", 1, "centre"), Column("Tên", 1)]
    body = xlsx([Paper("Danh sách", [Table(columns, [Group("", [[1, "chữ " * 40], [2, "ngắn"]])])])])
    sheet = inside(body, "xl/worksheets/sheet1.xml")
    high, low = re.findall(r'<row r="[45]"[^>]*? ht="([\d.]+)"', sheet)
    assert float(high) == 4 * float(low)
    style = re.search(r'<c r="A4" s="(\d+)"', sheet)[1]
    cells = re.findall(
        r"<xf .*?(?:/>|</xf>)", inside(body, "xl/styles.xml").partition("<cellXfs")[2], re.DOTALL
    )
    assert 'horizontal="center"' in cells[int(style)]
