"""Rankings under two profiles, or two states of knowledge, beside each other: what moves, before anybody
decides for the new one.

Nothing is explained and nothing kept: places and vetoes alone, as the engine would give them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.profile import VETO_ORDER, Profile
from scoring.ranking import WRONG_PRODUCT, merge, rank_block
from scoring.records import Demand

DEMANDS_AT_ONCE = 16
Columns = TypeVar("Columns", OfferColumns, DemandColumns)
Ids = NDArray[np.str_]  # of all offers, in order
LOOKED_AT = 10  # places of a list that are compared one by one


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an offer stands under one profile: its rank, None with the vetoes that keep it out."""

    rank: int | None
    score_micro: int
    vetoes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One offer under both profiles."""

    offer: str
    before: Standing
    after: Standing

    @property
    def still(self) -> bool:
        """Whether rank and vetoes stay as they are."""
        return self.before.rank == self.after.rank and self.before.vetoes == self.after.vetoes


@dataclass(frozen=True, slots=True)
class Comparison:
    """One demand under both profiles.

    ``moves`` holds the offers among the first places of either list, in the new order, and every offer that
    becomes eligible or stops being so.
    """

    demand: str
    moves: tuple[Move, ...]

    def entered(self, top: int) -> list[str]:
        """The offers that come into the first ``top`` places."""
        return [m.offer for m in self.moves if _within(m.after, top) and not _within(m.before, top)]

    def left(self, top: int) -> list[str]:
        """The offers that fall out of the first ``top`` places."""
        return [m.offer for m in self.moves if _within(m.before, top) and not _within(m.after, top)]

    @property
    def became_eligible(self) -> list[Move]:
        """Offers without a rank before and with one after."""
        return [m for m in self.moves if m.before.rank is None and m.after.rank is not None]

    @property
    def became_vetoed(self) -> list[Move]:
        """Offers with a rank before and without one after."""
        return [m for m in self.moves if m.before.rank is not None and m.after.rank is None]

    @property
    def first_changes(self) -> bool:
        """Whether another offer, or none, takes the first place."""
        return bool(self.entered(1) or self.left(1))

    @property
    def still(self) -> bool:
        """Whether nothing moves that anybody would look at."""
        return all(move.still for move in self.moves)


def compare(
    demands: Sequence[Demand],
    offers: Sequence[OfferColumns],
    context: Context,
    before: Profile,
    after: Profile,
    then: Context | None = None,
) -> Iterator[Comparison]:
    """Each demand in the order given, ranked under both profiles; ``offers`` are shards that share none.

    ``then`` is what is known under the second; it may differ from ``context`` in the network alone.
    """
    then = then or context
    others = offers if then is context else [rerouted(shard, then) for shard in offers]
    ids = np.sort(np.concatenate([shard.id_array for shard in offers])) if offers else np.zeros(0, "U1")
    for start in range(0, len(demands), DEMANDS_AT_ONCE):
        block = DemandColumns.build(demands[start : start + DEMANDS_AT_ONCE], context)
        old = _List.of_block(block, offers, ids, context, before)
        new = _List.of_block(rerouted(block, then), others, ids, then, after)
        for row, demand in enumerate(block.records):
            yield Comparison(demand.id, _moves(ids, old[row], new[row]))


def rerouted(columns: Columns, context: Context) -> Columns:
    """The same records with their ways into another network."""
    _, rows = np.unique(columns.place, return_index=True)
    places = [columns.records[row].place for row in rows.tolist()]
    return replace(columns, ends=context.network.ends(places))


@dataclass(frozen=True)
class _List:
    """The ranked list of one demand over all offers: rank (0 for none), score, veto bits."""

    rank: NDArray[np.int64]
    score: NDArray[np.int64]
    vetoes: NDArray[np.uint16]

    @classmethod
    def of_block(
        cls,
        demands: DemandColumns,
        offers: Sequence[OfferColumns],
        ids: Ids,
        context: Context,
        profile: Profile,
    ) -> list[_List]:
        """The lists of some demands."""
        ranking = merge([rank_block(shard, demands, context, profile) for shard in offers])
        rows = np.searchsorted(ids, ranking.offer)
        lists = []
        for demand in range(len(demands)):
            mine = ranking.demand == demand
            one = cls._empty(len(ids))
            one.score[rows[mine]], one.vetoes[rows[mine]] = ranking.score[mine], ranking.vetoes[mine]
            fit = rows[mine & (ranking.vetoes == 0)]
            one.rank[fit] = np.arange(1, len(fit) + 1)
            lists.append(one)
        return lists

    @classmethod
    def _empty(cls, n: int) -> _List:
        return cls(np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64), np.full(n, WRONG_PRODUCT))

    def standing(self, offer: int) -> Standing:
        """Where the offer of that row stands."""
        bits = int(self.vetoes[offer])
        codes = tuple(code for i, code in enumerate(VETO_ORDER) if bits >> i & 1)
        return Standing(int(self.rank[offer]) or None, int(self.score[offer]), codes)


def _moves(ids: Ids, old: _List, new: _List) -> tuple[Move, ...]:
    first = ((old.rank > 0) & (old.rank <= LOOKED_AT)) | ((new.rank > 0) & (new.rank <= LOOKED_AT))
    crossed = (old.rank > 0) != (new.rank > 0)
    rows = np.flatnonzero(first | crossed).tolist()
    moves = [Move(str(ids[i]), old.standing(i), new.standing(i)) for i in rows]
    return tuple(sorted(moves, key=lambda m: (m.after.rank or np.inf, m.before.rank or np.inf, m.offer)))


def _within(standing: Standing, top: int) -> bool:
    return standing.rank is not None and standing.rank <= top
