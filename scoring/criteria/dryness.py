"""Goods that a specification wants dry, where no form is judged by it."""

from __future__ import annotations

from scoring.criteria.clauses import UNSAID, WORD, Clause
from scoring.units import fold

_DRY = frozenset(("kho", "say", "dried"))


def dryness(asks: str, words: list[str], told: str) -> Clause | None:
    """Goods are to be dry: told where the offer says so; other forms are judged with the product."""
    if not words or not set(words) <= _DRY or set(WORD.findall(fold(told))) & _DRY:
        return None
    return Clause(asks, UNSAID)
