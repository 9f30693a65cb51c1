"""What a demand wants in each month, and in what unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.delivery import calendar_months
from scoring.context import Context
from scoring.horizon import LENGTH, YEAR
from scoring.units import NO_BASE, WEIGHED

FINE, PIECE = 0.01, 1.0  # the smallest amount told apart: of weights and volumes, of what is counted


@dataclass(frozen=True, slots=True)
class Need:
    """Amounts in the base unit number ``base``, named ``unit``, in whole multiples of ``grain``.

    ``places`` are the months on the horizon, the next of each month of the year, in the order of time. With
    ``whole`` only ``total`` counts, and any of the months will do; else ``rate`` is wanted in each.
    """

    base: int
    unit: str
    grain: float
    places: tuple[int, ...]
    months: tuple[int, ...]
    rate: float
    total: float
    whole: bool
    least: float  # the least lot, 0 where none is set
    months_assumed: bool = False
    lot_unit_differs: bool = False

    @property
    def by_month(self) -> dict[int, float]:
        """What is wanted in each month; a whole need spread evenly."""
        each = self.total / max(len(self.months), 1) if self.whole else self.rate
        return dict.fromkeys(self.months, each)


def need_of(demands: DemandColumns, context: Context) -> Need | None:
    """The need of the only demand of ``demands``; None where its amount is not known."""
    base, horizon = int(demands.base[0]), context.horizon
    if base == NO_BASE or not demands.rate[0] > 0:
        return None
    mask, assumed = int(demands.months[0]), False
    if not mask:
        kind = int(demands.kind[0])
        months = calendar_months(context.lexicon.kinds[kind]) if kind >= 0 else ()
        mask, assumed = horizon.next_occurrence(months or range(1, YEAR + 1)), True
    places: dict[int, int] = {}
    for place in range(LENGTH):
        if mask >> place & 1:
            places.setdefault(horizon.month(place), place)
    unit = context.bases.names[base]
    whole = not np.isnan(demands.whole[0])
    total = float(demands.whole[0]) if whole else float(demands.rate[0]) * len(places)
    lot, lot_base = float(demands.min_lot[0]), int(demands.min_lot_base[0])
    return Need(
        base=base,
        unit=unit,
        grain=FINE if _divisible(context, unit) else PIECE,
        places=tuple(places.values()),
        months=tuple(places),
        rate=float(demands.rate[0]),
        total=total,
        whole=whole,
        least=lot if lot_base == base and lot > 0 else 0.0,
        months_assumed=assumed,
        lot_unit_differs=lot_base not in (base, NO_BASE),
    )


def _divisible(context: Context, unit: str) -> bool:
    found = context.units.find(unit)
    return found is not None and found.dimension in (*WEIGHED, "volume")


def capacity_of(
    offers: OfferColumns, row: int, lawful: int, need: Need
) -> tuple[dict[int, float], float | None]:
    """What an offer can deliver in each month wanted in which its papers hold, and the stock that limits all.

    A whole amount of goods that keep is a stock: it may leave in any of these months. Any other whole amount
    spreads over the months of its harvest.
    """
    rate, whole = float(offers.rate[row]), float(offers.whole[row])
    stock = whole if bool(offers.stored[row]) and whole == whole else None
    each = rate if stock is None else stock
    served = {
        month: each for month, place in zip(need.months, need.places, strict=True) if lawful >> place & 1
    }
    return served, stock
