"""Positions by cells of the map: what lies near many is found together, and few of all are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import pi
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]
Numbers = NDArray[np.intp]
_HALF_RADIANS = pi / 360  # a degree has twice as many
_NONE = np.empty(0, dtype=np.intp)


class Around(NamedTuple):
    """What lies around several positions, pair by pair: the number of the position, in their order, that of
    what lies there, and the square of the distance in degrees, on the flat map of ``apart_km``."""

    of: Numbers
    numbers: Numbers
    away: Degrees


class Positions:
    """Positions on the map, numbered as they come."""

    def __init__(self, positions: Iterable[tuple[float, float]]) -> None:
        self.lats, self.lons = axes(positions)

    def among(self, near: Sequence[Numbers], lats: Degrees, lons: Degrees) -> Around:
        """How far those that are ``near`` each of some other positions are from it."""
        of = np.repeat(np.arange(len(near)), [len(each) for each in near])
        numbers = np.concatenate([_NONE, *near])
        here, there = lats[of], self.lats[numbers]
        north, east = there - here, self.lons[numbers] - lons[of]
        east *= np.cos((here + there) * _HALF_RADIANS)
        return Around(of, numbers, north * north + east * east)

    def away(self, lat: float, lon: float) -> Degrees:
        """How far all are from another position, as ``Around`` has it."""
        everyone = np.arange(len(self.lats))
        return self.among([everyone], np.array([lat]), np.array([lon])).away


class Cells(Positions):
    """Positions on the map in cells of ``side`` degrees."""

    def __init__(self, positions: Iterable[tuple[float, float]], side: float) -> None:
        super().__init__(positions)
        self._side = side
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, cell in enumerate(cells_of(self.lats, self.lons, side)):
            self._cells[cell].append(number)
        self._within: dict[tuple[int, int, int], Numbers] = {}

    def around(self, lats: Degrees, lons: Degrees, reach: int = 1) -> Around:
        """What lies in the cell of each position and in those up to ``reach`` around it."""
        cells = cells_of(lats, lons, self._side)
        return self.among([self._near(*cell, reach) for cell in cells], lats, lons)

    def _near(self, row: int, column: int, reach: int) -> Numbers:
        """What lies in a cell and around it; kept, as the country has few cells."""
        key = row, column, reach
        if key not in self._within:
            steps = range(-reach, reach + 1)
            cells = ((row + i, column + j) for i in steps for j in steps)
            near = sorted(number for cell in cells for number in self._cells.get(cell, ()))
            self._within[key] = np.array(near, dtype=np.intp)
        return self._within[key]


def axes(positions: Iterable[tuple[float, float]]) -> tuple[Degrees, Degrees]:
    """Latitudes and longitudes of some positions."""
    lats, lons = np.array(list(positions), dtype=np.float64).reshape(-1, 2).T.copy()
    return lats, lons


def cells_of(lats: Degrees, lons: Degrees, side: float) -> list[tuple[int, int]]:
    """The cell of ``side`` degrees in which each position lies, as row and column."""
    rows, columns = (np.floor(each / side).astype(np.intp).tolist() for each in (lats, lons))
    return list(zip(rows, columns, strict=True))
