"""Prices of liquids, by the litre on one side and by the kilogram on the other: refused where none could fit.

Of honey, fish sauce, spirits, oil, milk and vinegar a litre weighs the same everywhere within a few parts of
a hundred, and prices are brought over by both ends of that. Of other liquids nothing is reckoned: only that
even the weight which favours the pair most leaves the price above the ceiling.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools, Floats, Ints
from scoring.pairs import Pairs
from scoring.product import Lexicon
from scoring.units import KILOGRAM

LITRE = "lít"
LIGHTEST, HEAVIEST = 0.9, 1.45  # kg in a litre of what is eaten: cooking oil and spirits to honey
# Kilograms in a litre by how the name of a kind begins: by moisture, salt and alcohol that standards allow.
DENSITIES = (
    (("mật ong", "mật hoa", "mật rừng"), (1.38, 1.45)),
    (("nước mắm", "mắm cốt", "mắm nhĩ"), (1.17, 1.22)),
    (("rượu",), (0.92, 0.99)),
    (("dầu ăn", "dầu lạc", "dầu phộng", "dầu mè", "dầu vừng", "dầu dừa", "dầu gấc", "dầu sở"), (0.91, 0.93)),
    (("giấm", "dấm"), (1.0, 1.02)),
    (("sữa tươi", "sữa bò", "sữa dê"), (1.02, 1.04)),
    (("nước tương", "xì dầu"), (1.1, 1.2)),
)
LIQUID_FORMS = frozenset({"processed"})  # a litre of grain or leaves weighs less


@dataclass(frozen=True)
class Brought:
    """The least that the price can be for a unit of the ceiling, NaN where that is not such a pair."""

    least: Floats
    ceiling: Floats
    by_weight: Bools  # the ceiling is one for a kilogram, else for a litre


def brought(pairs: Pairs) -> Brought:
    """Both prices for a kilogram or a litre, of packs by their size; the lowest of the offer's."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    bases = pairs.context.bases
    kilogram, litre = bases.index[KILOGRAM], bases.index.get(LITRE, -2)
    mine, one = measured(pairs.prices.base, offers.sized[o], offers.size_base[o], offers.size[o])
    theirs, other = measured(demands.price_base[d], demands.sized[d], demands.size_base[d], demands.size[d])
    by_weight = (mine == litre) & (theirs == kilogram)
    by_volume = (mine == kilogram) & (theirs == litre)
    found = (by_weight | by_volume) & _liquid(pairs) & no_further(pairs)
    lightest, heaviest = densities(pairs)
    times = np.where(
        by_weight, 1 / np.nan_to_num(heaviest, nan=HEAVIEST), np.nan_to_num(lightest, nan=LIGHTEST)
    )
    least = np.where(found, pairs.prices.low / one * times, np.nan)
    return Brought(least, demands.price_max[d] / other, by_weight)


def measured(base: Ints, sized: Ints, size_base: Ints, size: Floats) -> tuple[Ints, Floats]:
    """The unit of a price and how much of it that is for: of packs what the record says one holds."""
    packs = (sized == base) & (base > 0) & (size > 0)
    return np.where(packs, size_base, base), np.where(packs, size, 1.0)


def _liquid(pairs: Pairs) -> Bools:
    rows = pairs.offers.kind[pairs.o]
    return np.asarray((rows >= 0) & _made(pairs.context.lexicon)[np.maximum(rows, 0)])


@lru_cache(maxsize=8)
def _made(lexicon: Lexicon) -> Bools:
    """The kinds that are made liquid."""
    return np.array([kind.form in LIQUID_FORMS for kind in lexicon.kinds], dtype=np.bool_)


def densities(pairs: Pairs) -> tuple[Floats, Floats]:
    """Least and most kilograms in a litre of what each pair's offer sells; NaN where that is not known."""
    rows = pairs.offers.kind[pairs.o]
    known = _known(pairs.context.lexicon)[np.maximum(rows, 0)]
    told = np.where((rows >= 0)[:, None], known, np.nan)
    return told[:, 0], told[:, 1]


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon) -> Floats:
    found = [
        next((ends for names, ends in DENSITIES if kind.name_vi.lower().startswith(names)), (np.nan, np.nan))
        for kind in lexicon.kinds
    ]
    return np.array(found or [(np.nan, np.nan)], dtype=np.float64)


def no_further(pairs: Pairs) -> Bools:
    """Whether freight can only add to the offer's price: it is taken no further on than the ceiling."""
    offered, wanted = pairs.offers.stage[pairs.o], pairs.demands.stage[pairs.d]
    return np.asarray(np.maximum(offered, 0) <= np.maximum(wanted, 0))
