"""The engine: candidates, criteria over arrays, the best of each demand, and reasons for those alone.

A ranking depends on nothing but its inputs, the profile and the day: scores are whole micro-units, ties
go by the offer's id, and the order in which records come in does not matter to the offers of a demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.candidates import candidates
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.explanation import explain
from scoring.judgement import Judgement, judge
from scoring.pairs import Pairs
from scoring.profile import VETO_ORDER, Profile
from scoring.records import Demand, Match, Offer

DEMANDS_A_BLOCK = 256
PAIRS_AT_ONCE = 200_000  # judged together: bounds memory, whatever the size of the market
WRONG_PRODUCT = np.uint16(1 << VETO_ORDER.index("wrong_product"))


def rank(
    demands: Sequence[Demand],
    offers: Sequence[Offer] | OfferColumns,
    context: Context,
    profile: Profile,
    top: int | None = None,
    all_pairs: bool = False,
) -> Iterator[Match]:
    """Matches by demand in the order given: eligible offers by rank, then vetoed ones by score.

    Offers of another product are left out. At most ``top`` matches a demand; ``all_pairs`` yields every
    pair and ignores ``top``.
    """
    for _, matches in rank_blocks(demands, offers, context, profile, top, all_pairs):
        yield from matches


def rank_blocks(
    demands: Sequence[Demand],
    offers: Sequence[Offer] | OfferColumns,
    context: Context,
    profile: Profile,
    top: int | None = None,
    all_pairs: bool = False,
) -> Iterator[tuple[int, list[Match]]]:
    """The same by blocks of demands: how many demands a block had, and its matches."""
    index = offers if isinstance(offers, OfferColumns) else OfferColumns.build(offers, context)
    size = max(1, PAIRS_AT_ONCE // max(len(index), 1)) if all_pairs else DEMANDS_A_BLOCK
    for start in range(0, len(demands), size):
        block = DemandColumns.build(demands[start : start + size], context)
        yield len(block), rank_block(block, index, context, profile, top, all_pairs)


def rank_block(
    demands: DemandColumns,
    offers: OfferColumns,
    context: Context,
    profile: Profile,
    top: int | None = None,
    all_pairs: bool = False,
) -> list[Match]:
    """Matches of some demands: pure, single-threaded, on arrays alone."""
    if not len(offers):
        return []
    pairs = candidates(demands, offers, context, profile, all_pairs)
    _ = pairs.ways  # looked up once here, for every part and for the explanations
    judged = _judge_in_parts(pairs, profile)
    order = _order(pairs, judged)
    if not all_pairs:
        order = order[(judged.vetoes[order] & WRONG_PRODUCT) == 0]
    place = _place_in_demand(pairs.d[order])
    if top is not None and not all_pairs:
        order, place = order[place < top], place[place < top]
    eligible = judged.eligible[order]
    ranks = [int(p) + 1 if ok else None for p, ok in zip(place, eligible, strict=True)]
    return list(explain(pairs.take(order), ranks, profile))


def explain_pair(demand: Demand, offer: Offer, context: Context, profile: Profile) -> Match:
    """The full account of one pair: an array of one, judged and told by the same code as any ranking."""
    return next(rank([demand], [offer], context, profile, all_pairs=True))


def _judge_in_parts(pairs: Pairs, profile: Profile) -> Judgement:
    parts = [
        judge(pairs.take(np.arange(start, min(start + PAIRS_AT_ONCE, len(pairs)))), profile)
        for start in range(0, len(pairs), PAIRS_AT_ONCE)
    ]
    if not parts:
        return Judgement(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint16))
    return Judgement(np.concatenate([p.score for p in parts]), np.concatenate([p.vetoes for p in parts]))


def _order(pairs: Pairs, judged: Judgement) -> NDArray[np.intp]:
    """By demand, eligible before vetoed, best score first, then by the offer's id."""
    ties = pairs.offers.order[pairs.o]
    return np.lexsort((ties, -judged.score, ~judged.eligible, pairs.d))


def _place_in_demand(d: NDArray[np.int32]) -> NDArray[np.intp]:
    """Place 0, 1, 2 … of each entry among those of its demand (entries of a demand lie together)."""
    if not len(d):
        return np.zeros(0, dtype=np.intp)
    starts = np.flatnonzero(np.concatenate([[True], d[1:] != d[:-1]]))
    return np.arange(len(d)) - np.repeat(starts, np.diff([*starts.tolist(), len(d)]))
