"""What one piece weighs at most: as a record says it, or as heavy as any of its kind can be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isnan

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Floats
from scoring.criteria import liquids
from scoring.criteria.packed_weights import piece_weight
from scoring.pairs import Pairs
from scoring.records import Demand, Offer, Size
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


def weight_said(offer: Offer, demand: Demand, unit: str) -> float:
    """The same by all that a pair says, the packs of the offer that tell how many they hold among it."""
    known = heaviest_said((*offer.sizes, *demand.sizes), unit)
    return piece_weight(offer.packaging, unit) if isnan(known) else known


def freight_of_pieces(pairs: Pairs, known: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """The cheap and the dear freight of one piece that is brought to the buyer, of one as heavy as a record
    says; NaN where the freight is ``known`` already, no record says what a piece weighs, or no way is."""
    low = np.full(len(pairs), np.nan)
    high = low.copy()
    wanted, names = pairs.demands.price_base[pairs.d], pairs.context.bases.names
    for i in np.flatnonzero(~known & (wanted >= 0) & brought_on(pairs)).tolist():
        weight = weight_said(pairs.offer(i), pairs.demand(i), names[int(wanted[i])])
        low[i], high[i] = pairs.ways.cost_low[i] * weight, pairs.ways.cost_high[i] * weight
    return low, high


def brought_on(pairs: Pairs) -> NDArray[np.bool_]:
    """Where both sides say the place of their prices, the buyer's being further on the way."""
    offered, wanted = pairs.offers.stage[pairs.o], pairs.demands.stage[pairs.d]
    return np.asarray((offered >= 0) & (wanted > offered))


def heaviest(unit: str, goods: str) -> float:
    """Kilograms that one ``unit`` of any such goods weighs at most; NaN where nothing limits it."""
    if unit == "chiếc" and LIGHT.search(goods.lower()):
        return LIGHT_KG
    return HEAVIEST.get(unit, float("nan"))
