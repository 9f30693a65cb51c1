"""How two kinds of goods stand to one another: a table over all pairs of kinds."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from scoring.product.lexicon import Lexicon


class Relation(IntEnum):
    """What the offered product is to the demanded one, nearest first."""

    SAME = 0
    VARIETY = 1  # the offer is a variety of the generic product demanded
    GENERIC = 2  # the generic product is offered for the variety demanded
    SIBLING = 3  # another variety of the same product
    OTHER_FORM = 4  # the same product dried, frozen, processed
    FAMILY = 5
    CATEGORY = 6
    UNRELATED = 7
    UNKNOWN = 8  # one side names no kind that the lexicon knows: text alone
    GATED = 9  # seedlings, packing, machines … of the product, not the product


def same_state(one: str, other: str) -> bool:
    """True where two forms of the product table do not exclude each other; an empty form says nothing."""
    return not one or not other or one == other


def relation_table(lexicon: Lexicon) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """Relations [demanded kind, offered kind] and the mask of pairs that are mistaken for one another."""
    n = len(lexicon.kinds)
    table = np.full((n, n), Relation.UNRELATED, dtype=np.uint8)
    for d in range(n):
        for o in range(n):
            table[d, o] = _relation(lexicon, d, o)
    confused = np.zeros((n, n), dtype=np.bool_)
    for i, kind in enumerate(lexicon.kinds):
        for key in kind.confusable_with:
            j = lexicon.index.get(key, -1)
            if j >= 0 and table[i, j] >= Relation.FAMILY:
                for a in (i, *lexicon.descendants(i)):
                    confused[a, j] = confused[j, a] = table[a, j] >= Relation.FAMILY
    return table, confused


def _relation(lexicon: Lexicon, demanded: int, offered: int) -> Relation:
    if demanded == offered:
        return Relation.SAME
    d, o = lexicon.kinds[demanded], lexicon.kinds[offered]
    above_d, above_o = lexicon.ancestors(demanded), lexicon.ancestors(offered)
    alike = same_state(d.form, o.form) and d.category == o.category
    if demanded in above_o:
        if alike:
            return Relation.VARIETY
        return Relation.FAMILY if d.rank == "family" else Relation.OTHER_FORM
    if offered in above_d:
        if alike and o.rank != "family":
            return Relation.GENERIC
        return Relation.FAMILY if o.rank == "family" else Relation.OTHER_FORM
    return _through_common(lexicon, demanded, offered, above_d, above_o, alike)


def _through_common(
    lexicon: Lexicon,
    demanded: int,
    offered: int,
    above_d: tuple[int, ...],
    above_o: tuple[int, ...],
    alike: bool,
) -> Relation:
    d, o = lexicon.kinds[demanded], lexicon.kinds[offered]
    common = next((a for a in above_d if a in above_o), -1)
    if common >= 0 and lexicon.kinds[common].rank != "family":
        return Relation.SIBLING if alike else Relation.OTHER_FORM
    if common >= 0 or (d.parent and d.parent == o.parent):
        return Relation.FAMILY
    return Relation.CATEGORY if d.category and d.category == o.category else Relation.UNRELATED
