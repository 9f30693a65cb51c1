"""Words found in a folded text, quoted as they were written."""

from __future__ import annotations

import re

from scoring.units import fold


def as_written(words: str, told: str) -> str:
    """Words of a folded text as the offer wrote them, marks and all."""
    at = fold(told).find(words)
    tidy = " ".join(told.split())
    if len(fold(tidy)) != len(tidy):
        return words
    turned = _BOUND.sub(r"\2 \1", words)  # "12.5% max", of which the bound is read first
    if at < 0 and turned != words and turned in fold(tidy):
        at = fold(tidy).find(turned)
        return tidy[at : at + len(turned)]
    if at < 0 and (found := _apart_of(words, fold(tidy))):
        return tidy[found.start() : found.end()]
    return tidy[at : at + len(words)] if at >= 0 else words


_BOUND = re.compile(r"(min|max) (\d[\d.,]* ?(?:g/l|%|brix|mm|cm|n|do)?)")
_UNIT = r"(?:s|sang|screen|g|gr|gram|grams|kg|ky|cm|mm|%|con|qua|trai|cu|cay|bong)"


def _apart_of(words: str, told: str) -> re.Match[str] | None:
    """Where words with figures stand in a text that names their unit twice, or for several at once: "300 g
    đến 500 g", "10–15, 15–20 con/kg"."""
    pieces = re.findall(r"\d[\d.,]*|[a-z]+|%", words)
    for least in (
        len(pieces),
        max((at for at, each in enumerate(pieces, 1) if each[0].isdigit()), default=0),
    ):
        pattern = rf"[^a-z0-9]*(?:{_UNIT}[^a-z0-9]*)?".join(map(re.escape, pieces[:least]))
        if least and (found := re.search(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", told)):
            return found
    return None
