"""Goods that are named by another origin than the one asked for: tỏi Kinh Môn for tỏi Lý Sơn.

A name tells where goods come from before any place of packing or of the seller does. A place counts as
another one where by the table goods of the product come from it, and neither the goods asked for nor the
seller's own place have to do with it: "vải Bắc Giang" of Lục Ngạn names the province.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from scoring.cultivar import names, places_named
from scoring.product import Lexicon
from scoring.records import Offer
from scoring.units import fold


def names_other_origin(
    lexicon: Lexicon, wanted: int, offered: int, offer: Offer, places: tuple[str, ...]
) -> bool:
    """Whether the name of an offer tells an origin, and none of ``places`` nor one that goes with them."""
    named = _others_named(lexicon, wanted, offered, offer.product, places)
    if not named:
        return False
    own = _own_place(offer)
    within = any(names(place, own) for place in places)
    return not (within and any(names(place, own) for place in named))


def names_another_place(lexicon: Lexicon, offer: Offer, places: tuple[str, ...]) -> bool:
    """Whether a name holds a place, and none of ``places`` nor one that the seller's own place names."""
    if any(names(place, offer.product) for place in places):
        return False
    named = places_named(lexicon, offer.product)
    own = _own_place(offer)
    return bool(named) and not any(names(place, own) for place in named)


def _own_place(offer: Offer) -> str:
    """Where a seller is, as his record writes it and by the map."""
    return f"{offer.place.text} ; {offer.place.commune} ; {offer.place.province}"


@lru_cache(maxsize=65_536)
def _others_named(
    lexicon: Lexicon, wanted: int, offered: int, product: str, places: tuple[str, ...]
) -> tuple[str, ...]:
    if wanted < 0 or offered < 0 or any(names(place, product) for place in places):
        return ()
    others, meant = _other_places(lexicon, wanted, offered, places)
    if any(names(place, product) for place in meant):
        return ()
    return tuple(place for place in others if names(place, product))


@lru_cache(maxsize=8_192)
def _other_places(
    lexicon: Lexicon, wanted: int, offered: int, places: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The origins of the product by the table that have nothing to do with the places asked for, and those
    that have."""
    line = (wanted, *lexicon.ancestors(wanted))
    roots = [k for k in line if lexicon.kinds[k].rank != "family"][-1:]
    kinds = {offered, *(k for root in roots for k in (root, *lexicon.descendants(root)))}
    asked = {fold(place) for place in places}
    groups = [group for k in kinds for group in _groups(lexicon, k)]
    meant = {part for group in _groups(lexicon, wanted) for part in group}
    meant |= {part for group in groups if asked.intersection(map(fold, group)) for part in group}
    known = {fold(part) for part in meant} | asked
    others = {part for group in groups for part in group if fold(part) not in known}
    return tuple(sorted(others)), tuple(sorted(meant))


@lru_cache(maxsize=8_192)
def _groups(lexicon: Lexicon, kind: int) -> tuple[tuple[str, ...], ...]:
    """The origins of a kind, each as its places from the least to the largest."""
    goods = lexicon.kinds[kind]
    return tuple(filter(None, map(_parts, (*goods.origins, *goods.gi_name.split(";")))))


def _parts(origin: str) -> tuple[str, ...]:
    split: Iterable[str] = (part.strip() for part in re.split(r"[,()&]| - ", origin))
    return tuple(part for part in split if part and fold(part) not in _EVERYWHERE)


_EVERYWHERE = frozenset(("ca nuoc", "nhap khau", "viet nam"))
