"""Offers whose words give several prices: which of them is that of the goods that a demand asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scoring.columns.arrays import first_said
from scoring.records import Demand, Doubt, Offer
from scoring.units import KILOGRAM, NO_BASE, Bases, fold

# "loại 1", "size 10" and "hạng A" are one word each: their figures tell goods apart.
_GRADE = re.compile(r"\b(loai|hang|size|sz|grade|co|so|vi|type) ?([0-9]+|[a-d]\b|[iv]+\b)")
_WORD = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9]*")
_FIGURES = re.compile(r"(?:^|\s)(?=[\d<>≤≥~])")
_ASKS_FIGURE = re.compile(r"\b(?:loai|hang|size|sz|grade|co|so|vi|type)$")
# What stands beside a price and tells no goods apart.
_BESIDE = frozenset(
    (
        *("gia", "ban", "kg", "ky", "ki", "can", "tan", "ta", "yen", "lit", "k", "d", "dong", "vnd", "ngan"),
        *("nghin", "tr", "trieu", "tu", "den", "tai", "khoang", "tam", "chung", "moi", "mot", "cho", "la"),
        *("thang", "tuan", "ngay", "nam", "vu", "va", "hoac", "con", "o", "vuon", "kho_hang", "nha", "xuong"),
        *("si", "buon", "hoi", "chi", "tro", "len", "xuong", "duoi", "tren", "toi", "thieu", "nhat", "per"),
    )
)
# "lẻ" without its mark is a pear too ("lê"), and is believed beside a wholesale price alone.
_RETAIL = re.compile(r"\blẻ\b|\b(?:ban|gia) le\b|\bretail\b", re.IGNORECASE)
_WHOLESALE = re.compile(r"\b(?:si|buon|wholesale)\b")
# "tỏi" without its mark is "tới" too, and is garlic where it opens a name.
_GARLIC = re.compile(r"\btỏi\b|(?:^|[,;/+&]\s*)toi\b(?!\s*(?:da|thieu)\b)")
# A price of some days is not one of other goods.
_OF_DAYS = frozenset({"tet", "dip", "ngay", "cuoi", "mua", "vu", "nghich", "dot", "cao", "diem", "gap"})


_MOST_A_KILOGRAM = 1_000_000  # đồng; a greater sum without a unit may be that of the whole order


def priced_by(demand: Demand, bases: Bases) -> str:
    """The unit of a ceiling that names none: the kilogram where goods are weighed and so much may be paid."""
    _, base = bases.amount(1.0, demand.unit, None)
    return KILOGRAM if base == 0 and 0 < (demand.price_max or 0) < _MOST_A_KILOGRAM else ""


@dataclass(frozen=True)
class PricePart:
    """One of several prices: the words for its goods, the words that tell them apart, both ends, its base."""

    words: str
    apart: frozenset[str]
    low: float
    high: float
    base: int


def price_parts(offer: Offer, bases: Bases) -> tuple[PricePart, ...]:
    """The prices that an offer's words give, each with what tells its goods from the others; () for one."""
    said = parts_said(offer.doubts)
    if len(said) < 2:
        return ()
    own = words_of(offer.product)
    told = [str(part["words"]) for part in said]
    named = [
        (part, _named(words) | sizes_in(words))
        for part, words in zip(said, told, strict=True)
        if not _aside(words, told)
    ]
    sets = [words or own for _, words in named]
    shared = frozenset.intersection(*sets) if sets else frozenset()
    found = []
    for (part, _), words in zip(named, sets, strict=True):
        low, base = bases.price(first_said(part["price_min"], part["price_max"]), _unit(part, offer), None)
        high, _ = bases.price(first_said(part["price_max"], part["price_min"]), _unit(part, offer), None)
        if base != NO_BASE:
            found.append(PricePart(_with_size(str(part["words"])), words - shared, low, high, base))
    return tuple(found) if len(found) > 1 else ()


def parts_said(doubts: Sequence[Doubt]) -> list[dict[str, Any]]:
    """The prices that the words of a record give, each with the words beside it; none where it gives one."""
    said = (d.facts for d in doubts if (d.field, d.code) == ("price", "several"))
    return list(next(said, {}).get("parts") or ())


