"""Rankings kept up to date while offers come, change and go, without ranking everything again.

The score of a pair depends on no other offer, so a changed offer is judged alone against all demands. A list
that it leaves may have let in the next best one, which only a ranking of that demand can tell: those few
demands are ranked again. The result is that of ranking everything, to the last byte.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Ints
from scoring.context import Context
from scoring.profile import Profile
from scoring.ranking import Ranking, merge, rank_all, rank_block
from scoring.records import Offer


@dataclass(frozen=True)
class Standing:
    """The best ``top`` of every demand, over an index of offers and those changed since it was built.

    An offer of ``changed`` (by id; None: it is gone) stands in for that of the index. With some dozens
    changed the index is better built anew.
    """

    index: OfferColumns
    demands: DemandColumns
    context: Context
    profile: Profile
    top: int
    ranking: Ranking
    changed: dict[str, Offer | None]

    @classmethod
    def of(
        cls, index: OfferColumns, demands: DemandColumns, context: Context, profile: Profile, top: int
    ) -> Standing:
        """Rank everything once."""
        ranking = rank_all(index, demands, context, profile, top)
        return cls(index, demands, context, profile, top, ranking, {})

    def with_offer(self, offer: Offer) -> tuple[Standing, Ints]:
        """The standing after an offer came or changed, and the rows of the demands whose list is another."""
        return self._after(offer.id, offer)

    def without(self, offer: str) -> tuple[Standing, Ints]:
        """The standing after an offer went, and the rows of the demands whose list is another."""
        return self._after(offer, None)

    def _after(self, name: str, offer: Offer | None) -> tuple[Standing, Ints]:
        later = replace(self, changed={**self.changed, name: offer})
        new = self._judged_alone(offer)
        old = np.flatnonzero(self.ranking.offer == name)
        asked = np.union1d(self.ranking.demand[old], new.demand).astype(np.int32)
        rows = _rows_of(self.ranking.demand, asked)
        before = self.ranking.take(rows)
        kept = before.take(before.offer != name)
        after = merge([kept, new], self.top)
        again = _to_rank_again(before, after, kept, name, self.top)
        if len(again):
            after = merge([after.take(~np.isin(after.demand, again)), later._ranked(again)])
        touched = _different(before, after, asked)
        if not len(touched):
            return later, touched
        outside = self.ranking.take(~np.isin(self.ranking.demand, touched))
        ranking = _by_demand(outside, after.take(np.isin(after.demand, touched)))
        return replace(later, ranking=ranking), touched

    def _judged_alone(self, offer: Offer | None) -> Ranking:
        alone = OfferColumns.build([offer] if offer else [], self.context)
        return rank_block(alone, self.demands, self.context, self.profile)

    def _ranked(self, rows: Ints) -> Ranking:
        """Some demands ranked from scratch over the index and what changed since."""
        asked = self.demands.take(rows)
        names = np.array([*self.changed, ""], dtype=np.str_)
        # As many more as may have to be left out, so that enough of the others are there.
        main = rank_block(self.index, asked, self.context, self.profile, self.top + len(self.changed))
        recent = OfferColumns.build([offer for offer in self.changed.values() if offer], self.context)
        parts = [
            main.take(~np.isin(main.offer, names)),
            rank_block(recent, asked, self.context, self.profile, self.top),
        ]
        found = merge(parts, self.top)
        return replace(found, demand=rows[found.demand])


def _rows_of(demand: Ints, asked: Ints) -> NDArray[np.intp]:
    """Where the entries of some demands are; entries lie by demand."""
    starts, ends = (np.searchsorted(demand, asked, side) for side in ("left", "right"))
    spans = [np.arange(start, end) for start, end in zip(starts, ends, strict=True)]
    return np.concatenate([*spans, np.zeros(0, dtype=np.intp)])


def _to_rank_again(before: Ranking, after: Ranking, kept: Ranking, name: str, top: int) -> Ints:
    """Demands of whose full list the offer left a place that another, unknown one may take.

    A full list knows all that stand before its last entry. Where the offer was in it and now stands behind
    that entry, or nowhere, the next best of all others is not known.
    """
    lost = before.demand[before.offer == name]
    full = lost[np.isin(lost, before.demand[before.place == top - 1])]
    last = before.take(before.place == top - 1)
    found = []
    for d in full.tolist():
        own = after.take((after.demand == d) & (after.offer == name))
        worst = last.take(last.demand == d)
        if not len(own) or _key(own) > _key(worst):
            found.append(d)
    return np.array(found, dtype=np.int32)


def _key(entry: Ranking) -> tuple[bool, int, str]:
    """What an entry is ordered by within its demand."""
    return bool(entry.vetoes[0]), -int(entry.score[0]), str(entry.offer[0])


def _different(before: Ranking, after: Ranking, asked: Ints) -> Ints:
    """Demands whose entries are not the same."""
    found = []
    for d in asked.tolist():
        one, other = before.take(before.demand == d), after.take(after.demand == d)
        same = len(one) == len(other) and all(
            np.array_equal(getattr(one, name), getattr(other, name)) for name in ("offer", "score", "vetoes")
        )
        if not same:
            found.append(d)
    return np.array(found, dtype=np.int32)


def _by_demand(one: Ranking, other: Ranking) -> Ranking:
    """Entries of different demands put together in the order of the demands."""
    order = np.argsort(np.concatenate([one.demand, other.demand]), kind="stable")
    both = (np.concatenate([getattr(one, n), getattr(other, n)])[order] for n in _COLUMNS)
    return Ranking(*both)


_COLUMNS = ("demand", "offer", "score", "vetoes")
