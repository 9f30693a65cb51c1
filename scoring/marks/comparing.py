"""Marks by which records tell goods of one product apart: varieties, cuts, codes and degrees that they name.

Two records name other goods where both name a mark of one line and none of them is shared: ST24 for ST25,
broken cinnamon for quills, honey of mint for honey of coffee. What only one of them names is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from scoring.cultivar import names, places_named, stands_for
from scoring.goods_phrase import goods_in_words
from scoring.marks.lists import of_each
from scoring.marks.mark import BLEND, CODE, DEGREES, GRADE, VARIETY, Mark
from scoring.marks.reading import left_open, marks_in
from scoring.product import Lexicon
from scoring.records import Demand, Offer
from scoring.units import fold

Ints = NDArray[np.int32]
Places = NDArray[np.int64]
Bools = NDArray[np.bool_]
T = TypeVar("T", Demand, Offer)
Marks = tuple[Mark, ...]
_BREEDS = frozenset(("meat", "livestock"))
OPEN, APART, APART_BY_PLACE, APART_BY_GRADE, ALL_NAMED, AKIN = range(6)  # what two sets of marks say


class Apart(NamedTuple):
    """The words of two records that name different goods of one line."""

    line: str
    asks: tuple[str, ...]
    offered: tuple[str, ...]
    by_place: bool


class MarkColumn(NamedTuple):
    """The marks of a column of records: for each the number of its set."""

    number: Ints
    sets: tuple[tuple[Mark, ...], ...]

    @classmethod
    def of(
        cls,
        lexicon: Lexicon,
        records: Sequence[T],
        kinds: Ints,
        read: Callable[[Lexicon, T, int], tuple[Mark, ...]],
        listed: Sequence[tuple[int, ...]],
    ) -> MarkColumn:
        """The column of ``records`` of ``kinds`` with what ``read`` finds in each, for all the kinds that
        one lists."""
        both = zip(records, kinds.tolist(), listed, strict=True)
        numbers: dict[tuple[Mark, ...], int] = {}
        found = (
            of_each(lexicon, record.product, several, [read(lexicon, record, k) for k in several])
            if several
            else read(lexicon, record, kind)
            for record, kind, several in both
        )
        each = [numbers.setdefault(marks, len(numbers)) for marks in found]
        for marks in numbers:
            _named(lexicon, marks)  # what its words say is read here, once, and known to all comparisons
        return cls(np.array(each, dtype=np.int32), tuple(numbers))


def asked_marks(lexicon: Lexicon, demand: Demand, kind: int) -> tuple[Mark, ...]:
    """The marks that a demand names its goods by."""
    named = goods_in_words(demand.product, demand.remarks)
    found = marks_in(
        lexicon, kind, (demand.product, named), (demand.description, demand.spec), demand.remarks
    )
    whole = fold(lexicon.kinds[kind].name_vi) if kind >= 0 and lexicon.kinds[kind].rank != "variety" else ""
    open_ = left_open(lexicon, kind, demand.product, (demand.spec, demand.description))
    found = tuple(mark for mark in found if mark.words not in open_) if open_ else found
    # What a whole product is called by says nothing of its sorts.
    return tuple(mark for mark in found if not (whole and f" {fold(mark.words)} " in f" {whole} "))


def offered_marks(lexicon: Lexicon, offer: Offer, kind: int) -> tuple[Mark, ...]:
    """The marks that an offer names its goods by; a blend is a mark of its own."""
    named = goods_in_words(offer.product, offer.remarks)
    return marks_in(lexicon, kind, (offer.product, named), (offer.description, offer.grade), offer.remarks)


def apart(lexicon: Lexicon, asks: Sequence[Mark], says: Sequence[Mark]) -> Apart | None:
    """The first line in which both name goods and none of the one's is any of the other's."""
    found = _line_apart(lexicon, _named(lexicon, tuple(asks)), _named(lexicon, tuple(says)))
    if not found:
        return None
    line, *sides = found
    wanted, given = ([each.mark for each in side] for side in sides)
    return Apart(line, _told(wanted), _told(given), _by_place(*found))


def _line_apart(lexicon: Lexicon, asks: _Named, says: _Named) -> tuple[str, Senses, Senses] | None:
    asked, said = asks.lines, says.lines
    blends = () if BLEND in asked else said.get(BLEND, ())
    for line, wanted in asked.items():
        given = said.get(line)
        if not given or line == BLEND or _is_grade(line):
            continue
        if blends:  # what is mixed is none of its parts
            given = (*(m for m in given if not any(m.mark.words in b.mark.words for b in blends)), *blends)
        if not _any_alike(lexicon, wanted, given):
            return line, wanted, given
    return None


def _any_alike(lexicon: Lexicon, wanted: Senses, given: Senses) -> bool:
    for one in wanted:
        for other in given:
            if _alike(lexicon, one, other):
                return True
    return False


def _by_place(line: str, wanted: Senses, given: Senses) -> bool:
    """Whether varieties are named by their places alone."""
    return line == VARIETY and not any(each.rest for each in (*wanted, *given))


@lru_cache(maxsize=65_536)
def _by_line(marks: tuple[Mark, ...]) -> dict[str, tuple[Mark, ...]]:
    """The marks of each line, in the order of the first of each."""
    lines: dict[str, list[Mark]] = {}
    for mark in marks:
        lines.setdefault(mark.line, []).append(mark)
    return {line: tuple(found) for line, found in lines.items()}


@lru_cache(maxsize=1_024)
def _is_grade(line: str) -> bool:
    """Whether a line tells grades, codes or degrees, in which goods of another one may be taken."""
    return line == DEGREES or line.startswith((GRADE, CODE))


def graded_apart(asks: Sequence[Mark], says: Sequence[Mark]) -> Apart | None:
    """The first line of grades or codes in which both name goods, and other ones."""
    graded = _graded(tuple(asks))
    said = _by_line(tuple(says)) if graded else {}
    for line, wanted in graded:
        given = said.get(line, ())
        if given and all(one.meant.isdisjoint(other.meant) for one in wanted for other in given):
            return Apart(line, _told(wanted), _told(given), by_place=False)
    return None


@lru_cache(maxsize=8_192)
def _graded(marks: Marks) -> tuple[tuple[str, Marks], ...]:
    """The marks of each line of grades or codes."""
    lines = _by_line(marks).items()
    return tuple((line, found) for line, found in lines if line != DEGREES and _is_grade(line))


def named_alone(asks: Sequence[Mark], says: Sequence[Mark]) -> list[str]:
    """The words of lines, other than varieties, in which a demand names one sort and an offer none."""
    lines = {m.line for m in says}
    return [words for line, words in _single(tuple(asks)) if line not in lines]


@lru_cache(maxsize=16_384)
def _single(asks: Marks) -> tuple[tuple[str, str], ...]:
    """The lines, other than varieties, in which one sort is named, with its words."""
    skipped = (VARIETY, BLEND, DEGREES)
    by_line = {line: _told(marks) for line, marks in _by_line(asks).items() if line not in skipped}
    return tuple((line, words[0]) for line, words in by_line.items() if len(words) == 1)


def _told(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The words of marks, each once, none that stands in another."""
    words = list({fold(mark.words): mark.words for mark in reversed(list(marks))}.values())[::-1]
    return tuple(
        each
        for each in words
        if not any(each != other and f" {fold(each)} " in f" {fold(other)} " for other in words)
    )


