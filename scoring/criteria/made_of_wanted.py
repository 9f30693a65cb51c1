"""Goods that by their own name are made of those wanted: jam of strawberries, powder of garlic, plum ô mai.

They are no other product but the wrong form of it, and so are the raw goods for what is made of them. Drinks
with alcohol, teas, oils, vinegar, sweets, cakes and mixtures with honey only bear its name and stay other
products, as does what is made of another kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, Relation
from scoring.product.listing import goods_listed
from scoring.product.normalise import has_marks, spellings, syllables

Words = tuple[str, ...]

# What stands before the product, and the form that it tells.
_HEADS = {
    "sweet": ("mứt", "ô mai", "xí muội", "ômai", "candied"),
    "powder": ("bột", "tinh bột"),
    "juice": ("nước cốt", "nước ép", "puree", "purê"),
    "processed": ("siro", "si rô", "xi rô", "sirô", "xirô", "thạch", "bột thạch"),
}
# What stands behind it.
_TAILS = {
    "sweet": ("jam", "marmalade", "preserve", "ngâm đường", "sấy tẩm", "sấy tẩm đường", "rim đường"),
    "powder": ("powder", "bột", "dạng bột"),
    "juice": ("juice", "puree", "concentrate", "cô đặc", "juice concentrate"),
    "processed": ("syrup", "jelly", "jelly powder"),
    "pickled": ("ngâm muối",),
    "dried": ("khô",),
}
_WATER = "nước"  # before a product that is condensed: "nước dứa cô đặc"
_FRUITS = ("quả", "trái", "củ")
_PEEL, _LEAF = "vỏ", "lá"
_LEAFY = frozenset(("vegetable", "herb"))
_SPICING = frozenset(("spice", "medicinal"))
_RAW = ("fresh", "live", "dried")
# Categories that are made of others themselves, or left over from them.
_MADE = frozenset(
    ("dried fruit", "fruit product", "snack", "confectionery", "beverage", "alcohol", "tea", "herbal tea",
     "oil", "essential oil", "condiment", "starch", "fibre", "ingredient", "sweetener", "health", "honey")
)  # fmt: skip
_OTHER_GOODS = re.compile(
    r"\b(?:mật ong|rượu|(?<!thanh )trà|chè|tinh dầu|dầu|giấm|dấm|kẹo|bánh|giặt|rửa|mat ong|ruou|"
    r"(?<!thanh )(?<!cá )(?<!ca )tra|che|tinh dau|dau an|giam|keo|banh|giat|rua|honey|wine|liquor|tea|oil|"
    r"vinegar|candy|cake|cookie|biscuit|detergent|washing)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[,;/+&(]|\s[-–—]\s|\bvà\b|\band\b).*", re.IGNORECASE)
_RELATED = (Relation.FAMILY, Relation.CATEGORY, Relation.UNRELATED, Relation.UNKNOWN)


@once
def made_of_wanted(pairs: Pairs) -> Bools:
    """Pairs of raw goods wanted and something that by its name is made of them, or the other way round."""
    return _made_for_raw(pairs) | raw_for_made(pairs)


@once
def _made_for_raw(pairs: Pairs) -> Bools:
    mask = np.zeros(len(pairs), dtype=np.bool_)
    related = np.isin(pairs.relation, _RELATED)
    rows = np.flatnonzero(related & (pairs.demands.kind[pairs.d] >= 0))
    lexicon, offers = pairs.context.lexicon, pairs.offers.records
    made = pairs.offers.worked_out(
        "made", pairs.o[rows], lambda o: bool(made_from(lexicon, offers[o].product)[1])
    )
    rows = rows[made > 0]
    for o in np.unique(pairs.o[rows]).tolist():
        own = rows[pairs.o[rows] == o]
        mask[own] = np.isin(pairs.demands.kind[pairs.d[own]], made_from(lexicon, offers[o].product)[1])
    for i in np.flatnonzero(mask).tolist():
        mask[i] = _names_raw(lexicon, pairs.demand(i).product)
    return mask


@once
def raw_for_made(pairs: Pairs) -> Bools:
    """The raw goods for what is made of them by the name that the buyer gives it: ginger for "mứt gừng"."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(~pairs.demands.takes_raw[pairs.d] & (pairs.offers.kind[pairs.o] >= 0))
    lexicon, demands = pairs.context.lexicon, pairs.demands.records
    made = pairs.demands.worked_out(
        "made", pairs.d[rows], lambda d: bool(_all_made_from(lexicon, demands[d].product)[1])
    )
    rows = rows[made > 0]
    related = np.isin(pairs.relation[rows], _RELATED)
    for d in np.unique(pairs.d[rows]).tolist():
        ground, kinds = _all_made_from(lexicon, demands[d].product)
        # whether goods of one row are ground is told elsewhere
        own = rows[(pairs.d[rows] == d) & (related | (not ground))]
        mask[own] = np.isin(pairs.offers.kind[pairs.o[own]], kinds)
    for i in np.flatnonzero(mask).tolist():
        mask[i] = _names_raw(lexicon, pairs.offer(i).product)
    return mask


