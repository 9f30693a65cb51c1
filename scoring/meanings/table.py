"""The table of meanings (``words.csv``): what phrases of trade specifications mean, in both languages.

A row is a meaning: the phrases that say it, those that deny it ("skinless" of "còn da"), the meanings that it
is a kind of, what it follows from, and its group ``apart``: of one group no meaning is another one, firmly,
or perhaps where it begins with "~". A phrase with "*" before it needs its marks, for without them it is
another word too; so does every single Vietnamese syllable. Rows called "-" hold phrases of none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from scoring.product.normalise import could_be_vietnamese, syllables

NOTHING = "-"


class Literal(NamedTuple):
    """A meaning that is said or denied."""

    meaning: str
    said: bool


class Meaning(NamedTuple):
    """A row of the table."""

    key: str
    of: str
    kind_of: tuple[str, ...]
    follows_from: tuple[Literal, ...]
    apart: str


class Phrase(NamedTuple):
    """What a phrase means, and whether only an English text may be read so."""

    literal: Literal
    english_only: bool


class Table(NamedTuple):
    """Meanings by key, phrases with their marks and without, and how a phrase may begin."""

    meanings: Mapping[str, Meaning]
    marked: Mapping[tuple[str, ...], Phrase]
    plain: Mapping[tuple[str, ...], Phrase]
    longest: Mapping[str, int]
    alone: Mapping[tuple[str, ...], Phrase]  # without marks, where nothing else is said: "bo dau"


@lru_cache(maxsize=1)
def table() -> Table:
    """The table, read once."""
    text = files("scoring").joinpath("meanings/words.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    meanings: dict[str, Meaning] = {}
    marked: dict[tuple[str, ...], Phrase] = {}
    plain: dict[tuple[str, ...], Phrase] = {}
    alone: dict[tuple[str, ...], Phrase] = {}
    several: set[tuple[str, ...]] = set()
    for row in rows:
        key = row["meaning"]
        if key != NOTHING:
            meanings[key] = Meaning(
                key,
                row["of"],
                tuple(filter(None, row["kind_of"].split(";"))),
                tuple(_literal(each) for each in row["follows_from"].split(";") if each),
                row["apart"],
            )
        for column, said in (("vi", True), ("vi_not", False)):
            for each in _phrases(row[column]):
                written = tuple(word.marked for word in syllables(each.removeprefix("*")))
                found = Phrase(Literal(key, said), False)
                marked.setdefault(written, found)
                if each.startswith("*") and row["of"] == "part":
                    alone.setdefault(tuple(word.plain for word in syllables(each)), found)
                if each.startswith("*") or (len(written) == 1 and key != NOTHING):
                    continue
                folded = tuple(word.plain for word in syllables(each))
                if folded in plain and plain[folded].literal != found.literal:
                    several.add(folded)
                plain.setdefault(folded, found)
    for folded in several:  # "khong vo" may have no shell, or nothing broken
        del plain[folded]
    for row in rows:
        for column, said in (("en", True), ("en_not", False)):
            for each in _phrases(row[column]):
                words = tuple(word.plain for word in syllables(each))
                doubtful = len(words) == 1 and could_be_vietnamese(words[0])
                found = Phrase(Literal(row["meaning"], said), doubtful)
                marked.setdefault(words, found)
                plain.setdefault(words, found)
    longest: dict[str, int] = {}
    for words in (*marked, *plain):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Table(meanings, marked, plain, longest, alone)


def _phrases(cell: str) -> list[str]:
    return [each for each in cell.split(";") if each]


def _literal(text: str) -> Literal:
    return Literal(text.removeprefix("!"), not text.startswith("!"))


@lru_cache(maxsize=4_096)
def implied(literal: Literal) -> frozenset[Literal]:
    """What a meaning said or denied implies, with itself: indigo is a natural dye, and what has no additives
    has no preservatives."""
    meanings = table().meanings
    found, left = {literal}, [literal]
    while left:
        one = left.pop()
        if one.said:
            next_ones = {Literal(key, True) for key in meanings[one.meaning].kind_of}
        else:
            next_ones = {
                Literal(each.key, False) for each in meanings.values() if one.meaning in each.kind_of
            }
        next_ones |= {Literal(each.key, True) for each in meanings.values() if one in each.follows_from}
        left += next_ones - found
        found |= next_ones
    return frozenset(found)


# Of what a thing is made or how it is packed one may stand beside another; of what is done to it none does.
_ONE_ONLY = frozenset(("made", "worked", "cut", "grown"))


def denied_by_others(denied: Literal, told: Iterable[Literal]) -> bool:
    """Whether a meaning that is to be denied is so by another one of its group: this season's crop is no old
    one; not where it is told as well."""
    own = table().meanings[denied.meaning]
    if denied.said or own.of not in _ONE_ONLY or own.apart.startswith("~"):
        return False
    said = [one.meaning for one in told if one.said]
    return denied.meaning not in said and any(_apart(denied.meaning, each) for each in said)


def _related(one: str, other: str) -> bool:
    """Whether one meaning is a kind of another one, near or far, either way."""
    return other in _kinds_above(one) or one in _kinds_above(other)


@lru_cache(maxsize=1_024)
def _kinds_above(key: str) -> frozenset[str]:
    above = table().meanings[key].kind_of
    return frozenset(above).union(*map(_kinds_above, above))


def all_implied(literals: Iterable[Literal]) -> frozenset[Literal]:
    """What several imply together."""
    return frozenset().union(*map(implied, literals))


def contrary(asked: Literal, told: Literal) -> bool:
    """Whether what is told excludes what is asked: its denial, or another one of a group."""
    if Literal(asked.meaning, not asked.said) in implied(told):
        return True
    return bool(asked.said and told.said and _apart(asked.meaning, told.meaning))


def firmly(asked: Literal, told: Literal) -> bool:
    """Whether a contrary is certain, and not one of a group that may run into each other."""
    if Literal(asked.meaning, not asked.said) in implied(told):
        return True
    return not table().meanings[asked.meaning].apart.startswith("~")


def _apart(one: str, other: str) -> bool:
    meanings, one, other = table().meanings, _of_group(one), _of_group(other)
    group = meanings[one].apart
    return bool(group) and group == meanings[other].apart and one != other and not _related(one, other)


@lru_cache(maxsize=1_024)
def _of_group(key: str) -> str:
    """The meaning itself, or what it is a kind of, where only that is one of a group: roasted plain is
    roasted, and no green bean."""
    own = table().meanings[key]
    if own.apart or len(own.kind_of) != 1:
        return key
    return _of_group(own.kind_of[0])
