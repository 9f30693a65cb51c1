"""Papers as a workbook: each table a sheet, its title in merged rows above the head, ready to print on A4."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from typing import Any

from matchmaker.documents.papers import Cell, Column, Paper, Table
from matchmaker.documents.typesetting import clean

TITLE_ROWS_FONT = "Times New Roman"
LETTERS_ACROSS = {False: 95.0, True: 140.0}  # a page, portrait and landscape, at the size of the letters
LINE = 16.5  # points
_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\']")


def xlsx(papers: Sequence[Paper]) -> bytes:
    """The tables of the papers as sheets of one workbook. Text stays text: no formulas, no links."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same bytes each time
    styles = _styles(book)
    tabs: set[str] = set()
    for paper in papers:
        for table in paper.tables:
            sheet = book.add_worksheet(_tab(table.name or paper.title, tabs))
            _fill(sheet, paper, table, styles)
    book.close()
    return buffer.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    base = {"font_name": TITLE_ROWS_FONT, "font_size": 12, "valign": "vcenter", "text_wrap": True}
    boxed = base | {"border": 1}
    make = book.add_format
    return {
        "unit": make(base | {"bold": True, "align": "center"}),
        "title": make(base | {"bold": True, "align": "center", "font_size": 14}),
        "subtitle": make(base | {"italic": True, "align": "center"}),
        "head": make(boxed | {"bold": True, "align": "center", "bg_color": "#EDEDED"}),
        "group": make(boxed | {"bold": True, "bg_color": "#F7F7F7"}),
        "left": make(boxed),
        "centre": make(boxed | {"align": "center"}),
        "right": make(boxed | {"align": "right"}),
        "whole": make(boxed | {"align": "right", "num_format": "#,##0"}),
        "part": make(boxed | {"align": "right", "num_format": "#,##0.0#"}),
        "day": make(boxed | {"align": "center", "num_format": "dd/mm/yyyy"}),
        "total": make(boxed | {"bold": True, "align": "center"}),
    }


def _fill(sheet: Any, paper: Paper, table: Table, styles: dict[str, Any]) -> None:
    last = len(table.columns) - 1
    widths = _widths(table.columns, landscape=paper.landscape)
    row = _titles(sheet, paper, table, styles, last)
    for column, told in enumerate(table.columns):
        sheet.write_string(row, column, clean(told.name), styles["head"])
        sheet.set_column(column, column, widths[column])
    sheet.set_row(row, LINE * _lines([c.name for c in table.columns], widths))
    sheet.repeat_rows(row)
    sheet.freeze_panes(row + 1, 0)
    row += 1
    for group in table.groups:
        if group.label:
            _merged(sheet, row, last, clean(group.label), styles["group"])
            row += 1
        for cells in group.rows:
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell, table.columns[column].align, styles)
            sheet.set_row(row, LINE * _lines(cells, widths))
            row += 1
    for column, cell in enumerate(table.total):
        _write(sheet, row, column, cell, "total", styles)
    _printed_on_a4(sheet, paper)


def _widths(columns: Sequence[Column], *, landscape: bool) -> list[float]:
    """Columns share the page; 5 letters at least."""
    whole = sum(c.width for c in columns)
    return [max(5.5, LETTERS_ACROSS[landscape] * c.width / whole) for c in columns]


def _lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many lines the fullest cell of a row takes: not every program works it out by itself."""
    return max(
        (
            sum(ceil(max(len(line), 1) / (width - 1)) for line in cell.split("\n"))
            for cell, width in zip(cells, widths, strict=True)
            if isinstance(cell, str)
        ),
        default=1,
    )


def _titles(sheet: Any, paper: Paper, table: Table, styles: dict[str, Any], last: int) -> int:
    """The merged rows above the head; gives the row of the head."""
    head = paper.letterhead
    rows = [(head.unit.upper(), "unit")] if head and head.unit else []
    rows += [(paper.title, "title")]
    rows += [(table.name, "title")] if table.name and len(paper.tables) > 1 else []
    rows += [(line, "subtitle") for line in paper.subtitle]
    for row, (text, style) in enumerate(rows):
        _merged(sheet, row, last, clean(text), styles[style])
        sheet.set_row(row, LINE * ceil(max(len(text), 1) / LETTERS_ACROSS[paper.landscape] * 1.2))
    return len(rows) + 1


def _merged(sheet: Any, row: int, last: int, text: str, style: Any) -> None:
    if last:
        sheet.merge_range(row, 0, row, last, "", style)
    sheet.write_string(row, 0, text, style)


def _write(sheet: Any, row: int, column: int, cell: Cell, align: str, styles: dict[str, Any]) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, styles[align])
    elif isinstance(cell, str):
        sheet.write_string(row, column, clean(cell), styles[align])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), styles["day"])  # noqa: DTZ001
    else:
        style = align if align == "centre" else "whole" if cell == int(cell) else "part"
        sheet.write_number(row, column, cell, styles[style])


def _printed_on_a4(sheet: Any, paper: Paper) -> None:
    sheet.set_paper(9)
    if paper.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
    sheet.set_footer("&R&P/&N")


def _tab(name: str, taken: set[str]) -> str:
    """A name that a workbook takes for a tab: 31 letters, none of the forbidden, no two alike."""
    plain = _NOT_IN_A_TAB.sub(" ", clean(name)).strip()[:31] or "1"
    tab, number = plain, 1
    while tab.casefold() in taken:
        number += 1
        tab = f"{plain[:27]} {number}"
    taken.add(tab.casefold())
    return tab