def made_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of the two sides where one is made of the goods of the other."""
    if not made_of_wanted(pairs)[i]:
        return {}
    lexicon, demands, offers = pairs.context.lexicon, pairs.demands, pairs.offers
    if raw_for_made(pairs)[i]:
        made, _ = made_from(lexicon, pairs.demand(i).product)
        kind, told = int(offers.kind[pairs.o[i]]), int(offers.texts.form[offers.text[pairs.o[i]]])
        forms, unsaid = (made, _form_of_raw(lexicon, kind, Form(told))), Form(told) is Form.NONE
    else:
        made, _ = made_from(lexicon, pairs.offer(i).product)
        kind, told = int(demands.kind[pairs.d[i]]), int(demands.texts.form[demands.text[pairs.d[i]]])
        forms, unsaid = (_form_of_raw(lexicon, kind, Form(told)), made), False
    return {"demanded_form": forms[0], "offered_form": forms[1], "offered_form_unsaid": unsaid}


def _form_of_raw(lexicon: Lexicon, kind: int, form: Form) -> str:
    told = form.name.lower()
    return told if told in _RAW else lexicon.kinds[kind].form


@lru_cache(maxsize=16_384)
def _all_made_from(lexicon: Lexicon, name: str) -> tuple[bool, tuple[int, ...]]:
    """Whether a demand names a powder, and the raw kinds of what it names, where all of that is made; none
    where it takes raw goods too ("gừng tươi, mứt gừng")."""
    each = [made_from(lexicon, item) for item in goods_listed(name, False) or [name]]
    told = all(kinds and form != "dried" for form, kinds in each)
    ground = any(form == "powder" for form, _ in each)
    return ground, tuple(sorted({kind for _, kinds in each for kind in kinds})) if told else ()


@lru_cache(maxsize=16_384)
def _names_raw(lexicon: Lexicon, name: str) -> bool:
    """Whether the name of goods tells nothing made, as "mứt gừng" and "garlic powder" do; "thạch đen" is
    the name of a herb."""
    if _OTHER_GOODS.search(name):
        return False
    words, plain = _keys(name)
    named, _ = _first_named(lexicon, words, lexicon.plain if plain else lexicon.marked)
    heads, tails = (
        [row for row in _split(words, plain) if row[2] is before and row[0] != "dried"]
        for before in (True, False)
    )
    return not tails and (named > 0 or not heads)


@lru_cache(maxsize=65_536)
def made_from(lexicon: Lexicon, name: str) -> tuple[str, tuple[int, ...]]:
    """The form that a name tells of goods that are made, and the raw kinds that they may be made of: none
    where it does not tell one product, as unmarked "mut dua" does not."""
    if _OTHER_GOODS.search(name):
        return "", ()
    bare = _PARTS.sub("", name, count=1)
    words, plain = _keys(bare)
    for form, rest, before in _split(words, plain):
        if kinds := _raw_kinds(lexicon, rest, form, plain, before):
            return form, kinds
    return "", ()


def _keys(name: str) -> tuple[Words, bool]:
    """The words of a name, by their marks where it has any."""
    found = syllables(name)
    plain = not has_marks(found)
    return tuple(word.plain if plain else word.marked for word in found), plain


def _split(words: Words, plain: bool) -> list[tuple[str, Words, bool]]:
    """The forms that the words tell, each with what is left for the product and whether that follows."""
    found = []
    for form, head in _HEAD_ROWS[plain]:
        if len(words) > len(head) and words[: len(head)] == head:
            found.append((form, words[len(head) :], True))
    for form, tail in _TAIL_ROWS[plain]:
        if len(words) > len(tail) and words[-len(tail) :] == tail:
            rest = words[: -len(tail)]
            water = form == "juice" and len(rest) > 1 and rest[0] == spellings(_WATER)[plain]
            found.append((form, rest[1:] if water else rest, False))
    return found


def _raw_kinds(lexicon: Lexicon, rest: Words, form: str, plain: bool, before: bool) -> tuple[int, ...]:
    """The raw kinds that the words name, with those above and below them in the table."""
    table = lexicon.plain if plain else lexicon.marked
    end, named = _first_named(lexicon, rest, table)
    leaf = False
    if not named and before and rest[0] in _skipped(form, plain):
        leaf = rest[0] == spellings(_LEAF)[plain]
        rest = rest[1:]
        end, named = _first_named(lexicon, rest, table)
    if len(named) > 1 and form == "sweet":  # "mut dau tay" is of strawberries and not of beans
        named = tuple(k for k in named if lexicon.kinds[k].category == "fruit")
    if len(named) != 1 or (not before and end != len(rest)):
        return ()
    kind = named[0]
    if leaf and lexicon.kinds[kind].category not in _LEAFY:
        return ()
    line = {kind, *lexicon.ancestors(kind), *lexicon.descendants(kind)}
    if _mixed(lexicon, rest[end:], table, line, lexicon.kinds[kind].category == "fruit"):
        return ()
    return tuple(sorted(k for k in line if _is_raw(lexicon, k)))


@lru_cache(maxsize=16)
def _skipped(form: str, plain: bool) -> frozenset[str]:
    """The words of parts that may stand between what is made and the product."""
    peel = (_PEEL,) if form in ("sweet", "processed") else ()
    leaf = (_LEAF,) if form == "powder" else ()
    return frozenset(spellings(word)[plain] for word in (*_FRUITS, *peel, *leaf))


def _first_named(
    lexicon: Lexicon, words: Words, table: Mapping[Words, tuple[int, ...]]
) -> tuple[int, tuple[int, ...]]:
    """The raw kinds of the longest name that the words begin with, and how many words it has."""
    for end in range(len(words), 0, -1):
        if named := _named(lexicon, table.get(words[:end], ())):
            return end, named
    return 0, ()


def _named(lexicon: Lexicon, kinds: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(k for k in kinds if _is_raw(lexicon, k))


def _is_raw(lexicon: Lexicon, i: int) -> bool:
    kind = lexicon.kinds[i]
    return kind.rank != "family" and kind.form in (*_RAW, "") and kind.category not in _MADE


def _mixed(
    lexicon: Lexicon, words: Words, table: Mapping[Words, tuple[int, ...]], line: set[int], fruit: bool
) -> bool:
    """Whether words behind the product name another one, with which it is mixed: "thạch dừa cam"; fruit may
    be spiced: "ô mai mơ gừng"."""
    for a in range(len(words)):
        for b in range(a + 1, len(words) + 1):
            named = _named(lexicon, table.get(words[a:b], ()))
            if fruit:
                named = tuple(k for k in named if lexicon.kinds[k].category not in _SPICING)
            if named and line.isdisjoint(named):
                return True
    return False


def _rows(table: dict[str, tuple[str, ...]]) -> dict[bool, list[tuple[str, Words]]]:
    """Forms with the words that tell them, the longest first, by marks and without."""
    said = [(form, text.split()) for form, texts in table.items() for text in texts]
    return {
        plain: sorted(
            ((form, tuple(spellings(word)[plain] for word in words)) for form, words in said),
            key=lambda row: -len(row[1]),
        )
        for plain in (False, True)
    }


_HEAD_ROWS, _TAIL_ROWS = _rows(_HEADS), _rows(_TAILS)
