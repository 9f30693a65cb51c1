"""Sizes that one side writes without a unit: "size 23–26" beside "size 22–25 mm"."""

from __future__ import annotations

import re
from math import inf

from scoring.criteria.ends import Measure
from scoring.criteria.measures import measures
from scoring.criteria.sides import BY_SIDE
from scoring.units import fold

_N = r"(\d+(?:[.,]\d+)?)"
_UNITS = r"(?:con|qua|trai|cu|hat|nhan|kg|g|gr|gam|cm|mm|ly|li|phan|inch|pcs|pieces?)"
# Folded, "cỡ" is "có" too, which words follow.
_BARE = re.compile(
    rf"(?:\b(?:(co)|size|kich co|kich thuoc|calib(?:er|re)|duong kinh|phi|dk)|[øφ⌀]) ?:? ?"
    rf"(≥|>=?|tu|tren|min|over|from)? ?"
    rf"{_N}(?: ?(?:-|–|—|den|toi|to) ?{_N})? ?(\+|tro len|up)?"
    rf"(?! ?(?:[%/*x×\d–-]|[.,]\d|{_UNITS}\b))(?(1)(?! ?[a-z]))"
)
_SIZED = re.compile(
    r"\b(?:cu|qua|trai|hat|size|co|kich co|kich thuoc|calib(?:er|re)|diameter|duong kinh|phi)\b"
)
NEAR = 2.0  # times: figures further apart are of two units


def bare_sizes(own: str, wanted: Measure, plain: str) -> list[Measure]:
    """The sizes of an offer's words ``own`` that answer a wanted size where one side names the unit and the
    other none; figures that lie far apart are of another unit, and answer nothing."""
    if wanted.dimension in BY_SIDE and (_SIZED.search(plain) or plain == wanted.words):
        given = [_read(found, wanted.dimension) for found in _BARE.finditer(fold(own))]
    elif bare := _BARE.fullmatch(plain):
        given = [each for each in measures(own) if each.dimension in BY_SIDE]
        wanted = _read(bare, wanted.dimension)
    else:
        return []
    return [each for each in given if _near(each, wanted)]


def asked_bare(plain: str, wanted: Measure, given: Measure) -> Measure:
    """What is wanted in the dimension of a size that is given, where the clause is a size without a unit."""
    bare = _BARE.fullmatch(plain)
    return _read(bare, given.dimension) if bare and given.dimension in BY_SIDE else wanted


def _read(found: re.Match[str], dimension: str) -> Measure:
    low = float(found[3].replace(",", "."))
    high = float(found[4].replace(",", ".")) if found[4] else inf if found[2] or found[5] else low
    return Measure(dimension, min(low, high), max(low, high), found[0].strip())


def _near(one: Measure, other: Measure) -> bool:
    ends = [[each for each in (m.low, m.high) if 0 < each < inf] for m in (one, other)]
    if not all(ends):
        return False
    return max(ends[0]) <= NEAR * max(ends[1]) and max(ends[1]) <= NEAR * max(ends[0])
