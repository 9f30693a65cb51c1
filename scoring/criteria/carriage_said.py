"""How goods are to be carried, which buyers write beside how often: "2 chuyến/tuần, xe oxy"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.meaning import plain_of, without_denials
from scoring.records import Offer
from scoring.units import fold

_BREAK = re.compile(r"\s*[;,](?!\d)\s*")
_CARRIAGE = re.compile(
    r"\b(?:xe|cont(?:ainer)?|thung|tui|bon|may bay|tau|truck|reefer|tank)\b.*\b(?:oxy|oxi|lanh|mat|dong|bon|"
    r"xop|kin|tai|ban tai|khi|song|oxygen|reefer|refrigerated|chilled|tank)\b|\breefer\b|\boxygen\b"
)
_OFTEN = re.compile(r"\b(?:ngay|tuan|thang|quy|lan|chuyen|dot|thu|gio|sang|chieu|daily|week|month)\b|\d ?h\b")
_ALIKE = (
    (re.compile(r"\b(?:oxi|oxygen)\b"), "oxy"),
    (re.compile(r"\b(?:(?:refrigerated|chilled) (?:truck|van)s?|reefer(?: truck)?|xe mat)\b"), "xe lanh"),
)
_LEAN = frozenset(("bang", "co", "giao", "di", "cho", "chay", "kem", "phai", "va", "by", "with", "in", "de"))


def carriage_met(rhythm: str, offer: Offer) -> tuple[list[str], str]:
    """The parts of what a buyer writes of deliveries that ask how goods are carried, and the seller says
    so; and the rest of it in the buyer's words."""
    said = "; ".join(filter(None, (offer.packaging, offer.description, offer.remarks)))
    return _met(rhythm, said) if said else ([], rhythm)


@lru_cache(maxsize=16_384)
def _met(rhythm: str, said: str) -> tuple[list[str], str]:
    parts = [part for part in _BREAK.split(rhythm) if part]
    asking = [part for part in parts if _CARRIAGE.search(fold(part)) and not _OFTEN.search(fold(part))]
    if not asking:
        return [], rhythm
    own = [_words(part) for part in re.split(r"[;,.\n]", without_denials(plain_of(said)))]
    met = [part for part in asking if any(_words(part) <= words for words in own)]
    return met, ", ".join(part for part in parts if part not in met) if met else rhythm


def _words(text: str) -> set[str]:
    plain = fold(text)
    for pattern, word in _ALIKE:
        plain = pattern.sub(word, plain)
    return set(re.findall(r"[a-z0-9]+", plain)) - _LEAN
