"""Amounts, prices and places of a parsed record as a reader sees them in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.web.language import language
from matchmaker.web.words import money, month_span, unit
from matchmaker.wording import goods

Parsed = Mapping[str, Any]


def amount(parsed: Parsed) -> str:
    """ "15 tấn mỗi ngày"; kilograms from a tonne on as tonnes; "" when no amount is known."""
    return goods.amount(parsed, language())


def price_range(parsed: Parsed) -> str:
    """ "12.000–20.000 đ/kg"; "" when no price is known."""
    return goods.price(parsed, language())


def summary(parsed: Parsed) -> str:
    """ "15 tấn mỗi vụ, T6–T7, 12.000–20.000 đ/kg, Bắc Hà, Lào Cai": what is known, in one line."""
    months = month_span(parsed["months"]) if parsed.get("months") else ""
    said = (amount(parsed), months, price_range(parsed), place_name(parsed.get("place"), written=False))
    return ", ".join(filter(None, said))


def highest_price(parsed: Parsed) -> str:
    """ "28.000 đ/kg"; "" when no ceiling is known."""
    high = parsed.get("price_max")
    return "" if high is None else _per_unit(money(high), parsed)


def place_name(place: Mapping[str, Any] | None, *, written: bool = True) -> str:
    """Commune and province; else what was written, or without ``written`` the province; never coordinates.

    What was written may be an address: a stranger gets no more than the commune.
    """
    if not place:
        return ""
    found = ", ".join(filter(None, (place.get("commune"), place.get("province"))))
    text = str(place.get("text") or "") if written else ""
    return found if place.get("commune") else text or found


def _per_unit(text: str, parsed: Parsed) -> str:
    name = parsed.get("price_unit") or parsed.get("unit")
    return f"{text}/{unit(name)}" if name else text
