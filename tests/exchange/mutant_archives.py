"""Workbooks that are archives (.xlsx, .ods), and what can be done to their parts to harm a reader."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Parts = dict[str, bytes]
Harm = Callable[[Parts, random.Random], None]
SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
LAUGHS = b'<!DOCTYPE a [<!ENTITY l0 "' + b"ha" * 50 + b'">' + b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10)
) + b"]>"  # fmt: skip
OUTSIDE = b'<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


def xlsx(rows: Sequence[Sequence[Any]]) -> Parts:
    """The parts of a workbook with a merged title and a hidden second sheet."""
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    book.set_properties({"created": datetime(2026, 11, 1)})  # noqa: DTZ001
    page = book.add_worksheet("Danh sách")
    page.merge_range(0, 0, 0, 5, "DANH SÁCH ĐƠN VỊ")
    for at, row in enumerate(rows, 1):
        page.write_row(at, 0, row)
    book.add_worksheet("Ghi chú").hide()
    book.close()
    with zipfile.ZipFile(found) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def ods(rows: Sequence[Sequence[Any]]) -> Parts:
    """The parts of a table document."""
    lines = "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style", "manifest")
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="Cung">{lines}</table:table></office:spreadsheet></office:body>'  # noqa: E501
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    told = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    return {
        "mimetype": kind.encode(),
        CONTENT: f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>{body}</office:document-content>'.encode(),  # noqa: E501
        MANIFEST: f'<?xml version="1.0"?><manifest:manifest {spaces}>{told}</manifest:manifest>'.encode(),
    }


def _ods_cell(value: Any) -> str:
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'  # noqa: E501
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def packed(parts: Parts) -> bytes:
    """The parts as an archive."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return found.getvalue()


def _into(part: str, mark: bytes, added: Callable[[random.Random], bytes], *, after: bool = False) -> Harm:
    """Puts something before (or after) a mark of a part."""

    def harm(parts: Parts, chance: random.Random) -> None:
        new = added(chance)
        parts[part] = parts[part].replace(mark, mark + new if after else new + mark, 1)

    return harm


def _swap(part: str, pattern: bytes, new: Callable[[random.Random], bytes], count: int = 0) -> Harm:
    """Replaces what a pattern finds in a part."""

    def harm(parts: Parts, chance: random.Random) -> None:
        parts[part] = re.sub(pattern, lambda _: new(chance), parts[part], count=count)

    return harm


def _added(name: str, content: Callable[[random.Random], bytes], count: int = 1) -> Harm:
    def harm(parts: Parts, chance: random.Random) -> None:
        for number in range(count):
            parts[name.replace("#", str(number))] = content(chance)

    return harm


def _entities(part: str, where: bytes) -> Harm:
    """A part whose entities grow a thousand million times, or name a file of the machine."""

    def harm(parts: Parts, chance: random.Random) -> None:
        text = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", parts[part])
        parts[part] = chance.choice((LAUGHS, OUTSIDE)) + text.replace(where, where + b"&l9;", 1)

    return harm


def _lost(parts: Parts, chance: random.Random) -> None:
    del parts[chance.choice(list(parts))]


def _cut(parts: Parts, chance: random.Random) -> None:
    name = chance.choice(list(parts))
    parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]


def _garbled(parts: Parts, chance: random.Random) -> None:
    """Bytes of one part changed beneath the archive's checksum, so that they reach the reader of XML."""
    name = chance.choice([part for part in parts if part.endswith(".xml")])
    content = bytearray(parts[name])
    for _ in range(chance.randint(1, 12)):
        if content:
            content[chance.randrange(len(content))] = chance.choice(b"<>&\"'/\0\xff=x 19;")
    parts[name] = bytes(content)


