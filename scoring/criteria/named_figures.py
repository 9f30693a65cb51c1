"""Figures of which a clause gives the name: "HMF dưới 40 mg/kg", "pH < 4,5", "mật độ 20 sợi/cm", "ủ trên 12
tháng". A seller's figure answers one where it bears the same name, or a unit that nothing else is told in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import NamedTuple

from scoring.criteria.clauses import OTHER, PART, SAME, UNMET, Clause
from scoring.criteria.ends import Measure, meets, overlaps, within
from scoring.criteria.figure_words import FIGURE, UP, ends
from scoring.criteria.spec_words import EMPTY
from scoring.units import fold

_UNIT = r"(%|[a-zµ]+(?:/[a-z0-9²]+)?)?"
_TAIL = re.compile(rf"(?<![a-z\d.,]){FIGURE} ?{_UNIT}{UP}$")
# Units of one kind, by the first of them.
_UNITS = {
    "thang": ("day", 30.0), "month": ("day", 30.0), "months": ("day", 30.0), "nam": ("day", 360.0),
    "year": ("day", 360.0), "years": ("day", 360.0), "ngay": ("day", 1.0), "day": ("day", 1.0),
    "days": ("day", 1.0), "tuan": ("day", 7.0), "gio": ("hour", 1.0), "h": ("hour", 1.0),
    "tieng": ("hour", 1.0), "phut": ("hour", 1 / 60), "mg/kg": ("ppm", 1.0), "mg/l": ("ppm", 1.0),
    "mg/lit": ("ppm", 1.0), "ppm": ("ppm", 1.0), "ppb": ("ppm", 0.001), "ug/kg": ("ppm", 0.001),
    "µg/kg": ("ppm", 0.001), "mcg/kg": ("ppm", 0.001), "g/m2": ("gsm", 1.0), "g/m²": ("gsm", 1.0),
    "gr/m2": ("gsm", 1.0), "gam/m2": ("gsm", 1.0), "gsm": ("gsm", 1.0), "cm": ("cm", 1.0), "mm": ("cm", 0.1),
    "m": ("cm", 100.0), "ml": ("ml", 1.0), "l": ("ml", 1000.0), "lit": ("ml", 1000.0),
    "litre": ("ml", 1000.0), "do": ("do", 1.0), "c": ("do", 1.0),
}  # fmt: skip
_HELD = frozenset(("l", "lit", "ml", "litre", "liter", "kg", "g", "gr", "gam", "ky", "lang"))
_VOLUME = (["dung", "tich"], ["the", "tich"], ["capacity"], ["volume"])
_NEVER_BARE = frozenset(("day", "hour", "%", "cm"))  # without the unit a figure is of something else
LONGEST = 5  # words of a name
_TOLD_IN = frozenset(("gsm", "shu", "asta", "ml"))  # units that are of one thing alone
_ONE_NAME = (
    (re.compile(r"\b(?:aldehyde?s?|andehyt|an de hit|aldehit)\b"), "andehit"),
    (re.compile(r"\bhistamine?\b"), "histamin"),
    (re.compile(r"\b(?:axit|acidity|acid value)\b"), "acid"),
    (re.compile(r"\b(?:diem sinh|luu huynh|sulphite|sulfite|so2)\b"), "so2"),
    (re.compile(r"\baflatoxin(?: b1| tong so| total)?\b"), "aflatoxin"),
    (re.compile(r"\bochratoxin(?: a)?\b"), "ochratoxin"),
    (re.compile(r"\b(?:u|uop|ngam)(?: chuop)?\b(?: (?:kin|muoi|lanh|trong (?:chum|thung|lu|be)))*"), "u"),
    (re.compile(r"\b(?:aged|ageing|aging|matured)\b"), "u"),
    (re.compile(r"\b(?:hoat luc|chi so) diastase\b"), "diastase"),
    (re.compile(r"[°º](?= ?c\b)"), "do"),
    (re.compile(r"\b(?:chi so|ham luong|ty le|ti le|muc|luong|dat|nhiet do|o|it|con)\b "), ""),
)  # fmt: skip
_NO_NAME = EMPTY | frozenset(
    [
        "loai",
        "size",
        "co",
        "cao",
        "dai",
        "rong",
        "day",
        "nang",
        "qua",
        "con",
        "tui",
        "bao",
        "thung",
        "chai",
        "hop",
        "trong",
        "luong",
        "moi",
        "tren",
        "duoi",
        "tu",
        "den",
        "khoang",
        "toi",
        "da",
        "thieu",
        "lon",
        "nho",
        "hon",
        "hang",
        "lo",
        "so",
        "giao",
        "nhan",
        "trai",
        "cu",
        "cay",
        "canh",
        "bo",
        "net",
        "tinh",
        "nam",
        "thang",
        "ngay",
    ]
)


@lru_cache(maxsize=65_536)
def named_figure(asks: str, told: str) -> Clause | None:
    """What an offer says to a clause that names what its figure is of; None where it tells no such figure."""
    if not (read := _read(fold(asks))):
        return None
    name, figure_wanted = read
    parts = [part.strip() for part in re.split(r"[;\n]|,(?!\d)|\. ", told)]
    found = [(figure, part) for part in parts if (figure := _given(part, name, figure_wanted))]
    if not found:
        return None
    wanted, given = figure_wanted.measure, [figure for figure, _ in found]
    words = ", ".join(dict.fromkeys(part for _, part in found))
    if all(within(each, wanted) for each in given):
        return Clause(asks, SAME)
    if any(overlaps(each, wanted) for each in given):
        return Clause(asks, PART, words)
    bound = wanted.low <= 0 or wanted.high == inf
    missed = bound and not any(meets(each, wanted) for each in given)
    return Clause(asks, UNMET if missed else OTHER, words)


class _Figure(NamedTuple):
    """A figure of its own unit: its kind, how many units of that kind one is, its ends."""

    kind: str
    times: float
    measure: Measure


def _figure(match: re.Match[str]) -> _Figure:
    kind, times = _UNITS.get(match[5] or "", (match[5] or "", 1.0))
    low, high = ends(match, match[6], match[7])
    return _Figure(kind, times, Measure(kind, low * times, high * times, match[0]))


def _read(plain: str) -> tuple[str, _Figure] | None:
    """The name and the figure of a clause that is nothing else; "" of a unit of one thing alone."""
    text = _one_name(plain)
    if not (match := _TAIL.search(text)):
        return None
    words = text[: match.start()].strip(" :=").split()
    if match[5] in _HELD:  # what packs and vessels hold is told with these, but for what is asked by its name
        return ("", _figure(match)) if words in _VOLUME else None
    if len(words) > LONGEST or not all(map(str.isalnum, words)):
        return None
    figure = _figure(match)
    if any(word not in _NO_NAME and word[0].isalpha() for word in words):
        return " ".join(words), figure
    return ("", figure) if _is_alone(figure.kind) else None


def _given(part: str, name: str, wanted: _Figure) -> Measure | None:
    """The figure that a part of an offer's words gives by that name, or in a unit of its own."""
    text = _one_name(fold(part))
    by_name = rf"(?<![a-z0-9]){re.escape(name)}(?: [a-z]+)??(?: ?:)? ?" if name else ""
    for before in (by_name, r"(?<![a-z\d.,])" if _is_alone(wanted.kind) else ""):
        for match in re.finditer(rf"{before}{FIGURE} ?{_UNIT}{UP}(?![a-z0-9])", text) if before else ():
            own = _figure(match)
            if own.kind == wanted.kind:
                return own.measure
            if {own.kind, wanted.kind} & {""} and not {own.kind, wanted.kind} & _NEVER_BARE:
                low, high = own.measure.low * wanted.times, own.measure.high * wanted.times
                return Measure(wanted.kind, low / own.times, high / own.times, match[0])
    return None


def _is_alone(kind: str) -> bool:
    """Whether a unit tells of what its figure is: threads to the centimetre, grams to the square metre."""
    return kind in _TOLD_IN or "/" in kind


def _one_name(plain: str) -> str:
    """A folded text with one name for what has several, and without the words about it."""
    for pattern, name in _ONE_NAME:
        plain = pattern.sub(name, plain)
    return plain
