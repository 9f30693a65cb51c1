"""Offers whose words give an amount for each of several goods: how much of it a demand asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from scoring.columns.amounts import A_MONTH_HAS
from scoring.records import Demand, Offer
from scoring.units import Bases, fold

A_YEAR = 12
_FIGURE_FIRST = re.compile(r"(?:can|mua|lay|dat|nhap|khoang|tam|chung|moi|tuan|thang|ngay| )*\d")
_BREAK = re.compile(r"[,;:+&/()]|\bva\b|\band\b|\bhoac\b|\bor\b")
_LETTERS = re.compile(r"[a-z]+")
# What stands beside the name of goods in an amount, and names none.
_BESIDE = frozenset(
    (
        *("tan", "ta", "yen", "kg", "ky", "lang", "con", "qua", "trai", "chai", "hop", "goi", "tui", "lit"),
        *("moi", "thang", "tuan", "ngay", "nam", "vu", "quy", "dot", "khoang", "tam", "co", "san", "luong"),
        *("kho", "tuoi", "say", "loai", "dac", "cai", "cac", "va", "hang", "per", "month", "year", "week"),
        *("day", "of", "g", "gr", "ml", "l", "k", "toi", "thieu", "don", "nhan", "min", "nhat", "it", "hien"),
        *(
            "lai",
            "ca",
            "sot",
            "thung",
            "bao",
            "hu",
            "lo",
            "binh",
            "lon",
            "can",
            "phuy",
            "khay",
            "bich",
            "ket",
        ),
        *("gio", "kien", "chuc", "vi", "zip", "hut", "chan", "khong", "dong", "cay", "bo", "chiec"),
    )
)


def parts_of(record: Offer | Demand) -> list[dict[str, Any]]:
    """The amounts that a record's words give of several goods, with the words of each; none where they name
    fewer."""
    named = [part for part in amounts_said(record) if _goods(fold(str(part["words"])))]
    return named if len(named) > 1 else []


def amounts_said(record: Offer | Demand) -> list[dict[str, Any]]:
    """The several amounts that a record's words give, of whatever; none where they give only one."""
    said = [doubt.facts for doubt in record.doubts if (doubt.field, doubt.code) == ("quantity", "several")]
    return list(said[0].get("parts") or ()) if said else []


def listed_needs(demand: Demand) -> list[dict[str, Any]]:
    """The amounts of a demand that lists several goods, each with words that name one of them; else none."""
    if not demand.doubts:
        return []
    pieces = [words for piece in _BREAK.split(fold(demand.product)) if (words := _goods(piece))]
    if len(pieces) < 2:
        return []
    found = [part for part in parts_of(demand) if _names(str(part["words"]), pieces)]
    return found if len(found) > 1 else []


def with_shared_period(demand: Demand) -> Demand:
    """A demand of several goods with the period that one of their amounts names for all of them: "mỗi tháng
    200 kg nấm hương, 50 kg mộc nhĩ"; of "mực 50 kg, cá ngừ 200 kg mỗi tuần" that of the first is open."""
    parts = listed_needs(demand)
    named = {str(part["per"]) for part in parts if part["per"]}
    if len(named) != 1 or all(part["per"] for part in parts):
        return demand
    opens = all(_FIGURE_FIRST.match(fold(str(part["words"]))) for part in parts)
    if not (parts[0]["per"] or opens):
        return demand
    period = named.pop()
    doubts = tuple(
        replace(x, facts={**x.facts, "parts": [{**p, "per": period} for p in x.facts["parts"]]})
        if (x.field, x.code) == ("quantity", "several")
        else x
        for x in demand.doubts
    )
    return replace(demand, per=demand.per or period, doubts=doubts)


