"""What a criterion says about pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import floor, isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools, Floats
from scoring.pairs import Pairs
from scoring.profile import Profile

HALF = 0.5 + 1e-9  # percent, from which a share is rounded up

Facts = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """Arrays over pairs: a score 0..1, an index into ``codes``, and a mask for each veto.

    ``facts(i)`` tells pair ``i`` from the very arrays that made the score, ``veto_facts(veto, i)`` what there
    is to tell of a veto beside that.
    """

    score: Floats
    code: NDArray[np.intp]
    codes: tuple[str, ...]
    facts: Callable[[int], Facts]
    vetoes: dict[str, Bools] = field(default_factory=dict)
    veto_facts: Callable[[str, int], Facts] | None = None

    def why(self, veto: str, i: int, told: Facts | None = None) -> Facts:
        """Facts of a veto: those of the score (``told``, if they are there already), and its own."""
        facts = self.facts(i) if told is None else told
        return facts | self.veto_facts(veto, i) if self.veto_facts else facts


Criterion = Callable[[Pairs, Profile], Verdict]


def number(value: float, digits: int = 3) -> float | None:
    """A number for facts: rounded, whole where it is whole, None for "not said"."""
    if value != value:  # NaN differs from itself
        return None
    whole = int(value)
    if whole == value:
        return whole
    if not digits:
        return round(float(value))
    rounded = round(float(value), digits)
    whole = int(rounded)
    return whole if rounded == whole else rounded


def tenths(value: float) -> float | None:
    """A number for facts with one decimal, a half rounded up as it is told: 1.25 is 1.3.

    >>> tenths(1.25), tenths(1.2499), tenths(3.0)
    (1.3, 1.2, 3)
    """
    return number(floor(value * 10 + HALF) / 10, 1) if isfinite(value) else None


def told_share(value: float) -> float | None:
    """A share for facts, in thousandths that give the same whole percent as the share itself: 26.47 % is told
    as 26 % and not, by way of 26.5, as 27 %.

    >>> told_share(0.26470588), told_share(0.265), told_share(2 / 3)
    (0.264, 0.265, 0.667)
    """
    told = number(value) if isfinite(value) else None
    return (
        told
        if told is None or floor(told * 100 + HALF) == floor(value * 100 + HALF)
        else floor(value * 1000) / 1000
    )
