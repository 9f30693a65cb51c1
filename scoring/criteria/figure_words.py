"""How texts write a figure: its bounds, its range, and what stands behind it."""

from __future__ import annotations

import re
from math import inf

N = r"(\d+(?:[.,]\d+)?)"
RANGE = rf"{N}(?: ?(?:-|–|—|~|den|toi|to) ?{N})?"
LEAST = (
    r"(?:≥|>=|>|(?:not|no) (?:less|lower) than|not (?:below|under)|(?:more|greater|higher) than|"
    r"minimum(?: of)?|"
    r"(?:khong|ko) (?:duoi|it hon|thap hon|nho hon|be hon)|thap nhat|"
    r"tu|tren|toi thieu|it nhat|min|(?:(?:lon|cao|nhieu) )?hon|at least|over|above|from)"
)
MOST = (
    r"(?:≤|<=|<|(?:not|no) (?:more|greater|higher) than|not (?:exceeding|over|above)|(?:less|lower) than|"
    r"maximum(?: of)?|(?:khong|ko) (?:tren|(?:lon |cao |nhieu )?hon)|cao nhat|nhieu nhat|"
    r"duoi|toi da|khong qua|khong vuot(?: qua)?|max|(?:nho|it|thap|be|kem) hon|up to|at most|below|under)"
)
# A figure that is told roughly is that figure; "tam" is none of these words, being broken rice too.
ROUGH = (
    r"(?:(?:(?:do |vao )?(?:khoang|chung|xap xi|ngot nghet|tren duoi)|gan bang|about|around|roughly|circa|"
    r"approx(?:imately)?\.?) |(?<![\d ])[~≈] ?|(?<=[a-z:] )[~≈] ?)?"
)
ENDS = rf"{ROUGH}(?:({LEAST})|({MOST}))? ?"
UP = r"(?: ?(\+|tro len|tro di|do len|up|or more)| ?(tro xuong|tro lai|do lai|or less))?"
FIGURE = rf"{ENDS}{RANGE}"


def ends(match: re.Match[str], up: str | None = None, down: str | None = None) -> tuple[float, float]:
    """From where to where a figure goes, by the first four groups of its match: least, most, low, high."""
    least, most, low, high = match.groups()[:4]
    if _IN_THOUSANDS.search(match[0]):
        low, high = (each and _POINT.sub("", each) for each in (low, high))
    return bounds(least or up, most or down, low, high)


def bounds(least: str | None, most: str | None, low: str | None, high: str | None) -> tuple[float, float]:
    """The same of what its groups hold; 0 and inf where an end is open."""
    start = float((low or "0").replace(",", "."))
    end = float(high.replace(",", ".")) if high else start
    if least and not high:
        return start, inf
    return (0.0, end) if most else (min(start, end), max(start, end))


# "1.200 g", "1,400 m": a point before three digits is none of decimals where nobody measures so finely.
_IN_THOUSANDS = re.compile(
    r"[1-9]\d{0,2}[.,]\d{3} ?(?:(?:g|gr|gam|grams?|m|met|metres?|meters?|masl|do|ngay|mg|ppm|ppb)\b|°)"
)
_POINT = re.compile(r"[.,](?=\d{3}$)")
