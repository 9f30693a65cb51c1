"""Gift boxes: whether one holds what the buyer names, comes from the part of the country that he names, and
whether a product sold in a box of its own is the box wanted."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.goods_named import goods_in
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import ProductMatcher, Relation
from scoring.records import Demand, Offer
from scoring.regions import PROVINCES, region_named
from scoring.units import fold

_SERVING = (Relation.SAME, Relation.VARIETY, Relation.GENERIC, Relation.SIBLING)
_HAVE = re.compile(r"\b(?:phải có|bắt buộc|trong có|có|kèm|gồm|phai co|trong co|co|kem)\b", re.IGNORECASE)
# The buyer leaves the choice, or the seller fills the box as he is told.
_OPEN = re.compile(
    r"\bhoac\b|\bhay\b|\btuy\b|/|\btheo yeu cau\b|\bvan van\b|\.\.\.|…|\bv\.v|\btu chon\b|\bgoi y\b"
)
# Themes of boxes beside the parts of the country, and the parts that belong to them.
_THEMES = {
    "vùng cao": ("vung cao", "mien nui", "nui rung", "tay bac", "dong bac", "viet bac", "tay nguyen"),
    "biển đảo": ("bien dao", "mien bien", "hai dao", "dac san bien", "hai san"),
    "miền Tây": ("mien tay", "tay nam bo", "song nuoc", "cuu long"),
}
_LISTED = re.compile(r"\bgom\b|[:(]")
_BOX = re.compile(r"\b(?:hop|lang|gio)\b")


def lacking(pairs: Pairs) -> Bools:
    """Sets whose contents are known and hold none of some goods that the buyer names for his."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    for i in _rows_of_sets(pairs):
        mask[i] = bool(lacks(pairs, i)[0])
    return mask


