"""Amounts that tell how large one piece is and count no goods: "1m6x2m", "size 15-20 con"."""

from __future__ import annotations

from matchmaker.intake import periods
from matchmaker.intake.amount import Amount
from matchmaker.intake.sizes import ENGLISH_PACKS
from matchmaker.intake.text import Token

_LENGTHS = frozenset({"mét", "m", "cm", "mm", "tấc"})
_ACROSS = ("khổ", "rộng", "dài", "cao", "sâu", "đường kính", "wide", "width")
_TIMES = frozenset({"x", "×", "*"})
_LARGEST_PACK = 50  # kilograms or litres
_SIZED = ("size", "loại")
_LONGEST_STEM_M = 5
_MOST_OF_ONE = 50  # buds of a stem, fruits of a bunch


def measures_one(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether an amount is a side of one piece, how many pieces make a kilogram or stand on a stem, or what a
    pack holds."""
    return any(each(tokens, amount) for each in (_is_side, _is_size, _is_pack, _is_remark))


def _is_pack(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """A small weight or volume before the English name of a pack: "100g pouch", "500 ml bottles"."""
    unit, after = amount.unit, amount.end
    if unit is None or unit.dimension not in ("mass", "volume") or after >= len(tokens):
        return False
    if (amount.high or amount.low or 0) * unit.factor > _LARGEST_PACK:
        return False
    word = tokens[after].folded
    return any(word in (pack, f"{pack}s", f"{pack}es") for pack in ENGLISH_PACKS)


def _is_side(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """A length behind "khổ", or with "x" and a number beside it: of "khổ 1m5", both of "1m6 x 2m"."""
    if amount.unit is None or amount.unit.name not in _LENGTHS:
        return False
    if amount.start and tokens[amount.start - 1].is_(*_ACROSS):
        return True
    if amount.low != amount.high and (amount.low or amount.high or 0) <= _LONGEST_STEM_M:
        return True  # "cành 1m2-1m5"
    after = amount.end
    if after < len(tokens) and tokens[after].kind == "number" and tokens[after].glued:
        after += 1  # the 6 of "1m6"
    if after + 1 < len(tokens) and tokens[after].folded in _TIMES and tokens[after + 1].kind == "number":
        return True
    return amount.start > 1 and tokens[amount.start - 1].folded in _TIMES


def _is_size(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """A range of pieces behind "size" or "loại", that comes in no time: as many go to a kilogram."""
    i = amount.start - 1
    if i < 0 or amount.unit is None or amount.unit.dimension != "count" or amount.low == amount.high:
        return False
    if not tokens[i].is_(*_SIZED) or (i and tokens[i - 1].is_("mỗi", "các", "một")):
        return False
    return periods.after(tokens, amount.end) is None


def _is_remark(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """A few pieces or more alone in brackets tell what a stem of the grade bears: "loại A (từ 9 bông trở
    lên)"."""
    if amount.unit is None or amount.unit.dimension != "count" or amount.low == amount.high:
        return False
    least = amount.low if amount.low is not None else amount.high
    start = amount.start
    while start and tokens[start - 1].is_("từ", "trên", "có", "≥", ">", "="):
        start -= 1
    bracketed = start > 0 and tokens[start - 1].text == "(" and tokens[amount.end : amount.end + 1] != ()
    return bool(bracketed and tokens[amount.end].text == ")" and least is not None and least <= _MOST_OF_ONE)
