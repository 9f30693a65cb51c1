"""Prices by the piece on one side and by the kilogram on the other, where a record says from what weight to
what weight a piece goes: compared at every weight within that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scoring.columns.arrays import Floats
from scoring.criteria.liquids import LITRE, densities, no_further
from scoring.criteria.verdict import Facts, number, told_share
from scoring.pairs import Pairs
from scoring.records import Demand, Offer, Size
from scoring.units import KILOGRAM

LITRES = {LITRE: 1.0, "ml": 0.001}
HEADS = "con"  # live weight is not meat, whatever a head weighs


# What is added to the price of a kilogram of each pair, least and most, and where that is known.
Freight = Callable[[Pairs], tuple[Floats, Floats, np.ndarray]]


@dataclass(frozen=True)
class Pieces:
    """The pairs whose prices a stated weight brings to one unit, by row: (least, most, weight of a piece);
    and of each the freight of a kilogram, least and most, None where it is not known."""

    pairs: Pairs
    rows: dict[int, tuple[float, float, Size]]
    freight: dict[int, tuple[float, float] | None]

    @cached_property
    def least(self) -> Floats:
        """The lowest price for a unit of the ceiling at the weight that favours the pair most, with the least
        freight that is known; else NaN."""
        found = np.full(len(self.pairs), np.nan)
        for i in self.rows:
            found[i] = self._lowest(i)[0]
        return found

    def _per_piece(self, i: int) -> bool:
        """Whether the ceiling is that of a piece."""
        base = int(self.pairs.demands.price_base[self.pairs.d[i]])
        return self.pairs.context.bases.names[base] != KILOGRAM

    def _lowest(self, i: int) -> tuple[float, float]:
        """The lowest price with the least freight at the weight that favours the pair, and at the other."""
        low, _, size = self.rows[i]
        cheap, times = (self.freight[i] or (0.0, 0.0))[0], size.high / size.low
        if self._per_piece(i):
            least = low + cheap * size.low
            return least, least * times
        return low + cheap, low * times + cheap

    def facts(self, i: int, ceiling: float, too_dear: bool) -> Facts:
        """What a price by the piece comes to by the kilogram, or the other way, at the weights that are said;
        ``pieces_lowest``: the lowest of it at both, with the least freight of a unit of the ceiling
        (``pieces_freight``: both ends); ``pieces_top``: the dearest of all."""
        low, high, size = self.rows[i]
        told: Facts = {
            "pieces_brought": [number(low, 0), number(high, 0)],
            "piece": size.unit,
            "piece_weighs": [number(size.low), number(size.high)],
            "pieces_lowest": [number(each, 0) for each in self._lowest(i)],
            "pieces_top": None,
        }
        if (freight := self.freight[i]) is not None:
            light, heavy = (size.low, size.high) if self._per_piece(i) else (1.0, 1.0)
            told["pieces_freight"] = [number(freight[0] * light, 0), number(freight[1] * heavy, 0)]
            told["pieces_top"] = number(high + freight[1] * heavy, 0)
        if too_dear and ceiling > 0:
            told["over_share"] = told_share((self._lowest(i)[0] - ceiling) / ceiling)
        return told


def brought(pairs: Pairs, same_unit: np.ndarray, freight: Freight) -> Pieces:
    """What prices of different units come to, to which the freight of a kilogram may only add."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    priced = (pairs.prices.base >= 0) & (demands.price_base[d] >= 0) & ~np.isnan(demands.price_max[d])
    light, heavy = densities(pairs)
    known = offers.tells_sizes[o] | demands.tells_sizes[d] | ~np.isnan(light)
    rows = np.flatnonzero(priced & known & ~same_unit & no_further(pairs)).tolist()
    found = {i: each for i in rows if (each := _of_pair(pairs, i, (float(light[i]), float(heavy[i]))))}
    return Pieces(pairs, found, _freight(pairs, list(found), freight))


def _freight(pairs: Pairs, rows: list[int], freight: Freight) -> dict[int, tuple[float, float] | None]:
    if not rows:
        return {}
    low, high, known = (each.tolist() for each in freight(pairs.take(np.array(rows))))
    return {i: (low[k], high[k]) if known[k] else None for k, i in enumerate(rows)}


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
