"""Goods counted by their own noun: "500 giỏ" of giỏ tre are pieces, and 20 giỏ of oranges are baskets."""

from __future__ import annotations

import re
from typing import Any

from scoring.units import fold

Facts = dict[str, Any]
_UNITS = ("unit", "price_unit")
# By what a name begins with: its own noun as a unit, and other words for a piece of it, as they are counted.
_BY_NOUN = {
    "gio": {"giỏ": "chiếc giỏ"},
    "tui": {"túi": "chiếc túi"},
    "ro": {"rổ": "chiếc rổ"},
    "met": {"mẹt": "chiếc mẹt"},
    "binh": {"bình": "chiếc bình"},
    "chum": {"chum": "chiếc chum"},
    "dao": {"con": "con dao"},
    "choi": {"cây": "cây chổi"},
    "ngo": {"quả": "bắp", "trái": "bắp"},
    "bap": {"quả": "bắp", "trái": "bắp"},
    "banh": {"chiếc": "chiếc bánh", "cái": "cái bánh"},
}
# What a bag or a basket is of where it is the goods, and holds none.
_CRAFT = frozenset(
    fold(word)
    for word in (
        *("tre", "nứa", "mây", "cói", "lục", "bèo", "guột", "đan", "thổ", "vải", "lanh", "cỏ", "buông", "da"),
        *("xách", "thêu", "gốm", "sứ", "gỗ", "sành", "hoa", "thủ", "handmade", "song", "rơm", "giấy", "dệt"),
    )
)
_MAY_HOLD = frozenset(("gio", "tui", "ro", "met", "binh", "chum"))
# Fruits and eggs of which English counts pieces.
_FRUIT = frozenset(
    ("coconut", "coconuts", "pomelo", "pomelos", "egg", "eggs", "pineapple", "pineapples", "jackfruit",
     "watermelon", "watermelons", "durian", "durians", "mango", "mangoes", "dua", "buoi", "trung")
)  # fmt: skip
# Flowers of which a stem bears several blooms, so that one is not the other; of a rose or a gerbera it is.
_SPRAYS = re.compile(
    r"\b(?:ly|loa ken|lan|ho diep|dendro\w*|mokara|cuc (?:chum|nhanh|mam xoi)|calimero|"
    r"(?:hong|cam chuong) chum|salem|baby|dao|mai|hue|lay on|cat tuong|lil(?:y|ies)|orchids?|"
    r"phalaenopsis|spray|gladiol\w+)\b"
)
_PIECES = frozenset(("piece", "pieces", "pc", "pcs", "chiếc", "cái"))
# Units that may be one piece of some goods.
_OWN = _PIECES.union(("bông", "bong"), *_BY_NOUN.values())


def in_own_pieces(fields: Facts, product: str) -> Facts:
    """The fields of a record with units that are the goods' own noun as pieces of them.

    >>> in_own_pieces({"unit": "giỏ"}, "Giỏ tre đan"), in_own_pieces({"unit": "giỏ"}, "Cam Cao Phong")
    ({'unit': 'chiếc giỏ'}, {'unit': 'giỏ'})
    """
    changed = {name: own for name in _UNITS if (own := own_piece(str(fields.get(name) or ""), product))}
    return {**fields, **changed} if changed else fields


def own_piece(unit: str, product: str) -> str:
    """A unit as pieces of the goods themselves; "" where it is none."""
    if unit.lower() not in _OWN:  # most units are weights
        return ""
    words = fold(product).split()
    if not words:
        return ""
    head, rest = words[0], set(words[1:3])
    if unit.lower() in _PIECES and _FRUIT & {head, words[-1]} and not product.lower().startswith("đũa"):
        return "quả"
    if unit.lower() in ("bông", "bong") and _SPRAYS.search(" ".join(words)):
        return "bông hoa"
    if head in _MAY_HOLD and not rest & _CRAFT:
        return ""
    return _BY_NOUN.get(head, {}).get(unit.lower(), "")
