"""What a demand asks of the goods beside their kind, and the offer does not say: it must be asked."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.records import Demand, Offer
from scoring.units import fold

# Words that make goods of one kind worth another price, and that no name of a kind may be taken to imply.
QUALITIES = (
    "cổ thụ",
    "truyền thống",
    "men lá",
    "rang muối",
    "rang củi",
    "vỏ lụa",
    "tiêu đen",
    "tiêu sọ",
    "tiêu trắng",
    "độ đạm",
    "hữu cơ",
    "không hạt",
    "nguyên chất",
    "một nắng",
    "phi lê",
)
_PATTERNS = {words: re.compile(rf"\b{fold(words)}\b") for words in QUALITIES}
_ORGANIC = re.compile(r"HC_|PGS")


_BETWEEN = re.compile(r"[,;/&+]|\bva\b|\bhoac\b|\band\b|\bor\b")


def _item(wanted: str, offered: str) -> str:
    """Of goods that a name lists, the one nearest to the offer's words: a quality of another is its own."""
    items = [item for item in _BETWEEN.split(wanted) if item.strip()]
    return max(items, key=lambda item: len(set(item.split()) & set(offered.split())), default=wanted)


def _listed_alone(words: str, told: str) -> bool:
    """Whether a list leaves out the noun of a sort: "tiêu Phú Quốc (đen, đỏ, sọ)" has tiêu đen."""
    noun, _, sort = fold(words).partition(" ")
    listed = re.search(rf"[(,:] ?{sort}\b ?[,)]", told) if sort else None
    return listed is not None and re.search(rf"\b{noun}\b", told) is not None


def unsaid_qualities(offer: Offer, demand: Demand) -> list[str]:
    """The qualities that the demand's name asks for and nothing in the offer tells."""
    if not _qualities(fold(demand.product)):
        return []
    asked = _qualities(_item(fold(demand.product), fold(offer.product)))
    if not asked:
        return []
    told = fold(" ".join((offer.product, offer.description, offer.grade, offer.packaging, offer.remarks)))
    return [
        words
        for words in asked
        if not (_PATTERNS[words].search(told) or _listed_alone(words, told))
        and not (words == "hữu cơ" and any(_ORGANIC.match(paper.code) for paper in offer.certificates))
    ]


@lru_cache(maxsize=8_192)
def _qualities(folded: str) -> tuple[str, ...]:
    """The qualities that a folded text names."""
    return tuple(words for words, pattern in _PATTERNS.items() if pattern.search(folded))
