"""Units of quantity: brings amounts to kilograms, or to a counted unit that is compared as it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import nan

import numpy as np

KILOGRAM = "kg"
MANY = {
    "chục": 10, "chuc": 10, "trăm": 100, "tram": 100, "nghìn": 1e3, "ngàn": 1e3, "nghin": 1e3, "ngan": 1e3,
    "vạn": 1e4, "van": 1e4, "triệu": 1e6, "trieu": 1e6,
}  # fmt: skip
LIVE_KILOGRAM = "kg hơi"  # of the animal as it stands; not comparable with kilograms of meat
NO_BASE = -1
WEIGHED = ("mass", "live_mass")  # dimensions whose base weighs a kilogram


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in its base: ``kg`` for masses, otherwise the counted unit itself (quả, con, lít)."""

    value: float
    base: str


@dataclass(frozen=True, slots=True)
class UnitOfTrade:
    """One row of the unit table: its name, dimension, base, and how many bases it holds."""

    name: str
    dimension: str
    base: str
    factor: float


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without diacritics, spaces made single; for a second look-up only."""
    letters = text.lower()
    return " ".join((letters if letters.isascii() else letters.translate(_BARE)).split())


class _Bare(dict[int, str]):
    """Each letter without its marks, found at its first use."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(each for each in parts if not unicodedata.combining(each))
        return self[code]


_BARE = _Bare({ord("đ"): "d"})


@lru_cache(maxsize=16_384)
def tidy(text: str) -> str:
    """NFC, lower case, spaces made single."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


@dataclass(frozen=True)
class Units:
    """The unit table. Names are matched as written first, and without diacritics only where that is
    unambiguous and the text itself has none ("ta" alone is never taken for "tạ" if two units fold to it).
    """

    by_name: dict[str, UnitOfTrade]
    by_folded: dict[str, UnitOfTrade] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Units:
        """Reads rows with columns unit, aliases, dimension, base, factor.

        Raises ``ValueError`` when a factor is not a positive number.
        """
        exact: dict[str, UnitOfTrade] = {}
        folded: dict[str, set[str]] = {}
        for row in rows:
            unit = UnitOfTrade(
                row["unit"], row["dimension"], row["base"] or row["unit"], float(row["factor"] or 1)
            )
            if not unit.factor > 0:
                raise ValueError(f"unit {unit.name!r}: factor {unit.factor!r} is not positive")
            for name in (row["unit"], *filter(None, row["aliases"].split(";"))):
                exact.setdefault(tidy(name), unit)
                folded.setdefault(fold(name), set()).add(unit.name)
        single = {name: next(iter(units)) for name, units in folded.items() if len(units) == 1}
        return cls(exact, {name: exact[tidy(unit)] for name, unit in single.items()})

    def find(self, text: str) -> UnitOfTrade | None:
        """The unit that ``text`` names, or None."""
        name = tidy(text)
        if name in self.by_name:
            return self.by_name[name]
        found = self.by_folded.get(name) if name == fold(name) else None
        return found or self._many(name)

    def _many(self, name: str) -> UnitOfTrade | None:
        """Tens, hundreds, thousands of a counted unit: "vạn cây", "trăm bó", "chục hộp"."""
        times, _, rest = name.partition(" ")
        one = self.by_name.get(rest) or self.by_folded.get(rest) if times in MANY and rest else None
        if one is None or one.dimension != "count":
            return None
        return UnitOfTrade(name, one.dimension, one.base, one.factor * MANY[times])

    def canonical(self, text: str) -> str | None:
        """The unit's name in the table, or None where the text names no unit."""
        unit = self.find(text)
        return None if unit is None else unit.name

    def own_word(self, base: str, *written: str) -> str:
        """The first of several words for a counted base that the table knows by another name: hũ for lọ; none
        where the base is another one, as of jars that are compared by weight."""
        for unit in written:
            found = self.find(unit) if unit and not unit.isascii() else None
            if found is not None and found.name != unit and (found.base, found.factor) == (base, 1.0):
                return unit.lower()
        return ""

    def own_words(self, base: str, first: str, second: str) -> tuple[str, str]:
        """The words in which two sides count in one base, each its own; one that counts otherwise (in tens)
        is told in that of the other."""
        if first == second == base:
            return base, base
        own, theirs = self.own_word(base, first), self.own_word(base, second)
        if not own and self.canonical(first) != base:
            own = theirs
        return own or base, theirs or (base if self.canonical(second) == base else own or base)

    def measure(self, quantity: float, unit: str, unit_kg: float | None = None) -> Amount | None:
        """``quantity`` of ``unit`` in its base, or None for an unknown unit.

        A counted unit becomes kilograms only by ``unit_kg``, the weight of one that the record states.
        """
        found = self.find(unit)
        if found is None:
            return None
        if found.dimension not in WEIGHED and unit_kg is not None and unit_kg > 0:
            return Amount(quantity * unit_kg, KILOGRAM)
        return Amount(quantity * found.factor, found.base)


# Pieces that are moulded, woven or turned in one size, and are no packs of something.
MADE_IN_PIECES = ("bánh", "thanh", "viên", "cặp", "tấm", "đòn", "ổ")


SOLD_BY_ONE = frozenset(
    (
        "chai",
        "lọ",
        "hộp",
        "lon",
        "gói",
        "túi",
        "bộ",
        "chiếc",
        "thanh",
        "xấp",
        "bánh",
        "bình",
        "ghè",
        "mét",
        "sọt",
        "giỏ",
        "rổ",
        "két",
    )
)


class Bases:
    """Numbers for base units: kilograms are 0, counted units follow as they appear in the unit table."""

    def __init__(self, units: Units) -> None:
        names = [unit.base for unit in units.by_name.values() if unit.base != KILOGRAM]
        self.units = units
        self.names = (KILOGRAM, *dict.fromkeys(names))
        self.index = {name: i for i, name in enumerate(self.names)}
        weighed = {unit.base for unit in units.by_name.values() if unit.dimension in WEIGHED}
        self.weighed = np.array([name in weighed for name in self.names])  # freight per kg applies
        self.made_in_pieces = [i for i, name in enumerate(self.names) if name in MADE_IN_PIECES]

    def counted(self, unit: str) -> str:
        """A unit in which packs and made pieces are sold one by one; "" of any other: a price beside an
        amount of boxes that names no unit is one for a box."""
        found = self.units.canonical(unit) if unit else ""
        return unit if found in SOLD_BY_ONE else ""

    def amount(self, quantity: float | None, unit: str, unit_kg: float | None) -> tuple[float, int]:
        """Value and base of an amount; (NaN, -1) where it was not said or the unit is unknown."""
        found = self.units.measure(quantity, unit, unit_kg) if quantity is not None and unit else None
        return (found.value, self.index[found.base]) if found else (nan, NO_BASE)

    def price(self, value: float | None, unit: str, unit_kg: float | None) -> tuple[float, int]:
        """Đồng per base unit, and the base; (NaN, -1) where it was not said or the unit is unknown."""
        one, base = self.amount(1.0, unit, unit_kg)
        return (value / one, base) if value is not None and base >= 0 else (nan, NO_BASE)
