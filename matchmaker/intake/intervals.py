"""Amounts that come in batches at an interval: "3 tháng một lứa 500 con", "2 tuần 1 chuyến 5 tấn"."""

from __future__ import annotations

from matchmaker.intake.clause import Clause
from matchmaker.intake.numbers import read_number
from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token

BATCHES = "lứa", "đợt", "mẻ", "chuyến", "lần", "xe", "container", "cont", "tàu", "lô", "phiên"
_DAYS = Phrases(
    [
        ("ngày", 1),
        ("hôm", 1),
        ("tuần", 7),
        ("tháng", 30),
        ("day", 1),
        ("days", 1),
        ("weeks", 7),
        ("months", 30),
    ]
)
_NAMED = Phrases([*meaning(15, "nửa tháng"), *meaning(182, "nửa năm"), *meaning(2, "cách ngày | hai ngày")])
_ONE = Phrases.listed("một | 1 | / | mới một | lại một | giao một | giao 1 | được một | có một | xuất một")
_EVERY = Phrases.listed("every | mỗi | cứ | once every | một lần mỗi")
_OF_OTHERS = Phrases.listed(
    "pay | payment | paid | settle | invoice | test | audit | check | thanh toán | trả | quyết toán | "
    "đối soát | kiểm tra | kiểm nghiệm | công nợ | nghỉ"
)
_MONTH, _QUARTER, _YEAR = 30, range(85, 96), 360  # days


def interval(tokens: tuple[Token, ...]) -> tuple[int, int] | None:
    """Days from one batch to the next, and the token after the words that tell it; None where none do."""
    for i in range(len(tokens)):
        named = _NAMED.at(tokens, i)
        days, end = (named.value, named.end) if named else _counted(tokens, i)
        if not days:
            continue
        one = _ONE.at(tokens, end)
        if one and one.end < len(tokens) and tokens[one.end].is_(*BATCHES):
            return days, one.end + 1
        if named and tokens[i].is_("cách"):
            return days, end
    return None


def every(tokens: tuple[Token, ...]) -> tuple[int, int, int] | None:
    """Days of "every 2 months" or "mỗi 2 tuần", and the tokens from and to; None where money or a test
    comes so often."""
    for i in range(len(tokens) - 2):
        opening = _EVERY.at(tokens, i)
        days, end = _counted(tokens, opening.end) if opening else (0, i)
        if days and not any(_OF_OTHERS.at(tokens, k) for k in range(max(0, i - 4), i)):
            return days, i, end
    return None


def _counted(tokens: tuple[Token, ...], i: int) -> tuple[int, int]:
    """ "3 tháng": days and the token after; 0 for anything else, and for a single day, week or month."""
    number = read_number(tokens, i)
    if number is None or number.scale != 1 or not 1 < number.value <= 60 or (i and tokens[i - 1].text == "/"):
        return 0, i
    unit = _DAYS.at(tokens, number.end)
    return (int(number.value) * unit.value, unit.end) if unit else (0, i)


def of_a_batch(clauses: list[Clause]) -> Clause | None:
    """The amount of one batch: said for each, or the goods' own without any other period."""
    for clause in clauses:
        unit = clause.amount.unit
        if unit is None or unit.dimension in ("load", "area"):
            continue
        if clause.role in ("weight_each", "detail") and clause.each_of in BATCHES:
            return clause
        if clause.role == "goods" and (clause.period is None or clause.period.code == "batch"):
            return clause
        if clause.role == "goods":
            return None
    return None


def spread(days: int) -> tuple[float, str]:
    """How many batches of an interval make up a period of the interchange format, and that period.

    >>> spread(14)[1], spread(90), spread(60)
    ('month', (1.0, 'quarter'), (6.0, 'year'))
    """
    if days in _QUARTER:
        return 1.0, "quarter"
    return (_MONTH / days, "month") if days <= _MONTH else (_YEAR / days, "year")
