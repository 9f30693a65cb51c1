"""Ten thousand lists made to harm or merely broken: ``mutant(number)`` gives the same bytes every time."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.exchange import mutant_archives as archives
from tests.exchange import old_workbooks as old

HEAD = [
    "STT",
    "Tên HTX",
    "Sản phẩm",
    "Sản lượng (tấn/năm)",
    "Thời vụ",
    "Giá (1.000đ/kg)",
    "Địa chỉ",
    "Điện thoại",
]
NAMES = (
    "HTX Mận Bắc Hà",
    "Hộ Giàng A Páo",
    "Cty TNHH Chè Suối Giàng",
    "HTX Mường Khương",
    "Tổ hợp tác Nà Hang",
)
PRODUCTS = ("Mận tam hoa", "Chè Shan tuyết", "Gạo Séng Cù", "rau củ các loại", "Mật ong bạc hà", "")
AMOUNTS = (60, "2 tấn 3", "15-20 tấn", "khoảng 3 tạ", "nhiều", "60 sọt (sọt 20 kg)", 0, -4, 1.5, "")
SEASONS = ("tháng 6-7", "quanh năm", "T10-T12", "trừ tháng 2", "tháng 8 âm lịch", "11-2", 7, "vụ hè")
PRICES = ("12-20", 28, "30k/kg", "1tr2", "thoả thuận", "180/kg", "$5", "")
PLACES = ("Bắc Hà, Lào Cai", "Mèo Vạc", "Xứ Không Có Thật", "Lý Sơn, Quảng Ngãi", "")
PHONES = ("0100000011", 100000012, "0100 000 013", "")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One file: the format that it was (xlsx, ods, xls, csv), what was done to it, its bytes and its name."""

    number: int
    base: str
    harm: str
    data: bytes
    name: str


def table(chance: random.Random) -> list[list[Any]]:
    """A list as offices send it, of a few rows."""
    columns = (NAMES, PRODUCTS, AMOUNTS, SEASONS, PRICES, PLACES, PHONES)
    count = chance.randint(1, 12)
    return [HEAD, *([n, *(chance.choice(said) for said in columns)] for n in range(1, count + 1))]


