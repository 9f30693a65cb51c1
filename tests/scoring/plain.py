"""The plain exhaustive computation that the engine is held against: every pair alone, sums as fractions.

It shares with the engine what a criterion says of one pair and nothing else: texts are compared whole, ways
are looked up in the matrix, scores are added up and lists are sorted by Python.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import Any

import numpy as np

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.offers import STORAGES
from scoring.context import Context
from scoring.criteria import JUDGES
from scoring.cultivar import settle_siblings
from scoring.marks.comparing import ALL_NAMED, APART, asked_marks, compare_sets, offered_marks
from scoring.pair_figures import Ways
from scoring.pairs import Pairs
from scoring.product import Relation
from scoring.profile import CRITERIA, VETO_ORDER, Profile
from scoring.records import Demand, Offer
from scoring.units import fold

Row = tuple[str, str, int | None, int, tuple[str, ...]]  # demand, offer, rank, score, vetoes


def ranked(
    demands: Sequence[Demand], offers: Sequence[Offer], context: Context, profile: Profile, top: int | None
) -> Iterator[Row]:
    """The rows of a ranking."""
    for demand in demands:
        judged = [(*judged_pair(demand, offer, context, profile), offer.id) for offer in offers]
        shown = [(bool(v), -score, name, v) for score, v, name in judged if "wrong_product" not in v]
        for place, (vetoed, score, name, vetoes) in enumerate(sorted(shown)[:top], start=1):
            yield demand.id, name, None if vetoed else place, -score, vetoes


def judged_pair(
    demand: Demand, offer: Offer, context: Context, profile: Profile
) -> tuple[int, tuple[str, ...]]:
    """Score in micro-units and vetoes of one pair."""
    pairs = one_pair(demand, offer, context)
    thousandth, total, vetoes = Fraction(1, 1000), Fraction(0), set()
    for name in CRITERIA:
        verdict = JUDGES[name](pairs, profile)
        vetoes |= {veto for veto, mask in verdict.vetoes.items() if mask[0]}
        weight, base = profile.weights[name] * thousandth, profile.base[name] * thousandth
        component = Fraction(round(float(verdict.score[0]) * 1_000_000), 1_000_000)
        effect = Fraction(floor(weight * (component - base) * 1_000_000 + Fraction(1, 2)), 1_000_000)
        total += weight * base + effect
    assert (total * 1_000_000).denominator == 1
    return int(total * 1_000_000), tuple(veto for veto in VETO_ORDER if veto in vetoes)


def one_pair(demand: Demand, offer: Offer, context: Context) -> Pairs:
    """The pair as arrays of one."""
    wanted, given = DemandColumns.build([demand], context), OfferColumns.build([offer], context)
    compared = context.matcher.compare(wanted.texts, given.texts)
    relation = compared.relation[0].copy()
    if relation[0] == Relation.SIBLING and not wanted.indication[0]:
        words = fold(f"{demand.product} {demand.description} {demand.spec}")
        relation[:] = settle_siblings(
            context.lexicon, [words], [fold(offer.product)], wanted.kind, given.kind
        )
    relation[:] = _by_marks(int(relation[0]), demand, offer, wanted, given, context)
    first = np.zeros(1, dtype=np.int32)
    similarity = compared.similarity[0].astype(np.float64)
    pairs = Pairs(given, wanted, first, first, similarity, relation, context)
    storage = STORAGES[max(int(given.storage[0]), 0)]
    grid = context.network.matrix([offer.place], [demand.place], storage, on=context.horizon.today)
    numbers = (grid.km, grid.hours_low, grid.hours_high, grid.cost_low, grid.cost_high)
    pairs.__dict__["ways"] = Ways(
        *(each[0].astype(np.float64) for each in numbers),
        grid.ferry[0],
        grid.fallback[0],
        grid.reach[0],
        grid.hours_hurried[0].astype(np.float64),
    )
    return pairs


def _by_marks(
    relation: int, demand: Demand, offer: Offer, wanted: DemandColumns, given: OfferColumns, context: Context
) -> int:
    """The relation by what both sides name their goods."""
    asks = asked_marks(context.lexicon, demand, int(wanted.kind[0]))
    says = offered_marks(context.lexicon, offer, int(given.kind[0]))
    one = np.zeros(1, dtype=np.int64)
    found = compare_sets(context.lexicon, [asks], [says], one, one, np.ones(1, dtype=np.bool_))[0]
    if relation > Relation.SIBLING or not asks:
        return relation
    if found == APART:
        return Relation.SIBLING
    if found == ALL_NAMED and relation in (Relation.GENERIC, Relation.SIBLING):
        return Relation.VARIETY
    return relation


def as_bytes(rows: Any) -> bytes:
    """Rows as they are compared."""
    return json.dumps(list(rows), ensure_ascii=False).encode()
