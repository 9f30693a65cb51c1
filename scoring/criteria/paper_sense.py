"""Papers that some goods cannot have: an indication of elsewhere."""

from __future__ import annotations

from scoring.cultivar import places_named
from scoring.origin_words import origin_told
from scoring.pairs import Pairs
from scoring.product import Relation


def may_bear(pairs: Pairs, i: int) -> bool:
    """Whether the right to an indication can be had at all: nobody gets it for goods from elsewhere, nor for
    another variety than the one that bears it."""
    if int(pairs.relation[i]) == Relation.SIBLING:
        return False
    places = places_named(pairs.context.lexicon, pairs.demand(i).product)
    return not places or origin_told(pairs.offer(i), places)
