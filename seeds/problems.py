"""What a check found, and the small questions that several checks ask of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault: the table or file, the key of the row, the column, a code and what was found there."""

    file: str
    row: str
    column: str
    code: str
    detail: str = ""


def parts(text: str) -> list[str]:
    """The items of a list joined by ``;``, without empty ones."""
    return [part.strip() for part in text.split(";") if part.strip()]


def number(text: str) -> float | None:
    """The number written in a cell, None where there is none."""
    try:
        return float(text)
    except ValueError:
        return None


def is_date(text: str) -> bool:
    """Whether a cell holds a full date, YYYY-MM-DD."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def check_keys(file: str, rows: Sequence[Row], *columns: str) -> Iterator[Problem]:
    """Keys are present and occur once."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row[column] for column in columns)
        if not all(key):
            yield Problem(file, "/".join(key), columns[0], "empty_key")
        elif key in seen:
            yield Problem(file, "/".join(key), columns[0], "duplicate_key")
        seen.add(key)
