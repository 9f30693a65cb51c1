"""Work done beside each other, one process a core; the output is that of one process.

What is known before the processes part is shared, not copied. What they send back comes in the order of the
work; only a few pieces are ever ahead. Of blocks of demands it is what is told of the matches (lines, rows).
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from scoring import ranking
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.profile import Profile
from scoring.records import Demand, Match

LONGEST_LIST = 500  # of longer lists a block would be too large to be sent back in one piece
AHEAD = 2  # pieces that each process may be ahead of the output

Piece = TypeVar("Piece")
Made = TypeVar("Made")


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


_task: Callable[[Any], Any] | None = None  # set before the processes part, and read in them


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


def cores() -> int:
    """Processor cores that this process may use, where processes can part by forking; else 1."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    task: Callable[[Piece], Made],
    pieces: Iterable[Piece],
    processes: int,
    ahead: int = AHEAD,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Made]:
    """``map`` by several processes. Pieces and what is made of them are sent, the task is not.

    Each process may be ``ahead`` pieces before the output. Once they have work, ``meanwhile`` is done here.
    """
    if processes < 2:
        yield from map(task, pieces)
        return
    global _task
    _task = task
    sys.stdout.flush()  # else each process would write again what waits to be written
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"))
    waiting: deque[Future[Made]] = deque()
    done: tuple[object, ...] = ()
    try:
        for piece in pieces:
            waiting.append(pool.submit(_made, piece))
            if len(waiting) > ahead * processes:
                done = done or (meanwhile(),)
                yield waiting.popleft().result()
        done = done or (meanwhile(),)
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _task = None


def _made(piece: Any) -> Any:
    if _task is None:
        raise RuntimeError("a process without work")
    return _task(piece)
