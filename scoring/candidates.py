"""Exact candidates: every pair whose product can match, and no cut-off by likeness of text.

Among many offers of one product volume, season and way decide, so nothing is left out that a full
comparison would rank. Distinct product texts are compared once, however many records share them.
"""

from __future__ import annotations

import numpy as np

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Ints
from scoring.context import Context
from scoring.criteria.product import may_match
from scoring.cultivar import settle_siblings
from scoring.pairs import Pairs
from scoring.product import Comparison, Relation
from scoring.profile import Profile
from scoring.units import fold


def candidates(
    demands: DemandColumns, offers: OfferColumns, context: Context, profile: Profile, all_pairs: bool = False
) -> Pairs:
    """Pairs worth judging, by demand and then by offer; with ``all_pairs`` every pair there is."""
    compared = context.matcher.compare(demands.texts, offers.texts)
    if all_pairs:
        chosen = np.ones(compared.relation.shape, dtype=np.bool_)
    else:
        chosen = may_match(compared.relation, compared.similarity, profile)
    found = [np.flatnonzero(chosen[text][offers.text]) for text in demands.text.tolist()]
    o = np.concatenate(found).astype(np.int32) if found else np.zeros(0, dtype=np.int32)
    d = np.repeat(np.arange(len(demands), dtype=np.int32), [len(each) for each in found])
    return paired(demands, offers, context, compared, o, d)


def paired(
    demands: DemandColumns,
    offers: OfferColumns,
    context: Context,
    compared: Comparison,
    o: Ints,
    d: Ints,
) -> Pairs:
    """The pairs of offer rows ``o`` and demand rows ``d``; ``compared`` is between the texts of both.

    Of two varieties the words of the demand settle whether the other one serves as well.
    """
    rows, columns = demands.text[d], offers.text[o]
    related, similarity = compared.relation[rows, columns], compared.similarity[rows, columns]
    named = np.array([bool(places) for places in demands.indication], dtype=np.bool_)
    siblings = np.flatnonzero((related == Relation.SIBLING) & ~named[d])
    if len(siblings):
        texts = [fold(f"{row.product} {row.description} {row.spec}") for row in demands.records]
        words = [texts[i] for i in d[siblings].tolist()]
        kinds, offered = demands.kind[d[siblings]], offers.kind[o[siblings]]
        related[siblings] = settle_siblings(context.lexicon, words, kinds, offered)
    return Pairs(offers, demands, o, d, similarity.astype(np.float64), related, context)
