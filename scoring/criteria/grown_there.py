"""Goods that are asked for by a place, and offered without its name from that very place."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.spec_words import words_of
from scoring.records import Offer
from scoring.units import fold

_WORD = re.compile(r"[a-z0-9]+")
# Words of a name that tell of its form or freshness and of no sort of goods.
_NO_SORT = words_of("tuoi kho say dong lanh cap song sach loai hang fresh dried frozen rau qua trai cu")


def grown_there(offer: Offer, asks: str) -> str:
    """The place of an offer by whose name alone the goods asked for differ from those offered: "Tam Đảo" of
    "ngọn su su Tam Đảo"; "" where more is asked, or the offer lies elsewhere."""
    place = "; ".join((offer.place.commune, offer.place.province, offer.place.text))
    return _of_place(asks, offer.product, place)


@lru_cache(maxsize=16_384)
def _of_place(asks: str, name: str, place: str) -> str:
    own = set(_WORD.findall(fold(name)))
    beyond = [word for word in _WORD.findall(fold(asks)) if word not in own and word not in _NO_SORT]
    wanted = " ".join(beyond)
    if len(beyond) < 2 or wanted not in fold(asks):
        return ""
    for part in re.split(r"[;,()]", place):
        found = re.search(rf"(?<![a-z]){wanted}(?![a-z])", plain := fold(part))
        if found and len(plain) == len(part):
            return part[found.start() : found.end()].strip()
        if found:
            return part.strip()
    return ""
