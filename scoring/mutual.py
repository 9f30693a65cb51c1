"""The mutual view: where the interest of both sides counts, not only the buyer's.

The buyer's interest in a pair is its score, the producer's that of ``scoring.interest``; the mutual score is
their weighted sum. Only pairs without a veto are ranked: what is impossible stays impossible.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Ints
from scoring.context import Context
from scoring.interest import PARTS, MutualWeights, interest, shares
from scoring.judgement import Micro, judge
from scoring.pairs import Pairs
from scoring.profile import Profile
from scoring.ranking import PAIRS_AT_ONCE


@dataclass(frozen=True)
class MutualRanking:
    """Pairs without a veto as arrays, by their mutual score; ties by the demand's row, then the offer's id.

    ``components`` are the parts of the producer's interest in micro-units. ``offer_rank`` is the offer's
    place among the demand's eligible offers by score, ``demand_rank`` the demand's place among the offer's
    eligible demands by mutual score (ties by the demand's row); both from 1.
    """

    demand: Ints
    offer: NDArray[np.str_]
    score: Micro
    interest: Micro
    mutual: Micro
    components: dict[str, Micro]
    offer_rank: Ints
    demand_rank: Ints

    def __len__(self) -> int:
        return len(self.demand)


def mutual_ranking(
    index: OfferColumns,
    demands: DemandColumns,
    context: Context,
    profile: Profile,
    weights: MutualWeights | None = None,
    top: int | None = None,
) -> MutualRanking:
    """The pairs in which both sides gain most, at most ``top`` a demand, with the rank of each for the other.

    Exact: of every demand all eligible offers are compared, and of every offer found all its demands.
    """
    used = weights or MutualWeights()
    parts = _eligible(index, demands, context, profile)
    found = [_best(pairs, score, profile, used, top) for pairs, score in parts]
    best = _in_order(_concatenated(found)) if found else _nothing()
    return _with_demand_ranks(best, index, demands, context, profile, used)


def best_demands(
    index: OfferColumns,
    demands: DemandColumns,
    offer: str,
    context: Context,
    profile: Profile,
    weights: MutualWeights | None = None,
    top: int | None = None,
) -> MutualRanking:
    """The demands that one offer of the index serves best for both sides. ``offer_rank`` is among the index.

    Raises ``KeyError`` for an offer that is not in the index.
    """
    row = int(np.searchsorted(index.id_array, offer))
    if row >= len(index) or index.ids[row] != offer:
        raise KeyError(offer)
    alone = index.take(np.array([row], dtype=np.int32))
    ranked = mutual_ranking(alone, demands, context, profile, weights)
    kept = _picked(ranked, np.arange(len(ranked))[:top])
    return replace(kept, offer_rank=_offer_ranks(kept, index, demands, context, profile))


def _eligible(
    index: OfferColumns, demands: DemandColumns, context: Context, profile: Profile
) -> Iterator[tuple[Pairs, Micro]]:
    """Pairs without a veto in parts of whole demands, with their scores."""
    if not len(index) or not len(demands):
        return
    for pairs in Market.of(demands, index, context, profile).candidates(PAIRS_AT_ONCE):
        judged = judge(pairs, profile)
        rows = np.flatnonzero(judged.eligible)
        if len(rows):
            yield pairs.take(rows), judged.score[rows]


def _best(
    pairs: Pairs, score: Micro, profile: Profile, weights: MutualWeights, top: int | None
) -> MutualRanking:
    """The best of each demand in a part, with the offers' ranks by score."""
    producers, parts = interest(pairs, profile, weights)
    buyers, theirs = shares(score, producers, weights)
    ids = pairs.offers.id_array[pairs.o]
    mutual = buyers + theirs
    whole = MutualRanking(
        pairs.d, ids, score, producers, mutual, parts, _ranks(pairs.d, -score), np.zeros(len(pairs), np.int32)
    )
    place = _ranks(pairs.d, -mutual)
    return whole if top is None else _picked(whole, np.flatnonzero(place <= top))


def _ranks(group: Ints, key: Micro) -> Ints:
    """Rank from 1 of each entry among those of its group, least key first, ties as they come."""
    order = np.lexsort((key, group))  # stable: ties stay in the order of ids
    sorted_group = group[order]
    starts = np.flatnonzero(np.diff(sorted_group, prepend=-1))
    within = np.arange(len(group)) - np.repeat(starts, np.diff([*starts.tolist(), len(group)]))
    ranks = np.empty(len(group), dtype=np.int32)
    ranks[order] = within + 1
    return ranks


def _in_order(found: MutualRanking) -> MutualRanking:
    return _picked(found, np.lexsort((found.offer, found.demand, -found.mutual)))


def _with_demand_ranks(
    found: MutualRanking,
    index: OfferColumns,
    demands: DemandColumns,
    context: Context,
    profile: Profile,
    weights: MutualWeights,
) -> MutualRanking:
    """Counts, for each pair found, the demands that serve its offer better; block by block, none is kept."""
    ids, offer = np.unique(found.offer, return_inverse=True)
    alone = index.take(np.searchsorted(index.id_array, ids).astype(np.int32))
    better = np.zeros(len(found), dtype=np.int32)
    for pairs, score in _eligible(alone, demands, context, profile):
        buyers, theirs = shares(score, interest(pairs, profile, weights)[0], weights)
        better += _preceding(offer, found.mutual, found.demand, pairs.o, buyers + theirs, pairs.d)
    return replace(found, demand_rank=better + 1)


def _offer_ranks(
    found: MutualRanking, index: OfferColumns, demands: DemandColumns, context: Context, profile: Profile
) -> Ints:
    """Ranks by score of one offer among all of the index, for the demands found."""
    rows = np.unique(found.demand)
    better = np.zeros(len(found), dtype=np.int32)
    place = np.searchsorted(rows, found.demand)
    own = np.searchsorted(index.id_array, found.offer)
    asked = demands.take(rows.astype(np.int32))
    for pairs, score in _eligible(index, asked, context, profile):
        better += _preceding(place, found.score, own, pairs.d, score, pairs.o)
    return better + 1


def _preceding(
    group: NDArray[np.intp],
    value: Micro,
    tie: NDArray[np.intp] | Ints,
    groups: Ints,
    values: Micro,
    ties: Ints,
) -> Ints:
    """For each entry how many others of its group come first: by larger value, then by lower tie."""
    size = np.int64(2**31)
    mine = value * size + (size - 1 - tie)
    others = values * size + (size - 1 - ties)
    order = np.lexsort((others, groups))
    sorted_group, sorted_value = groups[order], others[order]
    ends = np.searchsorted(sorted_group, group, side="right")
    starts = np.searchsorted(sorted_group, group, side="left")
    counts = [
        int(end - start - np.searchsorted(sorted_value[start:end], own, side="right"))
        for start, end, own in zip(starts.tolist(), ends.tolist(), mine.tolist(), strict=True)
    ]
    return np.array(counts, dtype=np.int32)


def _picked(found: MutualRanking, rows: NDArray[np.intp]) -> MutualRanking:
    return MutualRanking(
        found.demand[rows], found.offer[rows], found.score[rows], found.interest[rows], found.mutual[rows],
        {name: part[rows] for name, part in found.components.items()}, found.offer_rank[rows],
        found.demand_rank[rows],
    )  # fmt: skip


def _concatenated(parts: list[MutualRanking]) -> MutualRanking:
    columns: dict[str, Any] = {
        f.name: np.concatenate([getattr(part, f.name) for part in parts])
        for f in fields(MutualRanking)
        if f.name != "components"
    }
    components = {name: np.concatenate([part.components[name] for part in parts]) for name in PARTS}
    return MutualRanking(**columns, components=components)


def _nothing() -> MutualRanking:
    none, micro = np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)
    return MutualRanking(
        none, np.zeros(0, dtype="U1"), micro, micro, micro, dict.fromkeys(PARTS, micro), none, none
    )
