"""Positions by cells of the map, so that a look around one of many thousand points takes no look at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray


class Near:
    """Some positions with their numbers, and how far each is from any other."""

    __slots__ = "_cosines", "_lats", "_lons", "_sines", "numbers"

    def __init__(self, numbers: NDArray[np.intp], lats: NDArray[np.float64], lons: NDArray[np.float64]):
        self.numbers, self._lats, self._lons = numbers, lats, lons
        half = np.radians(lats) / 2
        self._cosines, self._sines = np.cos(half), np.sin(half)

    @classmethod
    def of(cls, positions: Iterable[tuple[float, float]]) -> Near:
        """All of some positions, numbered as they come."""
        lats, lons = np.array(list(positions), dtype=np.float64).reshape(-1, 2).T
        return cls(np.arange(len(lats)), np.ascontiguousarray(lats), np.ascontiguousarray(lons))

    def apart(self, lat: float, lon: float) -> NDArray[np.float64]:
        """Squares of the distances from a position in degrees, on the flat map of ``apart_km``."""
        half = radians(lat) / 2
        narrow = self._cosines * cos(half)  # the cosine of the latitude half-way
        narrow -= self._sines * sin(half)
        narrow *= self._lons - lon
        narrow *= narrow
        north = self._lats - lat
        north *= north
        north += narrow
        return north


class Cells:
    """Positions on the map in cells of ``side`` degrees."""

    def __init__(self, positions: Iterable[tuple[float, float]], side: float) -> None:
        self._side = side
        self._positions = np.array(list(positions), dtype=np.float64).reshape(-1, 2)
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, (lat, lon) in enumerate(self._positions.tolist()):
            self._cells[int(lat / side), int(lon / side)].append(number)
        self._within: dict[tuple[int, int, int], Near] = {}

    def near(self, lat: float, lon: float, reach: int = 1) -> Near:
        """What lies in the cell of a position and in those up to ``reach`` around it; kept, as the country
        has few cells."""
        row, column = int(lat / self._side), int(lon / self._side)
        key = row, column, reach
        if key not in self._within:
            steps = range(-reach, reach + 1)
            cells = ((row + i, column + j) for i in steps for j in steps)
            numbers = np.array(sorted(n for cell in cells for n in self._cells.get(cell, ())), dtype=np.intp)
            lats, lons = np.ascontiguousarray(self._positions[numbers].T)
            self._within[key] = Near(numbers, lats, lons)
        return self._within[key]
