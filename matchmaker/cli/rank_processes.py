"""Work done beside each other, one process a core; the output is that of one process.

What is known before the processes part is shared, not copied. What they send back comes in the order of the
work; only a few pieces are ever ahead.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

AHEAD = 2  # pieces that each process may be ahead of the output

Piece = TypeVar("Piece")
Made = TypeVar("Made")

_task: Callable[[Any], Any] | None = None  # set before the processes part, and read in them


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
