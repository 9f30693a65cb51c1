"""The calendar that the engine judges on: 24 months from the month of ``today``.

A set of months is a bit mask (bit i is the month i after the current one), so that common months of
two records are an AND and their number a population count.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LENGTH = 24  # months
YEAR = 12
NEVER = 0  # day ordinal before every date: a paper not held
ALWAYS = 4_000_000  # day ordinal after every date (date.max is 3,652,059): no expiry stated

Mask = np.uint32
MaskArray = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Horizon:
    """The months ahead, starting with the month of ``today``."""

    today: date

    def index(self, day: date) -> int:
        """How many months after the current one ``day`` falls (negative for the past)."""
        return (day.year - self.today.year) * YEAR + day.month - self.today.month

    def month(self, index: int) -> int:
        """Month 1..12 of a place on the horizon."""
        return (self.today.month - 1 + index) % YEAR + 1

    def last_day(self, index: int) -> date:
        """Last calendar day of a month of the horizon."""
        return _last_day(self.today.year, self.today.month - 1 + index)

    def last_days(self) -> NDArray[np.int32]:
        """Day ordinals of the ends of all months, shape (24,)."""
        return _last_days(self.today)

    def ends(self) -> list[int]:
        """The same as plain numbers, for who asks for one at a time."""
        return _ends(self.today)

    def next_occurrence(self, months: Iterable[int]) -> int:
        """Mask of the next time each month comes; the current month counts while it still runs."""
        return sum(1 << (month - self.today.month) % YEAR for month in set(months))

    def every_year(self, months: Iterable[int]) -> int:
        """Mask of the months in each year of the horizon."""
        once = self.next_occurrence(months)
        return once | once << YEAR

    def window(self, first: date | None, last: date | None) -> int:
        """Mask of the months touched by the days from ``first`` to ``last``; days gone by do not count."""
        start = max(first or self.today, self.today)
        end = last or self.last_day(LENGTH - 1)
        if end < start:
            return 0
        low, high = self.index(start), min(self.index(end), LENGTH - 1)
        return ((1 << (high - low + 1)) - 1) << low if low <= high else 0

    def stands_next_year(self, until: date | None, months: Iterable[int]) -> bool:
        """Whether what stands ``until`` a day, or for good, still does when these months come again."""
        index = max((month - self.today.month) % YEAR for month in months) + YEAR
        return until is None or self.index(until) >= index

    def months_of(self, mask: int) -> list[int]:
        """Months 1..12 of a mask in the order of time, each once."""
        return list(_months_from(self.today.month, mask))


@lru_cache(maxsize=1024)
def _last_day(year: int, months: int) -> date:
    """Last day of the month that comes so many months after January of a year."""
    year, month = year + months // YEAR, months % YEAR + 1
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=64)
def _last_days(today: date) -> NDArray[np.int32]:
    days = np.array([Horizon(today).last_day(i).toordinal() for i in range(LENGTH)], dtype=np.int32)
    days.flags.writeable = False  # shared by all who ask
    return days


@lru_cache(maxsize=64)
def _ends(today: date) -> list[int]:
    return [int(day) for day in _last_days(today)]


@lru_cache(maxsize=65_536)
def _months_from(first: int, mask: int) -> tuple[int, ...]:
    """Months of a mask whose bit 0 is the month ``first``."""
    found = [(first - 1 + i) % YEAR + 1 for i in range(LENGTH) if mask >> i & 1]
    return tuple(dict.fromkeys(found))


def count(masks: MaskArray) -> NDArray[np.uint8]:
    """Number of months in each mask."""
    return np.bitwise_count(masks)


def up_to_last(masks: MaskArray) -> MaskArray:
    """For each mask all months up to its last one; of an empty mask none.

    >>> up_to_last(np.array([0b0100, 0b1001, 0], dtype=np.uint32)).tolist()
    [7, 15, 0]
    """
    for step in (1, 2, 4, 8, 16):
        masks = masks | (masks >> np.uint32(step))
    return masks
