"""What an offer says of its goods in its own words, as one text that opens with their name."""

from __future__ import annotations

from functools import lru_cache

from scoring.records import Offer


def own_text(offer: Offer) -> str:
    """Name, description, grade, packing and free words of an offer, parted by semicolons."""
    return _joined(offer.product, offer.description, offer.grade, offer.packaging, offer.remarks)


@lru_cache(maxsize=16_384)
def _joined(*texts: str) -> str:
    return "; ".join(filter(None, texts))
