"""What templates need to speak the reader's language: names of codes, numbers, days, months, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask

from matchmaker.web.language import language
from matchmaker.wording import labels, months, numbers, reasons
from matchmaker.wording.prints import table_name
from scoring.logistics.coefficients import queue_days

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def label(kind: str, code: str) -> str:
    """The name of a code."""
    return labels.label(kind, code, language())


def setting(key: str) -> str:
    """The name of a figure behind hours and freight; of a dated queue with its days."""
    days = queue_days(key)
    if days is None:
        return label("coefficient", key)
    return f"{label('coefficient', 'border/gate queue')}, {day(days[0])} – {day(days[1])}"


def choices(kind: str) -> list[tuple[str, str]]:
    """The codes of a kind with their names, for a form."""
    return labels.choices(kind, language())


def sentence(code: str, facts: Mapping[str, Any]) -> str:
    """A reason, a veto or a missing step as a sentence."""
    return reasons.sentence(code, facts, language())


def number(value: float | None, decimals: int = 0) -> str:
    """A number as the language groups it."""
    return numbers.number(value, language(), decimals)


def money(value: float | None) -> str:
    """An amount of đồng."""
    return numbers.money(value, language())


def weight(kg: float | None) -> str:
    """Kilograms or tonnes."""
    return numbers.weight(kg, language())


def points(score: float | None, decimals: int = 0) -> str:
    """A score as 0–100 points."""
    return numbers.points(score, language(), decimals)


def signed_points(effect: float, decimals: int = 1) -> str:
    """An effect on the score, in points with its sign."""
    return numbers.signed_points(effect, language(), decimals)


def day(value: date | str | None) -> str:
    """A date."""
    return numbers.day(value, language())


def moment(value: datetime | None) -> str:
    """A point in time, in Viet Nam: 10/12/2026 14:05."""
    if value is None:
        return "–"
    local = value.astimezone(HERE)
    return f"{day(local.date())} {local:%H:%M}"


def unit(name: str, quantity: float = 1) -> str:
    """A unit of measure, in the plural where there are several."""
    return labels.unit(name, language(), quantity)


def money_range(low: float, high: float) -> str:
    """Two amounts of đồng."""
    return numbers.money_range(low, high, language())


def month_long(month: int) -> str:
    """A month's name."""
    return months.long(month, language())


def month_span(chosen: Iterable[int]) -> str:
    """A set of months, as stretches."""
    return months.span(chosen, language())


FILTERS = (
    number,
    money,
    weight,
    points,
    signed_points,
    day,
    moment,
    unit,
    month_long,
    month_span,
    table_name,
)


def teach(app: Flask) -> None:
    """Give the templates these words."""
    for function in FILTERS:
        app.add_template_filter(function, function.__name__)
    for name, tool in {"label": label, "choices": choices, "sentence": sentence, "lang": language}.items():
        app.add_template_global(tool, name)
