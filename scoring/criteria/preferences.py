"""What the buyer would like and what speaks for a product: preferred papers, OCOP stars, origin."""

from __future__ import annotations

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.verdict import Facts, Verdict
from scoring.horizon import NEVER, count
from scoring.pairs import Pairs
from scoring.profile import Profile

CODES = ("preferred_all", "preferred_some", "preferred_none", "distinctions", "plain")
ALL, SOME, NONE, DISTINCTIONS, PLAIN = range(5)
MOST_STARS = 5


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """The profile's share for preferred papers held in every delivery month, the rest for OCOP stars and GI.

    Where the buyer prefers nothing, stars and GI alone count.
    """
    wishes = [
        (code, wanted[pairs.d], _valid(pairs, pairs.paper_until(code)))
        for code, wanted in pairs.demands.preferred.items()
    ]
    asked = sum((want for _, want, _ in wishes), start=np.zeros(len(pairs)))
    held = sum((want & have for _, want, have in wishes), start=np.zeros(len(pairs)))
    stars = np.where(_valid(pairs, pairs.offers.stars_until[pairs.o]), pairs.offers.stars[pairs.o], 0)
    origin = _valid(pairs, pairs.paper_until("GI"))
    distinction = np.minimum(stars / MOST_STARS + 0.2 * origin, 1.0)
    share = profile["preferred_share"]
    wished = share * held / np.maximum(asked, 1) + (1.0 - share) * distinction
    score = np.where(asked > 0, wished, distinction)
    none = np.where(distinction > 0, DISTINCTIONS, PLAIN)
    code = np.select([asked == 0, held == asked, held > 0], [none, ALL, SOME], NONE)

    def facts(i: int) -> Facts:
        names = [name for name, want, _ in wishes if want[i]]
        have = [name for name, want, held in wishes if want[i] and held[i]]
        return {
            "preferred": names,
            "have": have,
            "lack": [name for name in names if name not in have],
            "stars": int(stars[i]),
            "origin": bool(origin[i]),
        }

    return Verdict(score, code.astype(np.intp), CODES, facts)


def _valid(pairs: Pairs, until: np.ndarray) -> Bools:
    """Whether papers valid until those days cover every delivery month."""
    covered = count(pairs.tested & pairs.covered(until))
    return np.asarray((until != NEVER) & (covered == count(pairs.tested)))
