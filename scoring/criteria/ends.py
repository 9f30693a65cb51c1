"""A figure from one end to another, and whether another one lies between them.

An end that is put as "dưới", "trên", "<" or "below" does not count itself: 20 % is not under 20 %, as it is
"tối đa 20 %".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of one dimension, from ``low`` to ``high`` (0, inf where an end is open), as it is written."""

    dimension: str
    low: float
    high: float
    words: str


NEAR = 0.001  # of a figure, which a conversion may be off


def within(given: Measure, wanted: Measure) -> bool:
    """Whether all that is given lies in what is wanted."""
    if given.low < wanted.low * (1 - NEAR) or given.high > wanted.high * (1 + NEAR):
        return False
    (above, below), (over, under) = _strict(wanted), _strict(given)
    return not (
        (above and not over and given.low <= wanted.low * (1 + _SAME))
        or (below and not under and given.high >= wanted.high * (1 - _SAME))
    )


def meets(given: Measure, wanted: Measure) -> bool:
    """Whether some of what is given lies in what is wanted, or at its very end."""
    return given.low <= wanted.high * (1 + NEAR) and given.high >= wanted.low * (1 - NEAR)


def overlaps(given: Measure, wanted: Measure) -> bool:
    """The same of what lies inside: of "dưới 20 %" neither 20 % nor 20–21 % does."""
    above, below = _strict(wanted)
    if above and given.high <= wanted.low * (1 + _SAME):
        return False
    return meets(given, wanted) and not (below and given.low >= wanted.high * (1 - _SAME))


_SAME = 1e-6
_DENIED = re.compile(
    r"\b(?:khong|ko|not|no) (?:duoi|tren|hon|(?:cao|thap|nho|lon|it|nhieu|be) hon|below|under|above|over|"
    r"(?:more|less|greater|higher|lower) than)\b|\btren duoi\b"
)
_FROM_BELOW = re.compile(
    r"(?:\b(?:duoi|(?:nho|it|thap|be|kem) hon|(?:less|lower|smaller) than|below|under) ?|<) ?(?=\d)"
)
_FROM_ABOVE = re.compile(
    r"(?:(?<!nho )(?<!\bit )(?<!thap )(?<!\bbe )(?<!kem )\bhon ?|"
    r"\b(?:tren|(?:more|greater|higher) than|above|over) ?|>) ?(?=\d)"
)
_COUNTED = re.compile(r"/ ?(?:1 ?)?(?:kg|ky|ki|kilo)\b")  # the more to the kilogram, the less is each


def _strict(measure: Measure) -> tuple[bool, bool]:
    """Whether the lower and the upper end of a figure do not count themselves."""
    return _strict_ends(measure.words, measure.dimension == "size")


@lru_cache(maxsize=16_384)
def _strict_ends(words: str, of_size: bool) -> tuple[bool, bool]:
    plain = _DENIED.sub(" ", words)
    above, below = _FROM_ABOVE.search(plain) is not None, _FROM_BELOW.search(plain) is not None
    return (below, above) if of_size and _COUNTED.search(plain) else (above, below)
