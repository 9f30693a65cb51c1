"""The chance that a buyer would take an offer for what was asked, from similarity.

Similarity orders; chance says how often such a pair was judged the same or an acceptable substitute. The
table is monotone and was fitted by ``tests/benchmarks/product_chance.py`` to pairs of judged texts, apart for
pairs of which both products are known and for those of which one is known by its text alone.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.product.relation import Relation

# Similarity and chance at the knots; straight lines between them. Source: own judgments of 368 demands in
# seven sets, November 2026, each also twice with a fifth of the lexicon removed. A table fitted to one half
# of the demands is off by .07 on the other where similarity is above .2, by .13 for unknown products.
BOTH_KNOWN = (
    (0.0, 0.0), (0.05, 0.006), (0.12, 0.1), (0.2, 0.12), (0.28, 0.16), (0.33, 0.245), (0.4, 0.332),
    (0.48, 0.55), (0.53, 0.6), (0.6, 0.674), (0.7, 0.728), (0.8, 0.74), (0.84, 0.85), (0.88, 0.945),
    (0.93, 0.965), (0.97, 0.98), (1.0, 1.0),
)  # fmt: skip
ONE_UNKNOWN = (
    (0.0, 0.0), (0.07, 0.08), (0.12, 0.25), (0.17, 0.41), (0.22, 0.47), (0.4, 0.48), (0.5, 0.6),
    (0.83, 0.63), (0.93, 0.95), (1.0, 0.97),
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
