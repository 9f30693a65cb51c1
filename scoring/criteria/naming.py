"""What the name of goods says beside the product: that it lists several, and the grade."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.units import fold

# How a name that holds several goods means them: all are wanted or sold, or any one will do.
ALL, EITHER = "all", "either"
_ALL_BREAK = re.compile(r"[,;:+&]| va | and ")
_EITHER_BREAK = re.compile(r"/| or | hoac ")
_ALL_SORTS = re.compile(r"\b(cac loai|nhieu loai|du loai|all kinds|assorted|mixed)\b")
# A piece that begins so tells of packing, grade or use, and names no goods.
_NO_GOODS = re.compile(
    r"^(loai|size|hang|tui|hop|thung|goi|chai|cho|dung|an|giao|dong|xuat|tuoi|say|kho|sach|moi|cao|nguyen|"
    r"duong|tu|chinh|tai|grade|for|fresh|\d)\b"
)
_GRADE = re.compile(r"\b(?:loai|hang|grade|class) (\d|[abc])\b")
_UNSORTED = re.compile(r"\bxô\b", re.IGNORECASE)
FEWEST = 2  # pieces of a list


@lru_cache(maxsize=16_384)
def listing(name: str) -> str:
    """``ALL`` for "tỏi, hành Lý Sơn" and "rau các loại", ``EITHER`` for "ruột trắng/đỏ", else ""."""
    text = fold(name)
    if _ALL_SORTS.search(text):
        return ALL
    for means, pattern in ((ALL, _ALL_BREAK), (EITHER, _EITHER_BREAK)):
        if any(len(_pieces(part, pattern)) >= FEWEST for part in text.rstrip(") ").split("(")):
            return means
    return ""


def _pieces(text: str, pattern: re.Pattern[str]) -> list[str]:
    pieces = (piece.strip() for piece in pattern.split(text))
    return [piece for piece in pieces if piece and not _NO_GOODS.match(piece)]


@lru_cache(maxsize=16_384)
def grades(text: str) -> frozenset[str]:
    """The grades that a text names: "loại 1", "hạng A", and "xô" for goods that are not sorted."""
    found = frozenset(_GRADE.findall(fold(text)))
    return found | {"xô"} if _UNSORTED.search(text) else found
