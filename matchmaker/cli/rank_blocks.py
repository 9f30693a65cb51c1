"""Blocks of demands ranked beside each other; sent back is what is told of the matches (lines, rows)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.cli.rank_processes import cores, in_order
from scoring import ranking
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.profile import Profile
from scoring.records import Demand, Match

LONGEST_LIST = 500  # of longer lists a block would be too large to be sent back in one piece


@dataclass(frozen=True)
class Work:
    """What is to be ranked, and what is told of the matches."""

    demands: Sequence[Demand]
    index: OfferColumns
    context: Context
    profile: Profile
    top: int | None
    all_pairs: bool
    told: Callable[[Iterable[Match]], Iterator[Any]]

    def block(self, start: int) -> Iterator[Any]:
        """What is told of the matches of the block of demands from ``start``."""
        block = DemandColumns.build(self.demands[start : start + ranking.DEMANDS_A_BLOCK], self.context)
        found = ranking.explained_block(
            self.index, block, self.context, self.profile, self.top, self.all_pairs
        )
        return self.told(found)


def ranked(work: Work) -> Iterator[tuple[int, Iterable[Any]]]:
    """By blocks in the order of the demands: how many demands, and what is told of their matches."""
    size = ranking.DEMANDS_A_BLOCK
    starts = range(0, len(work.demands), size)
    counts = [min(size, len(work.demands) - start) for start in starts]
    short = work.top is not None and work.top <= LONGEST_LIST and not work.all_pairs
    processes = min(cores(), len(starts))
    blocks: Iterable[Iterable[Any]] = map(work.block, starts)
    if short and processes > 1:
        blocks = in_order(lambda start: list(work.block(start)), starts, processes)
    yield from zip(counts, blocks, strict=True)
