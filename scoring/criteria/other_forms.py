"""The product wanted in a state that the table of kinds does not tell apart: ground and not sliced, its leaf
and not its flower."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, Relation
from scoring.product.listing import goods_listed
from scoring.product.normalise import spellings, syllables
from scoring.product.worked import is_ground
from scoring.raw_goods import paddy
from scoring.records import Demand, Offer
from scoring.units import fold

# Dried goods that are sold whole or sliced, and ground; flour and starch are goods of their own.
_GROUND = frozenset(("spice", "medicinal", "herb", "mushroom", "vegetable", "root"))
_POWDER = re.compile(r"\b(?:bot|xay min|nghien|powder|ground)\b")
_MILLED = re.compile(r"\b(?<!chua )(?<!khong )(?<!may )xay\b(?! theo| khi| ho\b)")
# Categories of plants of which leaf, flower and root are traded apart, and the words for these parts.
_OF_PARTS = frozenset(("tea", "herbal tea", "medicinal", "herb", "health", "flower"))
_WORDS = {
    "lá": "lá", "hoa": "hoa", "bông": "hoa", "nụ": "hoa", "rễ": "rễ", "củ": "rễ", "thân": "thân",
}  # fmt: skip
_PARTS = {spellings(word)[0]: part for word, part in _WORDS.items()}
_ALL_PARTS = tuple(dict.fromkeys(_WORDS.values()))
_BARE_PARTS = {"la": "lá", "hoa": "hoa", "bong": "hoa", "re": "rễ", "cu": "rễ"}
_STATES = {"tươi": "tươi", "tuoi": "tươi", "khô": "khô", "kho": "khô", "sấy": "khô", "say": "khô"}
_RIGHT = (*NAMED, Relation.SIBLING)
Told = tuple[tuple[str, frozenset[str]], ...]


@once
def ground(pairs: Pairs) -> Bools:
    """Powder for what is wanted whole or sliced, or the other way round."""
    asks, says = _ground_sides(pairs)
    one, other = pairs.demands.kind[pairs.d], pairs.offers.kind[pairs.o]
    mask = np.isin(pairs.relation, _RIGHT) & (one >= 0) & (other >= 0) & (asks != says)
    kinds = pairs.context.lexicon.kinds
    for i in np.flatnonzero(mask).tolist():
        sides = kinds[int(one[i])], kinds[int(other[i])]
        mask[i] = all(k.category in _GROUND and k.rank != "family" for k in sides) and not _open(pairs, i)
    return np.asarray(mask)


def ground_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of the two sides where only one of them is a powder."""
    asks, says = (bool(side[i]) for side in _ground_sides(pairs))
    spice = _spices(pairs.context.lexicon)[[pairs.demands.kind[pairs.d[i]], pairs.offers.kind[pairs.o[i]]]]
    by_table = int(pairs.relation[i]) == Relation.OTHER_FORM and bool(spice.all())
    if asks == says or not (by_table or ground(pairs)[i]):
        return {}
    names = {True: "powder", False: "dried"}
    return {"demanded_form": names[asks], "offered_form": names[says], "offered_form_unsaid": False}


@once
def _ground_sides(pairs: Pairs) -> tuple[Bools, Bools]:
    """Whether a powder is wanted, and whether one is offered, by the kinds and the forms told."""
    powder = _powder(pairs.context.lexicon)
    told = pairs.demands.texts.form[pairs.demands.text[pairs.d]] == Form.POWDER
    given = pairs.offers.texts.form[pairs.offers.text[pairs.o]] == Form.POWDER
    asks, says = powder[pairs.demands.kind[pairs.d]] | told, powder[pairs.offers.kind[pairs.o]] | given
    spices = np.flatnonzero(
        _spices(pairs.context.lexicon)[pairs.demands.kind[pairs.d]] & np.isin(pairs.relation, _RIGHT)
    )
    if len(spices):
        asks[spices] |= _milled(pairs.demands.records, pairs.d[spices])
        says[spices] |= _milled(pairs.offers.records, pairs.o[spices])
    return asks, says


def _open(pairs: Pairs, i: int) -> bool:
    """Whether both sides speak of powder, so that the other form may be had too: "nghệ khô (lát, bột)"."""
    demand, offer = pairs.demand(i), pairs.offer(i)
    asks = fold(f"{demand.product} {demand.spec} {demand.description} {demand.remarks}")
    says = fold(f"{offer.product} {offer.description} {offer.packaging} {offer.grade} {offer.remarks}")
    return bool(_POWDER.search(asks)) and bool(_POWDER.search(says))


