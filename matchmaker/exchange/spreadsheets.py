"""Read the rows of a spreadsheet that a stranger sent: .xlsx or .csv, within limits that are checked first.

A workbook is a compressed archive: a few kilobytes can hold a cell of hundreds of megabytes, or name a cell
in the last corner of a sheet and make a reader build billions. So its parts are measured, and the sheet's
cells looked through as text, before the reader is given it.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from matchmaker.errors import DomainError
from matchmaker.schemas.text import clean

LARGEST_FILE = 2_000_000  # bytes
LARGEST_WHOLE = 40_000_000  # bytes unpacked, all parts of a workbook together
LARGEST_CELL = 2_000  # letters; more is cut by nobody and refused by the fields
MOST_PARTS, MOST_ROWS, MOST_COLUMNS = 300, 3_000, 60

Rows = list[list[str]]
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([0-9]{1,7})["']""")


class SheetRefused(DomainError):
    """The file cannot be read, by code: sheet_too_big, sheet_unreadable, sheet_empty, sheet_encoding."""

    status = 422


def rows_of(data: bytes) -> Rows:
    """The rows of the first sheet as cleaned texts, empty ones at the end left out.

    Raises ``SheetRefused``.
    """
    if len(data) > LARGEST_FILE:
        raise SheetRefused("sheet_too_big", megabytes=LARGEST_FILE // 1_000_000)
    rows = _workbook(data) if data[:2] == b"PK" else _comma_separated(data)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise SheetRefused("sheet_empty")
    if len(rows) > MOST_ROWS or max(map(len, rows)) > MOST_COLUMNS:
        raise _too_long()
    return rows


def _workbook(data: bytes) -> Rows:
    try:
        _measure(data)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = workbook.get_sheet_by_index(0)
        return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        raise SheetRefused("sheet_unreadable") from error
    except (
        RuntimeError,
        IndexError,
        EOFError,
        UnicodeDecodeError,
    ) as error:  # encrypted, without a sheet, cut
        raise SheetRefused("sheet_unreadable") from error


def _measure(data: bytes) -> None:
    """Refuse a workbook that is larger unpacked, or has cells farther out, than is read. Sizes are counted
    while unpacking, for the archive's own table may lie."""
    left = LARGEST_WHOLE
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise SheetRefused("sheet_too_big", megabytes=LARGEST_FILE // 1_000_000)
        for part in archive.infolist():
            with archive.open(part) as opened:
                content = opened.read(left + 1)
            left -= len(content)
            if left < 0:
                raise SheetRefused("sheet_too_big", megabytes=LARGEST_FILE // 1_000_000)
            if "worksheets/" in part.filename:
                _refuse_far_cells(content)


def _refuse_far_cells(content: bytes) -> None:
    if content.count(b"<c") > 2 * MOST_ROWS * MOST_COLUMNS:
        raise _too_long()
    for found in _CELL.finditer(content):
        if int(found[2]) > MOST_ROWS or _column(found[1]) > MOST_COLUMNS:
            raise _too_long()
    if any(int(found[1]) > MOST_ROWS for found in _ROW.finditer(content)):
        raise _too_long()


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _comma_separated(data: bytes) -> Rows:
    text = _decoded(data)
    if "\x00" in text:
        raise SheetRefused("sheet_unreadable")
    head = text[:4_000].splitlines()[0] if text.strip() else ""
    mark = max(",;\t", key=head.count)
    try:
        return [
            [_text(cell) for cell in row] for row in _first(csv.reader(io.StringIO(text), delimiter=mark))
        ]
    except csv.Error as error:
        raise SheetRefused("sheet_unreadable") from error


def _first(rows: Iterator[list[str]]) -> Iterator[Sequence[str]]:
    for number, row in enumerate(rows):
        if number > MOST_ROWS:
            raise _too_long()
        yield row


def _decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 by its mark; other encodings of Vietnamese are not guessed."""
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(coding)
    except UnicodeDecodeError as error:
        raise SheetRefused("sheet_encoding") from error


def _text(cell: object) -> str:
    """A cell as one would type it: whole numbers without ".0", days as day/month/year."""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, (date, datetime)):
        return f"{cell:%d/%m/%Y}"
    return clean(str(cell))[:LARGEST_CELL] if cell is not None else ""


def _too_long() -> SheetRefused:
    return SheetRefused("sheet_too_long", rows=MOST_ROWS, columns=MOST_COLUMNS)
