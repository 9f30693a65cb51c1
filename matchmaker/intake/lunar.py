"""The lunar calendar of Viet Nam from a table of the first days of its months."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """A lunar month: its number, whether it is the repeated (leap) one, its first and last solar day."""

    year: int
    month: int
    leap: bool
    first: date
    last: date


class LunarCalendar:
    """Solar months of lunar months, for the next time they come after a day.

    Without rows for the time asked, lunar month m is taken as solar month m + 1, which holds most of
    it in most years.
    """

    def __init__(self, months: Iterable[LunarMonth], today: date) -> None:
        self._months = tuple(m for m in months if m.last >= today)
        self.today = today

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]], today: date) -> LunarCalendar:
        """From rows ``lunar_year, lunar_month, leap, first_day``; a month ends where the next begins."""
        table = sorted(
            (
                date.fromisoformat(r["first_day"]),
                int(r["lunar_year"]),
                int(r["lunar_month"]),
                r.get("leap") == "1",
            )
            for r in rows
        )
        months = [
            LunarMonth(year, month, leap, first, after[0] - timedelta(days=1))
            for (first, year, month, leap), after in itertools.pairwise(table)
        ]
        return cls(months, today)

    def month(self, number: int) -> LunarMonth | None:
        """The next (or running) lunar month of that number."""
        return next((m for m in self._months if m.month == number and not m.leap), None)

    def solar(self, number: int) -> tuple[int, tuple[int, ...]]:
        """The solar month that holds most of lunar month ``number``, and all that it touches, in order."""
        found = self.month(number)
        if found is None:
            return number % 12 + 1, (number % 12 + 1,)
        days: dict[int, int] = {}
        for offset in range((found.last - found.first).days + 1):
            solar = (found.first + timedelta(days=offset)).month
            days[solar] = days.get(solar, 0) + 1
        return max(days, key=lambda m: days[m]), tuple(days)

    def day(self, number: int, day: int) -> int:
        """The solar month of day ``day`` of lunar month ``number``."""
        found = self.month(number)
        return (found.first + timedelta(days=day - 1)).month if found else number % 12 + 1

    def next_day(self, number: int, day: int) -> date | None:
        """The next time that day ``day`` of lunar month ``number`` comes; None beyond the table."""
        on = timedelta(days=day - 1)
        found = (m.first + on for m in self._months if m.month == number and not m.leap)
        return next((each for each in found if each >= self.today), None)
