"""Kinds of one product that an offer lists beside each other under one amount: "giòn + dẻo", "trắng/đỏ".

An axis is one way of telling goods of a name apart; its kinds are bits. Of an offer only those kinds count
that stand in a list beside another of the same axis: who names one kind alone has no mixture.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scoring.units import fold

# Axis: kind as asked for, and its spellings without marks. Source: price lists and labels of the trade.
_AXES: tuple[dict[str, tuple[str, ...]], ...] = (
    {
        "trang": ("trang", "white", "bach"),
        "do": ("do", "red", "hong"),
        "tim": ("tim", "purple", "violet"),
        "vang": ("vang", "yellow", "golden"),
        "xanh": ("xanh", "green", "luc"),
        "den": ("den", "black"),
        "nau": ("nau", "brown"),
        "so": ("so",),
    },
    {
        "gion": ("gion", "crispy", "crisp", "chips"),
        "deo": ("deo", "soft", "chewy"),
        "thang hoa": ("thang hoa", "freeze dried"),
    },
    {
        "uot": ("uot", "washed"),
        "tu nhien": ("natural", "che kho", "che bien kho", "tu nhien"),
        "honey": ("honey", "che mat ong"),
    },
    {"co don": ("co don", "mot tep", "1 tep", "single clove"), "nhieu tep": ("thuong", "nhieu tep")},
    {"vo": ("nut vo", "nguyen vo", "con vo", "in shell"), "nhan": ("nhan", "kernel", "kernels", "tach vo")},
    {"lanh": ("lanh", "linen", "hemp"), "bong": ("bong", "cotton"), "tam": ("to tam", "silk")},
)
_COLOURS, _PROCESSES = 0, 2
_COFFEE = re.compile(r"\b(?:ca phe|cafe|coffee|arabica|robusta|catimor)\b")
_BITS: dict[str, int] = {}
MASKS: list[int] = []
for _axis in _AXES:
    _first = len(set(_BITS.values()))
    for _n, _spellings in enumerate(_axis.values()):
        _BITS |= dict.fromkeys(_spellings, 1 << (_first + _n))
    MASKS.append(((1 << len(_axis)) - 1) << _first)
_ALIKE = {_BITS["so"]: _BITS["trang"]}  # of pepper: the white is "tiêu sọ"
# Letters without marks that may be another word where the text has marks: "đến", "đó", "tìm".
_MARKED = {
    "den": "đen",
    "do": "đỏ",
    "tim": "tím",
    "vang": "vàng",
    "so": "sọ",
    "hong": "hồng",
    "trang": "trắng",
    "lanh": "lanh",
    "bong": "bông",
    "deo": "dẻo",
    "luc": "lục",
    "nau": "nâu",
    "bach": "bạch",
    "nhan": "nhân",
    "thuong": "thường",
    "gion": "giòn",
    "uot": "ướt",
    "xanh": "xanh",
}
_WORDS = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _BITS), key=len, reverse=True)) + r")(?!\w)"
)
_BREAK = re.compile(r"[,/;+&()]|\s(?:và|va|and|lẫn|lan|với)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"[.:;!\n](?=\s|$)|\s[–-]\s")
# Parts of one fruit or plant: a green skin beside a red flesh is one kind.
_PARTS = re.compile(r"\b(vo|ruot|la|cuong|than|hoa|gan|nhuy|tai|re|mat|skin|flesh|leaf|leaves|stem|da)\b")
_DENIED = re.compile(r"\b(?:khong|ko|k|chua|no|not|het)\b")
LONGEST = 6  # words of an item; longer ones are sentences


def kinds_asked(product: str, spec: str = "") -> int:
    """The kinds that a buyer names, as bits; none of an axis of which he names several."""
    asks = _mask(product) or _mask(spec) & ~MASKS[_COLOURS]  # a specification tells the colour of a skin
    coffee = _COFFEE.search(fold(product)) is not None
    asks &= ~MASKS[_COLOURS if coffee else _PROCESSES]  # of green beans, of honey
    for axis in MASKS:
        if (asks & axis).bit_count() > 1:
            asks &= ~axis
    return asks


@lru_cache(maxsize=65_536)
def kinds_listed(*texts: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """The kinds that an offer lists beside others of their axis, as bits, and the words of each."""
    mask, words = 0, dict[int, str]()
    for clause in (clause for text in texts if text for clause in _CLAUSE.split(text)):
        items = _BREAK.split(clause)
        pieces = [(item, _found(item)) for item in items] if len(items) > 1 else []
        for (one, first), (other, second) in pairwise(pieces):
            for axis in MASKS:
                mine, theirs = ([each for each in found if each[0] & axis] for found in (first, second))
                if mine and theirs and mine[-1][0] != theirs[0][0] and _of_one_part(one, other):
                    mask |= mine[-1][0] | theirs[0][0]
                    words |= {bit: word for bit, word in (mine[-1], theirs[0]) if bit not in words}
    return mask, tuple(words.items())


def mixes(asks: NDArray[np.uint64], listed: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Where an offer lists the kind asked for beside another."""
    found = np.zeros(len(asks), dtype=np.bool_)
    for axis in map(np.uint64, MASKS):
        here, there = asks & axis, listed & axis
        found |= (here & there != 0) & (there & ~here != 0)
    return found


def told_of(asks: int, words: tuple[tuple[int, str], ...]) -> tuple[list[str], list[str]]:
    """The words of the kinds listed that are asked for, and of those beside them."""
    axis = sum(mask for mask in MASKS if mask & asks)
    fits = [word for bit, word in words if bit & asks]
    return fits, [word for bit, word in words if bit & axis & ~asks]


def names_any(words: str, asks: int) -> bool:
    """Whether words name one of the kinds: "ruột đỏ" of the red one."""
    return any(bit & asks for bit, _ in _found(words))


def _found(text: str) -> list[tuple[int, str]]:
    """The kinds named in a text with the words as written; none in what is denied or is a long sentence."""
    text = unicodedata.normalize("NFC", text).strip()
    plain = fold(text)
    if len(plain.split()) > LONGEST or _DENIED.search(plain):
        return []
    accented = len(plain) == len(text) and not text.isascii()
    found = []
    for match in _WORDS.finditer(plain):
        own = text[match.start() : match.end()] if len(plain) == len(text) else match[0]
        if accented and match[0] in _MARKED and own.lower() != _MARKED[match[0]]:
            continue
        bit = _BITS[match[0]]
        found.append((_ALIKE.get(bit, bit), own))
    return found


def _mask(text: str) -> int:
    return sum({bit for bit, _ in _found(text)})


def _of_one_part(one: str, other: str) -> bool:
    """Whether two items of a list do not speak of two parts of one fruit."""
    mine, theirs = (set(_PARTS.findall(fold(each))) for each in (one, other))
    return not mine or not theirs or mine == theirs
