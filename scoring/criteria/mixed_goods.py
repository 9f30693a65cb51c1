"""Offers of several kinds of one product under one amount, of which one is wanted: its share is open."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.columns.items import items_wanted
from scoring.criteria.choices import NAMED
from scoring.criteria.naming import ALL
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.mixtures import kinds_listed, mixes, names_any, told_of
from scoring.pairs import Pairs
from scoring.product import Relation
from scoring.units import fold

# Varieties by a code: ST24 and ST25, Ri6, 9T1; written one after the other without a comma.
_CODE = re.compile(r"\b[a-zđ]{1,4}\d{1,3}\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;+&/]|\s(?:và|va|and)\s", re.IGNORECASE)
_MAY_LIST = re.compile(rf"\d\D+\d|{_BREAK.pattern}", re.IGNORECASE)
MOST_WORDS = 5


@once
def mixed(pairs: Pairs) -> Bools:
    """Offers that list the kind wanted beside others of the product and give no amount for each."""
    demands, offers, d, o = pairs.demands, pairs.offers, pairs.d, pairs.o
    related = np.isin(pairs.relation, (*NAMED, Relation.SIBLING))
    found = related & mixes(demands.one_of[d], offers.mixed[o])
    open_ = np.flatnonzero(related & ~found)
    several = offers.worked_out("name_several", o[open_], lambda row: _name_several(pairs, row))
    for i in open_[several > 0].tolist():
        found[i] = bool(_by_name(pairs, i)[1])
    sets = offers.texts.signs.several[offers.texts.sign[offers.text[o]]]
    listed = demands.texts.signs.listed[demands.texts.sign[demands.text[d]]]
    found &= ~(sets | listed)
    for i in np.flatnonzero(found & offers.several[o]).tolist():
        found[i] = not items_wanted(pairs.offer(i), pairs.demand(i))
    return np.asarray(found)


def mixed_facts(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """``fits`` and ``fits_not``: which of the kinds that an offer mixes are wanted; what they name is not
    asked (``unsaid``)."""
    if not mixed(pairs)[i] or facts.get("items_said"):
        return {}
    offer, asks = pairs.offer(i), int(pairs.demands.one_of[pairs.d[i]])
    _, words = kinds_listed(offer.product, offer.description, offer.remarks)
    fits, others = told_of(asks, words)
    if not (fits and others):
        fits, others = _by_name(pairs, i)
    unsaid, named = facts.get("unsaid") or (), fold(f" {' ; '.join(fits)} ")
    told: Facts = {
        "offered_listed": ALL,
        "which_sort": False,
        "unsaid": [
            each for each in unsaid if not names_any(each, asks) and f" {fold(each)} " not in f" {named} "
        ],
    }
    if not (facts.get("fits") and facts.get("fits_not")):
        told |= {"fits": fits, "fits_not": others}
    return told


def _name_several(pairs: Pairs, o: int) -> bool:
    """Whether the name of an offer lists varieties."""
    return bool(_names_listed(pairs.offers.records[o].product))


def _by_name(pairs: Pairs, i: int) -> tuple[list[str], list[str]]:
    """Of goods that the name of an offer lists, all of one noun, those that a demand names and the others."""
    return _fitting(_names_listed(pairs.offer(i).product), pairs.demand(i).product)


@lru_cache(maxsize=65_536)
def _fitting(listed: tuple[str, ...], product: str) -> tuple[list[str], list[str]]:
    bare = product.isascii() or all(each.isascii() for each in listed)
    asks = set((fold(product) if bare else product.lower()).split())
    own = [set((fold(each) if bare else each.lower()).split()) for each in listed]
    shared = set.intersection(*own) if own else set()
    words = [(each, mine - shared) for each, mine in zip(listed, own, strict=True) if mine - shared]
    fits = [each for each, mine in words if mine <= asks]
    others = [each for each, mine in words if not mine & asks]
    return (fits, others) if fits and others else ([], [])


@lru_cache(maxsize=65_536)
def _names_listed(name: str) -> tuple[str, ...]:
    """Varieties that a name lists by codes or each with the noun: "cá thu phấn, cá thu ảo"; else none."""
    if not _MAY_LIST.search(name):
        return ()
    codes = tuple(dict.fromkeys(_CODE.findall(name)))
    if len(codes) > 1:
        return codes
    pieces = tuple(piece.strip() for piece in _BREAK.split(name.split("(")[0]) if piece.strip())
    nouns = {" ".join(fold(piece).split()[:2]) for piece in pieces}
    alike = len(pieces) > 1 and len(nouns) == 1 and all(2 < len(p.split()) <= MOST_WORDS for p in pieces)
    return pieces if alike else ()
