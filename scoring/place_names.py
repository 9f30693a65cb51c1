"""Goods that are named by nothing but a place where several cultivars grow: "cam Cao Phong" tells of none.

A place and a cultivar are not of one kind, whatever the table calls each other's sibling or variety. Where by
the table nothing else of the product grows in a place, its name stands for what does ("bưởi Đoan Hùng").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from scoring.product import Lexicon
from scoring.units import fold

_WORD = re.compile(r"[a-z0-9]+")
_GROWN = frozenset(("fruit", "citrus", "melon"))
# Words beside a name that tell neither a place nor a sort.
_ASIDE = frozenset(
    (
        "loai",
        "hang",
        "tuoi",
        "qua",
        "trai",
        "dac",
        "san",
        "ocop",
        "vietgap",
        "chuan",
        "ngon",
        "sach",
        "fresh",
        "cddl",
    )
)


def grows(lexicon: Lexicon, kind: int) -> bool:
    """Whether a kind is a variety of what a place and a cultivar may both name."""
    goods = lexicon.kinds[kind]
    return goods.rank == "variety" and goods.category in _GROWN


@lru_cache(maxsize=65_536)
def place_alone(lexicon: Lexicon, kind: int, name: str) -> str:
    """The place that a name of goods of a kind holds and nothing else beside the product, folded, where other
    cultivars grow too; "" where it says more or no such place."""
    if not grows(lexicon, kind):
        return ""
    line = (kind, *lexicon.ancestors(kind))
    root = next((each for each in line if lexicon.kinds[each].rank != "variety"), -1)
    if root < 0:
        return ""
    words = " ".join(_WORD.findall(fold(name)))
    goods = (" ".join(each) for each in _names(lexicon, root))
    rest = next((words.removeprefix(f"{each} ") for each in goods if words.startswith(f"{each} ")), "")
    rest = " ".join(each for each in rest.split() if each not in _ASIDE and not each.isdigit())
    if not rest or not (rest in _places(lexicon, kind) or rest in _places(lexicon, root)):
        return ""
    grown = _grow_there(lexicon, root)
    area = {rest, *_indication_named(lexicon, kind, root, rest)}
    others = frozenset().union(*(grown.get(place, frozenset()) for place in area)).difference(line)
    apart = [each for each in others if kind not in lexicon.ancestors(each)]
    return rest if len(apart) > 1 else ""


def _indication_named(lexicon: Lexicon, kind: int, root: int, place: str) -> frozenset[str]:
    """The places of the indication that is a kind's whole name beside the product: the oranges of all Nghệ An
    bear that of Vinh, of whichever cultivar they are; that of Hàm Yên is for cam sành alone."""
    goods = lexicon.kinds[kind]
    named = frozenset(" ".join(_WORD.findall(fold(part))) for part in re.split(r"[;,()]", goods.gi_name))
    words = tuple(_WORD.findall(fold(goods.name_vi).removesuffix(f" {place}")))
    return named if place in named and words in _names(lexicon, root) else frozenset()


@lru_cache(maxsize=4_096)
def _names(lexicon: Lexicon, kind: int) -> tuple[tuple[str, ...], ...]:
    """The words of what goods are called, the longest names first."""
    goods = lexicon.kinds[kind]
    return _longest_first(_WORD.findall(fold(each)) for each in (goods.name_vi, *goods.synonyms_vi))


def _longest_first(names: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted({tuple(each) for each in names}, key=lambda each: len(" ".join(each)), reverse=True))


@lru_cache(maxsize=8_192)
def _words_of_places(lexicon: Lexicon, kind: int) -> tuple[tuple[str, ...], ...]:
    """The words of the places of a kind by the table, the longest names first."""
    return _longest_first(place.split() for place in _places(lexicon, kind))


@lru_cache(maxsize=8_192)
def _places(lexicon: Lexicon, kind: int) -> frozenset[str]:
    """The places of a kind by the table, folded."""
    goods = lexicon.kinds[kind]
    parts = (part for each in (*goods.origins, goods.gi_name) for part in re.split(r"[;,()]| - ", each))
    return frozenset(" ".join(_WORD.findall(fold(part))) for part in parts) - {""}


@lru_cache(maxsize=1_024)
def _grow_there(lexicon: Lexicon, root: int) -> dict[str, frozenset[int]]:
    """The cultivars of a product that grow in each place by the table, without those named by a place."""
    found: dict[str, set[int]] = {}
    for kind, goods in enumerate(lexicon.kinds):
        if goods.rank == "variety" and root in lexicon.ancestors(kind):
            own, places = fold(goods.name_vi), _places(lexicon, kind)
            if not any(own.endswith(f" {place}") for place in places):
                for place in places:
                    found.setdefault(place, set()).add(kind)
    return {place: frozenset(kinds) for place, kinds in found.items()}


@lru_cache(maxsize=16_384)
def sort_words(lexicon: Lexicon, kind: int, name: str) -> str:
    """What a name of goods of a kind says of their cultivar, as it is written: "lòng vàng"; "" for a place or
    nothing."""
    line = (kind, *lexicon.ancestors(kind))
    root = next((each for each in line if lexicon.kinds[each].rank != "variety"), -1)
    if root < 0 or lexicon.kinds[kind].rank != "variety":
        return ""
    written = re.findall(r"\w+", name)
    plain = [fold(each) for each in written]
    for goods in _names(lexicon, root):
        length = len(goods)
        if tuple(plain[:length]) == goods:
            written, plain = written[length:], plain[length:]
            break
    for each in line:
        for place in _words_of_places(lexicon, each):
            length = len(place)
            at = next((n for n in range(len(plain)) if tuple(plain[n : n + length]) == place), -1)
            if at >= 0:
                del written[at : at + length], plain[at : at + length]
    kept = [word for word, own in zip(written, plain, strict=True) if own not in _ASIDE]
    known = {word for each in line for called in _names(lexicon, each) for word in called}
    return " ".join(word for word in kept if fold(word) in known)
