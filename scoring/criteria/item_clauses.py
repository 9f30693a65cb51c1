"""Of which of several goods that a demand lists a clause of its specification speaks."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import OTHER, REPACK, UNMET, UNSAID, WEIGHED_LIVE, WEIGHED_WHOLE, WORD, Clause
from scoring.records import Demand, Offer
from scoring.units import fold

_LISTED = re.compile(r"[,;+&]|\bva\b|\band\b")
# "vỏ vàng" asks for a peel, of "quýt vàng" or any other.
_PART_OF_ONE = re.compile(r"\b(?:vo|ruot|da|thit|mau|la|cuong|hat|mui|vi) [a-z]+")


@lru_cache(maxsize=16_384)
def _items(product: str) -> tuple[frozenset[str], ...]:
    """The words of each of the goods that a name lists."""
    return tuple(frozenset(WORD.findall(item)) for item in _LISTED.split(fold(product)) if item.strip())


def of_item(clause: Clause, offer: Offer, demand: Demand) -> bool:
    """Whether a clause speaks of what is offered: of goods listed "dưa lưới 1,3 kg" asks nothing of the
    watermelons."""
    if clause.says not in (UNSAID, OTHER, UNMET, REPACK, WEIGHED_LIVE, WEIGHED_WHOLE):
        return True
    items = _items(demand.product)
    if len(items) < 2:
        return True
    own = frozenset(WORD.findall(fold(offer.product)))
    nearest = max(len(item & own) for item in items)
    plain = _PART_OF_ONE.sub(" ", fold(clause.asks))
    asked = frozenset(WORD.findall(plain))
    others = [item for item in items if len(item & own) < nearest or not nearest]
    meant = [item for item in items if item not in others]
    of_meant = frozenset().union(*meant)
    of_others = frozenset().union(*others)
    named = any(item - of_meant and item - of_meant <= asked for item in others)
    return not meant or not named or bool(asked & (of_meant - of_others))
