"""What a price in words is meant for: one of several goods."""

from __future__ import annotations

import re

import numpy as np

from scoring.columns.arrays import Floats
from scoring.columns.items import named_alone
from scoring.columns.priced import parts_said
from scoring.pairs import Pairs
from scoring.records import Demand, Doubt
from scoring.units import fold

ONE_OF_SEVERAL = "price_of_one"


def ceilings(pairs: Pairs) -> Floats:
    """What each buyer pays at most: of several prices the one beside the goods of the pair; NaN where he
    names one for others of the goods that he wants alone."""
    found: Floats = pairs.demands.price_max[pairs.d]
    rows = np.flatnonzero(pairs.demands.price_of_one[pairs.d])
    beside = {row: _beside(pairs.demands.records[row]) for row in np.unique(pairs.d[rows]).tolist()}
    for i, row in zip(rows.tolist(), pairs.d[rows].tolist(), strict=True):
        offered = _words(pairs.offer(i).product)
        fits = [share for goods, share in beside[row] if goods <= offered]
        if len(fits) == 1:
            found[i] *= fits[0]
        elif not fits and beside[row] and all(goods for goods, _ in beside[row]):
            found[i] = np.nan
    return found


def _beside(demand: Demand) -> list[tuple[frozenset[str], float]]:
    """The goods that each price of a demand names, and that price as a share of the one that was read."""
    if goods := said(demand.doubts, ONE_OF_SEVERAL):
        return [(_words(goods), 1.0)]
    parts, first = parts_said(demand.doubts), demand.price_max or 0
    alike = first > 0 and len({part["price_unit"] for part in parts}) == 1
    if not alike or any(not part["price_max"] for part in parts):
        return []
    return [(_words(named_alone(demand.product, part["words"])), part["price_max"] / first) for part in parts]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall("[a-z]+", fold(text)))


def said(doubts: tuple[Doubt, ...], code: str) -> str | None:
    """The words of a record behind a doubt about its price."""
    if not doubts:  # of most records
        return None
    return next((str(doubt.facts["value"]) for doubt in doubts if doubt.code == code), None)
