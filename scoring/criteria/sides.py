"""Of which side or part of goods a length is told: the size of a bulb answers no "cắt cuống 1 cm"."""

from __future__ import annotations

import re
from math import inf

from scoring.criteria.ends import Measure
from scoring.units import fold

BY_SIDE = ("length", "thickness")
_SIDE = (
    r"(cao|dai|rong|ngang|sau|duong kinh|mat|mieng|day|vanh|mu|canh|la|ngon|than|phi|ø|soi|size|co|cu|qua|"
    r"trai|cuong|re|gai|duoi(?! ?\d)|mam|choi|mo lung|chan|goc|stems?|stalks?|caps?|roots?|leaf|leaves|"
    r"diameter|long|length|tall|height|high|wide|width|thick|bulbs?)"
)
# One name for what has several: the cap of a mushroom is its "cánh", its stalk the "chân".
_ONE = {
    "chan": "cuong", "goc": "cuong", "stem": "cuong", "stems": "cuong", "stalk": "cuong", "stalks": "cuong",
    "canh": "mu", "cap": "mu", "caps": "mu", "root": "re", "roots": "re", "leaf": "la", "leaves": "la",
    "diameter": "duong kinh", "phi": "duong kinh", "long": "dai", "length": "dai", "tall": "cao",
    "height": "cao", "high": "cao", "wide": "rong", "width": "rong", "thick": "day", "bulb": "cu",
    "bulbs": "cu",
}  # fmt: skip
# Parts of which a figure without a name says nothing, the extents that differ, and what goods are themselves.
_PARTS = frozenset(("cuong", "re", "gai", "duoi", "mam", "choi", "mo lung"))
_GOODS_TOO = frozenset(("re",))  # which are goods themselves
_EXTENTS = frozenset(("cao", "dai", "rong", "ngang", "sau", "duong kinh", "day", "vanh", "phi", "ø"))
_WHOLES = frozenset(("mieng", "soi", "size", "co", "cu", "qua", "trai"))


def of_side(given: list[Measure], wanted: Measure, plain: str, told: str) -> list[Measure]:
    """The lengths of the side that a clause names: "cao 30 cm" is not answered by "rộng 20 cm"."""
    asked = _side_of(wanted, plain)
    sides = [(each, _side_of(each, told)) for each in given]
    if re.search(r"\bcanh\b", plain) and "dai" in asked:  # a stem is as long as it is high
        sides = [(each, side - {"cao"} | {"dai"} if "cao" in side else side) for each, side in sides]
    return [each for each, side in sides if _of_one_side(asked, side)]


def _of_one_side(asked: set[str], given: set[str]) -> bool:
    """Whether figures of the sides named can be of one thing: the length of a piece is no width, and the
    size of a bulb not how long its stem is cut."""
    if asked & _PARTS != given & _PARTS and (asked & _PARTS or given & _PARTS - _GOODS_TOO):
        return False
    if asked & _EXTENTS and given & _EXTENTS:
        return bool(asked & given & _EXTENTS)
    one, other = asked - _WHOLES - _EXTENTS, given - _WHOLES - _EXTENTS
    return not one or not other or bool(one & other)


def _side_of(measure: Measure, text: str) -> set[str]:
    text = _DIAMETER.sub("phi", text)
    at = text.find(measure.words)
    before = _BREAK.split(f"{text[max(0, at - 15) : max(at, 0)]}")[-1]
    behind = _BEHIND.match(text[at + len(measure.words) :]) if at >= 0 else None
    named = re.findall(rf"\b{_SIDE}\b", f"{before} {measure.words} {behind[1] if behind else ''}")
    sides = {_ONE.get(each, each) for each in named}
    return sides - {"day"} if "mu" in sides and measure.dimension == "length" else sides  # "cánh dày 3-5 cm"


_DIAMETER = re.compile(r"[øφ⌀](?= ?\d)|\b(?:dk|d) ?[=:](?= ?\d)")  # "Ø 30 cm"
# What stands before another figure speaks of that: "mũ 4 cm chân 1 cm".
_BREAK = re.compile(r"[,;]|\d ?(?:cm|mm|phan|ly|li)\b")
_BEHIND = re.compile(r" (diameter|long|length|tall|high|wide|thick|(?:stem|stalk|cap|root|bulb)s?)\b")


def of_stems(wanted: Measure, plain: str) -> Measure:
    """The one length of stems that a clause names as the least of it: longer ones are cut to it."""
    if wanted.dimension != "length" or wanted.low != wanted.high or not _STEMS.search(plain):
        return wanted
    return Measure(wanted.dimension, wanted.low, inf, wanted.words)


_STEMS = re.compile(r"\bcanh (?:hoa )?(?:dai|cao)\b|\b(?:stems?|spikes?)\b(?! (?:cut|trimmed))|\bcanh \d")


def nearly(given: list[Measure], wanted: Measure) -> bool:
    """Whether a length lies near the one that is wanted: a broom of 95 cm for one of 90 is to be asked."""
    exact = wanted.dimension in BY_SIDE and wanted.low == wanted.high
    return exact and any(abs(end - wanted.low) <= NEAR * wanted.low for m in given for end in (m.low, m.high))


NEAR = 0.1  # of a length that is wanted


def of_the_noun(given: list[Measure], beside: str, told: str) -> list[Measure]:
    """Of several figures those in the parts of an offer's words that hold what a clause says beside its own,
    where some do: of "bắp cải 1–1,8 kg; cải thảo 1,2–2 kg" the first for "bắp cải 1–1,8 kg"."""
    nouns = set(re.findall(r"[a-z]+", beside))
    if len(given) < 2 or not nouns:
        return given
    parts = [fold(part) for part in re.split(r"[;]|,(?!\d)", told)]
    near = [part for part in parts if nouns <= set(re.findall(r"[a-z]+", part))]
    return [each for each in given if any(each.words in part for part in near)] or given
