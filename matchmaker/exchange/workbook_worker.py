"""Reads one workbook in a process of its own, whose memory and time the system bounds.

Run as a file, with no import of the application, so that it starts in a few hundredths of a second. Standard
input is the workbook; standard output one JSON object: ``sheets`` [{name, hidden, rows, merged}] and
``notes``, or ``refused`` with facts. A cell is text, a number, true or false, null, or {"day": "2026-05-01"}.
Nothing of a workbook is ever run or followed: formulas give the value that was saved with them, macros and
links only a note.

Arguments: the most megabytes it may unpack, megabytes of memory, seconds, rows, columns and cells.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MOST_PARTS, MOST_SHEETS, LONGEST_CELL = 2_000, 40, 32_767  # Excel's own limit for a cell
MOST_LETTERS = 20_000_000  # of all cells together, as many as the largest file of plain text holds
# What damaged workbooks make their readers raise.
UNREADABLE = (
    *(CalamineError, zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError),
    *(LookupError, EOFError, NotImplementedError, TypeError, OverflowError),
)
OLE = b"\xd0\xcf\x11\xe0"
_BEGINNINGS = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")  # Excel 97, 95
_LOCK = 0x2F  # the record FilePass, among the first of a workbook


class RefusedError(Exception):
    """The workbook is not read; the code says why."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.facts = facts


def main(
    megabytes: int, memory: int, seconds: int, most_rows: int, most_columns: int, most_cells: int
) -> None:
    """Read standard input, write what was found."""
    resource.setrlimit(resource.RLIMIT_AS, (memory * 1_000_000, memory * 1_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    data = sys.stdin.buffer.read()
    try:
        found = read(data, megabytes * 1_000_000, most_rows, most_columns, most_cells)
    except RefusedError as refused:
        found = {"refused": str(refused), "facts": refused.facts}
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


def read(data: bytes, unpacked: int, most_rows: int, most_columns: int, most_cells: int) -> dict[str, Any]:
    """The sheets of a workbook. Raises ``RefusedError``."""
    if data[:4] == OLE and ("EncryptedPackage".encode("utf-16-le") in data or _locked(data)):
        raise RefusedError("sheet_password")
    try:
        notes = _measure(data, unpacked) if data[:2] == b"PK" else []
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {"sheets": _sheets(workbook, most_rows, most_columns, most_cells), "notes": notes}
    except PasswordError:
        raise RefusedError("sheet_password") from None
    except UNREADABLE:
        raise RefusedError("sheet_unreadable") from None


def _locked(data: bytes) -> bool:
    """Whether a workbook of Excel 97 or before is encrypted, which calamine takes for no workbook."""
    at = max(data.find(beginning) for beginning in _BEGINNINGS)
    for _ in range(4 if at >= 0 else 0):
        code, length = (int.from_bytes(data[place : place + 2], "little") for place in (at, at + 2))
        if code == _LOCK:
            return True
        at += 4 + length
    return False


def _measure(data: bytes, unpacked: int) -> list[str]:
    """Refuse an archive that is larger unpacked than is read; sizes are counted, for its own table may lie.

    Gives notes on what a workbook holds that is not read.
    """
    notes: dict[str, None] = {}
    left = unpacked
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise RefusedError("sheet_too_big", megabytes=unpacked // 1_000_000)
        if any(part.filename.startswith("word/") for part in parts):
            raise RefusedError("sheet_other_kind", kind="Word")
        for part in parts:
            if part.flag_bits & 1:
                raise RefusedError("sheet_password")
            if "vbaProject" in part.filename:
                notes["macros"] = None
            if "externalLinks/" in part.filename:
                notes["links"] = None
            left = _count(archive, part, left, notes)
            if left < 0:
                raise RefusedError("sheet_too_big", megabytes=unpacked // 1_000_000)
    return list(notes)


def _count(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, notes: dict[str, None]) -> int:
    sheet, manifest = "worksheets/" in part.filename, part.filename == "META-INF/manifest.xml"
    with archive.open(part) as opened:
        while left >= 0 and (piece := opened.read(1 << 20)):
            left -= len(piece)
            if manifest and b"encryption-data" in piece:
                raise RefusedError("sheet_password")
            if sheet and "formulas" not in notes and re.search(rb"<(?:\w+:)?f[ >]", piece):
                notes["formulas"] = None
    return left


def _sheets(workbook: Any, most_rows: int, most_columns: int, most_cells: int) -> list[dict[str, Any]]:
    described = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    if len(described) > MOST_SHEETS:
        raise RefusedError("sheet_too_many", most=MOST_SHEETS)
    found, left, letters = [], most_cells, MOST_LETTERS
    for sheet in described:
        table = workbook.get_sheet_by_name(sheet.name)
        if table.end is None:
            continue
        height, width = table.end[0] + 1, table.end[1] + 1
        left -= height * width
        if height > most_rows or width > most_columns or left < 0:
            raise RefusedError("sheet_too_long", rows=most_rows, columns=most_columns)
        rows = [[_cell(cell) for cell in row] for row in table.to_python(skip_empty_area=False)]
        letters -= sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        if letters < 0:
            raise RefusedError("sheet_too_big", megabytes=MOST_LETTERS // 1_000_000)
        hidden = sheet.visible != SheetVisibleEnum.Visible
        merged = [[*first, *last] for first, last in table.merged_cell_ranges or () if first[0] < height]
        found.append({"name": sheet.name, "hidden": hidden, "rows": rows, "merged": merged[:5_000]})
    return found


def _cell(value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return (
            int(value)
            if value.is_integer() and abs(value) < 1e15
            else value
            if abs(value) < 1e300
            else str(value)
        )
    if isinstance(value, datetime):
        return {"day": value.date().isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, (time, timedelta)):
        return str(value)
    return str(value)[:LONGEST_CELL]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:7]))
