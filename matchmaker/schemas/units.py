"""A unit of measure in a record."""

from __future__ import annotations

from functools import cache
from typing import Any

from matchmaker.schemas.base import Refused
from matchmaker.schemas.fields import Text
from scoring.units import Units
from seeds import reference


class Unit(Text):
    """A unit as written, known to the reference data under that or another name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(40, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        text = super()._deserialize(value, attr, data)
        if _units().canonical(text) is None:
            raise Refused("unknown_unit", value=text)
        return text


@cache
def _units() -> Units:
    return Units.from_rows(reference("units"))


@cache
def unit_names() -> tuple[str, ...]:
    """Every name of a unit that a record may use, for descriptions and forms."""
    names = {name for row in reference("units") for name in (row["unit"], *row["aliases"].split(";"))}
    return tuple(sorted(name for name in names if name and _units().canonical(name)))
