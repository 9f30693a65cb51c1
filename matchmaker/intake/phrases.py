"""Fixed expressions looked up at a position of a text, accented or not, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from matchmaker.intake.text import Token, fold, settle_tone, tokenize

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """An expression found: its meaning, the token after it, and whether its accents were written."""

    value: T
    end: int
    exact: bool


def meaning(value: T, text: str) -> list[tuple[str, T]]:
    """Entries of one meaning for expressions written in one text with ``|`` between."""
    return [(phrase.strip(), value) for phrase in text.split("|")]


class Phrases(Generic[T]):
    """Expressions with their meanings; ``at`` finds the longest that begins at a token."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._entries: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(settle_tone(token.text) for token in tokenize(phrase).tokens)
            if words:
                self._entries.setdefault(fold(words[0]), []).append((words, value))
        for found in self._entries.values():
            found.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def listed(cls, text: str) -> Phrases[None]:
        """Expressions without a meaning of their own, written in one text with ``|`` between."""
        return Phrases(meaning(None, text))

    def at(self, tokens: Sequence[Token], i: int, lenient: bool = False) -> Hit[T] | None:
        """The longest expression whose words are the tokens from ``i`` on; exact spelling wins.

        With ``lenient`` accents may be missing even from a text that has them elsewhere.
        """
        if i >= len(tokens) or i < 0:
            return None
        best: Hit[T] | None = None
        for words, value in self._entries.get(tokens[i].folded, ()):
            end = i + len(words)
            if end > len(tokens) or (best and end < best.end):
                continue
            if all(t.may_be(w, lenient) for t, w in zip(tokens[i:end], words, strict=True)):
                exact = all(t.marked == w for t, w in zip(tokens[i:end], words, strict=True))
                if best is None or (exact and not best.exact):
                    best = Hit(value, end, exact)
        return best

    def before(self, tokens: Sequence[Token], i: int, longest: int = 4) -> tuple[int, Hit[T]] | None:
        """The longest expression that ends just before token ``i``, with its first token."""
        for start in range(max(0, i - longest), i):
            hit = self.at(tokens, start)
            if hit and hit.end == i:
                return start, hit
        return None
