"""How good rankings are against judgments: nDCG, recall, reciprocal rank, order of pairs, false friends.

All functions are pure; a ranking is a sequence of offer ids, best first, judgments map an offer id to its
grade (3 same product and form, 2 acceptable substitute, 1 related; absent means 0).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

SERVES = 2  # the least grade of an offer that a buyer would take
EXACT = 3


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain, gain 2^grade - 1; 0.0 where nothing was judged relevant."""
    ideal = _dcg(sorted(grades.values(), reverse=True)[:depth])
    return _dcg([grades.get(offer, 0) for offer in ranking[:depth]]) / ideal if ideal else 0.0


def _dcg(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1.0) / math.log2(place + 2) for place, grade in enumerate(grades))


def recall(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Share of the serving offers among the first ``depth``, of as many as could be there; 1.0 for none."""
    serving = sum(grade >= SERVES for grade in grades.values())
    if not serving:
        return 1.0
    found = sum(grades.get(offer, 0) >= SERVES for offer in ranking[:depth])
    return found / min(depth, serving)


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """One over the place of the first exact offer; 0.0 where there is none."""
    return next((1.0 / place for place, o in enumerate(ranking, start=1) if grades.get(o, 0) == EXACT), 0.0)


def false_friend(ranking: Sequence[str], grades: Mapping[str, int], friends: Collection[str]) -> bool:
    """True where an offer that only looks alike stands among the first min(10, number of serving) offers."""
    serving = sum(grade >= SERVES for grade in grades.values())
    return any(offer in friends for offer in ranking[: min(10, serving)])


def pairwise_order(scores: Mapping[str, float], grades: Mapping[str, float]) -> float:
    """Share of the pairs of different grade that the scores put in the right order; a tie counts half.

    Only offers that have both a score and a grade count; 1.0 where no pair differs.
    """
    known = sorted(offer for offer in scores if offer in grades)
    right = pairs = 0.0
    for i, one in enumerate(known):
        for other in known[i + 1 :]:
            if grades[one] == grades[other]:
                continue
            pairs += 1.0
            better, worse = (one, other) if grades[one] > grades[other] else (other, one)
            right += (
                1.0 if scores[better] > scores[worse] else 0.5 if scores[better] == scores[worse] else 0.0
            )
    return right / pairs if pairs else 1.0


def misordered(ranks: Mapping[str, int | None], tiers: Sequence[Collection[str]]) -> list[tuple[str, str]]:
    """The pairs (better, worse) of an expert's tiers, best tier first, that ``ranks`` does not put in order.

    Rank 1 is best; None (vetoed) stands after every rank, and two of them are in no order.
    """
    last = math.inf
    place = {offer: last if rank is None else rank for offer, rank in ranks.items()}
    return [pair for pair in tiered_pairs(tiers) if not place[pair[0]] < place[pair[1]]]


def tiered_pairs(tiers: Sequence[Collection[str]]) -> list[tuple[str, str]]:
    """Each pair (better, worse) of offers in different tiers; those of one tier are equal."""
    return [
        (better, worse)
        for place, tier in enumerate(tiers)
        for better in tier
        for below in tiers[place + 1 :]
        for worse in below
    ]


def precision_recall(found: Collection[str], right: Collection[str]) -> tuple[float, float]:
    """Precision and recall of a set of codes (vetoes) against the right set; 1.0 where a side is empty."""
    hits = len(set(found) & set(right))
    return (hits / len(set(found)) if found else 1.0, hits / len(set(right)) if right else 1.0)


def calibration_error(predicted: Sequence[float], happened: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error: the mean gap between predicted and seen frequency over equal-width bins.

    Raises ValueError where the two differ in length.
    """
    if len(predicted) != len(happened):
        raise ValueError(f"{len(predicted)} predictions for {len(happened)} outcomes")
    if not predicted:
        return 0.0
    gathered: dict[int, list[tuple[float, bool]]] = {}
    for chance, outcome in zip(predicted, happened, strict=True):
        gathered.setdefault(min(bins - 1, int(chance * bins)), []).append((chance, outcome))
    gap = 0.0
    for held in gathered.values():
        gap += abs(sum(chance for chance, _ in held) - sum(outcome for _, outcome in held))
    return gap / len(predicted)
