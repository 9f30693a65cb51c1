"""What one piece weighs at most: as a record says it, or as heavy as any of its kind can be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scoring.criteria import liquids
from scoring.records import Size
from scoring.units import KILOGRAM

GLASS = 1.0  # kilograms of a bottle or jar that holds a litre, at most
# Kilograms that one of these weighs at most, where no record says what it weighs.
HEAVIEST = {liquids.LITRE: liquids.HEAVIEST, "chai": 3.0, "quả": 15.0, "hộp": 5.0, "gói": 5.0, "túi": 10.0,
            "lọ": 5.0, "lon": 2.0, "chiếc": 10.0, "nải": 4.0, "buồng": 50.0, "bó": 10.0, "chùm": 5.0,
            "củ": 5.0, "bắp": 4.0}  # fmt: skip
# What is worn or carried empty: a scarf, a purse, a drawstring bag, a shirt.
LIGHT = re.compile(r"\b(?:túi|ví|khăn|mũ|nón|áo|váy|vòng tay|móc khóa|móc khoá|thiệp|scarf|purse|pouch)\b")
LIGHT_KG = 2.0


def heaviest_said(sizes: Iterable[Size], unit: str) -> float:
    """Kilograms of one ``unit`` at most by what records say; a litre has its own; NaN where none says it."""
    said = [
        size.high * (liquids.HEAVIEST + GLASS if size.measure == liquids.LITRE else 1.0)
        for size in sizes
        if size.unit == unit and size.measure in (KILOGRAM, liquids.LITRE)
    ]
    return max(said, default=liquids.HEAVIEST if unit == liquids.LITRE else float("nan"))


def heaviest(unit: str, goods: str) -> float:
    """Kilograms that one ``unit`` of any such goods weighs at most; NaN where nothing limits it."""
    if unit == "chiếc" and LIGHT.search(goods.lower()):
        return LIGHT_KG
    return HEAVIEST.get(unit, float("nan"))
