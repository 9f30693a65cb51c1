"""The places that a buyer names one kind of goods by, any of which will do: "quýt (Bắc Sơn, Trà Lĩnh)"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.unsaid import nearest_item
from scoring.cultivar import places_named
from scoring.product import Lexicon
from scoring.units import fold

_BRACKET = re.compile(r"\(([^()]+)\)")
_BREAK = re.compile(r"[,;+&/](?!\d)|\s(?:và|va|and|hoặc|hoac|or|hay)\s", re.IGNORECASE)
_LEAN = frozenset(("vung", "o", "tu", "hang", "cua", "tinh", "huyen", "xa", "from", "of", "tai"))


def places_taken(lexicon: Lexicon, wanted: str, offered: str) -> tuple[str, ...]:
    """The places by which a name calls the goods meant, several where it lists them with one noun.

    Those in a bracket stand nearer than the one before it: "chè Thái Nguyên (Tân Cương, La Bằng)".
    """
    return _of_item(lexicon, wanted, nearest_item(wanted, offered))


@lru_cache(maxsize=16_384)
def _of_item(lexicon: Lexicon, wanted: str, item: str) -> tuple[str, ...]:
    for inside in _BRACKET.findall(wanted):
        pieces = [piece.strip() for piece in _BREAK.split(inside) if piece.strip()]
        known = [_place(lexicon, piece) for piece in pieces]
        listed = [place or _as_name(piece) for place, piece in zip(known, pieces, strict=True)]
        if len(listed) > 1 and all(listed) and any(known):
            return tuple(dict.fromkeys(listed))
    named = places_named(lexicon, item)
    if not named:
        return ()
    found = list(named[:1])
    pieces = [piece.strip() for piece in _BREAK.split(wanted) if piece.strip()]
    at = next((n for n, piece in enumerate(pieces) if piece == item.strip()), -1)
    if at < 0:
        return named
    while at > 0 and _place(lexicon, pieces[at]):
        at -= 1  # the piece that holds the noun
    found = list(places_named(lexicon, pieces[at])) or found
    for piece in pieces[at + 1 :]:
        if not (place := _place(lexicon, piece)):
            break
        found.append(place)
    return tuple(dict.fromkeys((*found, *named)))


def _as_name(piece: str) -> str:
    """A piece that is written as the name of a place, which none of the tables knows: "La Bằng"."""
    words = piece.split()
    return piece if len(words) > 1 and all(word.istitle() for word in words) else ""


def _place(lexicon: Lexicon, piece: str) -> str:
    """The place that is all that a piece of a list says; "" for any other."""
    named = places_named(lexicon, piece)
    if len(named) != 1:
        return ""
    rest = [word for word in fold(piece).split() if word not in fold(named[0]).split()]
    return named[0] if all(word in _LEAN for word in rest) else ""
