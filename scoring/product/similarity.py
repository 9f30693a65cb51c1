"""Similarity of chosen pairs of texts: what ``ProductMatcher.compare`` gives, without the whole rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.product.matcher import ProductColumns, ProductMatcher

Rows = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float32]
FEW = 64  # offered texts that are compared with all demanded ones at once


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

    def similarities(self, asked: Sequence[tuple[int, Rows]]) -> Floats:
        """Similarities 0..1 of each demanded text with the offered ones asked for beside it; all in a row."""
        columns = np.concatenate([*(each for _, each in asked), np.zeros(0, dtype=np.int32)])
        rows = np.repeat(
            np.array([row for row, _ in asked], dtype=np.int32), [len(each) for _, each in asked]
        )
        found = self._at_once(rows, columns) if len(self.offers.vectors) <= FEW else self._by_text(asked)
        signs = self.row[rows], self.offers.sign[columns]
        found *= self.span[signs]
        found += self.floor[signs]
        return np.clip(found, 0.0, 1.0, out=found)

    def _at_once(self, rows: Rows, columns: Rows) -> Floats:
        """Cosines of pairs, out of those of all texts asked for: of one new offer, for a thousand demands."""
        used, row = np.unique(self.demands.text[rows], return_inverse=True)
        cosines = self.demands.vectors.take(used).cosines(self.offers.vectors)
        return np.asarray(cosines[row, self.offers.text[columns]])

    def _by_text(self, asked: Sequence[tuple[int, Rows]]) -> Floats:
        """Cosines of pairs, a row of all offered texts at a time."""
        rows = self.demands.text[[row for row, _ in asked]]
        each = self.demands.vectors.rows_of_cosines(self.offers.vectors, rows)
        found = [
            cosines[self.offers.text[columns]] for (_, columns), cosines in zip(asked, each, strict=True)
        ]
        return np.concatenate([*found, np.zeros(0, dtype=np.float32)])
