"""Similarity of chosen pairs of texts: what ``ProductMatcher.compare`` gives, without the whole rectangle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.distinct import occurring
from scoring.product.matcher import ProductColumns, ProductMatcher

Rows = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Kinship:
    """Demanded texts beside offered ones, compared for the pairs that are asked for.

    Signs are few, however many texts there are: what two of them are to each other is worked out once for all
    pairs that bear them. ``row`` is where a demanded text stands among the signs that occur, ``used``.
    """

    matcher: ProductMatcher
    demands: ProductColumns
    offers: ProductColumns
    used: Rows
    row: npt.NDArray[np.int32]

    @classmethod
    def of(
        cls, matcher: ProductMatcher, demands: ProductColumns, offers: ProductColumns, texts: Rows
    ) -> Kinship:
        """The signs of the demanded ``texts`` beside all that are offered."""
        used = np.unique(demands.sign[texts])
        return cls(matcher, demands, offers, used, np.searchsorted(used, demands.sign).astype(np.int32))

    def possible(self, allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Where signs may be of a relation that is ``allowed``, [those used, those offered]."""
        return self.matcher.possible(self.demands.signs.take(self.used), self.offers.signs, allowed)

    def compared(self, rows: Rows, columns: Rows) -> tuple[Floats, npt.NDArray[np.uint8]]:
        """Similarities 0..1 and relations of demanded text ``rows[i]`` with offered text ``columns[i]``."""
        found = self.demands.vectors.cosines_of_pairs(
            self.offers.vectors, self.demands.text[rows], self.offers.text[columns]
        )
        most = len(self.offers.signs)
        signs = self.row[rows].astype(np.int64) * most + self.offers.sign[columns]
        distinct, place = occurring(signs, len(self.used) * most)
        ours, theirs = np.divmod(distinct, max(most, 1))
        relation, floor, span = self.matcher.bands(
            self.demands.signs.take(self.used[ours]), self.offers.signs.take(theirs)
        )
        at = place[signs]
        found *= span[at]
        found += floor[at]
        return np.clip(found, 0.0, 1.0, out=found), relation[at]
