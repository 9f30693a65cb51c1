"""Blocks of demands ranked beside each other, one process a core; the output is that of one process.

The arrays are built before the processes part, so they are shared, not copied. What a process sends back is
what is told of its matches (lines, rows), in the order of the demands; only a few blocks are ever ahead.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from scoring import ranking
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.profile import Profile
from scoring.records import Demand, Match

LONGEST_LIST = 500  # of longer lists a block would be too large to be sent back in one piece
AHEAD = 2  # blocks that each process may be ahead of the output


@dataclass(frozen=True)
class Work:
    """What is to be ranked, and what is told of each match."""

    demands: Sequence[Demand]
    index: OfferColumns
    context: Context
    profile: Profile
    top: int | None
    all_pairs: bool
    told: Callable[[Match], Any]

    def block(self, start: int) -> Iterator[Any]:
        """What is told of the matches of the block of demands from ``start``."""
        block = DemandColumns.build(self.demands[start : start + ranking.DEMANDS_A_BLOCK], self.context)
        found = ranking.explained_block(
            self.index, block, self.context, self.profile, self.top, self.all_pairs
        )
        return map(self.told, found)


_work: Work | None = None  # set before the processes part, and read in them


def ranked(work: Work) -> Iterator[tuple[int, Iterable[Any]]]:
    """By blocks in the order of the demands: how many demands, and what is told of their matches."""
    size = ranking.DEMANDS_A_BLOCK
    starts = range(0, len(work.demands), size)
    counts = [min(size, len(work.demands) - start) for start in starts]
    short = work.top is not None and work.top <= LONGEST_LIST and not work.all_pairs
    processes = min(cores(), len(starts))
    blocks = _beside(work, starts, processes) if short and processes > 1 else map(work.block, starts)
    yield from zip(counts, blocks, strict=True)


def cores() -> int:
    """Processor cores that this process may use, where processes can part by forking; else 1."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _beside(work: Work, starts: Iterable[int], processes: int) -> Iterator[list[Any]]:
    global _work
    _work = work
    sys.stdout.flush()  # else each process would write again what waits to be written
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"))
    waiting: deque[Future[list[Any]]] = deque()
    try:
        for start in starts:
            waiting.append(pool.submit(_block, start))
            if len(waiting) > AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _work = None


def _block(start: int) -> list[Any]:
    if _work is None:
        raise RuntimeError("a process without work")
    return list(_work.block(start))
