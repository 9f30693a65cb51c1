"""The sides of a cloth or a box, "40x180 cm", against those that an offer states."""

from __future__ import annotations

import re

from scoring.criteria.clauses import OTHER, PART_SAID, SAME, UNMET, UNSAID, Clause
from scoring.criteria.quoting import as_written
from scoring.units import fold

_LONG = r"\d+(?:[.,]\d+)?"
_IN = r" ?(?:cm|mm|m)?"
BY = re.compile(rf"(?<![\d.,]){_LONG}{_IN} ?[x×*] ?{_LONG}(?:{_IN} ?[x×*] ?{_LONG})?(?: ?(?:cm|mm|m)\b)?")
_NEAR_SIDES = 0.1  # a size by which two sides are nearly those that are asked for


def of_sides(asks: str, sides: str, told: str) -> Clause:
    """A size by its sides, "30x20 cm", against those that an offer states."""
    given = [found[0] for found in BY.finditer(fold(told))]
    wanted = _lengths(sides)
    if any(sorted(_lengths(each)[: len(wanted)]) == sorted(wanted) for each in given):
        return Clause(asks, SAME)
    if not given:
        side, one_of_them = _side_said(wanted, told)
        says = PART_SAID if one_of_them else OTHER
        return Clause(asks, says, as_written(side, told)) if side else Clause(asks, UNSAID)
    beside = zip(sorted(_lengths(given[0])), sorted(wanted), strict=False)
    nearly = all(abs(own - each) <= _NEAR_SIDES * each for own, each in beside)
    return Clause(asks, OTHER if nearly else UNMET, as_written(given[0], told))


def _lengths(sides: str) -> list[float]:
    """The sides, in centimetres where the unit is told."""
    unit = _IN_CENTIMETRES[found[1]] if (found := _UNIT.search(sides)) else 1.0
    return [round(float(each.replace(",", ".")) * unit, 2) for each in re.findall(_LONG, sides)]


_UNIT = re.compile(r"(cm|mm|m)$")
_IN_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "m": 100.0}
_OF_A_SIDE = re.compile(
    r"\b(?:kho|rong|ngang|dai|cao|ban rong|chieu (?:rong|dai|cao)) ?:? ?(\d+) ?cm\b|"
    r"\b(\d+) ?cm (?:wide|long|high)\b"
)


def _side_said(wanted: list[float], told: str) -> tuple[str, bool]:
    """The words of an offer for one side of a cloth or a box of which several are wanted ("khổ 40 cm" to
    "40x180 cm"), and whether that is one of those; "" where it names none."""
    for found in _OF_A_SIDE.finditer(fold(told)):
        return found[0], int(found[1] or found[2]) in wanted
    return "", False
