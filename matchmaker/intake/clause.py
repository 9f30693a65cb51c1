"""An amount of a text with its part in the message."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from matchmaker.intake.amount import Amount
from matchmaker.intake.periods import Period
from matchmaker.intake.units import Unit

Role = Literal["goods", "price", "weight_each", "yield", "area", "detail", "min_order"]


@dataclass(frozen=True, slots=True)
class Clause:
    """An amount and its part in the message.

    ``per_unit`` is what the amount is for one of (a price per kg, kilograms per head), ``per_count`` how
    many of them ("/10 quả"), ``pack_kg`` the weight stated for one of them ("50k/túi 250g"). ``period``
    says how often. ``broken`` is what remains of a range that falls ("5-3 tấn"). ``start``/``end`` are
    the tokens of all of it.
    """

    role: Role
    amount: Amount
    start: int
    end: int
    per_unit: Unit | None = None
    per_count: Decimal = Decimal(1)
    pack_kg: Decimal | None = None
    period: Period | None = None
    each_of: str = ""
    weak: bool = False
    broken: bool = False
