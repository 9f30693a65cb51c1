"""The marks of a record that lists several goods: each of them counts, and none speaks for the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.marks.mark import BLEND, DEGREES, GRADE, VARIETY, Mark
from scoring.product import Lexicon, ProductColumns
from scoring.units import fold

Ints = NDArray[np.int32]
_OF_ALL = (DEGREES, BLEND)  # what a record says of all that it lists


def kinds_of_lists(texts: ProductColumns, text: Ints) -> list[tuple[int, ...]]:
    """For each record the kinds that it lists; empty for one that lists none, and for a set of goods."""
    sign = texts.sign[text]
    listed = texts.signs.listed[sign] & ~texts.signs.several[sign]
    found: list[tuple[int, ...]] = [()] * len(text)
    for row in np.flatnonzero(listed).tolist():
        kinds = tuple(int(kind) for kind in texts.signs.kinds[sign[row]] if kind >= 0)
        found[row] = kinds if len(kinds) > 1 else ()
    return found


def of_each(
    lexicon: Lexicon, product: str, kinds: Sequence[int], marks: Iterable[tuple[Mark, ...]]
) -> tuple[Mark, ...]:
    """The ``marks`` read for each of the ``kinds`` that a name lists, as those of the whole list: a line in
    which not every one is named tells none of them apart."""
    told = list(dict.fromkeys(mark for each in marks for mark in each))
    varieties = [mark for mark in told if mark.line == VARIETY]
    named = frozenset().union(*(mark.meant for mark in varieties)) if varieties else frozenset()
    below = {above for kind in kinds for above in lexicon.ancestors(kind)}
    open_ = False  # goods of which any variety will do
    for kind in kinds:
        if lexicon.kinds[kind].rank != "variety":
            open_ |= kind not in below
        elif kind not in named:
            words = _as_named(lexicon, kind, product)
            told.append(Mark(VARIETY, frozenset((kind,)), words, lexicon.kinds[kind].name_vi))
    counted = {line: {m.meant for m in told if m.line == line} for line in {m.line for m in told}}
    return tuple(
        mark
        for mark in told
        if mark.line in _OF_ALL
        or mark.line.startswith(GRADE)
        or (mark.line == VARIETY and not open_)
        or (mark.line != VARIETY and len(counted[mark.line]) >= len(kinds))
    )


def _as_named(lexicon: Lexicon, kind: int, product: str) -> str:
    """The words by which a name calls goods of a kind, as it writes them."""
    goods, plain = lexicon.kinds[kind], fold(product)
    names = sorted((goods.name_vi, *goods.synonyms_vi), key=len, reverse=True)
    for name in names:
        at = f" {plain} ".find(f" {fold(name)} ")
        if at >= 0 and len(plain) == len(product):
            return product[at : at + len(fold(name))]
    return goods.name_vi