def needs_of(offer: Offer, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of a demand's amounts those beside the goods that an offer names."""
    goods = _goods(fold(offer.product))
    return [part for part in parts if goods and _names(str(part["words"]), [goods])]


def _names(text: str, pieces: list[frozenset[str]]) -> bool:
    """Whether the goods in a text are those of one of the pieces, in more words or fewer."""
    named = _goods(fold(text))
    return bool(named) and any(named <= piece or piece <= named for piece in pieces)


def items_wanted(offer: Offer, demand: Demand) -> list[dict[str, Any]]:
    """Of the parts of an offer those that name what a demand asks for."""
    pieces = [words for piece in _BREAK.split(fold(demand.product)) if (words := _goods(piece))]
    found = []
    for part in parts_of(offer):
        named = _goods(fold(str(part["words"])))
        if named and any(named <= piece or piece <= named for piece in pieces):
            found.append(part)
    wanted = set(_LETTERS.findall(fold(demand.product))) & _STATES
    states = [set(_LETTERS.findall(fold(str(part["words"])))) & _STATES for part in found]
    if not wanted or not any(own & wanted for own in states):
        return found
    return [part for part, own in zip(found, states, strict=True) if own & wanted]


# How goods of one name are kept or worked up: of "trứng tươi 3.000, trứng muối 1.000" one is meant.
_STATES = frozenset(("tuoi", "muoi", "kho", "say", "lon", "lanh", "nuong", "hap", "song", "xay", "bot"))


def named_alone(product: str, words: str) -> str:
    """The goods that words name, where they are some of several that a product lists, and not all; else "".

    >>> named_alone("mực khô, cá khô", "mực không quá"), named_alone("mực khô", "mực không quá")
    ('mực', '')
    """
    pieces = [set(each) for piece in _BREAK.split(fold(product)) if (each := _LETTERS.findall(piece))]
    beside = {word for word in set().union(*pieces) if sum(word in piece for piece in pieces) > 1}
    listed = set().union(*pieces) - beside
    own = {word: fold(word) for word in re.findall(r"[^\W\d_]+", words) if fold(word) in listed}
    fits = [piece for piece in pieces if piece & set(own.values())]
    return " ".join(own) if 0 < len(fits) < len(pieces) else ""


def rhythm(per: str) -> str:
    """The period of an amount with a rhythm; "" for the whole of a harvest or a year, however it is said."""
    return per if per in A_MONTH_HAS else ""


def share_of_items(offer: Offer, demand: Demand, bases: Bases) -> float:
    """How much of what is wanted an offer has, as a share of the amount that was read of it; 1 if unknown."""
    wanted = items_wanted(offer, demand)
    whole, base = bases.amount(offer.quantity, offer.unit, offer.unit_kg)
    if not wanted or not whole > 0:
        return 1.0
    amounts = [bases.amount(part["quantity"], part["unit"], part.get("unit_kg")) for part in wanted]
    periods = {rhythm(part["per"]) for part in wanted}
    if len(periods) > 1 or any(own != base for _, own in amounts):
        return 1.0
    share: float = sum(value for value, _ in amounts) / whole
    if (period := periods.pop()) == rhythm(offer.per):
        return share
    months = len(offer.months) or A_YEAR  # over which the amount without a rhythm is spread
    return share * A_MONTH_HAS[period] * months if period and not rhythm(offer.per) else 1.0


def counted_item(offer: Offer, demand: Demand, base: int, bases: Bases) -> dict[str, Any] | None:
    """Of the parts of an offer the one counted in the base of the need, where the amount read is another's:
    the 20 birds of "trứng 2.500 quả, gà 20 con a week". None where it is not the only one, comes in another
    rhythm or does not name the goods wanted.
    """
    parts = parts_of(offer)
    alike = [
        part for part in parts if bases.amount(part["quantity"], part["unit"], part.get("unit_kg"))[1] == base
    ]
    pieces = [words for each in _BREAK.split(fold(demand.product)) if (words := _LETTERS.findall(each))]
    if len(alike) != 1 or not pieces or base <= 0 or rhythm(alike[0]["per"]) != rhythm(offer.per):
        return None
    said = _LETTERS.findall(fold(str(alike[0]["words"])))
    whole = bases.amount(offer.quantity, offer.unit, offer.unit_kg)[0]
    return alike[0] if pieces[0][0] in said and whole > 0 else None


def _goods(folded: str) -> frozenset[str]:
    """The words of a text that name goods."""
    return frozenset(_LETTERS.findall(folded)) - _BESIDE
