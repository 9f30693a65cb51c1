"""The rows of a short list that was typed in a spreadsheet, such as the guests of a conference."""

from __future__ import annotations

from matchmaker.exchange.workbooks import SheetRefused, read_book, text_of

LARGEST_FILE = 2_000_000  # bytes
LARGEST_CELL = 2_000  # letters; more is cut by nobody and refused by the fields
MOST_ROWS, MOST_COLUMNS = 3_000, 60

Rows = list[list[str]]


def rows_of(data: bytes) -> Rows:
    """The rows of the first sheet that holds anything, as texts. Raises ``SheetRefused``."""
    if len(data) > LARGEST_FILE:
        raise SheetRefused("sheet_too_big", megabytes=LARGEST_FILE // 1_000_000)
    rows = read_book(data).sheets[0].rows
    width = max(map(len, rows))
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise SheetRefused("sheet_too_long", rows=MOST_ROWS, columns=MOST_COLUMNS)
    return [[text_of(cell)[:LARGEST_CELL] for cell in row] + [""] * (width - len(row)) for row in rows]
