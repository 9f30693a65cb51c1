"""Files of JSON Lines: one record a line, each bad line named, none of them stopping the others."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as default
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import orjson

from matchmaker.wording.errors import message

# No record of this trade is longer; a longer line is a mistake that must not fill the memory.
LONGEST_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a line (from 1): its field ("" for the whole line), the value, a code with facts."""

    line: int
    field: str
    value: Any
    code: str
    facts: dict[str, Any] = default(default_factory=dict)

    def as_record(self, file: str = "") -> dict[str, Any]:
        """The error record of the interchange format."""
        worded = message(self.code, {"value": self.value, **self.facts})
        return {
            "file": file,
            "line": self.line,
            "field": self.field or None,
            "value": _short(self.value),
            "code": self.code,
            "message": {"vi": worded["vi"], "en": worded["en"]},
        }


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file's bytes, or those of standard input for ``-``. Raises OSError where it cannot be read."""
    if path == "-":
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as stream:
        yield stream


def records(stream: BinaryIO) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Line number and record, or the problem of that line; empty lines are passed over.

    A file without any record yields one problem with the code ``empty_file``.
    """
    for number, raw in raw_records(stream):
        yield number, record_of(number, raw) if isinstance(raw, bytes) else raw


def raw_records(stream: BinaryIO) -> Iterator[tuple[int, bytes | Problem]]:
    """The same with the lines as they are, to be read elsewhere."""
    found = False
    for number, raw in numbered_lines(stream):
        if raw is None:
            found = True
            yield number, Problem(number, "", None, "line_too_long", {"max": LONGEST_LINE})
        elif raw.strip():
            found = True
            yield number, raw
    if not found:
        yield 1, Problem(1, "", None, "empty_file")


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is too long, of which no more than a piece is ever held."""
    number = 0
    while piece := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(piece) <= LONGEST_LINE or piece.endswith(b"\n"):
            yield number, piece
            continue
        while piece and not piece.endswith(b"\n"):
            piece = stream.readline(LONGEST_LINE + 1)
        yield number, None


def record_of(number: int, raw: bytes) -> dict[str, Any] | Problem:
    """The object that a line holds, or what is wrong with it."""
    plain = _plain_object(raw)
    if plain is not None:
        return plain
    try:
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        return Problem(number, "", None, "not_utf8")
    try:
        read = _DECODER.decode(text)
    except _NotFiniteError as error:
        return Problem(number, _field_of(text), error.literal, "not_finite")
    except (ValueError, RecursionError):
        return Problem(number, "", text.strip(), "not_json")
    if not isinstance(read, dict):
        return Problem(number, "", read, "not_an_object")
    return read


# Numbers of so many digits may be of more than 64 bits, which only Python's own reader keeps as they are.
_ALL_DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_MANY_DIGITS = b"0" * 19
_DEEP = 100  # brackets: more may be deeper than Python's own reader goes


def _plain_object(raw: bytes) -> dict[str, Any] | None:
    """The object of a line that both readers read alike, by the quicker one; None of any other line."""
    if raw.count(b"{") + raw.count(b"[") > _DEEP or _MANY_DIGITS in raw.translate(_ALL_DIGITS_ALIKE):
        return None
    try:
        read = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return None
    return read if isinstance(read, dict) else None


class _NotFiniteError(ValueError):
    """NaN, Infinity, or a number too large to be one."""

    def __init__(self, literal: str) -> None:
        super().__init__(literal)
        self.literal = literal


def _refuse(literal: str) -> NoReturn:
    raise _NotFiniteError(literal)


def _finite(literal: str) -> float:
    number = float(literal)
    if not math.isfinite(number):
        raise _NotFiniteError(literal)
    return number


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)


def _field_of(text: str) -> str:
    """The top-level field that holds a literal which JSON forbids; "" where it lies deeper."""
    lenient = json.loads(text)
    if isinstance(lenient, dict):
        for name, value in lenient.items():
            if isinstance(value, float) and not math.isfinite(value):
                return str(name)
    return ""


def _short(value: Any) -> Any:
    """The value as it came, long text cut."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 200 else text[:199] + "…"
