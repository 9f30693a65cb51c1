"""Meat and fish grilled, roasted, boiled or dressed as a dish: another form than the raw animal, on
whichever side."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.listing import goods_listed
from scoring.units import fold

_ANIMALS = frozenset(("meat", "livestock", "seafood"))
_RAW = ("fresh", "live", "frozen", "chilled", "")
_DISH = (
    r"nướng|quay|tái chanh|ủ muối|rô ti|xá xíu|giả cầy|chiên|rán|xào|rang|rim|hầm|tiềm|kho"
    r"|tai chanh|u muoi|ro ti|xa xiu|gia cay|chien|xao|nuong"
)
# What may stand before a dish that is only what the goods are for.
_FOR = (
    r"(?<!để )(?<!làm )(?<!dùng )(?<!cho )(?<!chuyên )(?<!món )"
    r"(?<!de )(?<!lam )(?<!dung )(?<!chuyen )(?<!mon )"
)
# Boiled and steamed shrimp, crabs and clams are sold frozen like raw ones; of meat they are dishes.
_BOILED = re.compile(rf"{_FOR}\b(?:luộc|hấp|luoc|hap)\b(?! sấy| say)", re.IGNORECASE)
_WORKED = re.compile(rf"{_FOR}\b(?:{_DISH})\b", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:roast(?:ed)?|grilled|barbecued|fried|braised|boiled|cooked|char-?grilled)\b", re.IGNORECASE
)
_NOUNS = {
    "lợn": 1, "heo": 1, "trâu": 2, "bò": 3, "bê": 3, "dê": 4, "gà": 5, "vịt": 6, "ngan": 7, "ngỗng": 8,
    "cừu": 9, "ngựa": 10, "thỏ": 11, "chim cút": 12, "chim bồ": 13, "chim trĩ": 14, "chim sẻ": 15,
    "gà tây": 16, "gà sao": 17,
}  # fmt: skip
_DRIED = (Form.DRIED, Form.HALF_DRIED, Form.SMOKED)
_NEAR = (*NAMED, Relation.SIBLING, Relation.OTHER_FORM)


class Goods(NamedTuple):
    """Whether a name tells of a dish and of raw animals, and the raw kinds of the dishes."""

    dish: bool
    raw: bool
    kinds: tuple[int, ...]


@once
def prepared(pairs: Pairs) -> Bools:
    """Pairs of an animal or its meat wanted raw and offered as a dish, or the other way round."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    animals, dishes = _animals(pairs.context.lexicon)
    asked, given = pairs.demands.kind[pairs.d], pairs.offers.kind[pairs.o]
    nouns = _nouns(pairs.context.lexicon)
    alike = (nouns[asked] == nouns[given]) & (nouns[asked] > 0)
    near = np.isin(pairs.relation, _NEAR) | dishes[asked] | dishes[given] | alike
    rows = np.flatnonzero(near & animals[asked] & animals[given])
    if not len(rows):
        return mask
    matcher, demands, offers = pairs.context.matcher, pairs.demands, pairs.offers
    wants = demands.worked_out(
        "dish", pairs.d[rows], lambda d: _goods(matcher, demands.records[d].product).dish
    )
    gives = offers.worked_out(
        "dish", pairs.o[rows], lambda o: _goods(matcher, offers.records[o].product).dish
    )
    for i in rows[wants != gives].tolist():
        mask[i] = _differ(pairs, int(pairs.d[i]), int(pairs.o[i]))
    return mask


