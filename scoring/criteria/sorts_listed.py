"""Sorts of one kind that the name of an offer lists under one amount: "quế ống sáo, quế vụn"."""

from __future__ import annotations

from functools import lru_cache

from scoring.marks.comparing import apart, asked_marks, graded_apart, offered_marks
from scoring.marks.mark import BLEND, DEGREES, VARIETY
from scoring.product import Lexicon
from scoring.product.listing import goods_listed
from scoring.records import Demand, Offer
from scoring.units import fold

_OF_ALL = frozenset((BLEND, DEGREES, VARIETY))  # varieties are goods of their own and listed as such


@lru_cache(maxsize=16_384)
def several_sorts(lexicon: Lexicon, name: str, kind: int) -> bool:
    """Whether items of a name bear marks of one line that tell them apart, and no kinds of their own."""
    items = goods_listed(name, False) if kind >= 0 else []
    if len(items) < 2:
        return False
    lines: dict[str, dict[int, frozenset[int | str]]] = {}
    for n, item in enumerate(items):
        for mark in offered_marks(lexicon, Offer(id="", product=_whole(item, items[0])), kind):
            if mark.line not in _OF_ALL:
                lines.setdefault(mark.line, {}).setdefault(n, mark.meant)
    meant = [list(found.values()) for found in lines.values()]
    return any(one.isdisjoint(other) for found in meant for one in found for other in found)


def of_other_sort(lexicon: Lexicon, demand: Demand, item: str, kind: int) -> bool:
    """Whether an item of an offer's name is of another sort than a demand names, by name or specification."""
    if kind < 0:
        return False
    says = offered_marks(lexicon, Offer(id="", product=item), kind)
    asks = asked_marks(lexicon, demand, kind) if says else ()
    return bool(asks) and bool(apart(lexicon, asks, says) or graded_apart(asks, says))


def _whole(item: str, first: str) -> str:
    """An item that leaves its noun out with that of the first one: "vụn" of "quế ống sáo, vụn"."""
    noun = first.split()[0]
    return item if fold(noun) in fold(item).split() else f"{noun} {item}"
