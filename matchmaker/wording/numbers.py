"""Numbers, money and dates as each language writes them: 1.234,5 and 28/02/2027; 1,234.5 and 28 Feb."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

_TO_VIETNAMESE = str.maketrans({",": ".", ".": ","})
FEW_TONNES = 10_000  # kilograms; from here on tens of kilograms say nothing
WHOLE_KILOGRAMS = 100  # from here on no part of one is told that nobody stated
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: float | None, lang: str, decimals: int = 0) -> str:
    """``value`` with grouped thousands and at most ``decimals`` decimals; "–" when it is not known."""
    if value is None or value != value:  # NaN differs from itself
        return "–"
    text = f"{_rounded(value, decimals):,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if lang == "en" else text.translate(_TO_VIETNAMESE)


def _rounded(value: float, decimals: int) -> float | Decimal:
    """Half-way figures go away from nought, as people round: 6.25 is 6.3, not the even 6.2."""
    if not isfinite(value):
        return value
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def money(value: float | None, lang: str) -> str:
    """An amount of đồng, without decimals: "28.000 đ" or "VND 28,000"."""
    if value is None:
        return "–"
    return f"VND {number(value, lang)}" if lang == "en" else f"{number(value, lang)} đ"


def money_range(low: float, high: float, lang: str) -> str:
    """Two amounts of đồng: "12.000–20.000 đ" or "VND 12,000–20,000"; one where they are equal."""
    if low == high:
        return money(low, lang)
    text = f"{number(low, lang)}–{number(high, lang)}"
    return f"VND {text}" if lang == "en" else f"{text} đ"


def weight(kg: float | None, lang: str) -> str:
    """Kilograms, or tonnes from one tonne on: "850 kg", "12,5 tấn"."""
    if kg is None or kg != kg:
        return "–"
    if kg < 1000:
        return f"{number(kg, lang, kilogram_decimals(kg))} kg"
    tonnes = number(kg / 1000, lang, _tonne_decimals(kg))
    name = "tonne" if tonnes == "1" else "tonnes"
    return f"{tonnes} {name if lang == 'en' else 'tấn'}"


def _tonne_decimals(kg: float) -> int:
    """One, none from a hundred tonnes on, and two of a few tonnes that are told so finely: "3,75 tấn"."""
    if kg >= 100_000:
        return 0
    return 2 if kg < FEW_TONNES and kg % 10 == 0 else 1


def kilogram_decimals(kg: float) -> int:
    """One, but none of what was reckoned of a hundred kilograms or more: 257,143 kg are "257 kg".

    >>> kilogram_decimals(257.143), kilogram_decimals(250.5), kilogram_decimals(25.71)
    (0, 1, 1)
    """
    return 0 if kg >= WHOLE_KILOGRAMS and round(kg, 1) != kg else 1


def points(score: float | None, lang: str, decimals: int = 0) -> str:
    """A score of 0..1 as 0–100 points."""
    return number(None if score is None else score * 100, lang, decimals)


def signed_points(effect: float, lang: str, decimals: int = 1) -> str:
    """What a criterion added or took, in points with its sign; the minus is a real one."""
    text = number(abs(effect) * 100, lang, decimals)
    if text == "0":
        return "0"
    return f"{'−' if effect < 0 else '+'}{text}"


def day(value: date | str | None, lang: str) -> str:
    """A date in words of the trade: 28/02/2027 or 28 Feb 2027; "–" when it is not known."""
    if not value:
        return "–"
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    if lang == "en":
        return f"{value.day} {_MONTHS_EN[value.month - 1]} {value.year}"
    return f"{value.day:02d}/{value.month:02d}/{value.year}"