def prepared_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of the two sides where only one of them is a dish."""
    if not prepared(pairs)[i]:
        return {}
    dish = _goods(pairs.context.matcher, pairs.demand(i).product).dish
    forms = ("prepared", "unprepared") if dish else ("unprepared", "prepared")
    return {"demanded_form": forms[0], "offered_form": forms[1], "offered_form_unsaid": False}


def _differ(pairs: Pairs, d: int, o: int) -> bool:
    """Whether one side names nothing but dishes of an animal that the other side names raw."""
    matcher, demand, offer = pairs.context.matcher, pairs.demands.records[d], pairs.offers.records[o]
    asks, has = _goods(matcher, demand.product), _goods(matcher, offer.product)
    if (asks.raw and asks.dish) or (has.raw and has.dish):
        return False
    beside = f"{offer.description} {offer.packaging}" if asks.dish else f"{demand.spec} {demand.description}"
    if _told(beside):
        return False
    given = int(pairs.offers.kind[o]) if asks.dish else int(pairs.demands.kind[d])
    return any(_one_animal(matcher, kind, given) for kind in (asks if asks.dish else has).kinds)


@lru_cache(maxsize=16_384)
def _one_animal(matcher: ProductMatcher, one: int, other: int) -> bool:
    """Whether two kinds are one animal by the table, or by the noun that their names begin with."""
    sides = (np.array([each], dtype=np.int32) for each in (one, other))
    if int(matcher.relations(*sides)[0]) in _NEAR:
        return True
    nouns = _nouns(matcher.lexicon)
    return bool(nouns[one] and nouns[one] == nouns[other])


@lru_cache(maxsize=16_384)
def _told(text: str) -> bool:
    return any(each.search(text) for each in (_WORKED, _BOILED, _ENGLISH))


@lru_cache(maxsize=65_536)
def _goods(matcher: ProductMatcher, name: str) -> Goods:
    """What a name lists of dishes and of raw goods."""
    if not _told(name):
        return Goods(dish=False, raw=True, kinds=())
    kinds = [_raw_of(matcher, item) for item in goods_listed(name, False) or [name]]
    dishes = tuple(kind for kind in kinds if kind >= 0)
    return Goods(dish=bool(dishes), raw=len(dishes) < len(kinds), kinds=dishes)


def _raw_of(matcher: ProductMatcher, name: str) -> int:
    """The raw animal or meat of which a name tells a dish; -1 for none, as of "cá chiên", which is a fish."""
    kinds = matcher.lexicon.kinds
    whole = matcher.reading(ProductText(name))
    english = _ENGLISH.search(name)
    found = english or _WORKED.search(name) or _BOILED.search(name)
    if found is None or whole.form in _DRIED:
        return -1
    word = fold(found[0])
    if whole.kind >= 0 and kinds[whole.kind].form != "processed":
        own = kinds[whole.kind]
        names = (own.name_vi, own.name_en, *own.synonyms_vi, *own.synonyms_en)
        if any(f" {word} " in f" {fold(each)} " for each in names):
            return -1
    bare = _ENGLISH.sub(" ", name) if english else name[: found.start()]
    if name.isascii() and word == "nuong" and fold(bare).split()[:1] in (["lon"], ["heo"]):
        return -1  # pigs of the fields
    raw = matcher.reading(ProductText(bare.strip())).kind if bare.strip() else -1
    if raw < 0 or kinds[raw].category not in _ANIMALS or kinds[raw].form not in _RAW:
        return -1
    boiled = not english and not _WORKED.search(name)
    return -1 if boiled and kinds[raw].category == "seafood" else raw


@lru_cache(maxsize=8)
def _animals(lexicon: Lexicon) -> tuple[Bools, Bools]:
    """Kinds of animals, their meat and dishes, and those that are dishes; last, for a kind that is not known,
    False."""
    dishes = [
        kind.form == "processed" and kind.category in ("prepared food", *_ANIMALS) for kind in lexicon.kinds
    ]
    animals = [dish or kind.category in _ANIMALS for dish, kind in zip(dishes, lexicon.kinds, strict=True)]
    return np.array([*animals, False], dtype=np.bool_), np.array([*dishes, False], dtype=np.bool_)


@lru_cache(maxsize=8)
def _nouns(lexicon: Lexicon) -> NDArray[np.int8]:
    """A number for the animal whose noun begins the name of a kind, 0 for none; last, for a kind that is not
    known, 0."""
    found = [0] * (len(lexicon.kinds) + 1)
    for i, kind in enumerate(lexicon.kinds):
        words = kind.name_vi.lower().removeprefix("thịt ").split()
        if words and kind.category in _ANIMALS:
            found[i] = _NOUNS.get(" ".join(words[:2]), _NOUNS.get(words[0], 0))
    return np.array(found, dtype=np.int8)
