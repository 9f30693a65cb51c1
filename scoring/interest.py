"""What a demand is worth to a producer: the other side's interest in a pair, exact and additive.

How far the ceiling lies above their floor price once the freight is paid, how much of the supply is taken,
how soon and with what deductions it is paid, and how near the buyer is. In whole micro-units:

    interest = base + Σ weight × (part − base)
    mutual   = buyer's share × score + producer's share × interest

each product rounded half up, so the two rows of the mutual score are its whole account. The interest draws on
floor prices: show it to officers, never to the other side.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scoring.columns.arrays import Floats
from scoring.criteria import logistics
from scoring.criteria.price import brought, carriage
from scoring.criteria.volume import amounts
from scoring.judgement import Micro
from scoring.pairs import Pairs
from scoring.profile import THOUSANDTH, Profile
from scoring.records import MICRO

PARTS = ("margin", "uptake", "terms", "way")
NEUTRAL = 500  # thousandths: what a part is worth when nothing is known


@dataclass(frozen=True)
class MutualWeights:
    """What counts for a producer, and how much their interest counts beside the score; thousandths.

    ``margin_full``: the share of the floor price by which the net ceiling must exceed it for a full margin.
    """

    parts: dict[str, int] = field(
        default_factory=lambda: {"margin": 400, "uptake": 300, "terms": 200, "way": 100}
    )
    producer: int = 400
    margin_full: float = 0.5

    def __post_init__(self) -> None:
        """Raises ``ValueError`` for weights that do not make a whole."""
        if set(self.parts) != set(PARTS) or sum(self.parts.values()) != THOUSANDTH:
            raise ValueError(f"the weights of {PARTS} must sum to {THOUSANDTH}: {self.parts}")
        if min(self.parts.values()) < 0 or not 0 <= self.producer <= THOUSANDTH or self.margin_full <= 0:
            raise ValueError(f"weights out of range: {self}")

    @property
    def base_micro(self) -> int:
        """The interest of a producer about whom nothing is known."""
        return NEUTRAL * MICRO // THOUSANDTH


def interest(pairs: Pairs, profile: Profile, weights: MutualWeights) -> tuple[Micro, dict[str, Micro]]:
    """The producer's interest in each pair, and its parts, in micro-units."""
    scores = {
        "margin": _margin(pairs, weights),
        "uptake": _uptake(pairs),
        "terms": _terms(pairs, profile),
        "way": logistics.judge(pairs, profile).score,
    }
    parts = {name: np.rint(scores[name] * MICRO).astype(np.int64) for name in PARTS}
    total = np.full(len(pairs), weights.base_micro, dtype=np.int64)
    for name in PARTS:
        total += part_effect(name, parts[name], weights)
    return total, parts


def part_effect(name: str, part: Micro, weights: MutualWeights) -> Micro:
    """What a part of the interest adds to its base, in micro-units."""
    return _scaled(weights.parts[name], part - weights.base_micro)


def shares(score: Micro, producers: Micro, weights: MutualWeights) -> tuple[Micro, Micro]:
    """The two rows of the mutual score: the buyer's and the producer's."""
    return _scaled(THOUSANDTH - weights.producer, score), _scaled(weights.producer, producers)


def _margin(pairs: Pairs, weights: MutualWeights) -> Floats:
    """How far the ceiling less the freight lies above the floor price."""
    low, high, _ = carriage(pairs)
    floor, _, compared = brought(pairs)
    ceiling = pairs.demands.price_max[pairs.d]
    compared = compared & ~np.isnan(ceiling) & (floor > 0)
    above = (ceiling - (low + high) / 2 - floor) / np.where(compared, floor, 1.0)
    return np.where(compared, np.clip(above / weights.margin_full, 0.0, 1.0), NEUTRAL / THOUSANDTH)


def _uptake(pairs: Pairs) -> Floats:
    """How much of what the producer has in the common months the demand takes."""
    supply, need = amounts(pairs)
    compared = ~np.isnan(pairs.converted("base", "base")) & (supply > 0) & (need > 0)
    taken = np.round(need / np.where(compared, supply, 1.0), 9)
    return np.where(compared, np.minimum(taken, 1.0), NEUTRAL / THOUSANDTH)


def _terms(pairs: Pairs, profile: Profile) -> Floats:
    """Mean over the terms stated: early payment, little discount, no returns, no consignment."""
    demands, d = pairs.demands, pairs.d
    stated = [
        1.0 - np.clip(demands.payment[d] / profile["payment_longest"], 0.0, 1.0),
        1.0 - np.clip(demands.discount[d] / profile["discount_most"], 0.0, 1.0),
        np.where(demands.returns[d] < 0, np.nan, 1.0 - demands.returns[d]),
        np.where(demands.consignment[d] < 0, np.nan, 1.0 - demands.consignment[d]),
    ]
    count = np.sum([~np.isnan(term) for term in stated], axis=0)
    total = np.sum([np.nan_to_num(term) for term in stated], axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), NEUTRAL / THOUSANDTH)


def _scaled(thousandths: int, micro: Micro) -> Micro:
    return (thousandths * micro + THOUSANDTH // 2) // THOUSANDTH
