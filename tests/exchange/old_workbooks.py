"""Excel 97 workbooks (.xls) from nothing: records of BIFF8 in a compound file, as far as a list needs them.

After [MS-XLS] and [MS-CFB]. Written for tests alone, which must be able to break every part of one.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

SECTOR, END, FREE, IS_FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
BOF, EOF, BOUNDSHEET, DIMENSIONS, MERGED = 0x0809, 0x000A, 0x0085, 0x0200, 0x00E5
LABEL, NUMBER, FORMULA, FILEPASS, SST, LABELSST = 0x0204, 0x0203, 0x0006, 0x002F, 0x00FC, 0x00FD


def record(code: int, body: bytes, length: int | None = None) -> bytes:
    """One record; ``length`` lets it lie about its own."""
    return struct.pack("<HH", code, len(body) if length is None else length) + body


def text(value: str, counts: str = "<HB") -> bytes:
    """A string as BIFF8 has it: its length, a flag for two bytes a letter, the letters."""
    raw = value.encode("utf-16-le")
    return struct.pack(counts, len(raw) // 2, 1) + raw


def cell(row: int, column: int, value: Any) -> bytes:
    """A cell of text or of a number."""
    at = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return record(LABEL, at + text(value[:3_000]))
    return record(NUMBER, at + struct.pack("<d", float(value)))


def formula(row: int, column: int, rgce: bytes, value: bytes = b"\0" * 8) -> bytes:
    """A formula of any bytes, with the value saved beside it."""
    return record(
        FORMULA, struct.pack("<HHH", row, column, 0) + value + struct.pack("<HIH", 0, 0, len(rgce)) + rgce
    )


def sheet_stream(rows: Sequence[Sequence[Any]], more: bytes = b"", before: bytes = b"") -> bytes:
    """One sheet; ``before`` and ``more`` are records around its cells."""
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows), default=0), 0)
    cells = b"".join(
        cell(row, column, value)
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if value not in (None, "")
    )
    return _begin(0x0010) + (before or record(DIMENSIONS, size)) + cells + more + record(EOF, b"")


def workbook_stream(
    sheets: Sequence[tuple[str, bytes]], before: bytes = b"", offset: int | None = None
) -> bytes:
    """The globals and the sheets; ``before`` are more globals, ``offset`` a false place of the sheets."""
    told = [text(name[:31], "<BB") for name, _ in sheets]
    head = _begin(0x0005) + before
    at = len(head) + sum(10 + len(name) for name in told) + 4
    listed, body = b"", b""
    for name, (_, content) in zip(told, sheets, strict=True):
        place = at + len(body) if offset is None else offset
        listed += record(BOUNDSHEET, struct.pack("<IBB", place, 0, 0) + name)
        body += content
    return head + listed + record(EOF, b"") + body


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one stream: header, allocation table, directory, the stream."""
    stream = stream.ljust(4096, b"\0")
    content = -(-len(stream) // SECTOR)
    tables = next(n for n in range(1, 110) if n * SECTOR // 4 >= n + 1 + content)
    chain = [IS_FAT] * tables + [END] + [tables + 2 + at for at in range(content - 1)] + [END]
    table = struct.pack(f"<{tables * SECTOR // 4}I", *chain, *[FREE] * (tables * SECTOR // 4 - len(chain)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))
    folder = _entry("Root Entry", 5, END, 0, 1) + _entry(name, 2, tables + 1, len(stream))
    return head + table + folder.ljust(SECTOR, b"\0") + stream.ljust(content * SECTOR, b"\0")


def _begin(kind: int) -> bytes:
    return record(BOF, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0x41, 6))


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw) + 2, kind, 1, FREE, FREE, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )
