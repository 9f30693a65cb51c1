"""The chance that a buyer would take an offer for what was asked, from similarity.

Similarity orders; chance says how often such a pair was judged the same or an acceptable substitute. The
table is monotone and was fitted by ``tests/benchmarks/product_chance.py`` to pairs of judged texts, apart for
pairs of which both products are known and for those of which one is known by its text alone.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.product.relation import Relation

# Similarity and chance at the knots; straight lines between them. Source: own judgments of 21,000 pairs of
# 70 demands, November 2026, and for unknown products the same with a fifth of the lexicon removed.
BOTH_KNOWN = (
    (0.0, 0.0), (0.05, 0.01), (0.12, 0.17), (0.2, 0.25), (0.28, 0.45), (0.4, 0.6), (0.5, 0.73), (0.6, 0.86),
    (0.8, 0.87), (0.9, 0.97), (1.0, 1.0),
)  # fmt: skip
ONE_UNKNOWN = (
    (0.0, 0.0), (0.06, 0.15), (0.12, 0.25), (0.2, 0.55), (0.3, 0.75), (0.5, 0.8), (0.8, 0.9), (1.0, 0.95),
)  # fmt: skip


def chance(similarity: npt.NDArray[np.float32], relation: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """P(same or acceptable substitute), 0..1, for similarities and codes of ``Relation`` of one shape."""
    known, unknown = (_along(similarity, knots) for knots in (BOTH_KNOWN, ONE_UNKNOWN))
    return np.where(relation == Relation.UNKNOWN, unknown, known).astype(np.float32)


def _along(
    similarity: npt.NDArray[np.float32], knots: tuple[tuple[float, float], ...]
) -> npt.NDArray[np.float64]:
    at, value = zip(*knots, strict=True)
    return np.asarray(np.interp(similarity, at, value), dtype=np.float64)
