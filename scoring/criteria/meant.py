"""Whether an offer says in other words, or in the other language, what a clause of a specification asks.

Words are compared by what they mean (``scoring/meanings``): "unlacquered" is "không sơn", indigo is a natural
dye, fillets without their skin exclude "còn da". A clause is said only where all of it is: each meaning, each
word that the table does not know, and the number of a set; figures are compared elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from scoring.criteria.clauses import WORD
from scoring.criteria.meaning import meaning, plain_of, words_said
from scoring.criteria.said_whole import EVENLY
from scoring.criteria.spec_words import EMPTY, saying, vietnamese, words_of
from scoring.criteria.undone import without_undone
from scoring.meanings.narrower import beyond
from scoring.meanings.reading import Part, Said, parts
from scoring.meanings.table import Literal, all_implied, contrary, denied_by_others, firmly, implied, table
from scoring.units import fold

# Meanings that hold of the goods as a whole, in whichever part of an offer's words they stand; others hold of
# what stands beside them: colours, textures.
_OF_ALL = frozenset(("made", "worked", "cut", "part", "taste", "additive", "flaw", "grown", "packing"))
_WITH_OTHERS = frozenset(("goods", "natural"))  # which tell nothing alone
_HAVING = frozenset(("additive", "flaw"))  # whose name alone does not say that they are there
_FILLERS = words_of(
    "made from by only style type colour color coloured colored mau bang lam da duoc co hang loai dang phai "
    "is are be must and or the all pcs piece pieces chiec cai mon san pham product products goods that to be "
    "well fully properly cleanly really please bao dam dam ensure ensured guaranteed finish process "
    "processing processed la thi nhe"
)
_SIZES = words_of("to lon nho dai mong day rong cao large small big long thick thin")
_CHOICE = re.compile(r"/|\bhoặc\b|\bhoac\b|\bor\b|\bhay\b", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;+&/]|\s(?:và|va|and|hoặc|or)\s", re.IGNORECASE)
_OPEN = re.compile(  # what leaves it to the buyer, or holds of some of the goods
    r"\b(?:theo (?:yeu cau|don|dat)|tuy (?:don|khach|yeu cau)|to order|on request|co the|hoac|or|neu|"
    r"nhan lam|mot (?:so|phan|it)|some|partly|optional|can be|available)\b"
)
_UNTOLD = re.compile(r"\b(?:chong|phong|tranh|ngua|loai bo|loai|doi tra|bao hanh|den bu)\b")
# What holds of some of the goods, at some times, or for more money.
_PARTLY = re.compile(
    r"\b(?:mot (?:phan|so|nua|it)|nua|phan lon|chu yeu|da so|da phan|some|partly|mostly|half|mainly|khi|"
    r"luc(?! (?:binh|ngan|nam|yen)\b)|"
    r"ban rieng|mua rieng|tinh (?:them|rieng)|phu thu|phu phi|extra (?:charge|cost)|sold separately)\b"
)
_NOT_PARTLY = re.compile(r"(?<!\w)(?:lục|nứa|khí)(?!\w)", re.IGNORECASE)  # folded they are such words
_SHARE = re.compile(r"(?<![\d.,])\d{1,2}(?:[.,]\d+)? ?%$")
_ENTIRE = re.compile(r"(?<![\d.,])100 ?%(?! ?(?:vol|am|ẩm)\b)", re.IGNORECASE)
_THERE = re.compile(
    r"\b(?:co|bi|dung|xong|hun|tam|them|con|lan|dinh|with|contains?|added|used|using|pha|ngam|it|nhieu)$"
)


class _Told(NamedTuple):
    """What an offer says: its parts, each read by itself, the first ones being of its name."""

    parts: tuple[Part, ...]
    of_name: int
    literals: frozenset[Literal]
    stated: frozenset[Literal]  # the same but for what a name alone does not say to be there
    several: bool  # goods of several kinds, each with its own words


@lru_cache(maxsize=16_384)
def _told(told: str, undone: bool) -> _Told:
    """What an offer says, but for what it tells as not done yet, unless the ``undone`` counts: "chưa lọc"."""
    text = told if undone else without_undone(told)
    name, _, more = text.partition(";")
    first = parts(name)
    found = (*first, *parts(more))
    literals = all_implied(one.literal for part in found for one in part.said)
    stated = all_implied(one.literal for part in found for one in part.said if _is_there(one, part))
    return _Told(found, len(first), literals, stated, _SEVERAL.search(name) is not None)


@lru_cache(maxsize=65_536)
def said_by_meaning(asks: str, told: str) -> bool:
    """Whether an offer's words say all that a clause asks, or all of one choice that it leaves.

    >>> said_by_meaning("no lacquer", "Giỏ mây; để mộc, không sơn")
    True
    >>> said_by_meaning("natural dye", "Khăn; nhuộm công nghiệp")
    False
    """
    choices = [asks, *_CHOICE.split(asks)] if _CHOICE.search(asks) else [asks]
    return any(_says(choice, told) for choice in choices if choice.strip())


def _says(asks: str, told: str) -> bool:
    wanted = _wanted(asks)
    if wanted is None:
        return False
    own = _told(told, not all(one.said for one in wanted.literals))
    by_others = frozenset(one for one in wanted.literals if denied_by_others(one, own.literals))
    if not wanted.literals - by_others <= own.literals:
        return False  # of something it speaks nowhere
    if any(Literal(one.meaning, not one.said) in own.stated for one in wanted.literals):
        return False
    if any(_in_part_only(one, own) for one in wanted.literals):
        return False
    name = own.parts[: own.of_name]
    free = frozenset(one for one in wanted.literals if _of(one) in _OF_ALL) - by_others
    for at, part in enumerate(own.parts):
        about = (*name, part) if at >= own.of_name else name
        here = all_implied(one.literal for each in about for one in each.said)
        asks_more = wanted.rest or wanted.more
        rest = frozenset().union(*(_words(each) for each in about)) if asks_more else frozenset()
        if not (wanted.rest <= rest and wanted.sets <= frozenset().union(*(each.sets for each in about))):
            continue
        if not all(more <= rest or _in_the_other(one, about) for one, more in wanted.more):
            continue
        if wanted.literals - free - by_others <= here and free <= (here if own.several else own.literals):
            return True
    return False


def _in_part_only(asked: Literal, own: _Told) -> bool:
    """Whether an offer says a meaning of some of its goods alone, or another one of its group as well without
    leaving a choice: "nhuộm tự nhiên một phần, còn lại nhuộm hóa học"."""
    saying_so = _saying(asked, own)
    if not saying_so or any(_CHOICE.search(part.text) for part, _ in saying_so):
        return False
    if _of_some(saying_so):
        return True
    others = [
        (part, one)
        for part in own.parts
        for one in part.said
        if one.literal.said and contrary(asked, one.literal) and firmly(asked, one.literal)
    ]
    # "rang vừa, rang đậm" lists what there is to choose from
    return bool(others) and any(part.rest for part, _ in (*saying_so, *others))


def _saying(asked: Literal, own: _Told) -> list[tuple[Part, Said]]:
    """Where an offer says a meaning, or one that implies it."""
    return [(part, one) for part in own.parts for one in part.said if asked in implied(one.literal)]


def _of_some(saying_so: Sequence[tuple[Part, Said]]) -> bool:
    """Whether all that says a meaning holds of some goods, at some times, or for more money."""
    return all(
        _PARTLY.search(fold(_NOT_PARTLY.sub(" ", part.text))) or _share_before(one, part)
        for part, one in saying_so
    )


@lru_cache(maxsize=65_536)
def of_some_by_meaning(asks: str, told: str) -> str:
    """The parts of an offer's words on what it says of some of the goods alone, where a clause asks it; ""
    where it says it of all or not at all."""
    if _CHOICE.search(asks) or (wanted := _wanted(asks)) is None:
        return ""
    own = _told(told, False)
    found = [saying_so for one in wanted.literals if (saying_so := _saying(one, own)) and _of_some(saying_so)]
    return partly_by_meaning(asks, told) if found else ""


def _share_before(one: Said, part: Part) -> bool:
    """Whether a share stands right before the words that say a meaning: "70% chế biến ướt"."""
    before, found, _ = fold(part.text).partition(fold(one.words))
    return bool(found) and _SHARE.search(before.strip()) is not None


def _in_the_other(asked: Said, about: Iterable[Part]) -> bool:
    """Whether a phrase of the other language says as much more than the meaning alone: "steam distilled"."""
    return any(
        one.literal == asked.literal
        and one.words.isascii() != asked.words.isascii()
        and bool(beyond(one.literal.meaning, one.words))
        for part in about
        for one in part.said
    )


class _Wanted(NamedTuple):
    """What a clause asks: meanings, words that the table does not know, numbers of sets, and what its phrases
    say beyond their meaning."""

    literals: frozenset[Literal]
    rest: frozenset[str]
    sets: frozenset[str]
    more: tuple[tuple[Said, frozenset[str]], ...]


@lru_cache(maxsize=16_384)
def _wanted(asks: str) -> _Wanted | None:
    """What a clause asks; None where the table has no meaning of it, or it has figures."""
    entire = _ENTIRE.search(asks)
    read = parts(_ENTIRE.sub(" ", asks))
    said = [one.literal for part in read for one in part.said]
    if all(_of(one) in _WITH_OTHERS or one.meaning in _WITH_OTHERS for one in said):
        return None
    left = " ".join(word for part in read for word in part.rest)
    if any(letter.isdigit() for letter in left) or "%" in _ENTIRE.sub(" ", asks):
        return None
    empty = EMPTY - saying(left)
    words = frozenset(WORD.findall(meaning(vietnamese(fold(left))))) - empty - _FILLERS
    if EVENLY.search(fold(asks)) and "deu" in fold(left).split():
        words |= {"deu"}
    if words & _SIZES:
        return None
    if entire:
        words |= {"nguyenchat"}  # as ``meaning`` has it
    if all(_of(one) in _HAVING for one in said) and not words:
        said = [
            Literal(one.meaning, False) for one in said
        ]  # "phẩm màu" of a list of what there is to be none of
    positive = [
        one for part in read for one in part.said if one.literal.said and _of(one.literal) not in _HAVING
    ]
    more = tuple((one, own) for one in positive if (own := beyond(one.literal.meaning, one.words)))
    return _Wanted(frozenset(said), words, frozenset().union(*(part.sets for part in read)), more)


@lru_cache(maxsize=65_536)
def _words(part: Part) -> frozenset[str]:
    plain = plain_of(part.text)
    return words_said(plain) | words_said(vietnamese(plain))


@lru_cache(maxsize=65_536)
def contrary_by_meaning(asks: str, told: str) -> tuple[str, bool] | None:
    """The words of an offer that exclude what a clause asks, and whether they do so for certain; None where
    it says none, or that as well.

    >>> contrary_by_meaning("còn da", "Cá; phi lê bỏ da"), contrary_by_meaning("linen", "Khăn; sợi bông")
    (('bỏ da', True), ('sợi bông', True))
    """
    if _CHOICE.search(asks) or (wanted := _wanted(asks)) is None:
        return None
    own = _told(told, False)
    for one in wanted.literals:
        if implied(one) & own.literals and one in own.literals:
            continue
        for at, part in enumerate(own.parts):
            if not part.said or _UNTOLD.search(fold(part.text)):
                continue
            about = own.parts[: own.of_name] if at < own.of_name else (*own.parts[: own.of_name], part)
            for each in part.said:
                if not contrary(one, each.literal) or not _is_there(each, part):
                    continue
                same = wanted.rest <= frozenset().union(*map(_words, about))
                if same or _of(one) in _OF_ALL:
                    left = own.several or _OPEN.search(fold(part.text))
                    certain = same and firmly(one, each.literal) and not left
                    return _quoted(each.words, part.text), certain
    return None


def _is_there(one: Said, part: Part) -> bool:
    """Whether words say that what they name is there: of additives and flaws the name alone does not."""
    if not one.literal.said or _of(one.literal) not in _HAVING:
        return True
    before, found, _ = fold(part.text).partition(fold(one.words))
    return _of(one.literal) == "additive" and bool(found) and _THERE.search(before.strip()) is not None


@lru_cache(maxsize=65_536)
def partly_by_meaning(asks: str, told: str) -> str:
    """The parts of an offer's words that say some of what a clause asks, or something more general; "" where
    none does."""
    if (wanted := _wanted(asks)) is None:
        return ""
    own = _told(told, False)
    broader = all_implied(one for one in wanted.literals if _of(one) != "goods")
    found = [
        part.text
        for part in own.parts[own.of_name :]
        if any(_bears_on(one.literal, wanted.literals, broader) for one in part.said)
    ]
    return ", ".join(dict.fromkeys(found))


def _bears_on(told: Literal, wanted: frozenset[Literal], broader: frozenset[Literal]) -> bool:
    """Whether a meaning said or denied speaks of what is asked: as such, of a kind of it, or of its group."""
    if told in broader or implied(told) & wanted:
        return True
    return any(one.meaning == told.meaning or contrary(one, told) for one in wanted)


def _quoted(words: str, text: str) -> str:
    """Words as they stand in a text, with the signs between them."""
    found = re.search(r"[\W_]+".join(map(re.escape, words.split())), text)
    return found[0] if found else text


def _of(literal: Literal) -> str:
    return table().meanings[literal.meaning].of


@lru_cache(maxsize=65_536)
def answers_only(text: str, clauses: tuple[str, ...]) -> bool:
    """Whether a part of an offer's words says nothing beyond what some clauses ask: by their meanings and in
    words that the table does not know, "nhuộm chàm" beside "natural dye"."""
    said = [one.literal for part in parts(text) for one in part.said]
    asked = [one.literal for clause in clauses for part in parts(clause) for one in part.said]
    left = " ".join(word for part in parts(text) for word in part.rest)
    words = set(WORD.findall(fold(left))) - EMPTY - _FILLERS
    return bool(said) and not words and all(_answers(one, asked) for one in said)


def _answers(told: Literal, asked: Iterable[Literal]) -> bool:
    return any(one.meaning == told.meaning or one in implied(told) or told in implied(one) for one in asked)
