"""The qualities that the name of goods asks for, as "cổ thụ" or "một nắng", and an offer does not tell."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.ends import Measure
from scoring.criteria.meaning import said_plainly
from scoring.criteria.measures import LEAST_DEGREES, measures
from scoring.criteria.own_text import own_text
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
    "bao trái",
    "bao quả",
)
# What an offer in English says of the same.
_IN_ENGLISH = {
    "tiêu trắng": "white pepper|pepper,? \\(?white", "tiêu sọ": "white pepper|pepper,? \\(?white",
    "tiêu đen": "black pepper|pepper,? \\(?black", "hữu cơ": "organic",
    "không hạt": "seedless", "phi lê": "fillets?", "nguyên chất": "pure",
    "cổ thụ": "ancient(?: tea)? trees?|ancient tea|old trees?|wild trees?",
}  # fmt: skip
_PATTERNS = {
    words: re.compile(rf"\b(?:{'|'.join(filter(None, (fold(words), _IN_ENGLISH.get(words))))})\b")
    for words in QUALITIES
}
# Of fish and squid caught on a line, and of nothing else that is written so without its marks.
_PATTERNS["câu"] = re.compile(
    r"(?:(?<=\bmuc )|(?<=\bmuc kho )|(?<=\bmuc ong )|(?<=\bkho muc )|(?<=\bngu )|(?<=\bhang )|"
    r"(?<=\bdanh ))cau\b(?! (?:hai|dat|giay|mau|tre)\b)|\bcau (?:tay|dem|vang|muc)\b|\bline[- ]caught\b"
)
# A figure is the word: "1 nắng"; folded, "loại 1 nặng 2 kg" is no sun.
_PATTERNS["một nắng"] = re.compile(r"\bmot nang\b|(?<![\d.,])(?<!\bloai )(?<!\bsize )\b1 ?nang\b")
_ALSO = {  # two names of one quality
    "tiêu trắng": "tiêu sọ",
    "tiêu sọ": "tiêu trắng",
    "bao trái": "bao quả",
    "bao quả": "bao trái",
}
_ORGANIC = re.compile(r"HC_|PGS")
_BETWEEN = re.compile(r"[,;/&+]|\bva\b|\bhoac\b|\band\b|\bor\b")


def unsaid_qualities(offer: Offer, demand: Demand) -> list[str]:
    """The qualities that the demand's name asks for and nothing in the offer tells."""
    plain = fold(demand.product)
    asked = _qualities(plain) and _qualities(_item(plain, fold(offer.product)))
    if not asked:
        return []
    told = said_plainly(own_text(offer))
    return [
        _as_asked(words, demand.product)
        for words in asked
        if not (_PATTERNS[words].search(told) or _listed_alone(words, told))
        and not (words in _ALSO and _PATTERNS[_ALSO[words]].search(told))
        and not (words == "độ đạm" and any(_of_protein(each) for each in measures(told)))
        and not (words == "hữu cơ" and any(_ORGANIC.match(paper.code) for paper in offer.certificates))
    ]


def _as_asked(words: str, product: str) -> str:
    """A quality in the words of the name that asks for it: "black pepper" and not "tiêu đen"."""
    plain = fold(product)
    found = _PATTERNS[words].search(plain) if len(plain) == len(product) else None
    written = product[found.start() : found.end()] if found else words
    return words if fold(written) == fold(words) else written


def _of_protein(measure: Measure) -> bool:
    """Whether a figure is one of protein, called so or given in bare degrees."""
    bare = measure.dimension == "degrees" and measure.high >= LEAST_DEGREES
    return bare or measure.dimension == "protein"


@lru_cache(maxsize=8_192)
def _qualities(folded: str) -> tuple[str, ...]:
    """The qualities that a folded text names."""
    return tuple(words for words, pattern in _PATTERNS.items() if pattern.search(folded))


def _item(wanted: str, offered: str) -> str:
    """Of goods that a name lists, the one nearest to the offer's words: a quality of another is its own."""
    items = _items(wanted)
    if len(items) == 1:
        return items[0]
    own = set(offered.split())
    return max(items, key=lambda item: len(set(item.split()) & own), default=wanted)


@lru_cache(maxsize=16_384)
def _items(wanted: str) -> tuple[str, ...]:
    return tuple(item for item in _BETWEEN.split(wanted) if item.strip())


def _listed_alone(words: str, told: str) -> bool:
    """Whether a list leaves out the noun of a sort: "tiêu Phú Quốc (đen, đỏ, sọ)" has tiêu đen."""
    noun, _, sort = fold(words).partition(" ")
    listed = re.search(rf"[(,:] ?{sort}\b ?[,)]", told) if sort else None
    return listed is not None and re.search(rf"\b{noun}\b", told) is not None
