"""When a pair is asked after again: so many months after it met or was introduced."""

from __future__ import annotations

from datetime import date

FOLLOWED = (1, 3, 6, 12)  # months


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last where it has fewer days."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in range(day.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, day.day)
