"""The largest or the smallest of several sizes: "largest 40 cm" of a set of 40/34/28 cm."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import OTHER, SAME, UNMET, Clause
from scoring.criteria.quoting import as_written
from scoring.units import fold

_LARGEST, _SMALLEST = r"(?:lon|to) nhat|largest|biggest", r"(?:nho|be) nhat|smallest"
_ASKED = re.compile(
    rf"(?:(?:co|size|cai|chiec|gio|ro|thung|hop|loai|the|mieng|duong kinh|kich thuoc|one|piece|basket) )*"
    rf"(?:({_LARGEST})|({_SMALLEST}))(?: (?:co|size|one|piece|basket|la|is|of|dai|cao|rong|mieng))*"
    r" ?:? ?(\d+(?:[.,]\d+)?) ?(cm|mm)"
)
_LIST = re.compile(
    r"(?<![\d.,x*])(\d+(?:[.,]\d+)?(?:(?: ?cm| ?mm)? ?(?:/|,|;|&|\+| va | and ) ?\d+(?:[.,]\d+)?)+) ?"
    r"(cm|mm)\b|"
    r"(?<![\d.,x*])(\d+(?:(?: ?cm| ?mm)? ?[-–] ?\d+){2,}) ?(cm|mm)\b"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NEAR = 0.001


@lru_cache(maxsize=16_384)
def of_largest(asks: str, told: str) -> Clause | None:
    """What an offer that lists its sizes says to the largest or smallest one; None where it lists none."""
    if not (asked := _ASKED.fullmatch(fold(asks))) or not (found := _LIST.search(fold(told))):
        return None
    in_mm = 10.0 if asked[4] == "cm" else 1.0
    wanted = _number(asked[3]) * in_mm
    listed = [_number(each) for each in _NUMBER.findall(found[1] or found[3])]
    own = (max(listed) if asked[1] else min(listed)) * (10.0 if (found[2] or found[4]) == "cm" else 1.0)
    if abs(own - wanted) <= wanted * _NEAR:
        return Clause(asks, SAME)
    beyond = own > wanted if asked[1] else own < wanted  # "lớn nhất 40 cm" may be no more than a bound
    return Clause(asks, UNMET if beyond else OTHER, as_written(found[0], told))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
