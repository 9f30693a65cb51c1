"""Goods that the table counts as a cultivar and whose name tells none: a place alone, a selection's code."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.cultivar import CULTIVAR_CATEGORIES, REGIONS, places_named
from scoring.place_names import place_alone, sort_words
from scoring.product import Lexicon
from scoring.records import Demand, Offer
from scoring.units import fold

_CODED = re.compile(r"(?<!\w)([A-ZĐ]{1,3})-?\d{1,3}(?!\w)")  # the code of a selection
_PARENS = re.compile(r"\([^()]*\)")
_LISTS = re.compile(r"[,;+&/(]")


def cultivar_open(lexicon: Lexicon, demand: Demand, offer: Offer, kind: int, given: int) -> str:
    """The cultivar that a demand names, of goods that the table counts as it and that name their place alone
    or the code of a selection: "cam Hà Giang" may be no "cam sành", and "xoài GL4" another green mango; ""
    where an offer's words tell it, or the demand names none."""
    words = cultivar_asked(lexicon, demand.product, kind) if given >= 0 else ""
    if not words or not (
        place_alone(lexicon, given, offer.product) or code_alone(lexicon, given, offer, words)
    ):
        return ""
    told = spaced("; ".join((offer.product, offer.description, offer.grade, offer.remarks)))
    return words if f" {spaced(words)} " not in f" {told} " else ""


@lru_cache(maxsize=16_384)
def cultivar_asked(lexicon: Lexicon, product: str, kind: int) -> str:
    """The words of the one cultivar that the name of a demand tells; "" where it tells none."""
    if kind < 0 or _LISTS.search(product):
        return ""
    words = sort_words(lexicon, kind, product)
    if not words or fold(words) in REGIONS or places_named(lexicon, words):  # another place is no cultivar
        return ""
    return words


def code_alone(lexicon: Lexicon, kind: int, offer: Offer, words: str) -> str:
    """The code of a selection by which alone goods are named, of which the words of a cultivar do not tell:
    "GL4" for "tượng da xanh", but not "V2" for "Valencia", nor "LĐ1" for "ruột đỏ", which by a name of the
    table is one."""
    code = _code(lexicon, kind, offer.product)
    if not code or _CODED.search(words):
        return ""
    plain, asks = f" {spaced(code)} ", f" {spaced(words)} "
    entry = lexicon.kinds[kind]
    if any(plain in name and asks in name for name in map(_between, (entry.name_vi, *entry.synonyms_vi))):
        return ""
    initials = "".join(word[0] for word in asks.split())
    return "" if initials.startswith(fold(code.rstrip("-0123456789"))) else code


def _between(name: str) -> str:
    return f" {spaced(name)} "


@lru_cache(maxsize=65_536)
def tells_none(lexicon: Lexicon, kind: int, name: str) -> bool:
    """Whether a name of goods of a kind is a place alone, or holds the code of a selection."""
    return bool(place_alone(lexicon, kind, name) or _code(lexicon, kind, name))


@lru_cache(maxsize=65_536)
def _code(lexicon: Lexicon, kind: int, name: str) -> str:
    """The code of a selection that a name of goods of a kind holds, where it is one of the kind's names."""
    found = _CODED.search(_PARENS.sub("", name))
    entry = lexicon.kinds[kind]
    if not found or entry.category not in CULTIVAR_CATEGORIES:
        return ""
    own = " ".join(map(spaced, (entry.name_vi, *entry.synonyms_vi)))
    return found[0] if f" {spaced(found[0])} " in f" {own} " else ""


@lru_cache(maxsize=16_384)
def spaced(text: str) -> str:
    """The words of a text, folded, without what stands between them."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