def part_wanted(
    parts: Sequence[PricePart], wanted: frozenset[str], own: frozenset[str], base: int = NO_BASE
) -> PricePart | None:
    """The price that is told for the unit of the ceiling, ``base``, alone of all, where no words but the name
    of the goods speak for another ("hũ 300g 130k, 380k/kg rời" for one who pays by the kilogram); else by
    words."""
    told = _by_words(parts, wanted, own)
    alike = [part for part in parts if part.base == base]
    if len(alike) == 1 and told is not alike[0] and not (told and told.apart & (wanted - own)):
        return alike[0]
    return told


def _by_words(parts: Sequence[PricePart], wanted: frozenset[str], own: frozenset[str]) -> PricePart | None:
    """The price of the goods that ``wanted`` names better than those of the others, else the only one of the
    goods by which the offer itself goes; None where it cannot be told."""
    hits = [_hits(part, wanted) for part in parts]
    if max(hits) > 0:
        return parts[hits.index(max(hits))] if hits.count(max(hits)) == 1 else None
    named = [part for part in parts if part.apart & own]
    return named[0] if len(named) == 1 else None


def _hits(part: PricePart, wanted: frozenset[str]) -> int:
    """How many of the words that tell a price's goods are wanted; a grade or size that is wanted weighs more
    than all names, and another than it speaks against."""
    grades = {word for word in part.apart if _GRADED.fullmatch(word)}
    asked = {word for word in wanted if _GRADED.fullmatch(word)}
    hits = len((part.apart - grades) & wanted)
    if not (grades and asked):
        return hits
    return hits + _MOST_WORDS if grades & asked else 0


def wanted_words(demand: Demand) -> frozenset[str]:
    """The words by which a demand tells the goods that it wants; of its remarks only the grade."""
    graded = {word for word in words_of(demand.remarks) if _GRADED.fullmatch(word)}
    text = f"{demand.product}; {demand.spec}"
    return words_of(text) | sizes_in(text) | graded


_MOST_WORDS = 20
_GRADED = re.compile(r"(?:loai|hang|size|sz|grade|type)[0-9a-d]+|[\d.]+(?:ml|g)")
_SIZE = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?) ?(ml|lit|l|kg|gr?|gam)\b")
_TIMES = {"ml": (1, "ml"), "lit": (1000, "ml"), "l": (1000, "ml"), "kg": (1000, "g")}


def sizes_in(text: str) -> frozenset[str]:
    """The contents that a text names, in the small measure: "chai 50 ml" and "1 lít" are 50ml and 1000ml."""
    found = ((float(figure.replace(",", ".")), *_TIMES.get(measure, (1, "g"))) for figure, measure in
             _SIZE.findall(fold(text)))  # fmt: skip
    return frozenset(f"{value * times:g}{name}" for value, times, name in found)


def words_of(text: str) -> frozenset[str]:
    """The words of a text that can tell goods, folded; a grade with its figure is one."""
    found = frozenset(_WORD.findall(_GRADE.sub(r"\1\2", fold(text)))) - _BESIDE
    return found | {"toi"} if _GARLIC.search(text.lower()) else found


def goods_in(words: str) -> str:
    """The words for goods at the beginning of "ST25 trộn 15-16 ngàn/kg"; "" where a figure comes first."""
    figures = (match.start() for match in _FIGURES.finditer(words))
    end = next((at for at in figures if not _ASKS_FIGURE.search(fold(words[:at]))), len(words))
    return words[:end].strip(" ,.:;-(")


def _with_size(words: str) -> str:
    """The words for the goods with the content that stands behind them: "chai 50 ml"."""
    goods = goods_in(words)
    behind = _SIZE.match(fold(words), words.find(goods) + len(goods) + 1) if goods else None
    return words[: behind.end()].strip(" ,.:;-(") if behind and len(fold(words)) == len(words) else goods


def _named(words: str) -> frozenset[str]:
    return words_of(goods_in(words)) or words_of(words)


def _aside(words: str, all_words: Sequence[str]) -> bool:
    """Whether a price is one of some days, or a retail price beside a wholesale one."""
    named = _named(words)
    if named and named <= _OF_DAYS:
        return True
    wholesale = any(_WHOLESALE.search(fold(each)) for each in all_words)
    plain = fold(words)
    if _RETAIL.search(words) or _RETAIL.search(plain):
        return any(not _RETAIL.search(each) for each in all_words)
    return wholesale and named == {"le"}


def _unit(part: dict[str, Any], offer: Offer) -> str:
    return str(part["price_unit"] or offer.price_unit)
