"""Tables as spreadsheets: CSV that opens with its letters whole, XLSX with numbers as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

Cell = str | float | int | None
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV, UTF-8 with the mark by which Excel knows it; no text is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as an XLSX workbook of one sheet, its head standing still and bold."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same bytes each time
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    widths = [len(name) for name in head]
    for column, name in enumerate(head):
        sheet.write_string(0, column, name, bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
                widths[column] = max(widths[column], len(cell))
            elif cell is not None:
                sheet.write_number(number, column, cell)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, 8), 50))
    sheet.freeze_panes(1, 0)
    book.close()
    return buffer.getvalue()


def _plain(cell: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula, made plain by a quote in front."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
