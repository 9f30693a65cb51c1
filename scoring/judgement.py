"""All criteria over pairs, put together into one score in whole micro-units and one set of vetoes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools
from scoring.criteria import JUDGES, Verdict
from scoring.pairs import Pairs
from scoring.profile import CRITERIA, THOUSANDTH, VETO_ORDER, Profile
from scoring.records import MICRO

Micro = NDArray[np.int64]


@dataclass(frozen=True)
class Judgement:
    """Scores (micro-units) and veto bits (bit i: ``VETO_ORDER[i]``) of pairs."""

    score: Micro
    vetoes: NDArray[np.uint16]

    @property
    def eligible(self) -> Bools:
        """Pairs to which no veto applies."""
        return np.asarray(self.vetoes == 0)


def verdicts(pairs: Pairs, profile: Profile) -> dict[str, Verdict]:
    """What every criterion says, in their order."""
    return {name: JUDGES[name](pairs, profile) for name in CRITERIA}


def components(verdict: Verdict) -> Micro:
    """The score of a criterion in whole micro-units."""
    return np.rint(verdict.score * MICRO).astype(np.int64)


def effects(criterion: str, component: Micro, profile: Profile) -> Micro:
    """What a component adds to the base: weight × (component − base value), rounded half up."""
    from_base = component - profile.base[criterion] * (MICRO // THOUSANDTH)
    return (profile.weights[criterion] * from_base + THOUSANDTH // 2) // THOUSANDTH


def judge(pairs: Pairs, profile: Profile) -> Judgement:
    """Scores and vetoes of all pairs; criteria are let go one after the other to save memory."""
    score = np.full(len(pairs), profile.base_micro, dtype=np.int64)
    vetoes = np.zeros(len(pairs), dtype=np.uint16)
    for name in CRITERIA:
        verdict = JUDGES[name](pairs, profile)
        score += effects(name, components(verdict), profile)
        vetoes |= veto_bits(verdict, len(pairs))
    return Judgement(score, vetoes)


def veto_bits(verdict: Verdict, n: int) -> NDArray[np.uint16]:
    """The vetoes of one criterion as bits in the expert's order."""
    bits = np.zeros(n, dtype=np.uint16)
    for veto, mask in verdict.vetoes.items():
        bits |= mask.astype(np.uint16) << np.uint16(VETO_ORDER.index(veto))
    return bits
