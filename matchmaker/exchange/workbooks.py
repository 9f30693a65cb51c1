"""Read the tables of a file that a stranger sent, by what it is and not by its name: .xlsx, .xlsm, .xlsb,
.xls, .ods or .csv.

A workbook is read in a process of its own (``workbook_worker``) with little memory and little time, so that
a file made to harm, or merely broken, costs its sender a message and nobody anything else.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from matchmaker.errors import DomainError
from matchmaker.exchange.legacy_text import decoded, healed_text
from matchmaker.schemas.text import clean

LARGEST_FILE = 16_000_000  # bytes
UNPACKED, MEMORY, SECONDS = 250, 440, 12  # megabytes, megabytes, seconds: the bounds of the reading process
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 300, 1_500_000
_WORKER = Path(__file__).with_name("workbook_worker.py")
_ARCHIVE, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
# What people send in place of a table, by its first bytes.
_OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"{\\rtf": "RTF",
}

Cell = str | int | float | bool | date | None


class SheetRefused(DomainError):
    """The file cannot be read, by code: sheet_too_big, sheet_too_long, sheet_too_many, sheet_password,
    sheet_other_kind, sheet_unreadable, sheet_empty, sheet_encoding."""

    status = 422


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the first, each as long as it has cells, and the ranges that are merged
    (first row, first column, last row, last column; from 0)."""

    name: str
    rows: list[list[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that hold anything, and notes on how they were read, by code (``formulas``, ``macros``,
    ``links``, or the name of an old encoding that was converted)."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = field(default=())


def read_book(data: bytes) -> Book:
    """The tables in a file's bytes. Raises ``SheetRefused``."""
    if len(data) > LARGEST_FILE:
        raise SheetRefused("sheet_too_big", megabytes=LARGEST_FILE // 1_000_000)
    for head, kind in _OTHERS.items():
        if data.startswith(head):
            raise SheetRefused("sheet_other_kind", kind=kind)
    book = _workbook(data) if data[:2] == _ARCHIVE or data[:4] == _OLE else _comma_separated(data)
    if not book.sheets:
        raise SheetRefused("sheet_empty")
    return book


def text_of(cell: Cell) -> str:
    """A cell as one would type it: whole numbers without ".0", days as day/month/year."""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


def _workbook(data: bytes) -> Book:
    bounds = [str(bound) for bound in (UNPACKED, MEMORY, SECONDS, MOST_ROWS, MOST_COLUMNS, MOST_CELLS)]
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_WORKER), *bounds],
            input=data,
            capture_output=True,
            timeout=SECONDS + 5,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SheetRefused("sheet_too_big", megabytes=UNPACKED) from None
    if done.returncode < 0 or b"MemoryError" in done.stderr:  # ended by the system: out of memory or of time
        raise SheetRefused("sheet_too_big", megabytes=UNPACKED)
    if done.returncode:
        raise SheetRefused("sheet_unreadable")
    found = json.loads(done.stdout, object_hook=_day)
    if "refused" in found:
        raise SheetRefused(found["refused"], **found["facts"])
    sheets, encodings = [], dict.fromkeys(found["notes"])
    for sheet in found["sheets"]:
        rows, names = _healed(sheet["rows"])
        encodings |= dict.fromkeys(names)
        if rows := _trimmed(rows):
            merged = tuple((top, left, bottom, right) for top, left, bottom, right in sheet["merged"])
            sheets.append(Sheet(sheet["name"], rows, merged, sheet["hidden"]))
    return Book(tuple(sheets), tuple(encodings))


def _day(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found["day"]) if found.keys() == {"day"} else found


def _healed(rows: list[list[Cell]]) -> tuple[list[list[Cell]], list[str]]:
    """Rows with the columns that hold TCVN3 or VNI letters brought to Unicode, and the encodings found.

    Headers and cells of one column are of one font as a rule, so a column is told as a whole.
    """
    names: list[str] = []
    for column in range(max(map(len, rows), default=0)):
        held = [row for row in rows if column < len(row) and isinstance(row[column], str)]
        texts, name = healed_text(str(row[column]) for row in held)
        if name:
            names.append(name)
        for row, text in zip(held, texts, strict=True):
            row[column] = clean(text)
    return rows, names


def _trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows without the empty cells at their ends, without the empty rows at the end."""
    for row in rows:
        while row and row[-1] in (None, ""):
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _comma_separated(data: bytes) -> Book:
    try:
        text, encoding = decoded(data)
    except UnicodeDecodeError as error:
        raise SheetRefused("sheet_encoding") from error
    if "\x00" in text:
        raise SheetRefused("sheet_unreadable")
    if text[:400].lstrip().casefold().startswith(("<html", "<!doctype", "<table", "<?xml")):
        raise SheetRefused("sheet_other_kind", kind="HTML")
    mark = _mark(text)
    try:
        rows = list(_within(csv.reader(_lines(text), delimiter=mark)))
    except csv.Error as error:
        raise SheetRefused("sheet_unreadable") from error
    rows = _trimmed(rows)
    notes = () if encoding.startswith("UTF") else (encoding,)
    return Book((Sheet("CSV", rows),) if rows else (), notes)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, one after the other: a copy of the whole would be four times as large."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end


def _mark(text: str) -> str:
    """The mark between cells: the one that the lines at the top have most of."""
    lines = [line for line in text[:20_000].splitlines()[:30] if line.strip()]
    return max(",;\t|", key=lambda mark: sum(min(line.count(mark), 40) for line in lines), default=",")


def _within(rows: Iterator[list[str]]) -> Iterator[list[Cell]]:
    cells = 0
    for number, row in enumerate(rows):
        cells += len(row)
        if number > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            raise SheetRefused("sheet_too_long", rows=MOST_ROWS, columns=MOST_COLUMNS)
        yield [clean(cell) or None for cell in row]
