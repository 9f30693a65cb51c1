"""How goods are to be carried, which buyers write beside how often: "2 chuyến/tuần, xe oxy"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.criteria.meaning import plain_of, without_denials
from scoring.records import Offer
from scoring.units import fold

_BREAK = re.compile(
    r"\s*[;,+](?!\d)\s*|\s+(?=(?:bằng|bang|by|in an?|with an?)\s+(?:xe|cont|thùng|thung|tàu|tau|máy bay|"
    r"may bay|reefer|refrig|chill|insul|tank))",
    re.IGNORECASE,
)
_CARRIAGE = re.compile(
    r"\b(?:xe|cont(?:ainer)?|thung|tui|bon|may bay|tau|truck|reefer|tank)\b.*\b(?:oxy|oxi|o xy|lanh|mat|dong|"
    r"bon|xop|kin|tai|ban tai|khi|song|oxygen|reefer|refrigerated|chilled|tank)\b|\breefer\b|\boxygen\b"
)
_OFTEN = re.compile(r"\b(?:ngay|tuan|thang|quy|lan|chuyen|dot|thu|gio|sang|chieu|daily|week|month)\b|\d ?h\b")
# So many of them are loads, which what stands beside them shares out: "two reefers, one every six weeks".
_COUNTED = re.compile(r"(?:giao |each |\b)?(?:\d+|one|two|three|four|mot|hai|ba|bon) (?!tan\b)")
_ALIKE = (
    (re.compile(r"\bcont\b"), "container"),
    (re.compile(r"\b(?:dong lanh|lanh dong)\b"), "donglanh"),
    (re.compile(r"\b(?:oxi|oxygen|o[ -]xy)\b"), "oxy"),
    (re.compile(r"\b(?:(?:refrigerated|chilled) (?:truck|van)s?|reefer(?: truck)?|xe mat)\b"), "xe lanh"),
)
_LEAN = frozenset(
    (
        "bang",
        "co",
        "giao",
        "di",
        "cho",
        "chay",
        "kem",
        "phai",
        "va",
        "by",
        "with",
        "in",
        "de",
        "a",
        "an",
        "dong",
    )
)


class Carriage(NamedTuple):
    """What a buyer writes of deliveries: the parts that ask how goods are carried which the seller's words
    say too, those that they do not, and the rest, in the buyer's words."""

    met: list[str]
    asked: list[str]
    rest: str


def carriage_said(rhythm: str, offer: Offer) -> Carriage:
    """Each part of what a buyer writes of deliveries held against the seller's words by itself; what asks
    for carriage alone and is not met stays the whole that is asked."""
    return _said(rhythm, (offer.packaging, offer.description, offer.remarks))


@lru_cache(maxsize=16_384)
def _said(rhythm: str, texts: tuple[str, ...]) -> Carriage:
    said = "; ".join(filter(None, texts))
    parts = [part for part in _BREAK.split(rhythm) if part]
    asking = [
        part
        for part in parts
        if _CARRIAGE.search(fold(part)) and not (_OFTEN.search(fold(part)) or _COUNTED.match(fold(part)))
    ]
    rest = ", ".join(part for part in parts if part not in asking)
    own = [_words(part) for part in re.split(r"[;,.\n]", without_denials(plain_of(said)))] if asking else []
    met = [part for part in asking if any(_words(part) <= words for words in own)]
    left = [part for part in asking if part not in met]
    if not asking:
        return Carriage([], [], rhythm)
    return Carriage(met, left, rest) if rest else Carriage(met, [], ", ".join(left))


# Of what is carried: words that a seller may say of the cold, the water or the box without the lorry.
_KEYS = frozenset(
    ("oxy", "lanh", "donglanh", "xop", "container", "reefer", "tank", "bon", "chilled", "frozen")
)


def carriage_beside(part: str, offer: Offer) -> str:
    """The seller's words that speak of what a part asks of carriage, to be laid beside it: "bể oxy" to "xe
    oxy", "chưa có xe lạnh" to "xe lạnh"; "" where he says nothing of it."""
    said = "; ".join(filter(None, (offer.packaging, offer.description, offer.remarks)))
    return _beside(part, said)


@lru_cache(maxsize=16_384)
def _beside(part: str, said: str) -> str:
    keys = set() if _OFTEN.search(fold(part)) else _words(part) & _KEYS
    own = [each.strip() for each in re.split(r"[;,\n]|\.(?:\s|$)", said)] if keys else []
    return next((each for each in own if keys & _words(each)), "")


def _words(text: str) -> set[str]:
    plain = fold(text)
    for pattern, word in _ALIKE:
        plain = pattern.sub(word, plain)
    return set(re.findall(r"[a-z0-9]+", plain)) - _LEAN
