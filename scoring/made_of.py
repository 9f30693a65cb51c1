"""Which kinds are one product in two forms: turmeric and its starch, buffalo meat and its smoked strips.

The relation table tells drying and freezing. What is made of a product beyond that is still no other product
to an officer but the wrong form of it; a drink or an oil that only bears its name is another one.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.product import Kind, Lexicon
from scoring.product.normalise import syllables
from scoring.product.relation import same_state
from scoring.units import fold

Words = tuple[str, ...]

# Categories of goods that are a raw product in another form where their name begins with it.
MADE = frozenset(
    {"dried fruit", "fruit product", "snack", "meat", "starch", "beverage", "health", "ingredient"}
)
BY_PRODUCTS = frozenset({"fibre"})  # coir and charcoal are no form of the fruit
HUSKED = frozenset({"rice", "coffee"})  # of which the grain or bean is sold with its husk and without
RAW = ("fresh", "live")
_FROM_IT = re.compile(r"(cac )?(san pham|che pham)( che bien| lam)? tu |products? (made )?(from|of) ")


@lru_cache(maxsize=2)
def made_forms(lexicon: Lexicon) -> Bools:
    """Mask [demanded kind, offered kind] of one product in two forms that exclude each other."""
    n = len(lexicon.kinds)
    mask = np.zeros((n, n), dtype=np.bool_)
    for i, kind in enumerate(lexicon.kinds):
        if kind.rank != "family":
            _mark(lexicon, mask, [i, *lexicon.descendants(i)], [i, *lexicon.descendants(i)])
    for i, kind in enumerate(lexicon.kinds):
        if _in_husk(kind):
            milled = [j for j, other in enumerate(lexicon.kinds) if _milled(kind, other)]
            _mark(lexicon, mask, [i], milled)
    raw: dict[Words, list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        if kind.rank != "family" and kind.form in RAW:
            for name in (kind.name_vi, *kind.synonyms_vi):
                raw.setdefault(_words(name), []).append(i)
    for j, kind in enumerate(lexicon.kinds):
        if kind.rank != "family" and kind.category in MADE and kind.form not in (*RAW, ""):
            for i in _named_first(kind, raw):
                _mark(lexicon, mask, [i, *lexicon.descendants(i)], [j, *lexicon.descendants(j)])
    return mask | mask.T


@lru_cache(maxsize=16_384)
def asks_for_what_is_made(name: str) -> bool:
    """Whether a name asks for what is made of a product: "sản phẩm từ sâm Ngọc Linh (trà, rượu)"."""
    return _FROM_IT.match(fold(name)) is not None


def _named_first(kind: Kind, raw: dict[Words, list[int]]) -> list[int]:
    """The raw products whose name comes first in the kind's, the longest name; "nước cốt" and such aside."""
    name = _words(kind.name_vi)
    bare = name
    while len(bare) > 1 and bare[0] in _HEADS:
        bare = bare[1:]
    found: list[int] = []
    for words in (name, bare):
        heads = [words[:length] for length in range(len(words), 0, -1) if words[:length] != name]
        found += next((raw[head] for head in heads if head in raw), [])
    return found


def _mark(lexicon: Lexicon, mask: Bools, some: list[int], others: list[int]) -> None:
    for a in some:
        for b in others:
            one, other = lexicon.kinds[a], lexicon.kinds[b]
            if _exclude_each_other(one, other) and not {one.category, other.category} & BY_PRODUCTS:
                mask[a, b] = True


def _exclude_each_other(one: Kind, other: Kind) -> bool:
    """Whether two kinds are traded in forms that exclude each other; what lives is not frozen, and what is
    in its husk not milled."""
    alive = {"frozen", "live"} == {kind.form or kind.storage for kind in (one, other)}
    return alive or _in_husk(one) != _in_husk(other) or not same_state(one, other)


def _in_husk(kind: Kind) -> bool:
    """Whether a kind is a grain, bean or nut in its husk, by its own name: "cà phê thóc", "điều thô"."""
    last = _words(kind.name_vi)[-1:]
    return (kind.category in HUSKED and last == _HUSK) or (kind.category == "nut" and last == _IN_SHELL)


def _milled(husked: Kind, other: Kind) -> bool:
    """Whether a kind is the grain or bean of its trade out of the husk, in whatever sort."""
    if husked.category not in HUSKED:
        return False
    return other.category == husked.category and other.rank != "family" and other.form == husked.form


@lru_cache(maxsize=8192)
def _words(name: str) -> Words:
    return tuple(each.marked for each in syllables(name))


_HUSK = _words("thóc")
_IN_SHELL = _words("thô")

# Words that stand before the product in the name of what is made of it.
_HEADS = frozenset(
    word for head in ("thịt", "nước cốt", "nước ép", "tinh bột", "cơm") for word in _words(head)
)