@lru_cache(maxsize=8)
def _powder(lexicon: Lexicon) -> NDArray[np.bool_]:
    """The dried kinds that are powders by their main name; last, for a kind that is not known, False."""
    return np.array([*map(is_ground, lexicon.kinds), False], dtype=np.bool_)


@lru_cache(maxsize=8)
def _spices(lexicon: Lexicon) -> NDArray[np.bool_]:
    flags = [kind.category == "spice" and kind.rank != "family" for kind in lexicon.kinds]
    return np.array([*flags, False], dtype=np.bool_)


def _milled(records: Sequence[Demand] | Sequence[Offer], rows: NDArray[np.int32]) -> Bools:
    """Whether the names of records tell goods that are ground: "thảo quả xay"."""
    met, at = np.unique(rows, return_inverse=True)
    found = [_MILLED.search(fold(records[row].product)) is not None for row in met.tolist()]
    return np.array(found, dtype=np.bool_)[at]


def other_part(pairs: Pairs) -> Bools:
    """Another part of the plant than the one wanted, both being named: its leaves and not its flowers."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(of_parts(pairs))
    wanted = pairs.demands.worked_out("parts", pairs.d[rows], lambda d: _bits(_parts_wanted(pairs, d)))
    rows, wanted = rows[wanted != 0], wanted[wanted != 0]
    given = pairs.offers.worked_out(
        "parts", pairs.o[rows], lambda o: _bits(part for _, parts in _parts_given(pairs, o) for part in parts)
    )
    rows = rows[(given & ~wanted) != 0]
    mask[rows] = [bool(part_facts(pairs, i)) for i in rows.tolist()]
    return mask


def of_parts(pairs: Pairs) -> Bools:
    """The goods wanted, or others like them, where parts of one plant are traded apart."""
    kinds = pairs.demands.kind[pairs.d]
    return np.asarray(np.isin(pairs.relation, _RIGHT) & _in_parts(pairs.context.lexicon)[kinds])


def _parts_wanted(pairs: Pairs, d: int) -> frozenset[str]:
    """The parts of its plant that a demand names."""
    lexicon, kind, demand = pairs.context.lexicon, int(pairs.demands.kind[d]), pairs.demands.records[d]
    return _parts(lexicon, kind, demand.product) or _parts(lexicon, kind, demand.spec)


def part_facts(pairs: Pairs, i: int) -> Facts:
    """The parts of a plant that are offered and wanted, where none of those offered is wanted: ``parts``."""
    kind, lexicon, demand = int(pairs.demands.kind[pairs.d[i]]), pairs.context.lexicon, pairs.demand(i)
    if not _in_parts(lexicon)[kind] or int(pairs.relation[i]) not in _RIGHT:
        return {}
    wanted = _parts_wanted(pairs, int(pairs.d[i]))
    if not wanted:
        return {}
    asks = _states(f"{demand.product} {demand.spec}")
    told = _parts_given(pairs, int(pairs.o[i]))
    if not any(parts and not parts & wanted for _, parts in told):
        return {}
    for item, parts in told:
        says = _states(item)
        if (not parts or parts & wanted) and (not asks or not says or asks & says):
            return {}
    names = [_named(parts, _states(item)) for item, parts in told if parts]
    return {"parts": [", ".join(names), _named(wanted, asks)]}


def _parts_given(pairs: Pairs, o: int) -> Told:
    """The goods that an offer names, each with the parts of its plant."""
    kind, offer = int(pairs.offers.kind[o]), pairs.offers.records[o]
    return _parts_told(pairs.context.lexicon, kind, offer.product, offer.description)


@lru_cache(maxsize=16_384)
def _parts_told(lexicon: Lexicon, kind: int, name: str, description: str) -> Told:
    """The goods that a name lists, each with the parts of its plant that it names; of goods that name none by
    themselves, those of their description."""
    listed = goods_listed(name, False) or [name]
    told = tuple((item, _parts(lexicon, kind, item)) for item in listed)
    if len(listed) == 1 and not told[0][1]:
        return ((name, _parts(lexicon, kind, description)),)
    return told


def _bits(parts: Iterable[str]) -> int:
    """Parts of plants as bits."""
    return sum(1 << _ALL_PARTS.index(part) for part in set(parts))


def _named(parts: frozenset[str], states: frozenset[str]) -> str:
    return " ".join((", ".join(sorted(parts)), *sorted(states)))


@lru_cache(maxsize=16_384)
def _states(text: str) -> frozenset[str]:
    return frozenset(_STATES[word] for word in re.findall(r"\w+", text.lower()) if word in _STATES)


@lru_cache(maxsize=8)
def _in_parts(lexicon: Lexicon) -> NDArray[np.bool_]:
    flags = [kind.category in _OF_PARTS and kind.rank != "family" for kind in lexicon.kinds]
    return np.array([*flags, False], dtype=np.bool_)


@lru_cache(maxsize=16_384)
def _parts(lexicon: Lexicon, kind: int, text: str) -> frozenset[str]:
    """The parts of the plant that a text names beside its own name: "trà hoa vàng lá khô" tells the leaf."""
    bare = text.isascii()
    table = _BARE_PARTS if bare else _PARTS
    keys = [word.plain if bare else word.marked for word in syllables(text)]
    if table.keys().isdisjoint(keys):
        return frozenset()
    taken: set[int] = set()
    for own in _own_names(lexicon, kind, bare):
        for at in range(len(keys) - len(own) + 1):
            if tuple(keys[at : at + len(own)]) == own:
                taken.update(range(at, at + len(own)))
    return frozenset(table[key] for at, key in enumerate(keys) if key in table and at not in taken)


@lru_cache(maxsize=8_192)
def _own_names(lexicon: Lexicon, kind: int, bare: bool) -> tuple[tuple[str, ...], ...]:
    """The names of a plant that hold the word of a part within: "trà hoa vàng" is no flower for that."""
    if kind < 0:
        return ()
    lines = [lexicon.kinds[k] for k in (kind, *lexicon.ancestors(kind))]
    names = [
        tuple(word.plain if bare else word.marked for word in syllables(name))
        for each in lines
        for name in (each.name_vi, *each.synonyms_vi)
    ]
    table = _BARE_PARTS if bare else _PARTS
    return tuple(n for n in names if len(n) > 1 and n[0] not in table and n[-1] not in table)


def in_husk(pairs: Pairs) -> Bools:
    """Rice that a seller's words tell to be paddy, who mills none, where the buyer asks for none."""
    return np.asarray(_husks(pairs) == _PADDY)


