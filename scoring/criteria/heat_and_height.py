"""Figures that look alike and are of different things: how hot and how strong, how high up and how tall.

A bare "50 độ" behind a word of heating or keeping is a temperature; metres by the hundred are where goods
grow, and few of them beside a word of a side how long they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.criteria.ends import Measure
from scoring.criteria.figure_words import FIGURE, UP, ends

ALTITUDE, LENGTH = "altitude", "length"
_HEATED = (
    r"say(?: (?:lanh|kho|nong|gio|deo))?|nung|hap|luoc|thanh trung|tiet trung|bao quan|tru|kho|"
    r"cap dong|roasted"
)
_MAYBE = r"u|nau|chung cat|ngam|rang|xu ly|xong|giu|chan|trung|phoi|lo|o|fired|dried|kept"
_AT = r"(?:o |tai |nhiet do |muc |khoang |nhiet |at |lo |den |trong |bang |nhiet do tu )"
_HEAT = re.compile(
    rf"\b(?:(?:{_HEATED}) {_AT}*|(?:{_MAYBE}) {_AT}+|(?:nhiet do|temperature|temp) ?:? ?{_AT}*)"
    r"(?:(?:duoi|tren|toi da|khong qua|tu|max|below|under|<|>|≤|≥) ?)?$"
)
_CELSIUS = re.compile(r" ?(?:do ?)?(?:[°º]? ?c\b|celsius|[°º](?! ?[a-z]))")
_METRES = re.compile(
    rf"{FIGURE} ?(?:m|met|metres?|meters?|masl)\b{UP}"
    r"(?! ?(?:[²2x*/]|vuong|vai|day|cap|dai|lung|khoi|moi|mot))"
)
_OF_CLOTH = re.compile(r"\b(?:cuon|cay vai|dai|cach|day|luoi|sau|khoan|rong|kho|san luong) ?(?:khoang )?$")
_LEAST_UP, _MOST_UP = 200.0, 4000.0  # metres: where anything is grown for its height
_LONGEST = 20.0  # metres of a piece
_SIDE = (
    r"(?:cao|dai|rong|kho|ngang|sau|day|duong kinh|hoanh|vanh|long|tall|high|wide|length|height|width)"
    r"(?: (?:khoang|duoc|chung|tam|gan|la))*"
)
_SIDE_METRES = re.compile(rf"\b{_SIDE} ?:? ?{FIGURE} ?(?:m|met|metres?|meters?)\b{UP}(?! ?(?:[²2x*/]|vuong))")
_SPOKEN = re.compile(rf"\b{_SIDE} ?:? ?(\d)m([1-9]|\d\d)\b")


def is_heat(plain: str, start: int, end: int) -> bool:
    """Whether the degrees that stand there in a folded text are a temperature."""
    found = _HEAT.search(plain[max(0, start - 40) : start])
    return found is not None or _CELSIUS.match(plain, end) is not None


def heights(plain: str) -> Iterator[Measure]:
    """How high up goods grow, and lengths told in metres, by centimetres."""
    for match in _METRES.finditer(plain):
        low, high = ends(match, match[5], match[6])
        known = [each for each in (low, high) if 0 < each < float("inf")]
        above_sea = "masl" in match[0] or all(_LEAST_UP <= each <= _MOST_UP for each in known)
        if known and above_sea and not _OF_CLOTH.search(plain[: match.start()]):
            yield Measure(ALTITUDE, low, high, match[0].strip())
    for match in _SIDE_METRES.finditer(plain):
        low, high = ends(match, match[5], match[6])
        if 0 < max(each for each in (low, high) if each < float("inf")) <= _LONGEST:
            yield Measure(LENGTH, low * 100, high * 100, match[0].strip())
    for match in _SPOKEN.finditer(plain):  # "dài 1m6"
        at = float(f"{match[1]}.{match[2]}") * 100
        yield Measure(LENGTH, at, at, match[0])
