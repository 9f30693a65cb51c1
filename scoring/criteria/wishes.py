"""What a buyer asks of the goods in free words: parts left on or off, packs, grades."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.records import Demand
from scoring.units import fold

# What a free text asks of the goods themselves, with marks or without: parts left on or off, and packs.
_WISH = re.compile(
    r"\b(?:(?:có|còn|nguyên|kèm|co|nguyen|kem) (?:lá|cuống|cành|chùm|rễ|la|cuong|canh|chum)|"
    r"(?:không|khong) (?:xương|da|vỏ|đầu|xuong|vo|dau)|móc hàm|moc ham|hút chân không|hut chan khong|"
    r"(?:túi|hộp|hũ|lọ|gói|bó|thùng|tui|hop|hu|lo|goi|bo|thung) \d+(?:[.,]\d+)? ?(?:kg|g|ml)|"
    r"(?:loại|hạng) [1-3])(?!\w)",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
_GRADED = re.compile(r"\b(?:loại|hạng|loai|hang) [123]\b", re.IGNORECASE)


def wishes(demand: Demand) -> list[str]:
    """What the free text of a demand asks of its goods, and the grade that their name holds, where its
    specification does not say it."""
    return list(_wished(demand.remarks.removesuffix(demand.note), demand.product, demand.spec))


@lru_cache(maxsize=16_384)
def _wished(free: str, product: str, spec: str) -> tuple[str, ...]:
    found = [*_WISH.findall(free), *_GRADED.findall(product)]
    said = fold(spec) if found else ""
    return tuple(wish for wish in dict.fromkeys(found) if fold(wish) not in said)


def says(words: str, told: str) -> bool:
    """Whether folded words stand in a folded text."""
    return re.search(rf"\b{re.escape(words)}\b", told) is not None
