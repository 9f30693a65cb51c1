"""A unit of measure in a record."""

from __future__ import annotations

from functools import cache, lru_cache
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
        if _units().canonical(self._measure(text)) is None:
            raise Refused("unknown_unit", value=text)
        return text

    def _measure(self, text: str) -> str:
        """The unit in the text."""
        return text


class PriceUnit(Unit):
    """The unit of a price, which may name another money than đồng: "USD/kg"."""

    def _measure(self, text: str) -> str:
        return money_and_unit(text)[1]


@lru_cache(maxsize=16_384)
def money_and_unit(text: str) -> tuple[str, str]:
    """ "USD/kg" as ("USD", "kg"); "" for the money where none is named.

    >>> money_and_unit("$/tấn"), money_and_unit("kg")
    (('USD', 'tấn'), ('', 'kg'))
    """
    money, stroke, unit = text.partition("/")
    code = MONEY.get(money.strip().upper(), "")
    return (code, unit.strip()) if stroke and code else ("", text)


MONEY = {"USD": "USD", "$": "USD", "US$": "USD", "EUR": "EUR", "€": "EUR", "CNY": "CNY", "RMB": "CNY",
         "JPY": "JPY", "VND": "VND", "Đ": "VND", "VNĐ": "VND"}  # fmt: skip


@cache
def _units() -> Units:
    return Units.from_rows(reference("units"))


@cache
def unit_names() -> tuple[str, ...]:
    """Every name of a unit that a record may use, for descriptions and forms."""
    names = {name for row in reference("units") for name in (row["unit"], *row["aliases"].split(";"))}
    return tuple(sorted(name for name in names if name and _units().canonical(name)))
