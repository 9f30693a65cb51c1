"""What an offer says of the part of its goods that a buyer speaks of: their stalk, skin, leaf, colour."""

from __future__ import annotations

import re

from scoring.criteria.packs import packs_in
from scoring.units import fold

LONGEST = 80  # letters of a clause that are told
# Parts of which sellers say what they are like, where no other word of the trade is written so.
_TOPICS = ("cuống", "vỏ", "lá", "cánh", "mũ", "sợi", "gốc", "rễ", "màu", "nụ", "ruột", "miếng")
_BARE_TOPICS = ("cuong", "goc", "soi", "ruot", "mieng")
_NO_TOPIC = re.compile(r"\b(?:men lá|lá (?:chuối|dong|gai|nón)|màu (?:in|tem|nhãn)|gốc (?:là|từ|cây))\b")
# Words beside a figure that tell nothing more of a part than how many or how long.
_MEASURING = frozenset(
    ("tu", "tren", "duoi", "khoang", "deu", "cm", "mm", "g", "loai", "gia", "thap", "cao", "hon")
)


def of_its_part(asks: str, told: str) -> str:
    """What an offer says of the part that a clause speaks of: "bao lá cuống" to "cuống lá tươi"."""
    asked = set(re.findall(r"\w+", asks.lower()))
    nouns = {fold(each) for each in _TOPICS if each in asked} | (asked & set(_BARE_TOPICS))
    if not nouns:
        return ""
    _, _, more = told.partition(";")
    for part in re.split(r"[;\n()]|,(?!\d)|\. ", more):
        words = set(re.findall(r"\w+", _NO_TOPIC.sub(" ", part.lower())))
        said = {fold(each) for each in _TOPICS if each in words} | (words & set(_BARE_TOPICS))
        telling = set(re.findall(r"[a-z]+", fold(part))) - _MEASURING - set(map(fold, _TOPICS))
        if not telling and not any(map(str.isdigit, asks)):
            continue  # how many buds there are says nothing of how far they are open
        if said & nouns and len(words) > 1 and len(part) <= LONGEST and not packs_in(part):
            return part.strip(" .")
    return ""