def other_theme(pairs: Pairs) -> Bools:
    """Sets that name another theme or part of the country than the buyer does."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    for i in _rows_of_sets(pairs):
        mask[i] = bool(theme_facts(pairs, i))
    return mask


def _rows_of_sets(pairs: Pairs) -> list[int]:
    wanted, given = _sets(pairs)
    return np.flatnonzero(wanted & given).tolist() if wanted.any() else []


@once
def _sets(pairs: Pairs) -> tuple[Bools, Bools]:
    texts, own = pairs.demands.texts, pairs.offers.texts
    wanted = texts.signs.several[texts.sign[pairs.demands.text[pairs.d]]]
    return wanted, own.signs.several[own.sign[pairs.offers.text[pairs.o]]]


def lacks(pairs: Pairs, i: int) -> tuple[list[str], list[str]]:
    """Of the goods that a buyer names for a set those that it does not hold, and those to be asked for where
    it does not tell what it holds."""
    demand, offer = pairs.demand(i), pairs.offer(i)
    named = _named(pairs, i, demand)
    if not named:
        return [], []
    told = fold("; ".join((offer.product, offer.description, offer.packaging, offer.remarks)))
    held = _held(pairs, i, offer)
    matcher = pairs.context.matcher
    missing = [
        words for words, kind in named.items() if fold(words) not in told and not _holds(matcher, kind, held)
    ]
    return ([], missing) if not held or _OPEN.search(told) else (missing, [])


def _holds(matcher: ProductMatcher, kind: int, held: frozenset[int]) -> bool:
    kinds = np.array(sorted(held), dtype=np.int32)
    found = matcher.relations(np.full_like(kinds, kind), kinds)
    return bool(np.isin(found, _SERVING).any())


def _kinds(pairs: Pairs, i: int, wanted: bool) -> frozenset[int]:
    """The goods that the name of a set says it holds."""
    side, row = (pairs.demands, pairs.d[i]) if wanted else (pairs.offers, pairs.o[i])
    signs = side.texts.signs
    box = pairs.context.lexicon.index.get("gift_box", -2)
    return frozenset(kind for kind in signs.kinds[side.texts.sign[side.text[row]]].tolist() if kind >= 0) - {
        box
    }


def _named(pairs: Pairs, i: int, demand: Demand) -> dict[str, int]:
    """The goods that a buyer names for a set, with their kinds; none where he leaves the choice."""
    told = "; ".join(filter(None, (demand.description, demand.spec, demand.remarks)))
    lexicon, matcher = pairs.context.lexicon, pairs.context.matcher
    own = {each.kind: each.words for each in goods_in(matcher, demand.product)}
    kinds = () if _OPEN.search(fold(demand.product)) else sorted(_kinds(pairs, i, wanted=True))
    named = {own.get(kind, lexicon.kinds[kind].name_vi): kind for kind in kinds}
    if told and not _OPEN.search(fold(told)):
        found = goods_in(matcher, _HAVE.sub(",", told))
        named |= {each.words: each.kind for each in found if each.kind not in named.values()}
    return {words: kind for words, kind in named.items() if lexicon.kinds[kind].category != "handicraft"}


def _held(pairs: Pairs, i: int, offer: Offer) -> frozenset[int]:
    """The goods that a set holds as far as its name and words tell."""
    told = "; ".join(filter(None, (offer.description, offer.packaging, offer.remarks)))
    found = goods_in(pairs.context.matcher, _HAVE.sub(",", told)) if told else ()
    listed = len(found) > 1 or _LISTED.search(fold(told)) is not None  # one good alone may be but one of many
    return _kinds(pairs, i, wanted=False) | {each.kind for each in found if listed}


def theme_facts(pairs: Pairs, i: int) -> Facts:
    """The parts of the country, or themes, that both sides name of their sets, where they differ."""
    demand, offer = pairs.demand(i), pairs.offer(i)
    asks = _themes(f"{demand.product}; {demand.spec}; {demand.description}; {demand.remarks}")
    says = _themes(f"{offer.product}; {offer.description}") or _themes(offer.remarks)
    if not asks or not says or any(_agree(one, other) for one in asks for other in says):
        return {}
    return {"asks": ", ".join(asks), "offered": ", ".join(says)}


@lru_cache(maxsize=8_192)
def _themes(text: str) -> tuple[str, ...]:
    plain = f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "
    found = [theme for theme, words in _THEMES.items() if any(f" {each} " in plain for each in words)]
    region = region_named(text)
    own = [theme for theme in found if theme != "vùng cao" or not region]
    return tuple(dict.fromkeys((*([region] if region else []), *own)))


def _agree(one: str, other: str) -> bool:
    """Whether a theme or part of the country is another one or lies in it."""
    if one == other:
        return True
    mountains = _THEMES["vùng cao"]
    if "vùng cao" in (one, other):
        return fold(other if one == "vùng cao" else one) in mountains
    mine, theirs = PROVINCES.get(one), PROVINCES.get(other)
    return bool(mine and theirs and mine & theirs)


@once
def one_good(pairs: Pairs) -> Bools:
    """Goods alone for a box of which the buyer names no more than these: "trà hoa vàng hộp quà"."""
    wanted, given = _sets(pairs)
    mask = wanted & ~given & (pairs.relation == Relation.GENERIC)
    for i in np.flatnonzero(mask).tolist():
        named, kind = _kinds(pairs, i, wanted=True), int(pairs.offers.kind[pairs.o[i]])
        same = len(named) == 1 and kind >= 0
        mask[i] = same and _holds(pairs.context.matcher, next(iter(named)), frozenset((kind,)))
    return np.asarray(mask)


def box_facts(pairs: Pairs, i: int) -> Facts:
    """What is to be told of a set: goods that the buyer names in ``box_lacks`` and ``box_unsaid``; a
    ``boxed_good`` has a box of its own, a ``loose_good`` is still to be packed in one."""
    if one_good(pairs)[i]:
        offer = pairs.offer(i)
        boxed = _BOX.search(fold(f"{offer.product} {offer.packaging} {offer.unit} {offer.description}"))
        return {"demanded_set": False, "boxed_good" if boxed else "loose_good": True}
    wanted, given = _sets(pairs)
    if not (wanted[i] and given[i]):
        return {}
    missing, unsaid = lacks(pairs, i)
    told = fold(pairs.demand(i).spec)
    facts: Facts = {"box_lacks": missing} if missing else {}
    if unsaid := [words for words in unsaid if fold(words) not in told]:  # else the specification asks
        facts["box_unsaid"] = unsaid
    return facts