def degrees_apart(asks: Sequence[Mark], says: Sequence[Mark]) -> tuple[str, str] | None:
    """The degrees that both name where they do not meet, as told, those asked for first."""
    wanted = [mark for mark in asks if mark.line == DEGREES]
    given = [mark for mark in says if mark.line == DEGREES] if wanted else []
    if given and not any(_overlap(one.meant, other.meant) for one in wanted for other in given):
        return wanted[0].words, given[0].words
    return None


def compare_sets(
    lexicon: Lexicon,
    asked: Sequence[Marks],
    offered: Sequence[Marks],
    asks: Places,
    says: Places,
    whole: Bools,
) -> Ints:
    """What the marks of offers are to those of demands, each a code of the six above; ``asks`` and ``says``
    name the sets by their places among those asked for and offered.

    Of pairs that are not ``whole`` nothing but ``ALL_NAMED`` matters; others of them are ``OPEN``.
    """
    wanted = {i: _named(lexicon, asked[i]) for i in np.unique(asks).tolist()}
    given = {j: _named(lexicon, offered[j]) for j in np.unique(says).tolist()}
    with_variety: dict[int | str, list[int]] = {}
    for j, one in given.items():
        for variety in one.varieties:
            with_variety.setdefault(variety, []).append(j)
    meet = np.zeros((len(wanted), len(offered)), dtype=np.bool_)
    row = np.zeros(len(asked), dtype=np.int64)
    for k, (i, one) in enumerate(wanted.items()):
        row[i] = k
        for variety in one.varieties:
            meet[k, with_variety.get(variety, [])] = True
    found = np.full(len(asks), OPEN, dtype=np.int32)
    rows = np.flatnonzero(whole | meet[row[asks], says])
    pairs = zip(asks[rows].tolist(), says[rows].tolist(), strict=True)
    found[rows] = [_compared(lexicon, wanted[i], given[j]) for i, j in pairs]
    return found


@lru_cache(maxsize=65_536)
def _compared(lexicon: Lexicon, asks: _Named, says: _Named) -> int:
    if asks.lines.keys().isdisjoint(says.lines):
        return OPEN
    if found := _line_apart(lexicon, asks, says):
        return APART_BY_PLACE if _by_place(*found) else APART
    if asks.graded and graded_apart(asks.marks, says.marks):
        return APART_BY_GRADE
    if not asks.cultivar:
        return OPEN
    return ALL_NAMED if _shared(asks, says) else AKIN if _akin(lexicon, asks, says) else OPEN


def _cultivar(lexicon: Lexicon, mark: Mark) -> bool:
    """Whether a mark names a variety, and no breed: a black hen let run on hills is no hen of the hills."""
    return mark.line == VARIETY and all(lexicon.kinds[int(k)].category not in _BREEDS for k in mark.meant)


