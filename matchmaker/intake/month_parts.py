"""The days of a month of which a text names only a part: "nửa cuối tháng 1", "trung tuần tháng 3"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from matchmaker.intake.points import Days
from matchmaker.intake.text import Token, fold

_END = 31
_PARTS = {
    (1, 15): ("nửa đầu", "nửa đầu của", "nửa tháng đầu", "first half of", "the first half of"),
    (16, _END): (
        "nửa cuối",
        "nửa sau",
        "nửa cuối của",
        "nửa tháng cuối",
        "second half of",
        "the second half of",
    ),
    (1, 7): ("tuần đầu", "tuần đầu của", "tuần đầu tiên", "first week of", "the first week of"),
    (25, _END): ("tuần cuối", "tuần cuối của", "tuần cuối cùng", "last week of", "the last week of"),
    (1, 10): ("đầu", "thượng tuần", "khoảng đầu", "early", "beginning of", "the beginning of", "start of"),
    (11, 20): ("giữa", "trung tuần", "khoảng giữa", "mid", "mid -", "middle of", "the middle of"),
    (21, _END): ("cuối", "hạ tuần", "khoảng cuối", "late", "end of", "the end of"),
}
_DAYS = {fold(words): days for days, each in _PARTS.items() for words in each}


def part_days(tokens: Sequence[Token], month: int, year: int | None, today: date) -> Days | None:
    """The days of a month that the words before it name, None of a whole one."""
    words = " ".join(token.folded for token in tokens).removeprefix("vao ").removeprefix("trong ")
    found = _DAYS.get(words)
    return stretch(month, *found, year, today) if found else None


def stretch(month: int, first: int, last: int, year: int | None, today: date) -> Days | None:
    """The days ``first`` to ``last`` of a month, in the year named, else the next time that they come."""
    for each in (year,) if year else (today.year, today.year + 1):
        end = date(each, month, min(last, monthrange(each, month)[1]))
        if 1 <= first < end.day and (year or end >= today):
            return date(each, month, first), end
    return None
