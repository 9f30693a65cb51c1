"""Similarity of chosen pairs of texts: what ``ProductMatcher.compare`` gives, without the whole rectangle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.product.matcher import ProductColumns, ProductMatcher

Rows = npt.NDArray[np.integer]


@dataclass(frozen=True)
class Kinship:
    """Demanded texts beside offered ones: the relation of every two signs, and similarity where it is asked.

    Signs are few, however many texts there are; ``relation``, ``floor`` and ``span`` are [demanded, offered]
    over those that occur, ``row`` is where a demanded text stands among them.
    """

    demands: ProductColumns
    offers: ProductColumns
    row: npt.NDArray[np.int32]
    relation: npt.NDArray[np.uint8]
    floor: npt.NDArray[np.float32]
    span: npt.NDArray[np.float32]

    @classmethod
    def of(
        cls, matcher: ProductMatcher, demands: ProductColumns, offers: ProductColumns, texts: Rows
    ) -> Kinship:
        """Compare the signs of the demanded ``texts`` with all that are offered."""
        used = np.unique(demands.sign[texts])
        row = np.searchsorted(used, demands.sign).astype(np.int32)
        return cls(demands, offers, row, *matcher.bands(demands.signs.take(used), offers.signs))

    def similarities(self, asked: Iterable[tuple[int, Rows]]) -> Iterator[npt.NDArray[np.float32]]:
        """For each demanded text and the offered texts asked for beside it, their similarities 0..1."""
        wanted = list(asked)
        rows = self.demands.text[[row for row, _ in wanted]]
        for (row, columns), cosine in zip(
            wanted, self.demands.vectors.rows_of_cosines(self.offers.vectors, rows), strict=True
        ):
            signs = self.offers.sign[columns]
            found = cosine[self.offers.text[columns]]
            found *= self.span[self.row[row]][signs]
            found += self.floor[self.row[row]][signs]
            yield np.clip(found, 0.0, 1.0, out=found)
