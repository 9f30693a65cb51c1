"""Amounts in units that no single figure converts, of which two figures tell enough: litres of what weighs
nearly the same everywhere against kilograms, heads of a stated weight against kilograms, and fruits, roots or
ears of which a record says from what to what one weighs.

A litre of honey weighs 1.38 to 1.45 kg, so that its amounts compare within a few parts of a hundred. A herd
weighs no more slaughtered than alive: against meat its live weight is the most that it can bring.
"""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

import numpy as np

from scoring.columns.arrays import Bools, Floats
from scoring.criteria.liquids import LITRE, densities, measured
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts, number
from scoring.pairs import Pairs
from scoring.records import Demand, Offer
from scoring.units import KILOGRAM, LIVE_KILOGRAM, NO_BASE

HEAD = "con"
PIECES = ("quả", "củ", "bắp", "nải", "buồng", "cây")  # of what grows, which differ in weight
WIDEST = 2.0  # times the lightest piece: what lies further apart is no size
_IN_KILOGRAMS = {"kg": 1.0, "g": 0.001}


class Bounds(NamedTuple):
    """What one unit of the supply comes to in units of the need, at least and at most; NaN where nobody knows
    or the units convert. ``by_density``: by what a litre weighs."""

    low: Floats
    high: Floats
    by_density: Bools


@once
def bounds(pairs: Pairs) -> Bounds:
    """The bounds of all pairs; of heads against meat the most alone is known."""
    nothing = np.full(len(pairs), np.nan)
    none = np.zeros(len(pairs), dtype=np.bool_)
    mine, theirs = pairs.offers.base[pairs.o], pairs.demands.base[pairs.d]
    open_ = (mine >= 0) & (theirs >= 0) & (mine != theirs)
    if not open_.any():
        return Bounds(nothing, nothing, none)
    open_ &= np.isnan(pairs.converted("base", "base"))
    if not open_.any():
        return Bounds(nothing, nothing, none)
    low, high, by_density = _by_density(pairs, open_)
    _of_pieces(pairs, open_, low, high)
    return _of_heads(pairs, open_, low, high, by_density)


def _by_density(pairs: Pairs, open_: Bools) -> tuple[Floats, Floats, Bools]:
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    kilogram, litre = (pairs.context.bases.index.get(name, NO_BASE - 1) for name in (KILOGRAM, LITRE))
    mine, one = measured(offers.base[o], offers.sized[o], offers.size_base[o], offers.size[o])
    theirs, other = measured(demands.base[d], demands.sized[d], demands.size_base[d], demands.size[d])
    lightest, heaviest = densities(pairs)
    to_litres, to_weight = (
        open_ & (mine == given) & (theirs == wanted) & ~np.isnan(lightest)
        for given, wanted in ((kilogram, litre), (litre, kilogram))
    )
    low = np.where(to_litres, 1 / heaviest, np.where(to_weight, lightest, np.nan)) * one / other
    high = np.where(to_litres, 1 / lightest, np.where(to_weight, heaviest, np.nan)) * one / other
    return low, high, to_litres | to_weight


def _of_heads(pairs: Pairs, open_: Bools, low: Floats, high: Floats, by_density: Bools) -> Bounds:
    index = pairs.context.bases.index
    head, kilogram, live = (index.get(name, NO_BASE - 1) for name in (HEAD, KILOGRAM, LIVE_KILOGRAM))
    theirs = pairs.demands.base[pairs.d]
    rows = np.flatnonzero(open_ & (pairs.offers.base[pairs.o] == head) & np.isin(theirs, (kilogram, live)))
    for i in rows.tolist():
        if weighs := head_weighs(pairs.offer(i)):
            low[i] = weighs[0] if theirs[i] == live else np.nan
            high[i] = weighs[1]
    return Bounds(low, high, by_density)


def _of_pieces(pairs: Pairs, open_: Bools, low: Floats, high: Floats) -> None:
    """Writes in what a grown piece held against weights weighs, by its seller or else by the buyer."""
    index = pairs.context.bases.index
    kilogram = index.get(KILOGRAM, NO_BASE - 1)
    mine, theirs = pairs.offers.base[pairs.o], pairs.demands.base[pairs.d]
    for unit in PIECES:
        base = index.get(unit, NO_BASE - 1)
        given, wanted = (mine == base) & (theirs == kilogram), (mine == kilogram) & (theirs == base)
        for i in np.flatnonzero(open_ & (given | wanted)).tolist():
            if weighs := piece_weighs(pairs.offer(i), unit) or piece_weighs(pairs.demand(i), unit):
                low[i], high[i] = weighs if given[i] else (1 / weighs[1], 1 / weighs[0])


def piece_weighs(record: Offer | Demand, unit: str) -> tuple[float, float] | None:
    """From what to what one piece weighs in kilograms, where a record says one such range."""
    ranges = [
        (size.low * _IN_KILOGRAMS[size.measure], size.high * _IN_KILOGRAMS[size.measure])
        for size in record.sizes
        if size.unit == unit and size.measure in _IN_KILOGRAMS
    ]
    if len(ranges) != 1 or not 0 < ranges[0][0] <= ranges[0][1] <= ranges[0][0] * WIDEST:
        return None
    return ranges[0]


def head_weighs(offer: Offer) -> tuple[float, float] | None:
    """The kilograms of the lightest and the heaviest head that an offer states; None where it does not."""
    ends = [
        end * _IN_KILOGRAMS[size.measure]
        for size in offer.sizes
        if size.unit == HEAD and size.measure in _IN_KILOGRAMS
        for end in (size.low, size.high)
    ]
    if not ends and offer.unit_kg:
        ends = [offer.unit_kg]
    return (min(ends), max(ends)) if ends and min(ends) > 0 else None


def bound_facts(within: Bounds, i: int, at_most: float) -> Facts:
    """What a unit of the supply comes to in units of the need, and the most of the need that this fills."""
    low = float(within.low[i])
    told: Facts = {"factor_high": number(float(within.high[i]), 6), "fill_at_most": number(at_most, 4)}
    told["by_density"] = bool(within.by_density[i])
    return told if isnan(low) else told | {"factor_low": number(low, 6)}
