"""From a puzzle to amounts, with what is proven of them."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.pooling.clusters import Ground
from scoring.pooling.greedy import could_fill, quick
from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.records import Proof
from scoring.pooling.settings import PoolSettings


@dataclass(frozen=True)
class Solved:
    """Amounts [member, month] in grains, what they fill, and the proofs."""

    amounts: Whole
    filled: int
    proofs: tuple[Proof, ...]


def solve(
    puzzle: Puzzle, ground: Ground, settings: PoolSettings, before: Whole | None, until: float
) -> Solved:
    """The best amounts that are found until that moment of the clock."""
    amounts = quick(puzzle)
    filled = int(puzzle.filled(amounts).sum())
    bound = max((int(could_fill(puzzle, mask).sum()) for mask in puzzle.clusters), default=0)
    bound = max(bound, filled)
    gap = (bound - filled) / bound if bound else 0.0
    wanted = max(puzzle.wanted, 1)
    return Solved(amounts, filled, (Proof("fill", filled / wanted, bound / wanted, gap),))
