"""Fit the table of ``scoring/product/chance.py`` to judged pairs and measure how far its chances are off.

    python tests/benchmarks/product_chance.py DIRECTORY … [--removals 5]

Directories as in product_similarity.py. Pairs without a judgment count as not acceptable. The expected
calibration error (ten bins of equal width) is that of a table fitted to the other half of the demands.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matchmaker.services.reference import lexicon_matcher
from scoring.product import Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.chance import BOTH_KNOWN, ONE_UNKNOWN
from tests.benchmarks.product_similarity import Split, load

Floats = npt.NDArray[np.float64]
Knots = tuple[tuple[float, float], ...]
GRID = np.linspace(0.0, 1.0, 21)
ACCEPTABLE = 2


def pairs(
    split: Split, lexicon: Lexicon
) -> tuple[Floats, npt.NDArray[np.bool_], Floats, npt.NDArray[np.int64]]:
    """Similarity, whether one side is unknown, whether acceptable (0 or 1) and the demand of every pair."""
    matcher = ProductMatcher(lexicon)
    columns = [
        matcher.read([ProductText(r["name"], r.get("description") or "") for r in rows])
        for rows in (split.demands, split.offers)
    ]
    compared = matcher.compare(*columns)
    taken = np.array(
        [[split.grades[d["id"]].get(o["id"], 0) >= ACCEPTABLE for o in split.offers] for d in split.demands]
    )
    demand = np.repeat(np.arange(len(split.demands)), len(split.offers))
    unknown = (compared.relation == Relation.UNKNOWN).ravel()
    return compared.similarity.ravel().astype(float), unknown, taken.ravel().astype(float), demand


def monotone(values: Floats, weights: Floats) -> Floats:
    """The non-decreasing sequence nearest to values (pool adjacent violators)."""
    pools: list[list[float]] = []
    for value, weight in zip(values, weights, strict=True):
        pools.append([value, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            high, low = pools.pop(), pools.pop()
            weight = low[1] + high[1]
            pools.append([(low[0] * low[1] + high[0] * high[1]) / weight, weight, low[2] + high[2]])
    return np.array([pool[0] for pool in pools for _ in range(int(pool[2]))])


def fit(similarity: Floats, taken: Floats) -> Knots:
    """Knots in the middle of occupied bins, smoothed towards similarity itself where pairs are few."""
    at: list[float] = []
    value: list[float] = []
    weight: list[float] = []
    for low, high in zip(GRID, (*GRID[1:-1], 1.01), strict=False):
        inside = (similarity >= low) & (similarity < high)
        if inside.any():
            at.append(float(similarity[inside].mean()))
            value.append(float((taken[inside].sum() + at[-1]) / (inside.sum() + 1)))
            weight.append(float(inside.sum() + 1))
    rising = monotone(np.array(value), np.array(weight))
    return tuple(zip(np.round(at, 3).tolist(), np.round(rising, 3).tolist(), strict=True))


def error(chance: Floats, taken: Floats) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((chance * 10).astype(int), 9)
    return sum(
        abs(chance[bins == b].mean() - taken[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)
    )


def held_out(similarity: Floats, taken: Floats, demand: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Mean error of tables fitted to the other half of the demands: of all pairs, and of those above .2."""
    demands = np.unique(demand)
    random.Random(0).shuffle(mixed := demands.tolist())
    errors = []
    for half in (mixed[::2], mixed[1::2]):
        inside = np.isin(demand, half)
        at, value = zip(*fit(similarity[~inside], taken[~inside]), strict=True)
        chance = np.interp(similarity[inside], at, value)
        near = similarity[inside] > 0.2
        errors.append((error(chance, taken[inside]), error(chance[near], taken[inside][near])))
    return tuple(np.mean(errors, axis=0).tolist())  # type: ignore[return-value]


def main() -> None:
    """Print the fitted tables and their errors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directories", type=Path, nargs="+")
    parser.add_argument("--removals", type=int, default=5)
    asked = parser.parse_args()
    lexicon = lexicon_matcher().lexicon
    keys = sorted(lexicon.index)
    parts = [lexicon] + [
        lexicon.without(random.Random(seed).sample(keys, len(keys) // 5)) for seed in range(asked.removals)
    ]
    found = [(i, *pairs(load(d), part)) for i, d in enumerate(asked.directories) for part in parts]
    similarity = np.concatenate([f[1] for f in found])
    unknown = np.concatenate([f[2] for f in found])
    taken = np.concatenate([f[3] for f in found])
    demand = np.concatenate([f[0] * 100_000 + f[4] for f in found])
    for name, chosen, table in (("both known", ~unknown, BOTH_KNOWN), ("one unknown", unknown, ONE_UNKNOWN)):
        s, t, d = similarity[chosen], taken[chosen], demand[chosen]
        at, value = zip(*table, strict=True)
        everywhere, near = held_out(s, t, d)
        print(f"{name}: {len(s)} pairs, {t.sum():.0f} acceptable; calibration error on held-out halves "
              f"{everywhere:.4f}, of pairs above .2 {near:.3f}; similarity itself {error(s, t):.4f}; "
              f"committed table {error(np.interp(s, at, value), t):.4f}")  # fmt: skip
        print("   ", fit(s, t))


if __name__ == "__main__":
    main()
