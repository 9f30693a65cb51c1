"""Figures that a step to take is told in: as a person would say them, and never short of the limit.

Weights are whole kilograms below a tonne, hundreds of kilograms above, tonnes from a hundred on, as they
are printed; counted goods are whole pieces; prices are whole hundreds of đồng from ten thousand on.
"""

from __future__ import annotations

from math import ceil, floor

FINEST = 0.001
NOISE = 6  # decimals beyond which a figure is only the rest of a binary fraction


def at_least(value: float, weighed: bool) -> float:
    """The round amount next above ``value``, or ``value`` where it is one."""
    step = _step(value, weighed)
    return round(ceil(round(value / step, NOISE)) * step, 3)


def at_most(value: float, weighed: bool) -> float:
    """The round amount next below ``value``; finer where that would be nothing."""
    step = _step(value, weighed)
    while value < step and step > FINEST:
        step /= 10
    return round(floor(round(value / step, NOISE)) * step, 3)


def price_at_most(value: float) -> float:
    """The round price (đồng) next below ``value``."""
    step = 100 if value >= 10_000 else 10 if value >= 1000 else 1
    return float(floor(round(value / step, NOISE)) * step)


def tenth_at_least(value: float) -> float:
    """Days or per cent with one decimal, rounded up."""
    return round(ceil(round(value * 10, NOISE)) / 10, 1)


def _step(value: float, weighed: bool) -> float:
    if not weighed:
        return 1.0
    if value < 10:
        return 0.1
    if value < 1000:
        return 1.0
    return 100.0 if value < 100_000 else 1000.0
