"""Offers that list several goods or cuts, all of which the buyer names: the whole amount is what he wants."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.denied_words import denials_named
from scoring.criteria.verdict import Facts
from scoring.product.noise import AMOUNTS, PACKING
from scoring.records import Demand, Offer
from scoring.units import fold

_BREAK = re.compile(r"[,;+&/](?!\d)|\s(?:và|va|and|or|hoặc|hoac)\s", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]+)\)")
_WORD = re.compile(r"\w+")
_LEAN = AMOUNTS | PACKING | {"loại", "loai", "hạng", "hang", "size", "grade", "các", "cac"}
MOST_WORDS = 6  # of a piece; longer ones are sentences
CODE = 3  # digits from which a number names a variety: "bơ 034"


@lru_cache(maxsize=16_384)
def _pieces(name: str, bare: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    """The goods that a name lists, with the words that no other of them has; empty for fewer than two.

    Those of a bracket stand for the whole: "xà lách (romaine, lô lô)".
    """
    inside = next((each[1] for each in _BRACKET.finditer(name) if len(_split(each[1])) > 1), "")
    written = _split(inside or name)
    if len(written) < 2 or any(len(each.split()) > MOST_WORDS for each in written):
        return ()
    words = [_words(each, bare) for each in written]
    own = [each - frozenset().union(*words[:n], *words[n + 1 :]) for n, each in enumerate(words)]
    return tuple(zip(written, own, strict=True)) if all(own) else ()


def _split(text: str) -> list[str]:
    return [piece.strip(" ()") for piece in _BREAK.split(text) if piece.strip(" ()")]


@lru_cache(maxsize=65_536)
def _words(text: str, bare: bool) -> frozenset[str]:
    """The words of a text, folded where one side is written without marks; no amounts and packs."""
    found = _WORD.findall(fold(text) if bare else text.lower())
    return frozenset(
        word for word in found if not (word.isdigit() and len(word) < CODE) and word not in _LEAN
    )


@lru_cache(maxsize=65_536)
def _told(product: str, more: str, name: str) -> tuple[tuple[str, ...], bool]:
    """The goods that a buyer lists which an offer's name holds, all of them or none; and whether the name
    lists several goods of which he names each."""
    bare = product.isascii() or name.isascii()
    asks, gives = _pieces(product, bare), _pieces(name, bare)
    held = _words(name, bare)
    there = all(own <= held or _run_on(each, own, bare) in held for each, own in asks)
    holds = tuple(each for each, own in asks) if asks and there else ()
    if len(gives) < 2:
        return (), False
    wanted = _words(product, bare) | _words(more, bare)
    named = all(
        own <= wanted or any(mine <= own or _run_on(each, mine, bare) in own for each, mine in asks)
        for _, own in gives
    )
    return (holds, True) if named else ((), False)


def _run_on(text: str, own: frozenset[str], bare: bool) -> str:
    """The words of a piece that are its own, written as one: "lolo" for "lô lô"."""
    words = _WORD.findall(fold(text) if bare else text.lower())
    return "".join(word for word in words if word in own)


def all_wanted(offer: Offer, demand: Demand) -> bool:
    """Whether an offer lists several goods or cuts, each of which the buyer names.

    >>> all_wanted(Offer("o", "Xà lách (romaine, lô lô)"), Demand("d", "Xà lách romaine, xà lách lô lô"))
    True
    """
    holds, named = _named(offer, demand)
    return named and (bool(holds) or not _pieces(demand.product, demand.product.isascii()))


def all_facts(offer: Offer, demand: Demand, either: bool) -> Facts:
    """``holds_all``: the goods that a buyer lists, where an offer has them all and no others; nothing of a
    choice, of which one will do."""
    if not all_wanted(offer, demand):
        return {}
    holds, _ = _named(offer, demand)
    told: Facts = {"offered_listed": "", "which_sort": False, "fits": [], "fits_not": []}
    return told | ({"holds_all": list(holds)} if holds and not either else {})


def _named(offer: Offer, demand: Demand) -> tuple[tuple[str, ...], bool]:
    return _told(demand.product, f"{demand.spec} ; {demand.description}", offer.product)


def but_of_others(words: list[str], product: str, name: str, meant: str = "") -> list[str]:
    """Words that nobody says of goods, each once, without those of other goods that the buyer lists where an
    offer is one of his list: of "cam Cao Phong (CS1, V2)" nobody asks whether cam V2 is CS1. What the item
    that is ``meant`` says with the list's end goes for it too: "dệt tay" of "khăn, túi thổ cẩm dệt tay"."""
    words = list(dict.fromkeys(words))
    bare = product.isascii() or name.isascii()
    pieces = _pieces(product, bare)
    if not (words and pieces):
        return words
    denied = denials_named(product)  # "no added sugar" is no other good
    items = [each for each in pieces if not each[0].startswith(denied)]
    held = _words(name, bare)
    others = [(written, own) for written, own in items if not own <= held]
    if not others or len(others) == len(items):
        return words
    mine = _words(meant, bare) if meant != product else frozenset()
    kept = [each for each in words if not any(_words(each, bare) <= own - mine for _, own in others)]
    # "bạc hà" of "mật ong bạc hà, chè Hà Giang" shares but a syllable with the other good.
    return [
        each
        for each in kept
        if not mine
        or _words(each, bare) <= mine
        or not any(fold(each) in fold(written) for written, _ in others)
    ]


def beyond_bracket(words: list[str], product: str, name: str) -> list[str]:
    """Words of a name asked for, without those before a bracket in which the buyer names the goods of an
    offer himself: of "na dai (na Chi Lăng, na Mai Sơn)" na Chi Lăng is na dai."""
    if not words or "(" not in product:
        return words
    bare, before = product.isascii() or name.isascii(), fold(product.split("(")[0])
    if not any(own <= _words(name, bare) for _, own in _pieces(product, bare)):
        return words
    return [each for each in words if fold(each) not in before]
