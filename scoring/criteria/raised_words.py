"""Words of where goods grow or are caught that make them worth another price: "nấm hương rừng", "ngô nương".

They are passed over where a name is read, for they make it no other product; a name of a kind may hold them
or leave them out. So whoever asks for goods by such a word is not answered by the kind alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.product import Lexicon
from scoring.product.normalise import syllables
from scoring.units import fold

WORDS = frozenset(("rừng", "nương", "sông", "suối", "hoang"))
BARE = frozenset(("rung", "hoang"))  # those of them that are hardly another word without their marks
# Behind which they tell of a place, or of what is planted.
_NO_WILD = re.compile(
    r"(?:rừng|rung) (?:trồng|tràm|ngập mặn|thông|phòng hộ|trong|tram)|hoang (?:mạc|gia)|"
    r"(?:tán|ven|vùng|bìa|gỗ|dưới|tan|vung|duoi) (?:rừng|sông|suối|rung)",
    re.IGNORECASE,
)
_WILD = re.compile(r"\b(?:rung(?! (?:trong|tram))|wild(?:crafted)?|hoang|moc tu nhien|forest)\b")


@lru_cache(maxsize=16_384)
def tells(lexicon: Lexicon, word: str, item: str, kinds: tuple[int, ...]) -> bool:
    """Whether a word of an item of a name tells something of the goods that their kind does not.

    It does where none of the kind's names in the item holds it, or where one that does is a name of the kind
    without it too: "măng rừng khô" is "măng khô", but "dâu rừng" is no "dâu".
    """
    plain = fold(word)
    if word not in (BARE if item.isascii() else WORDS):
        return False
    if any(f" {plain} " in f" {fold(lexicon.kinds[kind].name_vi)} " for kind in kinds[1:] if kind >= 0):
        return False
    if not re.search(rf"(?<!\w){word}(?!\w)", _NO_WILD.sub(" ", item), re.IGNORECASE):
        return False
    asked = f" {fold(item)} "
    names = {fold(name) for kind in kinds if kind >= 0 for name in _names(lexicon, kind)}
    holding = [name for name in names if f" {plain} " in f" {name} " and f" {name} " in asked]
    return all(_without(plain, name) in names for name in holding)


_IN_ENGLISH = re.compile(r"\bwild(?:[- ](?:grown|harvested|crafted|picked|collected))?\b")


def wild_unsaid(lexicon: Lexicon, kind: int, wanted: str, told: str) -> list[str]:
    """The word by which an English name asks for goods from the wild, where neither the names of the kind nor
    an offer say anything of it."""
    found = _IN_ENGLISH.search(wanted.lower()) if kind >= 0 and wanted.isascii() else None
    if not found or says_wild("rung", told):
        return []
    goods = lexicon.kinds[kind]
    known = " ".join((goods.name_en, *goods.synonyms_en)).lower()
    return [] if "wild" in known else [found[0]]


def says_wild(word: str, told: str) -> bool:
    """Whether an offer says by other words that its goods grow in the wild."""
    return fold(word) in BARE and _WILD.search(fold(told)) is not None


def _without(plain: str, name: str) -> str:
    return " ".join(each for each in name.split() if each != plain)


@lru_cache(maxsize=8_192)
def _names(lexicon: Lexicon, kind: int) -> tuple[str, ...]:
    goods = lexicon.kinds[kind]
    names = (goods.name_vi, *goods.synonyms_vi)
    return tuple(" ".join(word.raw for word in syllables(name)) for name in names)
