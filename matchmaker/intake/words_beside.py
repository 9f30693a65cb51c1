"""The words of a text beside each of several amounts or prices: those that name what it is for."""

from __future__ import annotations

import re
from typing import TypeVar

from matchmaker.intake.prices import Price
from matchmaker.intake.quantities import Quantity
from matchmaker.intake.text import Text, fold

_BREAK = re.compile(r"[;\n]|(?<!\d)[,.]|[,.](?!\d)")  # no comma or point of a number
LONGEST_PART = 60  # letters that are told of one of several amounts
# Words before an amount that name no goods ("cần 40 kg nấm hương").
NO_GOODS = frozenset(
    ("can", "mua", "lay", "dat", "nhap", "thu", "nhu", "cau", "khoang", "tam", "chung", "tong", "cong", "so",
     "luong", "moi", "hang", "tuan", "thang", "ngay", "need", "needs", "want", "order", "about", "total",
     "around", "we")
)  # fmt: skip
_JOINER = re.compile(r"\s*(?:\+|&|,|\b(?:và|va|với|cùng|and))\s*$", re.IGNORECASE)

Placed = TypeVar("Placed", Quantity, Price)


def worded(text: Text, said: list[Placed], bare: frozenset[str] = frozenset()) -> list[tuple[Placed, str]]:
    """Amounts or prices in the order of the text, each with the words beside it; ``bare`` words before one
    name nothing, so that its name stands behind it."""
    placed, raw = sorted(said, key=lambda each: each.start), text.raw
    spans = [text.span(each.start, each.end) for each in placed]
    found, taken = [], 0
    for i, (each, (start, end)) in enumerate(zip(placed, spans, strict=True)):
        before = max(spans[i - 1][1], taken) if i else 0
        after = spans[i + 1][0] if i + 1 < len(spans) else len(raw)
        left = max(before, max((m.end() for m in _BREAK.finditer(raw, before, start)), default=0))
        opened = raw.rfind(": ", left, start) + 1  # "cần các ngày rằm: nấm đùi gà 40 kg"
        left = opened if opened and any(c.isalpha() for c in raw[opened:start]) else left
        letters = set(re.findall(r"[^\W\d_]+", fold(raw[left:start])))
        named = bool(letters - bare)  # then what follows is the next name
        ends = [at for mark in ",;\n" if (at := raw.find(mark, end, after)) >= 0]
        right = end if named else min(ends, default=after)
        taken = right if bare else 0
        words = raw[left:right].strip(" :" if bare else None)
        words = (_JOINER.sub("", words) if bare else words)[:LONGEST_PART]
        closed = words.count("(") <= words.count(")") or raw[end : end + 1] != ")"
        found.append((each, words if closed else f"{words})"))
    return found
