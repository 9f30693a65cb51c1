"""Goods of an offer in a few words, for lists and prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from matchmaker.wording.labels import label, unit
from matchmaker.wording.numbers import money_range, number, weight
from matchmaker.wording.papers import word
from matchmaker.wording.reasons.phrases import paper

Parsed = Mapping[str, Any]


def inside(name: str) -> str:
    """A name as it stands within a sentence: "Vải thiều tươi" → "vải thiều tươi"; "OCOP" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name


def amount(parsed: Parsed, lang: str) -> str:
    """ "15 tấn mỗi ngày"; kilograms from a tonne on as tonnes; "" when no amount is known."""
    quantity, name = parsed.get("quantity"), parsed.get("unit") or ""
    if quantity is None:
        return ""
    text = (
        weight(quantity, lang)
        if name == "kg"
        else f"{number(quantity, lang, 1)} {unit(name, lang, quantity)}".strip()
    )
    period = parsed.get("per")
    return f"{text} {label('per', period, lang)}" if period and period != "total" else text


def amount_of(quantity: float, name: str, lang: str) -> str:
    """An amount of a base unit: kilograms from a tonne on as tonnes."""
    if name == "kg":
        return weight(quantity, lang)
    return f"{number(quantity, lang, 1)} {unit(name, lang, quantity)}"


def price(parsed: Parsed, lang: str) -> str:
    """ "12.000–20.000 đ/kg"; "" when no price is known."""
    low, high = parsed.get("price_min"), parsed.get("price_max")
    if low is None and high is None:
        return ""
    low, high = (high, high) if low is None else (low, low) if high is None else (low, high)
    name = parsed.get("price_unit") or parsed.get("unit")
    text = money_range(low or 0, high or 0, lang)
    return f"{text}/{unit(name, lang)}" if name else text


def held_papers(parsed: Parsed, today: date, lang: str) -> str:
    """The papers of an offer with their last days: "VietGAP (hết hạn 31/12/2028), OCOP 4 sao"."""
    told = [
        _paper(row["code"], row.get("stars"), row.get("expires"), today, lang)
        for row in parsed.get("certificates") or ()
        if row["code"] != "OCOP"
    ]
    if parsed.get("ocop_stars"):
        told.append(_paper("OCOP", parsed["ocop_stars"], parsed.get("ocop_expiry"), today, lang))
    return ", ".join(told)


def _paper(code: str, stars: int | None, expires: str | None, today: date, lang: str) -> str:
    name = paper(code, lang)
    if stars:
        name = word("stars", lang, name=name, stars=stars)
    return f"{name} ({validity(date.fromisoformat(expires), today, lang)})" if expires else name


def validity(expires: date, today: date, lang: str) -> str:
    """ "hết hạn 31/12/2028", or for a day that is past "đã hết hạn …"."""
    return word("lapsed" if expires < today else "lapses", lang, day=f"{expires:%d/%m/%Y}")


def paper_names(codes: Iterable[str], lang: str) -> str:
    """Short names of papers."""
    return ", ".join(paper(code, lang) for code in codes)
