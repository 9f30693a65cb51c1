"""The papers that offers hold, until when each, and their OCOP stars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np

from scoring.columns.arrays import Ints, ordinal
from scoring.horizon import ALWAYS, NEVER
from scoring.records import Offer


def papers_of(offers: Sequence[Offer]) -> dict[str, Ints]:
    """For each code, the last day on which the offer's paper is valid (NEVER: not held)."""
    papers: dict[str, dict[int, int]] = defaultdict(dict)
    for i, offer in enumerate(offers):
        for paper in offer.certificates:
            held = papers[paper.code]
            held[i] = max(held.get(i, NEVER), ordinal(paper.expires, ALWAYS))
        if offer.ocop_stars and not any(paper.code == "OCOP" for paper in offer.certificates):
            papers["OCOP"][i] = ordinal(offer.ocop_expiry, ALWAYS)
    return {code: _column(papers[code], len(offers)) for code in sorted(papers)}


def _column(held: dict[int, int], rows: int) -> Ints:
    """Last days of a paper by row; NEVER where it is not held."""
    column = np.full(rows, NEVER, dtype=np.int32)
    column[list(held)] = list(held.values())
    return column


def ocop_of(offer: Offer, today: date) -> tuple[int, int]:
    """OCOP stars (0: none or not said) and the last day of their validity.

    Of several statements one that is still valid counts first, then the one with more stars.
    """
    papers = [paper for paper in offer.certificates if paper.code == "OCOP"]
    told = [(p.stars or offer.ocop_stars or 0, p.expires or offer.ocop_expiry) for p in papers]
    if offer.ocop_stars:
        same = next((p.expires for p in papers if p.stars in (None, offer.ocop_stars)), None)
        told.append((offer.ocop_stars, offer.ocop_expiry or same))
    dated = [(ordinal(expires, ALWAYS), stars) for stars, expires in told if stars]
    day = today.toordinal()
    until, stars = max(dated, key=lambda each: (each[0] >= day, each[1], each[0]), default=(NEVER, 0))
    return stars, until
