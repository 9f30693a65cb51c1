"""Which texts a change of the product lexicon can concern: those that hold a word of a name it touches.

What is read of a text depends on the names that share a telling word with it, on the kinds of one product
with those that bear them, and on how rare its words are among all names; a text that has none of the words
for which any of this differs is read by both lexicons alike and need not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from scoring.product import Lexicon, ProductText
from scoring.product.guess import DULL, rarities
from scoring.product.heads import head_categories
from scoring.product.lexicon import Phrase
from scoring.product.noise import NOISE, PARTS
from scoring.product.normalise import syllables

T = TypeVar("T")


def touched_words(before: Lexicon, after: Lexicon, altered: Iterable[str]) -> frozenset[str]:
    """The words, marked and plain, for which the lexicons differ; ``altered`` are keys of kinds.

    They are those that tell in names of altered kinds and of the products to which they belong, those
    that have become rarer or commoner or head other goods, and those of places that only one lexicon masks.
    """
    keys = frozenset(altered)
    found: set[str] = set()
    for lexicon in (before, after):
        for phrase in _names(lexicon, keys):
            found |= frozenset(phrase) - _SILENT or frozenset(phrase)
    for accented in (False, True):
        found |= _differing(rarities(before, accented), rarities(after, accented)) - NOISE
        found |= _differing(head_categories(before, accented), head_categories(after, accented))
    found.update(word for place in before.places ^ after.places for word in place)
    found.update(part for word in tuple(found) for part in _letters(word))
    return frozenset(found)


def holds(text: ProductText, words: frozenset[str]) -> bool:
    """Whether a text has one of the words, in either spelling."""
    return any(
        word.marked in words or word.plain in words
        for field in (text.name, text.description)
        for word in syllables(field)
    )


# Words by which no name is found: beside others in a name they decide nothing.
_SILENT = DULL | NOISE | PARTS


def _differing(one: Mapping[str, T], other: Mapping[str, T]) -> set[str]:
    return {word for word in one.keys() | other.keys() if one.get(word) != other.get(word)}


def _names(lexicon: Lexicon, keys: frozenset[str]) -> Iterator[Phrase]:
    lines = {line for key in keys if key in lexicon.index for line in _line(lexicon, lexicon.index[key])}
    for table in (lexicon.marked, lexicon.plain):
        for phrase, kinds in table.items():
            if not lines.isdisjoint(kinds):
                yield phrase


def _line(lexicon: Lexicon, kind: int) -> set[int]:
    """The kind and all kinds of the same product: a form told may turn one into another. A family is none."""
    if lexicon.kinds[kind].rank == "family":
        return {kind}
    above = [k for k in lexicon.ancestors(kind) if lexicon.kinds[k].rank != "family"]
    return {b for k in (kind, *above) for b in (k, *lexicon.descendants(k))}


def _letters(word: str) -> tuple[str, ...]:
    """The letters of a code, which may stand apart from its figures: "ri" of "ri6"."""
    letters = word.rstrip("0123456789")
    return (letters,) if letters and letters != word else ()
