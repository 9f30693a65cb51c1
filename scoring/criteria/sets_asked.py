"""Sets of so many pieces that a buyer asks for, and the name or the packing of an offer that says them."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import OTHER, SAME, UNSAID, Clause
from scoring.units import fold

_PIECE = r"(?:chiếc|chiec|cái|cai|món|mon|sản phẩm|san pham|pcs?|pieces?|items?)"
_SET = r"(?:bộ|bo|set|combo)"
_NUMBER = r"(\d+)(?![.,]?\d)"
# "3 chiếc/bộ", "3 cái một bộ", "3-piece set"
_BACKWARD = rf"{_NUMBER}[- ]?{_PIECE} ?(?:/ ?|(?:một|mot|mỗi|moi|a|per) )?{_SET}\b"
_ASKED = re.compile(rf"{_SET}(?: of)? {_NUMBER}(?: {_PIECE})?|{_BACKWARD}")
# What a number after "bộ" counts but pieces: weights, sizes, storeys; nor is "bộ 3–5" a set of three.
_NO_PIECES = (
    r"(?! ?(?:kg|g|gr|gram|m|cm|mm|ml|l|lít|lit|%|tầng|tang|ngăn|ngan|size|cỡ|co|màu|mau|tháng|thang|"
    r"ngày|ngay|năm|nam|tuổi|tuoi|con)\b|\s*[-–x×/]\s*\d)"
)
_TOLD = re.compile(rf"\b{_SET}(?: of)? {_NUMBER}{_NO_PIECES}|\b{_BACKWARD}")
_DENIED = re.compile(r"\b(?:không|khong|ko|chưa|chua|hết|no|not|without)\b")

_VESSELS = re.compile(r"(?:bo|set) (\d+) (?:chiec |cai )?(binh|lo|hu|chum|vai|hop|gio|ro|tui|chau|am)")


def set_told(asks: str, told: str) -> Clause | None:
    """That a set of so many pieces is said; None of any other clause, and where no such set is.

    Of vessels, which are packs elsewhere, a set of another number or of none does not say it.

    >>> set_told("bộ 3 chiếc", "Bộ 3 giỏ mây; thùng 8 bộ").says == SAME, set_told("bộ 4 món", "Bộ 3 giỏ mây")
    (True, None)
    """
    words = asks.lower().strip()
    found = _ASKED.fullmatch(words)
    if found and (found[1] or found[2]) in _sets(told):
        return Clause(asks, SAME)
    if vessels := _VESSELS.fullmatch(fold(words)):
        own = frozenset(re.findall(rf"(?<!\d)(\d+) (?:chiec |cai )?{vessels[2]}\b", fold(told)))
        if vessels[1] in own or vessels[1] in _sets(told):
            return Clause(asks, SAME)
        return Clause(asks, OTHER, f"{min(own)} {words.split()[-1]}") if own else Clause(asks, UNSAID)
    return None


@lru_cache(maxsize=16_384)
def _sets(told: str) -> frozenset[str]:
    parts = [part for part in re.split(r"[;,\n]|\. ", told.lower()) if not _DENIED.search(part)]
    return frozenset(one or other for part in parts for one, other in _TOLD.findall(part))
