"""The terrain of a position: what the named places around it have; islands are their own.

Near places count for more, and so do those around which villages lie as thickly as here: valleys and plains
are crowded, mountains are not. Of 218 towns told from the others, five in six come out right so, and three
in four by the nearest place alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, inf, radians, sqrt
from typing import Any

import numpy as np

from matchmaker.intake.places import Terrain
from matchmaker.intake.places_cells import Around, Cells, Degrees, Numbers, Positions, cells_of

LETTERS: dict[str, Terrain] = {
    "T": "mountain",
    "H": "highland",
    "M": "midland",
    "D": "delta",
    "U": "delta",
    "C": "coast",
    "I": "island",
}
_KINDS: tuple[Terrain, ...] = (*sorted(set(LETTERS.values())), "")  # of equal votes the first wins
_ISLAND, _UNKNOWN = _KINDS.index("island"), _KINDS.index("")
KM_PER_DEGREE = 111.2
_ON_ISLAND_KM = 8.0
_SAME_PLACE_KM = 3.0
_VOTERS = 8
_BLUR_KM = 5.0  # added to distances, so that no place alone decides
_SETTLED_WITHIN_KM = 15.0
_CELL, _WIDE_CELL = 0.2, 0.3  # degrees: for the communes, and for the landmarks, which are fewer
_FLAT = 1.05  # times: what a flat map may be wrong by from one end of a cell to the other


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point whose terrain is known."""

    id: str
    lat: float
    lon: float
    terrain: Terrain
    settled: int = 0  # old communes around it, see Settlement


class Settlement:
    """How thickly the country is settled: the positions of the communes of the old map."""

    def __init__(self, positions: Iterable[tuple[float, float]]) -> None:
        self._cells = Cells(positions, _CELL)

    def around(self, lats: Degrees, lons: Degrees) -> Numbers:
        """How many communes have their centre within 15 km of each position."""
        narrowest = cos(radians(np.abs(lats).max(initial=0.0)))
        reach = ceil(_SETTLED_WITHIN_KM / (KM_PER_DEGREE * narrowest * _CELL))
        near = self._cells.around(lats, lons, reach)
        within = near.away < (_SETTLED_WITHIN_KM / KM_PER_DEGREE) ** 2
        return np.bincount(near.of[within], minlength=len(lats))


class Landmarks(Sequence["Landmark"]):
    """The named points whose terrain is known, with those around any position quickly at hand."""

    def __init__(self, marks: Iterable[Landmark]) -> None:
        self._marks = tuple(marks)
        by_id = sorted(self._marks, key=lambda mark: mark.id)
        self._positions = Positions((mark.lat, mark.lon) for mark in by_id)
        self.kinds = np.array([_KINDS.index(mark.terrain) for mark in by_id], dtype=np.intp)
        self.settled = np.array([mark.settled for mark in by_id], dtype=np.float64)
        self._of_cell: dict[tuple[int, int], Numbers] = {}

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, at: Any) -> Any:
        return self._marks[at]

    def around(self, lats: Degrees, lons: Degrees) -> Around:
        """All that lie no further from each position than the last of those that vote there, and some
        beyond: the nearest first, of equal ones by id, which is how they are numbered."""
        near = [self._around_cell(*cell) for cell in cells_of(lats, lons, _WIDE_CELL)]
        found = self._positions.among(near, lats, lons)
        order = np.lexsort((found.away, found.of))
        return Around(found.of, found.numbers[order], found.away[order])

    def _around_cell(self, row: int, column: int) -> Numbers:
        """What may vote anywhere in a cell: it lies at most a diagonal further off than what votes at the
        centre."""
        cell = row, column
        if cell not in self._of_cell:
            away = self._positions.away((row + 0.5) * _WIDE_CELL, (column + 0.5) * _WIDE_CELL)
            on_land = away[self.kinds != _ISLAND]
            reach = inf
            if len(on_land) > _VOTERS:
                last = sqrt(np.partition(on_land, _VOTERS - 1)[_VOTERS - 1])
                reach = _FLAT * (last + sqrt(2) * _WIDE_CELL)
            self._of_cell[cell] = np.flatnonzero(away <= reach * reach)
        return self._of_cell[cell]


def apart_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance in km on a flat map around the first point: good to a percent within some hundred km."""
    east = (other_lon - lon) * cos(radians((lat + other_lat) / 2))
    return KM_PER_DEGREE * hypot(other_lat - lat, east)


def terrains_of(lats: Degrees, lons: Degrees, landmarks: Landmarks, settled: Numbers) -> list[Terrain]:
    """The terrain at each position; ``settled`` communes lie around it (see ``Settlement.around``).

    Close to an island's quay it is the island, in a town the town's, else the places around decide.
    """
    if not landmarks:
        return [""] * len(lats)
    of, numbers, away = landmarks.around(lats, lons)
    km, kinds = KM_PER_DEGREE * np.sqrt(away), landmarks.kinds[numbers]
    each_one = np.arange(len(lats))
    nearest = np.searchsorted(of, each_one)
    on_island = (kinds[nearest] == _ISLAND) & (km[nearest] <= _ON_ISLAND_KM)
    on_land = kinds != _ISLAND
    of, numbers, km, kinds = (each[on_land] for each in (of, numbers, km, kinds))
    before = np.arange(len(of)) - np.searchsorted(of, each_one)[of]  # how many on land are nearer
    of, numbers, km, kinds, before = (each[before < _VOTERS] for each in (of, numbers, km, kinds, before))
    there, here = landmarks.settled[numbers] + 0.5, settled[of] + 0.5
    alike = np.minimum(there / here, here / there)
    size = len(lats), len(_KINDS)
    votes = np.bincount(of * size[1] + kinds, alike / (km + _BLUR_KM) ** 2, size[0] * size[1]).reshape(size)
    told = np.where(votes.any(axis=1), votes.argmax(axis=1), _UNKNOWN)
    in_town = (before == 0) & (km <= _SAME_PLACE_KM)
    told[of[in_town]] = kinds[in_town]
    told[on_island] = _ISLAND
    return [_KINDS[kind] for kind in told.tolist()]
