"""How two kinds of goods stand to one another: a table over all pairs of kinds."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from scoring.product.lexicon import Kind, Lexicon


class Relation(IntEnum):
    """What the offered product is to the demanded one, nearest first."""

    SAME = 0
    VARIETY = 1  # the offer is a variety of the generic product demanded
    GENERIC = 2  # the generic product is offered for the variety demanded
    SIBLING = 3  # another variety of the same product
    OTHER_FORM = 4  # the same product dried, frozen, preserved
    FAMILY = 5
    CATEGORY = 6
    UNRELATED = 7
    UNKNOWN = 8  # one side names no kind that the lexicon knows: text alone
    GATED = 9  # seedlings, packing, machines … of the product, not the product


# A family with more kinds than this says little: any two fruits are no nearer than their category.
WIDE_FAMILY = 10
# Categories that hold one product in another state: dried lychee is still lychee, lychee juice is a drink.
_PRESERVED = frozenset(("dried fruit", "fruit product", "snack"))
_STATES = frozenset(("fresh", "dried", "frozen", "live"))


def same_state(one: Kind, other: Kind) -> bool:
    """True where the forms of two kinds do not exclude each other; an empty form says nothing."""
    return (
        not one.form
        or not other.form
        or one.form == other.form
        or {one.form, other.form} == {"fresh", "live"}
    )


def relation_table(lexicon: Lexicon) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """Relations [demanded kind, offered kind] and the mask of pairs that are mistaken for one another."""
    n = len(lexicon.kinds)
    wide = [
        kind.rank == "family"
        and sum(lexicon.kinds[b].rank == "kind" for b in lexicon.descendants(i)) > WIDE_FAMILY
        for i, kind in enumerate(lexicon.kinds)
    ]
    table = np.array([[_relation(lexicon, d, o, wide) for o in range(n)] for d in range(n)], dtype=np.uint8)
    confused = np.zeros((n, n), dtype=np.bool_)
    for i, kind in enumerate(lexicon.kinds):
        for j in (lexicon.index[key] for key in kind.confusable_with if key in lexicon.index):
            for a in (i, *lexicon.descendants(i)):
                for b in (j, *lexicon.descendants(j)):
                    confused[a, b] = confused[b, a] = table[a, b] >= Relation.FAMILY
    return table.reshape(n, n), confused


def _relation(lexicon: Lexicon, demanded: int, offered: int, wide: list[bool]) -> Relation:
    if demanded == offered:
        return Relation.SAME
    d, o = lexicon.kinds[demanded], lexicon.kinds[offered]
    above_d, above_o = lexicon.ancestors(demanded), lexicon.ancestors(offered)
    if demanded in above_o:
        return _downwards(d, o)
    if offered in above_d:
        return Relation.CATEGORY if wide[offered] else _upwards(d, o)
    common = next((a for a in above_d if a in above_o), -1)
    if common >= 0 and lexicon.kinds[common].rank != "family":
        return _beside(d, o)
    if common >= 0 and not wide[common]:
        return Relation.FAMILY
    return (
        Relation.CATEGORY if common >= 0 or (d.category and d.category == o.category) else Relation.UNRELATED
    )


def _downwards(general: Kind, narrow: Kind) -> Relation:
    """The offer lies below the demand: any goods of a family serve who asks for the family."""
    if same_state(general, narrow) and general.category == narrow.category:
        return Relation.VARIETY
    if general.rank == "family":
        return Relation.VARIETY if general.category == narrow.category else Relation.FAMILY
    return Relation.OTHER_FORM if _preserved(general, narrow) else Relation.FAMILY


def _upwards(narrow: Kind, general: Kind) -> Relation:
    if general.rank == "family":
        return Relation.FAMILY
    if same_state(general, narrow) and general.category == narrow.category:
        return Relation.GENERIC
    return Relation.OTHER_FORM if _preserved(narrow, general) else Relation.FAMILY


def _beside(one: Kind, other: Kind) -> Relation:
    """Two kinds under one product: varieties of it, states of it, or things made of it."""
    if not same_state(one, other):
        return Relation.OTHER_FORM if _preserved(one, other) else Relation.FAMILY
    varieties = one.rank == other.rank == "variety" and one.category == other.category
    return Relation.SIBLING if varieties else Relation.FAMILY


def _preserved(one: Kind, other: Kind) -> bool:
    """True where the two differ by drying, freezing or keeping, not by what they are."""
    if one.category == other.category:
        return True
    states = {one.form, other.form} <= _STATES
    return states or one.category in _PRESERVED or other.category in _PRESERVED
