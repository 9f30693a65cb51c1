"""The sorts of the trade that a text names behind the words for its goods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from scoring.marks.mark import GRADE, LONG_ENOUGH, Mark
from scoring.marks.trade_rows import GRADES, SORTS
from scoring.product.forms import FORM_SYLLABLES
from scoring.product.noise import PARTS
from scoring.product.normalise import Syllable, syllables


class _Row(NamedTuple):
    """A row of trade sorts: the ways to call the goods, and what each spelling of a sort may be."""

    heads: tuple[tuple[str, ...], ...]
    sorts: dict[tuple[str, ...], frozenset[int]]


def line_of(number: int) -> str:
    """The line of a row: rows of grades stand behind those of sorts."""
    return f"trade:{number}" if number < len(SORTS) else f"{GRADE}{number}"


@lru_cache(maxsize=2)
def _rows(accented: bool) -> tuple[_Row, ...]:
    def phrase(text: str) -> tuple[str, ...]:
        return tuple(w.marked if accented else w.plain for w in syllables(text))

    rows = []
    for heads, sorts in (*SORTS, *GRADES):
        meant: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for n, spellings in enumerate(sorts):
            for spelling in spellings.split("|"):
                meant[phrase(spelling)].add(n)
        rows.append(_Row(tuple(map(phrase, heads.split("|"))), {k: frozenset(v) for k, v in meant.items()}))
    return tuple(rows)


@lru_cache(maxsize=2)
def _openings(accented: bool) -> dict[str, tuple[int, ...]]:
    """The rows that each first word of goods opens."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(_rows(accented)):
        for head in row.heads:
            found[head[0]].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=16_384)
def rows_of(names: tuple[str, ...]) -> tuple[int, ...]:
    """The rows of the goods that names call."""
    found: dict[int, None] = {}
    for name in names:
        accented = not name.isascii()
        keys = [w.marked if accented else w.plain for w in syllables(name)]
        for at, key in enumerate(keys):
            for number in _openings(accented).get(key, ()):
                if _head_at(_rows(accented)[number], keys, at):
                    found[number] = None
    return tuple(found)


def _head_at(row: _Row, keys: list[str], at: int) -> int:
    """The length of the words for the goods that stand at a place, 0 for none."""
    return next((len(head) for head in row.heads if tuple(keys[at : at + len(head)]) == head), 0)


_ENGLISH_HEADS = frozenset(("tuna", "shrimp", "shrimps", "prawns"))


def of_trade(number: int, words: Sequence[Syllable], keys: list[str], accented: bool) -> Iterator[Mark]:
    """The sorts of the trade behind the words for the goods, or in a clause that leaves these out."""
    row = _rows(accented)[number]
    heads = [at + length for at in range(len(keys)) if (length := _head_at(row, keys, at))]
    if heads and keys[heads[0] - 1] in _ENGLISH_HEADS:  # "yellowfin tuna loin": its sort stands before it
        heads = [0]
    for start in heads or [0]:
        yield from _behind(number, row, words, keys, start)


def _behind(number: int, row: _Row, words: Sequence[Syllable], keys: list[str], at: int) -> Iterator[Mark]:
    """The sorts from a place on: those of one short word only where nothing else stands before them."""
    near = True
    while at < len(keys) and not (at and words[at].broken and not words[at].listed):
        length = next(
            (n for n in (4, 3, 2, 1) if at + n <= len(keys) and tuple(keys[at : at + n]) in row.sorts), 0
        )
        if length > 1 or (length and (near or len(words[at].plain) >= LONG_ENOUGH)):
            said = " ".join(w.raw for w in words[at : at + length])
            yield Mark(line_of(number), row.sorts[tuple(keys[at : at + length])], said)
        near = bool(length) or words[at].marked in FORM_SYLLABLES or words[at].marked in PARTS
        at += length or 1
