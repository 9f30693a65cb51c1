"""One page of a list that is already in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
PAGE_LENGTH = 50  # rows


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The rows of page ``number`` out of ``last`` pages and ``total`` rows; everything counts from 1."""

    rows: Sequence[Row]
    number: int
    last: int
    total: int
    first_row: int

    @property
    def last_row(self) -> int:
        """The place of the page's last row in the whole list."""
        return self.first_row + len(self.rows) - 1


def page_of(rows: Sequence[Row], number: int, length: int = PAGE_LENGTH) -> Page[Row]:
    """The page with that number; a number outside the list gives the nearest page."""
    last = max(1, -(-len(rows) // length))
    number = min(max(number, 1), last)
    start = (number - 1) * length
    return Page(rows[start : start + length], number, last, len(rows), start + 1)
