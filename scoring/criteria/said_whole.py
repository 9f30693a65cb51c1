"""Whether an offer's words hold all that a clause asks: each telling word of it, and together."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import CHOICE, WORD
from scoring.criteria.meaning import denials, meaning, plain_of, without_denials, words_said
from scoring.criteria.same_words import little_salt
from scoring.criteria.spec_words import EMPTY, EMPTY_WRITTEN, joined, saying, vietnamese
from scoring.criteria.undone import without_undone
from scoring.units import fold

# What is done to goods need not be said of them; without their marks the words are others too ("còn da").
_DONE_WRITTEN = frozenset(("dán", "gắn", "kèm", "bọc", "đã", "sẵn", "giao", "vận", "chuyển"))
_DONE = frozenset(map(fold, _DONE_WRITTEN))
_SKIN = re.compile(r"\b(?:con|ca|bo|lot|loc|khong|nguyen|lay) da\b")
# That all pieces are alike, by the words that say so; "đều có tem" says it of none.
EVENLY = re.compile(r"\bdeu\b(?! (?:co|la|duoc|phai|dat|da|dung|theo)\b)")
_EVEN_SAID = re.compile(r"\b(?:deu|dong (?:deu|co|nhat|loat)|cung (?:co|size)|uniform\w*|even(?:ly)?)\b")
_EXACT = re.compile(r"\d|\b(?:mot|hai|ba|bon|no|not)\b")  # words that count only in their place


_LARGE = frozenset(("to", "lon", "nho", "dai", "mong"))  # said of a piece: "to" may be any other word
_PIG = re.compile(
    r"\b(?:heo|(?:thit|gio|cha|suon|nac|ba chi|mo|da|tai|gan|gan|xuong) lon|lon (?:ban|man|den|rung))\b"
)
_PIECES = r"(?:qua|trai|cu|con|hat|bap|bup|la|size|co|loai|hang|canh|ngon|soi|mu|cuong|than|bong|nai)"


def says(asks: str, plain: str, told: str) -> bool:
    """Whether the offer's words hold all words of a clause, or of one choice, and deny what it denies."""
    empty = EMPTY - saying(asks)
    if not _NEGATED.search(plain):
        told = without_undone(told)
    text = plain_of(told)
    if (salted := little_salt(asks)) != asks:
        plain = fold(salted)
    if EVENLY.search(plain) and not _EVEN_SAID.search(text):
        return False
    if any(not _written(word, told) for word in saying(asks)):
        return False
    done = _done_in(asks, plain)
    large = _LARGE - {"lon"} if _PIG.search(plain) else _LARGE
    own = joined(meaning(vietnamese(text)))
    segments = _segments(own)
    whole = joined(meaning(vietnamese(plain)))
    for choice in [whole] if _RATE.fullmatch(plain) else CHOICE.split(whole):
        nots = denials(choice)
        rest = without_denials(choice) if nots else choice
        words = [word for word in WORD.findall(rest) if word not in empty]
        words = [word for word in words if word not in done] or words
        if not words and not nots:
            continue
        exact = bool(_EXACT.search(rest))
        holds = (
            " ".join(words) in own or rest.strip() in own
            if exact
            else any(set(words) <= each or _but_part(words) <= each for each in segments)
        )
        holds = holds and all(
            re.search(rf"\b{_PIECES} (?:rat |deu )?{word}\b", own) for word in words if word in large
        )
        denies = denials(own) if nots else ()
        if holds and all(any(one.things <= each.things for each in denies) for one in nots):
            return True
    apart = set(WORD.findall(plain.replace("vo ngoai", "vo"))) - empty
    return len(apart) > 2 and not _NEGATED.search(plain) and any(apart <= each for each in _as_said(text))


def _written(plain: str, told: str) -> bool:
    """Whether a word that, folded, may say nothing can be one in a text: the "bản" that is no "bán"."""
    parts = (part for part in re.split(r"[;,\n]", told) if plain in fold(part).split() or part.isascii())
    words = {word for part in parts for word in re.findall(r"\w+", part.lower())}
    return any(fold(word) == plain and (word == plain or word not in EMPTY_WRITTEN) for word in words)


def _done_in(asks: str, plain: str) -> frozenset[str]:
    """The words of a clause that only say that something is done."""
    if asks.isascii():
        return _DONE - {"da"} if _SKIN.search(plain) else _DONE
    return frozenset(fold(word) for word in re.findall(r"\w+", asks.lower()) if word in _DONE_WRITTEN)


# "10 bắp/bó" is no choice, nor "7 nụ/cành trở lên".
_RATE = re.compile(r"[^/]*\d[^/]*[a-z] ?/ ?[a-z]+(?: (?:tro (?:len|xuong|di)|up|and up|or more|min|max))?")
_NEGATED = re.compile(r"\b(?:khong|ko|chua|no|not)\b")


@lru_cache(maxsize=16_384)
def _as_said(text: str) -> tuple[frozenset[str], ...]:
    """The words of each part of a text that denies nothing: "vỏ cạo sạch" has those of "cạo sạch vỏ"."""
    parts = (re.sub(r"\bvo ngoai\b", "vo", part) for part in re.split(r"[;,\n]|\. ", text))
    return tuple(frozenset(WORD.findall(part)) for part in parts if not _NEGATED.search(part))


def _but_part(words: list[str]) -> set[str]:
    """Words without the part of the plant that goods are anyway: "củ khô thái lát" of angelica."""
    least = 2 if words[:1] == ["qua"] else 3
    return set(words[1:] if len(words) > least and words[0] in ("cu", "re", "than", "hat", "qua") else words)


@lru_cache(maxsize=16_384)
def _segments(text: str) -> tuple[frozenset[str], ...]:
    """The words of each part of an offer's text, with those of its name: only what stands together is said
    of one thing ("vỏ vàng, lá xanh" has no green skin)."""
    name, *more = text.split(";", 1)
    parts = re.split(r"[;,\n]|\. ", more[0]) if more else []
    own = words_said(name)
    return (own, *(own | words_said(part) for part in parts if part.strip()))
