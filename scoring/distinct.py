"""Which of not too many whole numbers occur, found by marking them: sorting takes many times as long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


def occurring(values: NDArray[np.integer], size: int) -> tuple[Rows, Rows]:
    """The values below ``size`` that occur, in order, and the place of each value among them.

    >>> found, place = occurring(np.array([3, 1, 3]), 5)
    >>> found.tolist(), place[[3, 1, 3]].tolist()
    ([1, 3], [1, 0, 1])
    """
    present = np.zeros(size, dtype=np.bool_)
    present[values] = True
    found = np.flatnonzero(present)
    place = np.zeros(size, dtype=np.int64)
    place[found] = np.arange(len(found))
    return found, place
