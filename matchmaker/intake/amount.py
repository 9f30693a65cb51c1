"""An amount of a text: its value or range, with the unit or the money said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from matchmaker.intake.units import KG, Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range in tokens ``start`` to ``end``.

    ``unit`` is what stood after the number, ``currency`` the money named; ``scale`` the largest
    magnitude said (thousand, million …). ``sure`` is False where a word without accents was taken for
    one with them; ``others`` are other readings of the number itself.
    """

    low: Decimal | None
    high: Decimal | None
    start: int
    end: int
    unit: Unit | None = None
    currency: str = ""
    scale: Decimal = Decimal(1)
    sure: bool = True
    about: bool = False
    others: tuple[Decimal, ...] = ()
    money_word: bool = False

    @property
    def single(self) -> Decimal | None:
        """The value where it is one and not a range."""
        return self.low if self.low == self.high else None

    def times(self, factor: Decimal) -> Amount:
        """The amount with both ends multiplied."""
        return replace(
            self,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            others=tuple(o * factor for o in self.others),
        )

    def in_kg(self) -> Amount:
        """An amount of mass in kilograms; any other unchanged."""
        return replace(self.times(self.unit.factor), unit=KG) if self.unit and self.unit.kg else self
