"""How goods are to be packed, held against how an offer says that they are."""

from __future__ import annotations

import re

from scoring.criteria.clauses import OR, OR_WORDS, REPACK, SAME, UNSAID, WORD, Clause
from scoring.criteria.meaning import meaning
from scoring.criteria.meant import said_by_meaning
from scoring.criteria.packs import (
    UNITS,
    as_packed,
    first_pack,
    near,
    pack_measures,
    packed_in,
    packs_in,
    packs_listed,
)
from scoring.criteria.spec_words import EMPTY, another, vietnamese
from scoring.units import fold

_HOLDS_ITEMS = re.compile(r"\d ?(?:mon|san pham|thu|loai)\b")


def packed(asks: str, plain: str, pack: str, told: str, packaging: str) -> Clause:
    """What an offer says to a pack that is asked for: the same, another one, or nothing.

    Any of the packs that an offer lists will do, each with what it holds itself.
    """
    if _HOLDS_ITEMS.search(plain):
        return Clause(asks, UNSAID)  # "hộp 4–6 món" tells what it holds
    offered = [each for each in (*packed_in(packaging), *packs_in(told)) if each != "lồng"]
    wanted, given = pack_measures(plain), pack_measures(fold(told))
    if not offered:
        return Clause(_without_content(asks) if wanted and near(wanted, given) else asks, UNSAID)
    own = as_packed(packaging) or first_pack(told)
    name, _, more = told.partition(";")
    beside = told if packs_in(name) else more  # the "su" of su hào is no porcelain
    differing = another(vietnamese(plain), vietnamese(fold(beside)))
    listed = [*_of_packaging(packaging), *packs_listed(told)]
    if pack == _LOOSE and _LOOSE not in offered:
        bulk = any(kind in _BAGS and _holds(held, _BULK) for kind, held in listed)
        return Clause(asks, SAME) if bulk else Clause(asks, REPACK, own)
    if pack not in offered and _OF_PACKS.search(plain):
        return Clause(asks, UNSAID)  # a carton around the packs, which takes none of them apart
    alike = [held for kind, held in listed if kind == pack or (kind in _BAGS and pack in _BAGS)]
    big = pack in _BAGS and any(near(wanted, held) for held in alike)
    if (pack not in offered and not big) or differing:
        return Clause(asks, REPACK, own or differing)
    bare = pack in packed_in(packaging) and not pack_measures(fold(packaging))
    if wanted and (not given or (bare and not any(held for _, held in listed))):
        return Clause(asks, UNSAID)  # "bó", of which an amount told elsewhere is no content
    same = [held for kind, held in listed if kind == pack and held]
    if wanted and not big and not any(near(wanted, held) for held in same or [given]):
        return Clause(asks, REPACK, own)
    said = set(WORD.findall(meaning(fold(told))))
    if any(_beside(choice) <= said for choice in _materials(plain)):  # "chai sứ hoặc thủy tinh"
        return Clause(asks, SAME)
    if wanted and said_by_meaning(" ".join(_CONTENT.split(asks)), told):  # "thùng xốp 22 kg ướp đá"
        return Clause(asks, SAME)
    rest = _without_content(asks)
    return Clause(asks, SAME) if rest != asks and said_by_meaning(rest, told) else Clause(rest, UNSAID)


def _materials(plain: str) -> list[str]:
    """The choices of a pack that a clause leaves by "hoặc" or a slash: "chai sứ/thủy tinh"; a slash behind
    what it holds ("500 g/túi") leaves none."""
    choices = [each for part in OR.split(plain) for each in part.split("/")]
    return choices if all(map(_beside, choices)) else OR.split(plain)


def _beside(plain: str) -> set[str]:
    """What a folded text says of a pack beside its kind and content."""
    words = (word for word in WORD.findall(meaning(plain)) if word not in EMPTY and not word[0].isdigit())
    return {word for word in words if word not in UNITS and not packs_in(word)} - _PRAISE - _PACKS


_LOOSE = "rời"
_BAGS = ("túi", "bao")  # names of one thing where they hold as much
_BULK = 500.0  # grams from which a bag holds goods loose
_OF_PACKS = re.compile(r"\d ?(?:tui|hop|chai|goi|hu|lo|lon)\b")
_PACKS = frozenset(("bao", "tui", "goi", "hop", "can", "lon", "thung", "khay", "bich"))  # without their marks
_PRAISE = frozenset(("dep", "sang", "xin", "chac", "trong", "cao", "cap", "ky", "boc", "jumbo"))


def _holds(held: list[tuple[str, float, float]], least: float) -> bool:
    """Whether a pack holds so much, or does not say how much it holds."""
    return not held or any(kind == "mass" and most >= least for kind, _, most in held)


def _of_packaging(packaging: str) -> list[tuple[str, list[tuple[str, float, float]]]]:
    """The packs of the words on packing, which also mean packs where a bare word may not: "can 20 lit"."""
    kinds = packed_in(packaging)
    return [(kinds[0], pack_measures(fold(packaging)))] if len(kinds) == 1 else []


# What a pack holds, by weight or by number, and the joint before another size.
_CONTENT = re.compile(
    r"(?:(?:^|(?<=\s))(?:hoặc|hoac|or|,|x)\s*)?"
    r"(?<!\w)\d[\d.,]*(?:\s?[-–—x]\s?\d[\d.,]*)?\s?(?:kg|gr|gam|gram|g|ml|lít|lit|l|ký|ky)(?!\w)[,\s]*",
    re.IGNORECASE,
)


def _without_content(asks: str) -> str:
    """What a clause asks of a pack beside what it holds, where the offer says that, in its own words: "hút
    chân không" of "túi 500 g hút chân không"; the whole of it where that is no one part of it.

    >>> _without_content("chai thủy tinh 500 ml"), _without_content("hộp 50 g/thùng 20 kg")
    ('chai thủy tinh', 'hộp 50 g/thùng 20 kg')
    """
    parts = [each.strip(" ,") for each in _CONTENT.split(asks)]
    parts = [each for each in parts if each and fold(each) not in OR_WORDS]
    if len(parts) == 2 and len(parts[0].split()) == 1 and packs_in(parts[0]):  # the bare pack says nothing
        parts = parts[1:]
    return parts[0] if len(parts) == 1 else asks