def _many_sheets(parts: Parts, chance: random.Random) -> None:
    count = chance.choice((30, 60, 400))
    listed = b"".join(b'<sheet name="S%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(count))
    parts[BOOK] = re.sub(rb"<sheets>.*</sheets>", b"<sheets>" + listed + b"</sheets>", parts[BOOK])


def _nested(parts: Parts, chance: random.Random) -> None:
    """Archives in archives, the inmost of nothing but zeros."""
    inner: Parts = {"0": b"\0" * 2_000_000}
    for _ in range(chance.randint(2, 8)):
        inner = {f"{n}.zip": packed(inner) for n in range(4)}
    parts["xl/embeddings/oleObject1.bin"] = packed(inner)


def _zeros(chance: random.Random) -> bytes:
    return b"\0" * chance.choice((1_000_000, 40_000_000, 260_000_000))


def _long(chance: random.Random) -> bytes:
    return b"<si><t>" + "Mận ".encode() * chance.choice((10_000, 500_000, 8_000_000)) + b"</t></si>"


def _far(chance: random.Random) -> bytes:
    column = chance.choice((b"XFD", b"ZZ", b"KO", b"ZZZZZZZZ", b""))
    row = chance.choice((b"1048576", b"50001", b"0", b"-1", b"99999999999999999999", b"65536"))
    return b'<row r="%s"><c r="%s%s"><v>1</v></c></row>' % (row, column, row)


def _wide(chance: random.Random) -> bytes:
    """A row of very many cells without anything in them."""
    return b"<row>" + b"<c/>" * chance.choice((301, 20_000, 1_000_000)) + b"</row>"


def _merges(chance: random.Random) -> bytes:
    whole = [b'<mergeCell ref="A1:XFD1048576"/>', b'<mergeCell ref="A1:F60"/>', b'<mergeCell ref="A3:A9"/>']
    many = [b'<mergeCell ref="A%d:C%d"/>' % (n, n + 9) for n in range(chance.choice((10, 9_000)))]
    return b"<mergeCells>" + b"".join(chance.choice((whole, many))) + b"</mergeCells>"


def _formula(chance: random.Random) -> bytes:
    said = chance.choice(
        (
            b"<f>HYPERLINK(&quot;http://192.0.2.1/&quot;)</f>",
            b"<f>cmd|'/C calc'!A0</f><v>#REF!</v>",
            b"<f>WEBSERVICE(&quot;http://192.0.2.1&quot;)</f><v>7</v>",
            b"<f>A1+B1</f>",
            b'<f t="shared" ref="A1:XFD1048576" si="0">A2</f><v>1</v>',
            b"<f>" + b"(" * 5_000 + b"</f>",
        )
    )
    return b'<row r="90"><c r="A90" t="str">%s</c><c r="B90">%s</c></row>' % (said, said)


def _value(chance: random.Random) -> bytes:
    values = (b"NaN", b"1e400", b"-1e308", b"9" * 400, b"0x1F", b"1,5", b"", b"-0", b"1e-320", b"4294967295")
    return b"<v>" + chance.choice(values) + b"</v>"


def _letters(chance: random.Random) -> bytes:
    odd = (
        "\u202e",
        "\ufeff",
        "\u0301" * 3_000,
        "&#0;",
        "&#x1F;",
        "\ud7ff",
        "𝔐ận",
        "ＭẬＮ",
        "=1+1",
        "-1",
        "@x",
        "\t",
    )
    return "".join(chance.choice(odd) for _ in range(3)).encode()


DEEP = b"<x>" * 60_000
COMMON: dict[str, Harm] = {
    "a part lost": _lost,
    "a part cut": _cut,
    "a part garbled": _garbled,
    "an archive in archives": _nested,
    "a part of zeros": _added("xl/media/image1.png", _zeros),
    "thousands of parts": _added("xl/media/#.png", lambda chance: b"x", 2_500),
    "a path out of the archive": _added("../../../../tmp/escaped", lambda chance: b"x"),
}
XLSX: dict[str, Harm] = COMMON | {
    "entities": lambda parts, chance: chance.choice(
        (
            _entities(STRINGS, b"<t>"),
            _entities(SHEET, b"<sheetData>"),
            _entities(BOOK, b"<sheets>"),
        )
    )(parts, chance),
    "a false size": _swap(SHEET, rb'<dimension ref="[^"]*"/>', lambda c: b'<dimension ref="A1:XFD1048576"/>'),
    "a far cell": _into(SHEET, b"</sheetData>", _far),
    "a million empty cells": _into(SHEET, b"</sheetData>", _wide),
    "a million empty columns": _into(
        SHEET, b"<sheetData>", lambda c: b'<cols><col min="1" max="1000000" width="9"/></cols>'
    ),
    "all merged": _into(SHEET, b"</sheetData>", _merges, after=True),
    "formulas": _into(SHEET, b"</sheetData>", _formula),
    "macros": _added("xl/vbaProject.bin", lambda chance: b"\xd0\xcf\x11\xe0" + chance.randbytes(900)),
    "outside links": _added(
        "xl/externalLinks/externalLink1.xml",
        lambda chance: b'<externalLink xmlns="x"><externalBook/></externalLink>',
    ),
    "odd numbers": _swap(SHEET, rb"<v>\d+</v>", _value, 20),
    "a string that is not there": _swap(
        SHEET, rb"<v>\d+</v>", lambda c: b"<v>%d</v>" % c.choice((10**6, -1, 2**63)), 9
    ),
    "odd letters": _swap(STRINGS, rb"(?<=<t>)", _letters, 20),
    "a huge string": _swap(STRINGS, rb"<si><t>[^<]*</t></si>", _long, 1),
    "a huge string in every cell": lambda parts, chance: (
        _swap(STRINGS, rb"<si><t>[^<]*</t></si>", lambda c: b"<si><t>" + b"man " * 8_000 + b"</t></si>", 1)(
            parts, chance
        ),
        _into(SHEET, b"</sheetData>", lambda c: b'<row><c t="s"><v>0</v></c></row>' * c.choice((500, 9_000)))(
            parts, chance
        ),
    )[0],
    "nested deeply": _into(SHEET, b"<sheetData>", lambda c: DEEP),
    "another encoding": _swap(
        SHEET, rb'encoding="UTF-8"', lambda c: b'encoding="%s"' % c.choice((b"UTF-16", b"x", b"cp1258"))
    ),
    "many sheets": _many_sheets,
    "rows out of order": _swap(SHEET, rb'<row r="\d+"', lambda c: b'<row r="%d"' % c.randint(0, 70)),
    "columns out of order": _swap(
        SHEET, rb'<c r="[A-Z]+', lambda c: b'<c r="' + c.choice((b"A", b"C", b"AZ", b"", b"b"))
    ),
}
REPEATED = b'<table:table-cell table:number-columns-repeated="%d"/>'
ODS: dict[str, Harm] = COMMON | {
    "entities": _entities(CONTENT, b"<text:p>"),
    "a million empty columns": _into(
        CONTENT, b"</table:table-row>", lambda c: REPEATED % c.choice((301, 16_384, 1_000_000, 2**40))
    ),
    "a million rows": _into(
        CONTENT,
        b"</table:table>",
        lambda c: (
            b'<table:table-row table:number-rows-repeated="%d">' % c.choice((200, 60_000, 1_048_576, 2**31))
            + b'<table:table-cell office:value-type="float" office:value="1" '
            + b'table:number-columns-repeated="%d"/></table:table-row>' % c.choice((1, 900, 16_384))
        ),
    ),
    "a password": _swap(
        MANIFEST,
        rb"</manifest:manifest>",
        lambda c: b"<manifest:encryption-data/></manifest:manifest>",
    ),
    "a huge string": _into(CONTENT, b"</text:p>", lambda c: b"man " * c.choice((10_000, 10_000_000))),
    "odd letters": _swap(CONTENT, rb"(?<=<text:p>)", _letters, 20),
    "odd numbers": _swap(
        CONTENT,
        rb'office:value="[^"]*"',
        lambda c: b'office:value="%s"' % c.choice((b"NaN", b"1e999", b"x")),
        9,
    ),
    "nested deeply": _into(CONTENT, b"<table:table-row>", lambda c: DEEP),
    "odd kinds": _swap(
        CONTENT,
        rb'office:value-type="float"',
        lambda c: b'office:value-type="%s"' % c.choice((b"date", b"time", b"boolean", b"z")),
        9,
    ),
}


def lying(data: bytes, chance: random.Random) -> bytes:
    """An archive whose own table tells false sizes, checksums or ways of packing, or a password."""
    broken, at = bytearray(data), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        place = at + chance.choice((8, 10, 16, 20, 24, 28, 42))
        broken[place : place + 2] = chance.choice((b"\1\0", b"\xff\xff", chance.randbytes(2)))
        at += 4
    return bytes(broken)


def bomb(chance: random.Random) -> bytes:
    """One part that says one byte and unpacks to very many."""
    size = chance.choice((30_000_000, 300_000_000))
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = b"<row/>" * 100_000
    body = b"".join(squeezer.compress(piece) for _ in range(size // len(piece))) + squeezer.flush()
    name = SHEET.encode()
    local = b"PK\3\4" + b"\x14\0\0\0\x08\0" + b"\0" * 8 + len(body).to_bytes(4, "little") + b"\1\0\0\0"
    local += len(name).to_bytes(2, "little") + b"\0\0" + name
    central = (
        b"PK\1\2" + b"\x14\0\x14\0\0\0\x08\0" + b"\0" * 8 + len(body).to_bytes(4, "little") + b"\1\0\0\0"
    )
    central += len(name).to_bytes(2, "little") + b"\0" * 16 + name
    end = b"PK\5\6\0\0\0\0\1\0\1\0" + len(central).to_bytes(4, "little")
    return local + body + central + end + (len(local) + len(body)).to_bytes(4, "little") + b"\0\0"
