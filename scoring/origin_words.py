"""What an offer's words and its place tell of where its goods come from, as it is searched for places."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.cultivar import between_spaces, origin_text
from scoring.records import Offer
from scoring.units import fold


class OriginWords(dict[int, str]):
    """The words of offers, by row, folded and each between spaces; put together when first asked for."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        self._offers = offers

    def __missing__(self, row: int) -> str:
        self[row] = origin_words(self._offers[row])
        return self[row]


def origin_words(offer: Offer) -> str:
    """The words of one offer, likewise."""
    return between_spaces(fold(origin_text(offer)))


def names_any_of(places: Sequence[str], words: str) -> bool:
    """Whether such words name one of the places."""
    return any(f" {place} " in words for place in map(fold, places) if place)


def origin_told(offer: Offer, places: tuple[str, ...]) -> bool:
    """Whether an offer's words or its place name one of the places."""
    return names_any_of(places, origin_words(offer))
