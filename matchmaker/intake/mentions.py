"""Where in a message a place is named; the gazetteer says which place it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from matchmaker.intake.places import PlaceMatch, Resolution
from matchmaker.intake.text import Span, Text


class Gazetteer(Protocol):
    """What reading needs of a gazetteer: the places a text may mean."""

    def resolve(self, text: str = "") -> Resolution:
        """The places that ``text`` may mean."""
        ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: the words, the place, other places it may be, the gazetteer's doubt."""

    text: str
    span: Span
    best: PlaceMatch | None
    candidates: tuple[PlaceMatch, ...]
    doubt: str | None

    @property
    def confidence(self) -> float:
        """0..1, the gazetteer's."""
        return self.best.confidence if self.best else 0.0

    def as_parse_json(self) -> dict[str, str | None] | None:
        """The new province, the old district where one was written, the finest name written."""
        if self.best is None:
            return None
        return {
            "province": self.best.province or None,
            "old_district": None,
            "locality": self.best.locality or None,
        }


_MOST_WORDS = 12


def find_place(text: Text, taken: frozenset[int], gazetteer: Gazetteer) -> Mention | None:
    """The place that a message names, looked for in what is neither amount nor month nor price."""
    found: Mention | None = None
    for start, end in reversed(_stretches(text, taken)):
        for first in range(start, end):
            mention = _mention(text, first, end, gazetteer)
            if mention and (found is None or _weight(mention) > _weight(found)):
                found = mention
            if mention:
                break
    return found


def _weight(mention: Mention) -> tuple[bool, float]:
    return mention.best is not None, mention.best.confidence if mention.best else 0.0


def _stretches(text: Text, taken: frozenset[int]) -> list[tuple[int, int]]:
    """Runs of words, with the marks that join a place's names, between what was read otherwise."""
    runs: list[tuple[int, int]] = []
    start = None
    for i, token in enumerate(text.tokens):
        free = i not in taken and (token.kind == "word" or token.text in ",-()")
        if free and token.kind == "word" and start is None:
            start = i
        if not free and start is not None:
            runs.append((start, i))
            start = None
    if start is not None:
        runs.append((start, len(text.tokens)))
    return [(max(a, b - _MOST_WORDS), b) for a, b in runs]


def _mention(text: Text, first: int, end: int, gazetteer: Gazetteer) -> Mention | None:
    if text.tokens[first].kind != "word":
        return None
    span = text.span(first, end)
    written = text.raw[span[0] : span[1]]
    resolution = gazetteer.resolve(written)
    if resolution.best is None or resolution.doubt in (
        "misspelt",
        "unit_unknown",
        "locality_unknown",
        "conflict",
    ):
        return None
    return Mention(written, span, resolution.best, resolution.candidates, resolution.doubt)
