"""Ways and prices of pairs: one number of each for every pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Bools, Floats, Ints, Masks
from scoring.columns.priced import PricePart


@dataclass(frozen=True)
class Ways:
    """The way of every pair: km, hours from door to door, freight in đồng per kg; NaN where not reached.

    ``hours_hurried`` are the middle for goods that spoil (see ``RouteMatrix``).
    """

    km: Floats
    hours_low: Floats
    hours_high: Floats
    cost_low: Floats
    cost_high: Floats
    ferry: Bools
    fallback: Bools
    reach: NDArray[np.uint8]
    hours_hurried: Floats


@dataclass(frozen=True)
class Prices:
    """Both ends of the price of every pair (đồng per base unit) and its base; by row, where an offer names
    several prices, the one that is meant, or None."""

    low: Floats
    high: Floats
    base: Ints
    parts: dict[int, PricePart | None]

    def columns(self) -> dict[str, Any]:
        """The prices as columns of offers."""
        return {"price_low": self.low, "price_high": self.high, "price_base": self.base}

    def take(self, rows: NDArray[np.intp] | slice) -> Prices:
        """Those of some pairs, in that order."""
        chosen = np.arange(len(self.low))[rows].tolist()
        parts = {new: self.parts[old] for new, old in enumerate(chosen) if old in self.parts}
        return Prices(self.low[rows], self.high[rows], self.base[rows], parts)


def days_apart(offers: OfferColumns, demands: DemandColumns, o: Ints, d: Ints) -> Masks:
    """Of each pair the months that the offer's lunar words only touch, where the days of the demand do not
    meet those of the offer: they are none of both."""
    touched: Masks = offers.touched[o]
    if not touched.any():
        return touched
    apart = (demands.opens[d] > offers.closes[o]) | (demands.closes[d] < offers.opens[o])
    return np.where(apart, touched, 0).astype(np.uint32)
