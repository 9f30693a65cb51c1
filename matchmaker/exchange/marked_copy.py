"""A copy of a list with what is to be said of its cells as comments, to be corrected and sent again."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import Any

import xlsxwriter

from matchmaker.exchange.workbooks import Sheet

MOST_COMMENTS = 20_000  # Excel slows down beyond; what is left out is said on the last sheet


def marked_copy(sheet: Sheet, said: Iterable[tuple[int, int, str, bool]], word: str) -> bytes:
    """An .xlsx of the sheet; ``said`` are row, column (from 0; -1 for the row), text, whether it is refused.

    ``word`` names the column at the right edge that repeats all texts of a row, for those who print. No cell
    can become a formula.
    """
    found = io.BytesIO()
    book = xlsxwriter.Workbook(
        found, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    page = book.add_worksheet(sheet.name[:31] or "Sheet1")
    paint = {
        True: book.add_format({"bg_color": "#F6C7C3", "text_wrap": True, "valign": "top"}),
        False: book.add_format({"bg_color": "#FFF1B8", "text_wrap": True, "valign": "top"}),
    }
    plain, day = book.add_format({"valign": "top"}), book.add_format({"num_format": "dd/mm/yyyy"})
    width = max(map(len, sheet.rows))
    texts: dict[int, list[str]] = {}
    cells: dict[tuple[int, int], list[str]] = {}
    worst: dict[tuple[int, int], bool] = {}
    for row, column, text, bad in said:
        texts.setdefault(row, []).append(text)
        cells.setdefault((row, max(column, 0)), []).append(text)
        worst[row, max(column, 0)] = worst.get((row, max(column, 0)), False) or bad
    for at, row in enumerate(sheet.rows):
        for place in range(max(len(row), 1)):
            value = row[place] if place < len(row) else None
            _write(page, at, place, value, paint[worst[at, place]] if (at, place) in worst else plain, day)
        if at in texts:
            page.write_string(at, width, " · ".join(texts[at]), plain)
    page.write_string(0, width, word, book.add_format({"bold": True}))
    page.set_column(0, width - 1, 18)
    page.set_column(width, width, 60)
    for (row, column), lines in list(cells.items())[:MOST_COMMENTS]:
        page.write_comment(row, column, "\n".join(lines), {"x_scale": 2, "author": ""})
    book.close()
    return found.getvalue()


def _write(page: Any, row: int, place: int, value: Any, style: Any, day: Any) -> None:
    if isinstance(value, bool):
        page.write_boolean(row, place, value, style)
    elif isinstance(value, (int, float)):
        page.write_number(row, place, value, style)
    elif isinstance(value, date):
        page.write_datetime(row, place, value, day)
    else:
        page.write_string(row, place, str(value or ""), style)
