"""A point or stretch of the year as a text names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matchmaker.intake.calendar_words import Months

Days = tuple[date | None, date | None]  # first and last day, as far as the words tell them


@dataclass(frozen=True, slots=True)
class Point:
    """A point or stretch of the year in tokens ``start`` to ``end``: its months, other readings of them.

    ``vague`` stretches yield to months said beside them. ``sure`` is False for a reading that needs another
    word to be believed; ``marked`` lunar months had "âm lịch" written by them. ``days`` are the solar days of
    lunar words and of dates, the next time they come.
    """

    months: Months
    start: int
    end: int
    others: tuple[Months, ...] = ()
    vague: bool = False
    lunar: bool = False
    sure: bool = True
    marked: bool = False
    days: Days | None = None
    within: Days | None = None  # the days of its month, where only a part of it is named


def on_day(day: int, month: int, year: int | None, today: date) -> Days | None:
    """A day of a month as the days of a point: of the year named, else the next time that it comes."""
    for each in (year,) if year else (today.year, today.year + 1):
        try:
            found = date(each, month, day)
        except ValueError:  # 29/2, 31/4
            continue
        if year or found >= today:
            return (found, found)
    return None
