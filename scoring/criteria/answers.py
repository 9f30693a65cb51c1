"""What an offer's words say to one thing that a buyer specifies."""

from __future__ import annotations

import re
from math import inf

from scoring.criteria.clauses import (
    CHOICE,
    OR,
    OTHER,
    PART,
    PART_SAID,
    REPACK,
    SAME,
    UNMET,
    UNSAID,
    WORD,
    Clause,
)
from scoring.criteria.measures import Measure, measures, meets, within
from scoring.criteria.naming import grades
from scoring.criteria.packing import packed
from scoring.criteria.packs import near, pack_measures, packed_in, packs_in, unpacked
from scoring.criteria.spec_words import EMPTY, another, joined, vietnamese, words_beside
from scoring.units import fold

LONGEST = 80  # letters of a clause that are told
# Words of forms, which the product itself is judged by.
_FORMS = frozenset(("tuoi", "kho", "say", "dong", "lanh", "song", "fresh", "dried", "frozen", "live", "raw"))
_SHELF = re.compile(
    r"(?:hsd|han su dung|han dung|shelf life|date)\D{0,12}(\d+) ?(thang|ngay|nam|month|day|year)"
)
_DAYS = {"thang": 30, "month": 30, "ngay": 1, "day": 1, "nam": 365, "year": 365}
_EVEN = re.compile(r"\b(?:size|co|qua|trai|kich thuoc|mau|con|hat|cu)? ?(?:dong )?deu\b")


def answer(
    asks: str, plain: str, told: str, packaging: str, shelf: float | None, alive: bool
) -> Clause | None:
    """What an offer says to one clause: its words ``told``, how it packs, how long its goods keep."""
    words = [word for word in WORD.findall(plain) if word not in EMPTY]
    asks = asks if len(asks) <= LONGEST else asks[:LONGEST].rsplit(" ", 1)[0] + "…"
    if wanted := grades(asks):
        given = grades(told)
        if given and not given & wanted:
            return None  # told as a grade that differs
        if not given:
            return Clause(asks, UNSAID)
        words = [word for word in words if word not in wanted]
        if not words:
            return Clause(asks, SAME)
    if found := _SHELF.search(plain):
        least = int(found[1]) * _DAYS[found[2]]
        if shelf is None:
            return Clause(asks, UNSAID)
        return Clause(asks, SAME) if shelf >= least * 0.98 else Clause(asks, OTHER, f"{shelf:g} ngày")
    if not words and (even := _EVEN.fullmatch(plain)):
        return Clause(asks, SAME if re.search(r"\bdeu\b", fold(told)) and even else UNSAID)
    if not words or set(words) <= _FORMS:
        return _dryness(asks, words, told)
    if packs := packs_in(asks):
        return packed(asks, plain, packs[0], told, packaging)
    if _PACKED.search(plain) and packed_in(packaging):  # packed in what, the buyer does not say
        alike = near(pack_measures(plain), pack_measures(fold(told)))
        return Clause(asks, SAME) if alike else Clause(asks, REPACK, packaging)
    if sized := measures(plain):
        choices = sized if OR.search(plain) else sized[:1]
        answers = [_measured(asks, plain, each, told, alive) for each in choices]
        return min(answers, key=lambda answer: answer.says not in (SAME, PART))
    if _says(plain, told):
        return Clause(asks, SAME)
    if differing := another(vietnamese(plain), vietnamese(fold(told))):
        return Clause(asks, OTHER, _as_written(differing, told))
    return Clause(asks, UNSAID)


_DRY = frozenset(("kho", "say", "dried"))


def _dryness(asks: str, words: list[str], told: str) -> Clause | None:
    """Goods are to be dry: told where the offer says so; other forms are judged with the product."""
    if not words or not set(words) <= _DRY or set(WORD.findall(fold(told))) & _DRY:
        return None
    return Clause(asks, UNSAID)


CUT = re.compile(r"moc ham|manh|lam sach|sau mo|giet mo|phi le")


def _measured(asks: str, plain: str, wanted: Measure, told: str, alive: bool) -> Clause:
    """A clause with a figure against the figures of the same dimension in the offer."""
    cut = CUT.search(plain)
    own = unpacked(told)
    given = [each for each in measures(own) if each.dimension == wanted.dimension and _is_of(each, wanted)]
    if not given:
        return Clause(asks, UNSAID)
    words = ", ".join(dict.fromkeys(_as_written(each.words, own) for each in given))
    if cut and alive:
        return Clause(asks, OTHER, f"{words} (hơi)")
    fits = any(within(each, wanted) for each in given)
    if not set(words_beside(asks, plain, wanted)) <= set(WORD.findall(vietnamese(fold(told)))):
        return Clause(asks, PART_SAID if fits else OTHER, words)
    if all(within(each, wanted) for each in given):
        return Clause(asks, SAME)
    if any(meets(each, wanted) for each in given):
        return Clause(asks, PART, words)
    return Clause(asks, UNMET if wanted.low <= 0 or wanted.high == inf else OTHER, words)


TIMES = 40.0  # a figure so many times another is an amount of goods and no size of a piece


def _is_of(given: Measure, wanted: Measure) -> bool:
    """Whether a figure can speak of the same thing: "ngày 200 kg" says nothing of fruits of 250 g."""
    ends = [each for each in (wanted.low, wanted.high) if 0 < each < inf]
    own = [each for each in (given.low, given.high) if 0 < each < inf]
    return not ends or not own or (min(own) <= max(ends) * TIMES and max(own) * TIMES >= min(ends))


_PACKED = re.compile(r"\b(?:packed|dong|dong goi) \d")


def akin(plain: str, grade: str) -> bool:
    """Whether a grade speaks of what a clause asks for, in other words: half of its words are the same."""
    words = {word for word in WORD.findall(plain) if word not in EMPTY}
    return bool(words) and 2 * len(words & set(WORD.findall(fold(grade)))) >= len(words)


_EXACT = re.compile(r"\d|\b(?:khong|chua|mot|hai|ba|bon|no|not)\b")  # words that count only in their place


def _says(plain: str, told: str) -> bool:
    """Whether the offer's words hold all words of a clause, or of one of its choices."""
    own = joined(vietnamese(fold(told)))
    said = set(WORD.findall(own))
    for choice in CHOICE.split(joined(vietnamese(plain))):
        words = [word for word in WORD.findall(choice) if word not in EMPTY]
        exact = bool(_EXACT.search(choice))
        if words and (" ".join(words) in own or choice.strip() in own if exact else set(words) <= said):
            return True
    return False


def _as_written(words: str, told: str) -> str:
    """Words of a folded text as the offer wrote them, marks and all."""
    at = fold(told).find(words)
    tidy = " ".join(told.split())
    return tidy[at : at + len(words)] if at >= 0 and len(fold(tidy)) == len(tidy) else words
