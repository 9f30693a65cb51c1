"""Goods counted in tens, thousands and ten thousands: "5 chục trứng", "3 thiên cau", "2 vạn tôm giống"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from matchmaker.intake.amount import Amount
from matchmaker.intake.amount_words import COUNTED
from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token
from matchmaker.intake.units import Unit

FRUIT = Unit("quả", "count", Decimal(1))
TEN = Unit("chục", "count", Decimal(1))
_HEAD = Unit("con", "count", Decimal(1))
_STEM = Unit("cành", "count", Decimal(1))
# Said of goods by the piece. "vạn" of money is old, and then has "đồng" beside it.
_MULTIPLES = Phrases([("thiên", Decimal(1000)), ("vạn", Decimal(10_000))])
# The goods that are counted otherwise than in fruit, which these words mean where no goods are named.
_COUNTED_AS = Phrases(
    [
        *meaning(
            _HEAD,
            "tôm | cá | gà | vịt | ngan | ngỗng | cua | ốc | ếch | lợn | heo | dê | bò | trâu | chim | "
            "lươn | ba ba | cút | chim cút | nhím | cừu | ngựa | hàu | ngao | shrimp | fish | chickens | "
            "ducks",
        ),
        *meaning(_STEM, "hoa | hoa cúc | hoa hồng | hoa ly | flowers"),
        *meaning(FRUIT, "trứng"),
    ]
)
# A bud and its leaves, as tea is picked: "1 tôm 2 lá".
_PICKED = Phrases.listed("tôm 1 lá | tôm 2 lá | tôm 3 lá | tôm một lá | tôm hai lá | tôm ba lá")
_WORDS_BACK = 3
# A southern "chục" of these is 12 to 14.
_GENEROUS = Phrases.listed("dừa | dừa xiêm | dừa tươi | dừa khô | trái cây | cau")
GENEROUS_TENS = (Decimal(12), Decimal(14))

_TOLD_TEN = re.compile(
    r"\bchục\s*\(?\s*(?:(?:=|:|là|tính|đủ|có)\s*)?(1[0-6]|mười hai|mười bốn|mười sáu|trơn|một tá)\b"
    r"(?!\s*(?:k\b|ng|đ|d\b|tr\b|kg|ký|lít|ngày|[-–/]|[.,]\d))|"
    r"\bchuc\s*\(?\s*(?:(?:=|:|la|tinh|du|co)\s*)?(1[0-6]|muoi hai|muoi bon|muoi sau|tron|mot ta)\b"
    r"(?!\s*(?:k\b|ng|d\b|tr\b|kg|ky|lit|[-–/]|[.,]\d))",
    re.IGNORECASE,
)
_IN_WORDS = {"mười hai": 12, "muoi hai": 12, "một tá": 12, "mot ta": 12, "mười bốn": 14, "muoi bon": 14,
             "mười sáu": 16, "muoi sau": 16, "trơn": 10, "tron": 10}  # fmt: skip


def pieces_in_ten(text: str) -> int | None:
    """How many pieces a writer's "chục" holds, where he says so.

    >>> pieces_in_ten("500 chục/tuần (chục 12)"), pieces_in_ten("90k/chuc 14 trai"), pieces_in_ten("chục 12k")
    (12, 14, None)
    """
    found = _TOLD_TEN.search(text)
    if found is None:
        return None
    said = (found[1] or found[2]).lower()
    return _IN_WORDS.get(said) or int(said)


def in_pieces(tokens: tuple[Token, ...], amount: Amount) -> Amount:
    """The amount in its counted unit where it ends in "chục", "thiên" or "vạn", or where a head or an egg
    comes next; any other unchanged.
    """
    last = amount.end - 1
    if amount.unit or amount.currency or COUNTED.at(tokens, amount.end):
        return amount
    if tokens[last].is_("chục") and tokens[amount.start].folded != "chuc":
        return replace(amount.times(Decimal("0.1")), unit=TEN, scale=Decimal(1))
    if any(_MULTIPLES.at(tokens, i) for i in range(amount.start, amount.end)):
        return replace(amount, unit=_unit_of_goods(tokens, amount))
    goods = _COUNTED_AS.at(tokens, amount.end)
    if goods and _PICKED.at(tokens, amount.end):
        return amount
    if goods and goods.exact and tokens[last].kind == "number" and not tokens[last].glued:
        return replace(amount, unit=goods.value)  # "500 trứng", "20 lợn"
    return amount


def multiple(tokens: tuple[Token, ...], i: int) -> tuple[Unit, Decimal, int] | None:
    """What a price "/thiên" or "/vạn" is for: the unit, how many of it, the token after."""
    hit = _MULTIPLES.at(tokens, i)
    return (FRUIT, hit.value, hit.end) if hit else None


def is_generous(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the tens may hold twelve or fourteen, as coconuts are counted in the South."""
    if amount.unit != TEN or pieces_in_ten(" ".join(token.text for token in tokens)):
        return False
    around = (*range(max(0, amount.start - _WORDS_BACK), amount.start), amount.end)
    return any(_GENEROUS.at(tokens, i) for i in around)


def _unit_of_goods(tokens: tuple[Token, ...], amount: Amount) -> Unit:
    """What the goods after the amount, or else before it, are counted in."""
    after = _COUNTED_AS.at(tokens, amount.end)
    if after:
        return after.value
    if amount.end < len(tokens) and tokens[amount.end].kind == "word":
        return FRUIT
    for i in range(max(0, amount.start - _WORDS_BACK), amount.start):
        hit = _COUNTED_AS.at(tokens, i)
        if hit:
            return hit.value
    return FRUIT
