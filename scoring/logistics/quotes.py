"""Fitting the computed freight to what hauliers really asked: robust, small, and honest about its error.

A quote is compared with the middle of the computed haulage of its way and truck, as the logarithm of their
ratio. Three models: one factor for all, one that goes over from flat to mountain roads, one for each class of
truck with quotes enough. The simplest is taken that errs hardly more than the best on quotes it has not seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.logistics.coefficients import EVERY_TRUCK, ROADS, Range

Floats = NDArray[np.float64]
Calibration = Mapping[tuple[str, str], Range]

LEAST = 20  # quotes for a fit that may be adopted
LEAST_OF_CLASS = 10  # for a factor of its own
LEAST_OF_ROAD = 6  # mostly flat, and mostly mountainous, for a factor by terrain
FLAT, MOUNTAIN = 0.3, 0.6  # shares of the road in mountains that count as the one and as the other
FOLDS = 5
WITHIN = (0.1, 0.9)  # quantiles of the ratio that become the low and the high end
_HUBER, _ROUNDS = 1.345, 50
_CLEAR = 1.15  # a simpler model that errs so little more is preferred: the rest may be chance
_POINT = 0.01
_UNUSUAL = 3.5  # times the usual spread: a price so far from all others was mistyped
MODELS = ("one", "terrain", "class")


@dataclass(frozen=True, slots=True)
class Quote:
    """One price that was asked, đồng per kg, beside what the coefficients give for it without a fit."""

    asked: float
    low: float
    high: float
    hilly: float  # share of the road in mountains
    vehicle: str

    @property
    def ratio(self) -> float:
        """What was asked as a multiple of the middle of what was computed."""
        return self.asked / ((self.low + self.high) / 2.0)


@dataclass(frozen=True, slots=True)
class Errors:
    """How far the middle of a range lies from the quotes, as shares of these, and how many it contains."""

    median: float
    p90: float
    within: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A fit: its model, figures, and errors on quotes kept aside (each fold fitted without them, the model
    chosen without them too). ``before`` is the error without any fit."""

    model: str
    calibration: Calibration
    count: int
    before: Errors
    held_out: Errors

    @property
    def enough(self) -> bool:
        """Whether there are quotes enough to adopt it."""
        return self.count >= LEAST

    @property
    def better(self) -> bool:
        """Whether it errs less than no fit on quotes it has not seen."""
        return self.held_out.median < self.before.median


def fit(quotes: Sequence[Quote]) -> Fit:
    """The best fit to quotes, in the order in which they were given. Raises ``ValueError`` for fewer than
    one a fold."""
    if len(quotes) < FOLDS:
        raise ValueError("too few quotes")
    model = _chosen(quotes)
    ends = np.array([[quote.low, quote.high] for quote in quotes])
    return Fit(
        model,
        fitted(model, quotes),
        len(quotes),
        errors(quotes, ends),
        errors(quotes, _held_out(quotes, _chosen)),
    )


def fitted(model: str, quotes: Sequence[Quote]) -> Calibration:
    """The figures of one model."""
    found = _with_roads(EVERY_TRUCK, quotes) if model == "terrain" else _alike(EVERY_TRUCK, quotes)
    if model == "class":
        for name in sorted({quote.vehicle for quote in quotes}):
            own = [quote for quote in quotes if quote.vehicle == name]
            if len(own) >= LEAST_OF_CLASS:
                found |= _alike(name, own)
    return found


def predicted(calibration: Calibration, quote: Quote) -> Range:
    """The low and the high end that a calibration gives for a quote's way and truck."""
    name = quote.vehicle if (quote.vehicle, ROADS[0]) in calibration else EVERY_TRUCK
    flat, mountain = (calibration[name, road] for road in ROADS)
    middle, share = (quote.low + quote.high) / 2.0, quote.hilly
    low, high = (
        float(np.exp((1 - share) * np.log(a) + share * np.log(b)))
        for a, b in zip(flat, mountain, strict=True)
    )
    return middle * low, middle * high


def errors(quotes: Sequence[Quote], ends: Floats) -> Errors:
    """The errors of ranges [quote, low and high]."""
    asked = np.array([quote.asked for quote in quotes])
    off = np.abs(np.exp(np.log(ends).mean(axis=1)) - asked) / asked
    inside = (ends[:, 0] <= asked) & (asked <= ends[:, 1])
    return Errors(float(np.median(off)), float(np.quantile(off, 0.9)), float(inside.mean()))


def _alike(name: str, quotes: Sequence[Quote]) -> dict[tuple[str, str], Range]:
    ends = _ends(np.log([quote.ratio for quote in quotes]))
    return {(name, road): ends for road in ROADS}


def _with_roads(name: str, quotes: Sequence[Quote]) -> dict[tuple[str, str], Range]:
    """Huber's regression of the logarithm on the share of mountains, and the spread around it."""
    hilly, y = np.array([q.hilly for q in quotes]), np.log([q.ratio for q in quotes])
    x = np.column_stack([1.0 - hilly, hilly])
    weight = np.ones(len(y))
    centre = np.zeros(2)
    for _ in range(_ROUNDS):
        root = np.sqrt(weight)
        centre = np.linalg.lstsq(x * root[:, None], y * root, rcond=None)[0]
        off = np.abs(y - x @ centre)
        scale = max(float(np.median(off)) / 0.6745, 1e-6)
        weight = np.minimum(1.0, _HUBER * scale / np.maximum(off, 1e-12))
    spread = _spread(y - x @ centre)
    return {(name, road): _pair(np.exp(centre[i] + spread)) for i, road in enumerate(ROADS)}


def _ends(y: Floats) -> Range:
    return _pair(np.exp(_spread(y)))


def _spread(y: Floats) -> Floats:
    """Both ends of the usual values; slips of the pen, far from all others, are left out."""
    off = np.abs(y - np.median(y))
    usual = y[off <= _UNUSUAL * max(1.4826 * float(np.median(off)), 0.02)]
    ends: Floats = np.quantile(usual, WITHIN)
    return ends


def _pair(values: Floats) -> Range:
    return round(float(values[0]), 4), round(float(values[1]), 4)


def _possible(quotes: Sequence[Quote]) -> list[str]:
    flat = sum(quote.hilly <= FLAT for quote in quotes)
    mountain = sum(quote.hilly >= MOUNTAIN for quote in quotes)
    classes = [sum(q.vehicle == name for q in quotes) for name in {q.vehicle for q in quotes}]
    found = ["one"]
    if min(flat, mountain) >= LEAST_OF_ROAD:
        found.append("terrain")
    if sum(count >= LEAST_OF_CLASS for count in classes) > 1:
        found.append("class")
    return found


def _chosen(quotes: Sequence[Quote]) -> str:
    """The simplest model that errs hardly more than the best on quotes kept aside."""
    possible = _possible(quotes)
    if len(possible) == 1 or len(quotes) < 2 * FOLDS:
        return "one"
    tried = {
        model: errors(quotes, _held_out(quotes, lambda _, model=model: model)).median for model in possible
    }
    good = min(tried.values()) * _CLEAR + _POINT
    return next(model for model in possible if tried[model] <= good)


def _held_out(quotes: Sequence[Quote], choose: object) -> Floats:
    """The ends for each quote from a fit that has not seen it."""
    assert callable(choose)
    ends = np.zeros((len(quotes), 2))
    for fold in range(FOLDS):
        rest = [quote for i, quote in enumerate(quotes) if i % FOLDS != fold]
        found = fitted(choose(rest), rest)
        for i in range(fold, len(quotes), FOLDS):
            ends[i] = predicted(found, quotes[i])
    return ends
