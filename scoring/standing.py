"""Rankings kept up to date while offers come, change and go, without ranking everything again.

The score of a pair depends on no other offer, so a changed offer is judged alone against all demands. Below
the places shown each list knows some spare ones, so that where an offer leaves it the next best is there
already; only a list that has run out of them is ranked again. The result is that of ranking everything, to
the last byte.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Bools, Ints
from scoring.context import Context
from scoring.profile import Profile
from scoring.ranking import Ranking, merge, rank_all, rank_block
from scoring.records import MICRO, Offer

Rows = NDArray[np.intp]
LEAST_SPARE = 2


@dataclass(frozen=True)
class Standing:
    """The best ``top`` of every demand, over an index of offers and those changed since it was built.

    ``known`` are the best of each demand that are known: all there are, or where ``open`` the first so many
    of them, ``top`` at least. An offer of ``changed`` (by id; None: it is gone) stands in for that of the
    index. With some dozens changed the index is better built anew.
    """

    index: OfferColumns
    demands: DemandColumns
    context: Context
    profile: Profile
    top: int
    known: Ranking
    open: Bools
    changed: dict[str, Offer | None]

    @classmethod
    def of(
        cls, index: OfferColumns, demands: DemandColumns, context: Context, profile: Profile, top: int
    ) -> Standing:
        """Rank everything once."""
        depth = _deep(top)
        known = rank_all(index, demands, context, profile, depth)
        open_ = np.bincount(known.demand, minlength=len(demands)) >= depth
        return cls(index, demands, context, profile, top, known, open_, {})

    @cached_property
    def ranking(self) -> Ranking:
        """The best ``top`` of every demand."""
        return self._shown(self.known)

    def with_offer(self, offer: Offer) -> tuple[Standing, Ints]:
        """The standing after an offer came or changed, and the rows of the demands whose list is another."""
        return self._after(offer.id, offer)

    def without(self, offer: str) -> tuple[Standing, Ints]:
        """The standing after an offer went, and the rows of the demands whose list is another."""
        return self._after(offer, None)

    def _after(self, name: str, offer: Offer | None) -> tuple[Standing, Ints]:
        later = replace(self, changed={**self.changed, name: offer}, open=self.open.copy())
        new = self._judged_alone(offer)
        new = new.take(self._enters(new))
        held = self.known.demand[self.known.offer == name]
        asked = np.union1d(held, new.demand).astype(np.int32)
        if not len(asked):
            return later, asked
        rows = _rows_of(self.known.demand, asked)
        before = self.known.take(rows)
        after = merge([before.take(before.offer != name), new])
        depth = _deep(self.top)
        later.open[after.demand[after.place == depth]] = True
        after = after.take(after.place < depth)
        short = np.bincount(after.demand, minlength=len(self.demands))[asked] < self.top
        again = asked[short & self.open[asked]]
        if len(again):
            found = later._ranked(again)
            later.open[again] = np.bincount(found.demand, minlength=len(self.demands))[again] >= depth
            after = merge([after.take(~np.isin(after.demand, again)), found])
        known = _with_lists(self.known, after, asked)
        return replace(later, known=known), _different(self._shown(before), self._shown(after), asked)

    def _shown(self, known: Ranking) -> Ranking:
        return known.take(known.place < self.top)

    def _enters(self, new: Ranking) -> Bools:
        """Which entries of an offer come before all that are not known: not behind the last one that was."""
        _, ends = _spans(self.known.demand, new.demand)
        open_ = self.open[new.demand]
        last = self.known.take(np.where(open_, ends - 1, 0)) if len(self.known) else new
        return ~open_ | ~_before(last, new)

    def _judged_alone(self, offer: Offer | None) -> Ranking:
        alone = OfferColumns.build([offer] if offer else [], self.context)
        return rank_block(alone, self.demands, self.context, self.profile)

    def _ranked(self, rows: Ints) -> Ranking:
        """Some demands ranked from scratch over the index and what changed since."""
        asked = self.demands.take(rows)
        names = np.array([*self.changed, ""], dtype=np.str_)
        # As many more as may have to be left out, so that enough of the others are there.
        depth = _deep(self.top)
        main = rank_block(self.index, asked, self.context, self.profile, depth + len(self.changed))
        recent = OfferColumns.build([offer for offer in self.changed.values() if offer], self.context)
        parts = [
            main.take(~np.isin(main.offer, names)),
            rank_block(recent, asked, self.context, self.profile, depth),
        ]
        found = merge(parts, depth)
        return replace(found, demand=rows[found.demand])


def _deep(top: int) -> int:
    """How many places are known where so many are shown."""
    return top + max(LEAST_SPARE, top // 2)


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


def _with_lists(known: Ranking, after: Ranking, asked: Ints) -> Ranking:
    """Entries with the lists of the demands ``asked`` as they are ``after``, in the order of the demands."""
    spans = [each.tolist() for each in (*_spans(known.demand, asked), *_spans(after.demand, asked))]
    columns = []
    for name in ("demand", "offer", "score", "vetoes"):
        old, new = getattr(known, name), getattr(after, name)
        parts, at = [], 0
        for start, end, first, last in zip(*spans, strict=True):
            parts += [old[at:start], new[first:last]]
            at = end
        columns.append(np.concatenate([*parts, old[at:]]))
    return Ranking(*columns)
