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
from scoring.columns.arrays import Bools, Ints
from scoring.context import Context
from scoring.profile import Profile
from scoring.ranking import Ranking, merge, rank_all, rank_block
from scoring.records import MICRO, Offer

Rows = NDArray[np.intp]


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
        held = np.unique(self.ranking.demand[self.ranking.offer == name])
        new = new.take(np.isin(new.demand, held) | self._enters(new))
        asked = np.union1d(held, new.demand).astype(np.int32)
        rows = _rows_of(self.ranking.demand, asked)
        before = self.ranking.take(rows)
        kept = before.take(before.offer != name)
        after = merge([kept, new], self.top)
        again = _to_rank_again(before, after, name, self.top)
        if len(again):
            after = merge([after.take(~np.isin(after.demand, again)), later._ranked(again)])
        touched = _different(before, after, asked)
        if not len(touched):
            return later, touched
        outside = self.ranking.take(~np.isin(self.ranking.demand, touched))
        ranking = _by_demand(outside, after.take(np.isin(after.demand, touched)))
        return replace(later, ranking=ranking), touched

    def _enters(self, new: Ranking) -> Bools:
        """Which entries, of an offer that is in no list of theirs, come before the last of a full one."""
        starts, ends = _spans(self.ranking.demand, new.demand)
        full = ends - starts >= self.top
        last = self.ranking.take(np.where(full, ends - 1, 0)) if len(self.ranking) else new
        return ~full | _before(new, last)

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


def _spans(demand: Ints, asked: Ints) -> tuple[Rows, Rows]:
    """Where the entries of some demands begin and end; entries lie by demand."""
    return np.searchsorted(demand, asked, "left"), np.searchsorted(demand, asked, "right")


def _rows_of(demand: Ints, asked: Ints) -> Rows:
    """Where the entries of some demands are."""
    starts, ends = _spans(demand, asked)
    counts = ends - starts
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.asarray(np.repeat(starts, counts) + within)


def _before(one: Ranking, other: Ranking) -> Bools:
    """Whether each entry comes before the one of ``other``: eligible before vetoed, by score, then by id."""
    mine, theirs = _order(one), _order(other)
    return np.asarray((mine < theirs) | ((mine == theirs) & (one.offer < other.offer)))


def _order(entries: Ranking) -> NDArray[np.int64]:
    """What entries are ordered by within their demand, but for their ids."""
    return np.asarray((entries.vetoes != 0) * np.int64(2 * MICRO) - entries.score)


def _to_rank_again(before: Ranking, after: Ranking, name: str, top: int) -> Ints:
    """Demands of whose full list the offer left a place that another, unknown one may take.

    A full list knows all that stand before its last entry. Where the offer was in it and now stands behind
    that entry, or nowhere, the next best of all others is not known.
    """
    last = before.take(before.place == top - 1)
    last = last.take(np.isin(last.demand, before.demand[before.offer == name]))
    own = after.take(after.offer == name)
    known = np.isin(last.demand, own.demand)
    worst = last.take(known)
    own = own.take(np.searchsorted(own.demand, worst.demand))
    return np.union1d(last.demand[~known], worst.demand[_before(worst, own)]).astype(np.int32)


def _different(before: Ranking, after: Ranking, asked: Ints) -> Ints:
    """Demands whose entries are not the same."""
    starts, ends = _spans(before.demand, asked)
    later, latest = _spans(after.demand, asked)
    alike = ends - starts == latest - later
    one, other = (
        each.take(np.isin(each.demand, asked[alike])) for each in (before, after)
    )  # as long, so entry by entry
    same = (one.offer == other.offer) & (one.score == other.score) & (one.vetoes == other.vetoes)
    return np.union1d(asked[~alike], one.demand[~same]).astype(np.int32)


def _by_demand(one: Ranking, other: Ranking) -> Ranking:
    """Entries of different demands put together in the order of the demands."""
    order = np.argsort(np.concatenate([one.demand, other.demand]), kind="stable")
    both = (np.concatenate([getattr(one, n), getattr(other, n)])[order] for n in _COLUMNS)
    return Ranking(*both)


_COLUMNS = ("demand", "offer", "score", "vetoes")