def told_in_husk(pairs: Pairs) -> Bools:
    """Rice whose words tell of its husk, whether or not it can be had milled."""
    return np.asarray(_husks(pairs) != 0)


def husk_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of paddy for rice; that it must be milled (``to_prepare``) where the seller speaks of it."""
    found = int(_husks(pairs)[i])
    if found == _TO_MILL:
        offer = pairs.offer(i)
        return {"to_prepare": "xay xát", "in_husk": paddy(_all_words(offer))[0]}
    forms = {"demanded_form": "milled", "offered_form": "in_husk", "offered_form_unsaid": False}
    return forms if found == _PADDY else {}


_PADDY, _TO_MILL = 1, 2


@lru_cache(maxsize=8)
def _rice(lexicon: Lexicon) -> NDArray[np.bool_]:
    return np.array([*(kind.category == "rice" for kind in lexicon.kinds), False], dtype=np.bool_)


@once
def _husks(pairs: Pairs) -> NDArray[np.int8]:
    """Whether each offer of rice is of paddy, and whether it can be had milled."""
    found = np.zeros(len(pairs), dtype=np.int8)
    rice = _rice(pairs.context.lexicon)
    rows = (
        np.isin(pairs.relation, _RIGHT) & rice[pairs.offers.kind[pairs.o]] & rice[pairs.demands.kind[pairs.d]]
    )
    for i in np.flatnonzero(rows).tolist():
        offer, demand = pairs.offer(i), pairs.demand(i)
        words, milled = paddy(_all_words(offer))
        if words and not _HUSKED.search(fold(f"{demand.product} {demand.spec} {demand.remarks}")):
            found[i] = _TO_MILL if milled else _PADDY
    return found


_HUSKED = re.compile(r"\b(?:thoc|lua|paddy)\b")


def _all_words(offer: Offer) -> str:
    return f"{offer.product}; {offer.description}; {offer.packaging}; {offer.remarks}"