def mutant(number: int) -> Mutant:
    """The mutant of a number; a quarter of all of each format, every harm in turn."""
    chance = random.Random(number)
    base = ("xlsx", "xls", "ods", "csv")[number % 4]
    harms = _HARMS[base]
    harm = list(harms)[number // 4 % len(harms)]
    data = harms[harm](table(chance), chance)
    ending = chance.choice((base, base, "xlsx", "xls", "csv", "pdf", "exe", ""))
    return Mutant(number, base, harm, data, f"{harm}.{ending}")


# --- what can be done to any bytes

Bytes = Callable[[bytes, random.Random], bytes]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _shuffled(data: bytes, chance: random.Random) -> bytes:
    size = chance.choice((16, 512))
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    one, other = chance.randrange(len(blocks)), chance.randrange(len(blocks))
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


BYTES: dict[str, Bytes] = {
    "cut": lambda data, chance: data[: chance.randrange(len(data))],
    "begun late": lambda data, chance: data[chance.randrange(1, len(data)) :],
    "bits flipped": _flipped,
    "blocks swapped": _shuffled,
    "zero bytes": lambda data, chance: data.replace(chance.randbytes(1), b"\0"),
    "zeros at a place": lambda data, chance: (
        data[: (at := chance.randrange(len(data)))] + b"\0" * 64 + data[at + 64 :]
    ),
    "twice over": lambda data, chance: data + data,
    "something before": lambda data, chance: (
        chance.choice((b"\xef\xbb\xbf", b"\r\n", b"MZ", b"%PDF-1.4\n", b"PK")) + data
    ),
    "head of another": lambda data, chance: (
        chance.choice((b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG")) + data[8:]
    ),
    "noise": lambda data, chance: data[:8] + chance.randbytes(len(data)),
    "whole": lambda data, chance: data,
}

# --- csv


def _csv(rows: Sequence[Sequence[Any]], mark: str = ",") -> bytes:
    return "\n".join(
        mark.join(f'"{cell}"' if mark in str(cell) else str(cell) for cell in row) for row in rows
    ).encode()


def _recoded(rows: Sequence[Sequence[Any]], chance: random.Random) -> bytes:
    text = _csv(rows, chance.choice(";,\t|")).decode()
    return text.encode(
        chance.choice(("utf-16", "utf-16-le", "utf-32", "cp1258", "utf-7", "cp437")), "replace"
    )


def _longer(piece: Callable[[random.Random], bytes]) -> Callable[[Any, random.Random], bytes]:
    return lambda rows, chance: _csv(rows) + b"\n" + piece(chance)


CSV: dict[str, Callable[[Any, random.Random], bytes]] = {
    "an open quote": lambda rows, chance: _csv(rows).replace(b",", b',"', 1),
    "a million empty columns": _longer(lambda chance: b"," * chance.choice((299, 301, 1_000_000))),
    "a million lines": _longer(lambda chance: b"a,b\n" * chance.choice((3_000, 50_001, 1_000_000))),
    "a huge cell": _longer(lambda chance: b"a," + b"man " * chance.choice((9_000, 40_000, 3_900_000))),
    "quotes alone": _longer(lambda chance: b'"' * chance.choice((999, 1_000_000))),
    "formulas": _longer(lambda chance: b"=cmd|'/C calc'!A0,@SUM(1),+1,-1,=HYPERLINK(1)\n" * 5),
    "another encoding": _recoded,
    "other ends of lines": lambda rows, chance: _csv(rows).replace(
        b"\n", chance.choice((b"\r", b"\r\r\n", b"\0\n", b"\x85"))
    ),
    "too large": _longer(lambda chance: b"x,y,z\n" * 2_700_000),
    "a page of the web": lambda rows, chance: b"<html><table><tr><td>" + _csv(rows),
    "odd letters": _longer(
        lambda chance: "\u202e,\u0301\u0301,\ufeff,\x1b[2J,ＭẬＮ,\U0001f96d\n".encode() * 9
    ),
    "the head alone": lambda rows, chance: _csv(rows[:1]),
    "heads again and again": lambda rows, chance: _csv([row * 30 for row in rows]),
}

# --- xls


def _xls(rows: Sequence[Sequence[Any]], **more: Any) -> bytes:
    book = {name: more.pop(name) for name in ("globals", "offset") if name in more}
    sheets = [("Cung", old.sheet_stream(rows, **more))]
    return old.compound(old.workbook_stream(sheets, book.get("globals", b""), book.get("offset")))


def _looped(rows: Sequence[Sequence[Any]], chance: random.Random) -> bytes:
    """A compound file whose chain of sectors runs in a circle or out of the file."""
    data = bytearray(_xls(rows))
    place = old.SECTOR + 4 * chance.randrange(2, 12)
    data[place : place + 4] = struct.pack("<I", chance.choice((2, 3, 0xFFFFFFF0, 10**6, place // 4)))
    return bytes(data)


def _header(rows: Sequence[Sequence[Any]], chance: random.Random) -> bytes:
    data = bytearray(_xls(rows))
    place = chance.choice((26, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76, 80))
    data[place : place + 4] = chance.choice(
        (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f", chance.randbytes(4))
    )
    return bytes(data)


def _told(code: int, body: bytes, length: int | None = None) -> Callable[[Any, random.Random], bytes]:
    return lambda rows, chance: _xls(rows, more=old.record(code, body, length))


XLS: dict[str, Callable[[Any, random.Random], bytes]] = {
    "a password": lambda rows, chance: _xls(
        rows, globals=old.record(old.FILEPASS, b"\1\0" + chance.randbytes(52))
    ),
    "a password of today": lambda rows, chance: old.compound(chance.randbytes(5_000), "EncryptedPackage"),
    "a circle of sectors": _looped,
    "a false head": _header,
    "a false place": lambda rows, chance: _xls(rows, offset=chance.choice((0, 2**31, 2**32 - 1, 700))),
    "a false size": lambda rows, chance: _xls(
        rows, before=old.record(old.DIMENSIONS, struct.pack("<IIHHH", 0, 2**32 - 1, 0, 65_535, 0))
    ),
    "a far cell": lambda rows, chance: _xls(
        rows, more=old.cell(65_535, chance.choice((255, 299, 16_383)), "x")
    ),
    "a false length": _told(old.LABEL, b"\1\0\1\0\0\0" + b"\xff\xff\1" + b"x", 65_535),
    "strings that are not there": _told(old.LABELSST, struct.pack("<HHHI", 3, 3, 0, 2**31)),
    "countless strings": lambda rows, chance: _xls(
        rows, globals=old.record(old.SST, struct.pack("<II", 2**32 - 1, 2**32 - 1))
    ),
    "formulas": lambda rows, chance: _xls(
        rows, more=old.formula(40, 0, chance.randbytes(60)) + old.formula(41, 0, b"", b"\0" * 6 + b"\xff\xff")
    ),
    "all merged": lambda rows, chance: _xls(
        rows, more=old.record(old.MERGED, struct.pack("<HHHHH", 1, 0, 65_535, 0, 255))
    ),
    "records of noise": lambda rows, chance: _xls(
        rows,
        more=b"".join(
            old.record(chance.randrange(2_100), chance.randbytes(chance.randrange(60))) for _ in range(50)
        ),
    ),
    "odd numbers": lambda rows, chance: _xls(
        [[float("nan"), float("inf"), -0.0, 1e308, 5e-324, *rows[0]], *rows]
    ),
    "odd letters": lambda rows, chance: _xls(
        [["\x00\x01\ufffe", "\u202eận", "\u0301" * 3_000, "=1+1"], *rows]
    ),
    "many sheets": lambda rows, chance: old.compound(
        old.workbook_stream([(f"T{n}", old.sheet_stream(rows)) for n in range(chance.choice((20, 60)))])
    ),
}


def _of_bytes(make: Callable[[Any], bytes]) -> dict[str, Callable[[Any, random.Random], bytes]]:
    return {name: lambda rows, chance, harm=harm: harm(make(rows), chance) for name, harm in BYTES.items()}


def _of_parts(
    make: Callable[[Any], archives.Parts], harms: dict[str, archives.Harm]
) -> dict[str, Callable[[Any, random.Random], bytes]]:
    def apply(rows: Any, chance: random.Random, harm: archives.Harm) -> bytes:
        parts = make(rows)
        harm(parts, chance)
        return archives.packed(parts)

    return {name: lambda rows, chance, harm=harm: apply(rows, chance, harm) for name, harm in harms.items()}


_HARMS: dict[str, dict[str, Callable[[Any, random.Random], bytes]]] = {
    "xlsx": _of_parts(archives.xlsx, archives.XLSX)
    | _of_bytes(lambda rows: archives.packed(archives.xlsx(rows)))
    | {
        "a false table": lambda rows, chance: archives.lying(archives.packed(archives.xlsx(rows)), chance),
        "a bomb": lambda rows, chance: archives.bomb(chance),
        "a document of Word": lambda rows, chance: archives.packed({"word/document.xml": b"<a/>"}),
    },
    "xls": XLS | _of_bytes(_xls),
    "ods": _of_parts(archives.ods, archives.ODS)
    | _of_bytes(lambda rows: archives.packed(archives.ods(rows))),
    "csv": CSV | _of_bytes(_csv),
}
