"""A mark by which a record tells its goods from others of one product."""

from __future__ import annotations

from typing import NamedTuple

BLEND = "blend"
DEGREES = "degrees"
GRADE, CODE = "grade:", "code:"  # how lines of grades and of codes begin
VARIETY = "variety"
LONG_ENOUGH = 5  # letters by which a single word is known wherever it stands


class Mark(NamedTuple):
    """A mark: its line, what it may be in that line, and the words that name it."""

    line: str
    meant: frozenset[int | str]
    words: str
    name: str = ""  # of a variety the words of its own name, with their marks
