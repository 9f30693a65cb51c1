"""What a text says of months, taken apart: each stretch with its readings, days and deadline; the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matchmaker.intake.calendar_words import Months
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.points import Days, Point
from matchmaker.intake.text import Text, Token
from matchmaker.intake.years import Years

_BEFORE = Phrases.listed(
    "trước | chậm nhất | chậm nhất là | muộn nhất | muộn nhất là | trễ nhất | trễ nhất là | không quá | "
    "before | by | no later than"
)
_LONGEST = 3  # tokens of these
_FIRST_DAYS, _EARLY = 5, 20  # days of a month
_BREAK = 20  # days
_JOINED = 2  # tokens between the items of a list: ", và"
_GIVEN = Phrases.listed(
    "giao | nhận | lấy | cần | giao hàng | nhận hàng | giao xong | xong | deliver | delivery"
)


# Of a doubt the tokens from and to that it stands in, and its facts.
Told = dict[str, tuple[int, int, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Season:
    """Months of delivery, in the order of the year from the first named.

    ``others`` are other readings of the same words; ``doubts`` codes of what a person should look at
    (``lunar``, ``open_end``, ``vague_season``, ``only_exception``, ``deadline``, ``peak``: a feast at which
    the amount is another, ``break``: days without goods). ``tokens`` are those read. ``told`` has facts of
    some doubts and where they stand. ``years`` are those named for the months, ``days`` the first and last
    day where the words name both.
    """

    months: Months
    others: tuple[Months, ...] = ()
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    tokens: tuple[int, ...] = ()
    told: Told = field(default_factory=dict)
    years: Years | None = None
    days: Days | None = None
    part: tuple[int, int] | None = None  # the tokens that name a part of a month

    def facts(self, code: str, text: Text) -> dict[str, Any]:
        """The facts of one of the doubts: other readings, and of lunar words and deadlines words and days."""
        facts: dict[str, Any] = {"readings": [list(months) for months in self.others]}
        if code not in self.told:
            return facts
        start, end, said = self.told[code]
        first, last = text.span(start, end)
        return facts | {"words": text.raw[first:last]} | said


@dataclass(slots=True)
class Part:
    """One range, list item or stretch: its readings (the first is meant), where it stood."""

    readings: tuple[Months, ...]
    start: int
    end: int
    vague: bool = False
    doubts: list[str] = field(default_factory=list)
    sure: bool = True
    taken_away: bool = False
    marked: bool = False  # "âm lịch" was written by it
    days: Days | None = None
    dated: bool = False  # its ends are days, and no months
    within: Days | None = None  # the days of its month, where only a part of it is named
    until: date | None = None  # the last day of delivery: "trước 20 tháng Chạp"


def deadline(tokens: Sequence[Token], i: int, point: Point) -> date | None:
    """The day before which a point, read at token ``i``, wants the goods; None where it is no deadline."""
    if point.days is None or _denied(tokens, i):
        return None
    first, last = point.days
    if first == last and _BEFORE.before(tokens, i, _LONGEST):
        return last
    return last if point.lunar and tokens[i].is_("trước", "before") else None  # "trước Tết"


def _denied(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause refuses the goods before a day: "không nhận trước 15/1", "not before 15/1"."""
    found = _BEFORE.before(tokens, i, _LONGEST)
    start = found[0] if found else i
    return any(
        token.is_("không", "chưa", "đừng", "not", "never") for token in tokens[max(0, start - 3) : start]
    )


def months_by(until: date, months: Months) -> Months:
    """The months in which goods due by a day are delivered: but late in a month, the one before it as well.

    >>> months_by(date(2027, 2, 1), (2,)), months_by(date(2026, 12, 15), (12,))
    ((1,), (11, 12))
    """
    before = (until.month - 2) % 12 + 1
    if months != (until.month,) or until.day > _EARLY:
        return months
    return (before,) if until.day <= _FIRST_DAYS else (before, until.month)


def told_days(tokens: Sequence[Token], parts: Sequence[Part]) -> Told:
    """Where the lunar words and the deadline of a season stand, with the solar days that they are."""
    told: Told = {}
    lunar = [part for part in parts if "lunar" in part.doubts and part.days and not part.until]
    for part in lunar[:1]:
        start, end, (first, last) = part.start, part.end, part.days or (None, None)
        for other in lunar[1:]:  # "tháng 11 và tháng Chạp"
            if (
                other.start - end <= _JOINED
                and other.days
                and first
                and other.days[0]
                and other.days[0] > first
            ):
                end, last = other.end, other.days[1]
        facts = {"from": first and first.isoformat(), "to": last and last.isoformat()}
        told["lunar"] = (start, end, {name: each for name, each in facts.items() if each})
    for part in parts:
        if part.until:
            told["deadline"] = (_opening(tokens, part.start), part.end, {"day": part.until.isoformat()})
    return told


def days_named(part: Part | None) -> dict[str, Any]:
    """The first and the last day of a season of one part, where its words name both, and where they name a
    part of a month."""
    if part is None:
        return {}
    if part.within:
        return {"days": part.within, "part": (part.start, part.end)}
    return {"days": part.days} if part.dated else {}


def is_break(part: Part) -> bool:
    """Whether a part names a few days, which take no month away: "nghỉ từ 28 Tết đến mùng 6"."""
    first, last = part.days or (None, None)
    return first is not None and last is not None and (last - first).days <= _BREAK


def told_break(breaks: Sequence[Part]) -> Told:
    """Where the words of a break of a few days stand."""
    return {"break": (breaks[0].start, breaks[0].end, {})} if breaks else {}


def _opening(tokens: Sequence[Token], start: int) -> int:
    """The first token of a deadline: "giao trước" before its day."""
    if found := _BEFORE.before(tokens, start, _LONGEST):
        start = found[0]
    return found[0] if (found := _GIVEN.before(tokens, start, 2)) else start
