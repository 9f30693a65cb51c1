"""The offers nearest to each demand by product alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from scoring.product.matcher import ProductMatcher, ProductText

BLOCK = 256


def similar(
    offers: Sequence[tuple[str, ProductText]],
    demands: Sequence[tuple[str, ProductText]],
    matcher: ProductMatcher,
    top: int,
) -> Iterator[tuple[str, str, float]]:
    """Demand id, offer id and similarity (a multiple of 1e-6), best first; equal ones in order of offer id.

    Demands come in their order, each with at most ``top`` offers.
    """
    if not offers or not demands:
        return
    ordered = sorted(offers, key=lambda offer: offer[0])
    columns = matcher.read([text for _, text in ordered])
    for start in range(0, len(demands), BLOCK):
        block = demands[start : start + BLOCK]
        scores = matcher.compare(matcher.read([text for _, text in block]), columns).similarity
        micro = np.rint(scores.astype(np.float64) * 1e6).astype(np.int64)
        for (demand, _), row in zip(block, micro, strict=True):
            for i in np.argsort(-row, kind="stable")[:top]:
                yield demand, ordered[i][0], float(row[i]) / 1e6
