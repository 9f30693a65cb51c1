"""Prices by the piece on one side and by the kilogram on the other, where a record says from what weight to
what weight a piece goes: compared at every weight within that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scoring.columns.arrays import Floats
from scoring.criteria.liquids import LITRE, densities, no_further
from scoring.pairs import Pairs
from scoring.records import Demand, Offer, Size
from scoring.units import KILOGRAM

LITRES = {LITRE: 1.0, "ml": 0.001}
HEADS = "con"  # live weight is not meat, whatever a head weighs


@dataclass(frozen=True)
class Pieces:
    """The pairs whose prices a stated weight brings to one unit, by row: (least, most, weight of a piece)."""

    pairs: Pairs
    rows: dict[int, tuple[float, float, Size]]

    @cached_property
    def least(self) -> Floats:
        """The lowest price for a unit of the ceiling at the weight that favours the pair most; else NaN."""
        found = np.full(len(self.pairs), np.nan)
        for i, (low, _, _) in self.rows.items():
            found[i] = low
        return found


def brought(pairs: Pairs, same_unit: np.ndarray) -> Pieces:
    """What prices of different units come to; freight may only add to them, and is left out."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    priced = (pairs.prices.base >= 0) & (demands.price_base[d] >= 0) & ~np.isnan(demands.price_max[d])
    light, heavy = densities(pairs)
    known = offers.tells_sizes[o] | demands.tells_sizes[d] | ~np.isnan(light)
    rows = np.flatnonzero(priced & known & ~same_unit & no_further(pairs)).tolist()
    found = {i: each for i in rows if (each := _of_pair(pairs, i, (float(light[i]), float(heavy[i]))))}
    return Pieces(pairs, found)


def _of_pair(pairs: Pairs, i: int, litre: tuple[float, float]) -> tuple[float, float, Size] | None:
    names = pairs.context.bases.names
    d = int(pairs.d[i])
    mine, theirs = names[int(pairs.prices.base[i])], names[int(pairs.demands.price_base[d])]
    if KILOGRAM not in (mine, theirs):
        return None
    size = _weight(pairs.demand(i), pairs.offer(i), theirs if mine == KILOGRAM else mine, litre)
    if size is None:
        return None
    low, high = float(pairs.prices.low[i]), float(pairs.prices.high[i])
    if mine == KILOGRAM:
        return low * size.low, high * size.high, size
    return low / size.high, high / size.low, size


def _weight(demand: Demand, offer: Offer, piece: str, litre: tuple[float, float]) -> Size | None:
    """What a piece weighs: as the seller says it, else as the buyer wants it; of a liquid whose ``litre``
    has a known weight also what a litre of it, or a bottle of so many, weighs."""
    if piece == HEADS:
        return None
    held = [size for size in (*offer.sizes, *demand.sizes) if size.unit == piece and size.low > 0]
    weighed = next((size for size in held if size.measure == KILOGRAM), None)
    if weighed or np.isnan(litre[0]):
        return weighed
    if piece == LITRE:
        return Size(LITRE, *litre, KILOGRAM)
    poured = next((size for size in held if size.measure in LITRES), None)
    if poured is None:
        return None
    each = LITRES[poured.measure]
    return Size(piece, poured.low * each * litre[0], poured.high * each * litre[1], KILOGRAM)