def shared(lexicon: Lexicon, asks: Sequence[Mark], says: Sequence[Mark]) -> bool:
    """Whether all the cultivars that are asked for are offered by name, whatever else the names hold."""
    return _shared(_named(lexicon, tuple(asks)), _named(lexicon, tuple(says)))


def _shared(asks: _Named, says: _Named) -> bool:
    wanted = [each.mark.meant for each in asks.lines.get(VARIETY, ()) if each.rest]
    given = [each.mark.meant for each in says.lines.get(VARIETY, ())]
    return bool(wanted) and all(any(not one.isdisjoint(other) for other in given) for one in wanted)


def akin(lexicon: Lexicon, asks: Sequence[Mark], says: Sequence[Mark]) -> bool:
    """Whether a variety that is offered by name can be one that is asked for."""
    return _akin(lexicon, _named(lexicon, tuple(asks)), _named(lexicon, tuple(says)))


def _akin(lexicon: Lexicon, asks: _Named, says: _Named) -> bool:
    wanted, given = (each.lines.get(VARIETY, ()) for each in (asks, says))
    return _any_alike(lexicon, wanted, given)


def _alike(lexicon: Lexicon, ours: _Sense, theirs: _Sense) -> bool:
    """Whether one of two marks of a line may be meant by the other."""
    one, other = ours.mark, theirs.mark
    if other.line == BLEND:
        return False
    if not one.meant.isdisjoint(other.meant):
        return True
    if ours.words in theirs.words or theirs.words in ours.words:
        return True
    if one.line != VARIETY:
        return False
    if ours.rest and theirs.rest:
        if ours.rest in theirs.rest or theirs.rest in ours.rest:
            return not (ours.places and theirs.places) or _meet(ours, theirs)
    elif not ours.rest and not theirs.rest and ours.places and theirs.places:
        return _meet(ours, theirs)
    elif ours.cultivar:  # goods named by a place may be of any cultivar
        return True
    return any(stands_for(lexicon, int(a), int(b)) for a in one.meant for b in other.meant)


@dataclass(frozen=True, eq=False, slots=True)
class _Sense:
    """What the words of a mark say, folded, a space on both sides of each: all of them, the places that its
    name holds, what it says beside them, and where its goods grow by the table; and whether they are of a
    cultivar."""

    mark: Mark
    words: str
    places: tuple[str, ...]
    rest: str
    grown: str
    cultivar: bool


Senses = tuple[_Sense, ...]


@dataclass(frozen=True, eq=False, slots=True)
class _Named:
    """The marks of a record with their senses by line, whether any is a grade or a code, and whether any
    names a cultivar; ``varieties``: all that its varieties mean. It is one thing for equal marks, so that
    looking it up need not compare them."""

    marks: Marks
    lines: dict[str, Senses]
    graded: bool
    cultivar: bool
    varieties: frozenset[int | str]


@lru_cache(maxsize=65_536)
def _named(lexicon: Lexicon, marks: Marks) -> _Named:
    lines = {line: tuple(_sense(lexicon, m) for m in found) for line, found in _by_line(marks).items()}
    varieties = lines.get(VARIETY, ())
    cultivar = any(each.cultivar for each in varieties)
    meant = frozenset(kind for each in varieties for kind in each.mark.meant)
    return _Named(marks, lines, bool(_graded(marks)), cultivar, meant)


@lru_cache(maxsize=65_536)
def _sense(lexicon: Lexicon, mark: Mark) -> _Sense:
    kinds = [lexicon.kinds[int(kind)] for kind in mark.meant if mark.line == VARIETY]
    own = {
        part.strip()
        for kind in kinds
        for part in re.split("[;,]", f"{kind.gi_name};{';'.join(kind.origins)}")
    }
    written = (*places_named(lexicon, mark.name), *(each for each in own if each and names(each, mark.name)))
    places = tuple(f" {fold(place)} " for place in written)
    rest = f" {fold(mark.name)} "
    for place in places:
        rest = rest.replace(place, " ")
    grown = " ; ".join(re.sub("[^a-z0-9]", " ", fold("; ".join(kind.origins))) for kind in kinds)
    left = f" {rest.strip()} " if rest.strip() else ""
    held = tuple(dict.fromkeys(places))
    return _Sense(mark, f" {fold(mark.words)} ", held, left, f" {grown} ", _cultivar(lexicon, mark))


def _meet(one: _Sense, other: _Sense) -> bool:
    """Whether two marks hold one place, or the goods of one grow in a place that the other holds."""
    return any(
        place == each or each in one.grown or place in other.grown
        for place in one.places for each in other.places
    )  # fmt: skip


def _overlap(one: frozenset[int | str], other: frozenset[int | str]) -> bool:
    """Whether two ranges of degrees, or a least of them, meet."""
    low, high = (sorted(int(x) for x in each) for each in (one, other))
    return low[0] <= high[-1] and high[0] <= low[-1]
