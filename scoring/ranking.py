"""The engine: candidates, criteria over arrays, the best of each demand, and reasons for those alone.

A ranking depends on nothing but its inputs, the profile and the day: scores are whole micro-units, ties
go by the offer's id, and neither the order in which records come in, nor how they are cut into blocks and
shards, nor what maps the blocks, makes any difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Ints
from scoring.context import Context
from scoring.explanation import explain
from scoring.judgement import judge
from scoring.pairs import Pairs
from scoring.profile import VETO_ORDER, Profile
from scoring.records import MICRO, Demand, Match, Offer

DEMANDS_A_BLOCK = 256
PAIRS_AT_ONCE = 50_000  # judged together: bounds memory, whatever the size of the market; fits the caches
EXPLAINED_AT_ONCE = 4_096
WRONG_PRODUCT = np.uint16(1 << VETO_ORDER.index("wrong_product"))

Mapper = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True)
class Ranking:
    """Offers ranked for demands, as arrays: by demand, eligible before vetoed, best score first, then by id.

    ``demand`` is the row of the demand, ``offer`` the id of the offer, ``score`` micro-units, ``vetoes`` bits
    in the order of ``VETO_ORDER``.
    """

    demand: Ints
    offer: NDArray[np.str_]
    score: Ints
    vetoes: NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.demand)

    def take(self, rows: NDArray[Any]) -> Ranking:
        """Some of the entries, by index or mask."""
        return Ranking(self.demand[rows], self.offer[rows], self.score[rows], self.vetoes[rows])

    @property
    def place(self) -> NDArray[np.intp]:
        """Place 0, 1, 2 … of each entry among those of its demand."""
        return _place_in_demand(self.demand)

    def ranks(self) -> list[int | None]:
        """Ranks from 1 of the eligible entries, None for vetoed ones."""
        both = zip(self.place.tolist(), self.vetoes.tolist(), strict=True)
        return [None if vetoes else place + 1 for place, vetoes in both]


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
) -> Iterator[tuple[int, Iterator[Match]]]:
    """The same by blocks of demands: how many demands a block had, and its matches."""
    index = offers if isinstance(offers, OfferColumns) else OfferColumns.build(offers, context)
    for start in range(0, len(demands), DEMANDS_A_BLOCK):
        block = DemandColumns.build(demands[start : start + DEMANDS_A_BLOCK], context)
        yield len(block), explained_block(index, block, context, profile, top, all_pairs)


def rank_block(
    index: OfferColumns, demands: DemandColumns, context: Context, profile: Profile, top: int | None = None
) -> Ranking:
    """The best offers of some demands: pure, single-threaded, on arrays alone, nothing explained."""
    return _concatenated([found for found, _ in _ranked_parts(index, demands, context, profile, top, False)])


def explained_block(
    index: OfferColumns,
    demands: DemandColumns,
    context: Context,
    profile: Profile,
    top: int | None = None,
    all_pairs: bool = False,
) -> Iterator[Match]:
    """The same with reasons for what is ranked, as they are asked for."""
    for ranking, pairs in _ranked_parts(index, demands, context, profile, top, all_pairs):
        yield from _told(pairs, ranking.ranks(), profile)


def explained(
    ranking: Ranking,
    shards: Sequence[OfferColumns],
    demands: DemandColumns,
    context: Context,
    profile: Profile,
) -> list[Match]:
    """Reasons for the entries of a ranking, in their order; each offer is in one of the shards."""
    ranks = ranking.ranks()
    found: dict[int, Match] = {}
    for index in shards:
        if not len(index):
            continue
        offers = np.searchsorted(index.id_array, ranking.offer).clip(max=len(index) - 1).astype(np.int32)
        rows = np.flatnonzero(index.id_array[offers] == ranking.offer)
        if not len(rows):
            continue
        asked, demand = np.unique(ranking.demand[rows], return_inverse=True)
        market = Market.of(demands.take(asked), index, context, profile)
        pairs = market.pairs(demand.astype(np.int32), offers[rows])
        matches = _told(pairs, [ranks[i] for i in rows.tolist()], profile)
        found.update(zip(rows.tolist(), matches, strict=True))
    return [found[i] for i in range(len(ranking))]


def rank_shards(
    shards: Sequence[OfferColumns],
    demands: DemandColumns,
    context: Context,
    profile: Profile,
    top: int | None = None,
) -> list[Match]:
    """Matches of some demands with offers that lie in several shards, as if these were one."""
    found = [rank_block(index, demands, context, profile, top) for index in shards]
    return explained(merge(found, top), shards, demands, context, profile)


def rank_all(
    index: OfferColumns,
    demands: DemandColumns,
    context: Context,
    profile: Profile,
    top: int | None = None,
    map: Mapper = map,
) -> Ranking:
    """The best offers of all demands, block by block through any ``map``: of a pool, of a cluster."""
    blocks = [
        np.arange(start, min(start + DEMANDS_A_BLOCK, len(demands)), dtype=np.int32)
        for start in range(0, len(demands), DEMANDS_A_BLOCK)
    ]
    found = map(Block(index, context, profile, top), [demands.take(rows) for rows in blocks])
    return _concatenated([_moved(each, int(rows[0])) for each, rows in zip(found, blocks, strict=True)])


@dataclass(frozen=True)
class Block:
    """Ranks one block of demands; picklable, so that it can be sent to where the block is ranked."""

    index: OfferColumns
    context: Context
    profile: Profile
    top: int | None

    def __call__(self, demands: DemandColumns) -> Ranking:
        return rank_block(self.index, demands, self.context, self.profile, self.top)


def merge(rankings: Sequence[Ranking], top: int | None = None) -> Ranking:
    """One ranking from those of the same demands over several shards of the offers.

    Associative: shards may be merged in any order and grouping.
    """
    whole = _concatenated(rankings)
    order = np.lexsort((whole.offer, -whole.score, whole.vetoes != 0, whole.demand))
    merged = whole.take(order)
    return merged if top is None else merged.take(merged.place < top)


def explain_pair(demand: Demand, offer: Offer, context: Context, profile: Profile) -> Match:
    """The full account of one pair: an array of one, judged and told by the same code as any ranking."""
    return next(rank([demand], [offer], context, profile, all_pairs=True))


def _ranked_parts(
    index: OfferColumns,
    demands: DemandColumns,
    context: Context,
    profile: Profile,
    top: int | None,
    all_pairs: bool,
) -> Iterator[tuple[Ranking, Pairs]]:
    """Whole demands at a time: what is ranked, and the same entries as pairs."""
    if not len(index) or not len(demands):
        return
    for pairs in Market.of(demands, index, context, profile).candidates(PAIRS_AT_ONCE, all_pairs):
        judged = judge(pairs, profile)
        # Pairs come by demand and id, so a stable order by the rest leaves ties in the order of ids.
        key = (pairs.d.astype(np.int64) * 2 + (judged.vetoes != 0)) * (2 * MICRO) + MICRO - judged.score
        order = np.argsort(key, kind="stable")
        if not all_pairs:
            order = order[(judged.vetoes[order] & WRONG_PRODUCT) == 0]
            if top is not None:
                order = order[_place_in_demand(pairs.d[order]) < top]
        chosen = pairs.take(order)
        scores = judged.score[order].astype(np.int32)
        yield Ranking(chosen.d, index.id_array[chosen.o], scores, judged.vetoes[order]), chosen


def _told(pairs: Pairs, ranks: list[int | None], profile: Profile) -> Iterator[Match]:
    """Matches of pairs, explained some at a time as they are asked for."""
    for start in range(0, len(pairs), EXPLAINED_AT_ONCE):
        part = slice(start, start + EXPLAINED_AT_ONCE)
        yield from explain(pairs.take(part), ranks[part], profile)


def _concatenated(rankings: Sequence[Ranking]) -> Ranking:
    if not rankings:
        none = np.zeros(0, dtype=np.int32)
        return Ranking(none, np.zeros(0, dtype="U1"), none, np.zeros(0, dtype=np.uint16))
    return Ranking(
        np.concatenate([each.demand for each in rankings]),
        np.concatenate([each.offer for each in rankings]),
        np.concatenate([each.score for each in rankings]),
        np.concatenate([each.vetoes for each in rankings]),
    )


def _moved(ranking: Ranking, by: int) -> Ranking:
    """The same entries, their demands counted from another start."""
    return Ranking(ranking.demand + np.int32(by), ranking.offer, ranking.score, ranking.vetoes)


def _place_in_demand(d: Ints) -> NDArray[np.intp]:
    """Place 0, 1, 2 … of each entry among those of its demand (entries of a demand lie together)."""
    if not len(d):
        return np.zeros(0, dtype=np.intp)
    starts = np.flatnonzero(np.concatenate([[True], d[1:] != d[:-1]]))
    return np.arange(len(d)) - np.repeat(starts, np.diff([*starts.tolist(), len(d)]))
