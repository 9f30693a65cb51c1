"""What an account tells of goods by the marks that both sides name: other sorts, other degrees."""

from __future__ import annotations

from scoring.criteria.choices import NAMED
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Relation
from scoring.sort_marks import apart, asked_marks, degrees_apart, offered_marks


def marks_told(pairs: Pairs, i: int) -> Facts:
    """``named_apart``: the words by which each side names another sort, and whether they are places;
    ``degrees_apart``: the degrees asked for and those offered, where they do not meet."""
    lexicon, relation = pairs.context.lexicon, int(pairs.relation[i])
    if relation != Relation.SIBLING and relation not in NAMED:
        return {}
    asks = asked_marks(lexicon, pairs.demand(i), int(pairs.demands.kind[pairs.d[i]]))
    if not asks:
        return {}
    says = offered_marks(lexicon, pairs.offer(i), int(pairs.offers.kind[pairs.o[i]]))
    if relation == Relation.SIBLING:
        found = apart(lexicon, asks, says)
        named = found and {
            "asks": list(found.asks),
            "offered": list(found.offered),
            "by_place": found.by_place,
        }
        return {"named_apart": named} if named else {}
    degrees = degrees_apart(asks, says)
    return {"degrees_apart": list(degrees)} if degrees else {}
