"""Goods that are to be even in size or colour: "quả đều", "size đồng đều"."""

from __future__ import annotations

import re

from scoring.criteria.clauses import SAME, UNMET, UNSAID
from scoring.criteria.quoting import as_written
from scoring.units import fold

_PIECE = (
    r"(?:size|co|qua|trai|kich thuoc|mau|mau sac|con|hat|cu|la|bong|canh|nu|bup|soi|bap|cay|hoa|mieng|than|"
    r"ngon|mui|tep|lat|khuc|tai)"
)
_EVEN = re.compile(rf"{_PIECE}? ?(?:rat |dong )?deu(?: nhau| {_PIECE})?")
_SAYS_EVEN = re.compile(r"(?<!khong )(?<!chua )(?<!khong dong )(?<!chua dong )\bdeu\b")
_UNEVEN = re.compile(
    rf"\b(?:(?:{_PIECE} )?(?:khong|chua) (?:dong )?deu|(?:{_PIECE} )?(?:to nho|lon nho|nho to|nho lon)"
    r"(?: (?:lan lon|lan|khong deu|du ca|deu co))*|hang xo|du (?:co|size))\b"
)


def evenness(plain: str, told: str) -> tuple[str, str] | None:
    """Whether an offer says its goods are as even as a folded clause asks, with the words that say they are
    not; None where the clause asks no such thing."""
    if not _EVEN.fullmatch(plain):
        return None
    own = fold(told)
    if found := _UNEVEN.search(own):
        return UNMET, as_written(found[0], told)
    return (SAME if _SAYS_EVEN.search(own) else UNSAID), ""
