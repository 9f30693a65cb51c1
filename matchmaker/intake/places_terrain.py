"""The terrain of a position: what the named places around it have; islands are their own.

Near places count for more, and so do those around which villages lie as thickly as here: valleys and plains
are crowded, mountains are not. Of 218 towns told from the others, five in six come out right so, and three
in four by the nearest place alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil, cos, floor, hypot, radians
from typing import Any

from matchmaker.intake.places import Terrain

LETTERS: dict[str, Terrain] = {
    "T": "mountain",
    "H": "highland",
    "M": "midland",
    "D": "delta",
    "U": "delta",
    "C": "coast",
    "I": "island",
}
KM_PER_DEGREE = 111.2
_ON_ISLAND_KM = 8.0
_SAME_PLACE_KM = 3.0
_VOTERS = 8
_BLUR_KM = 5.0  # added to distances, so that no place alone decides
_SETTLED_WITHIN_KM = 15.0
_CELL = 0.2  # degrees
_REACHES = 0.4, 1.0  # degrees around a position; more where these hold too few landmarks
_ANYWHERE = 360.0
_DEGREES_EAST = 1.1  # as far as a degree to the north, anywhere in the country


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point whose terrain is known."""

    id: str
    lat: float
    lon: float
    terrain: Terrain
    settled: int = 0  # old communes around it, see Settlement


_Placed = tuple[float, float, str, Landmark]  # with its latitude, longitude and id


class Settlement:
    """How thickly the country is settled: the positions of the communes of the old map."""

    def __init__(self, positions: Iterable[tuple[float, float]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
        for lat, lon in positions:
            self._cells[int(lat / _CELL), int(lon / _CELL)].append((lat, lon))
        self._within: dict[tuple[int, int, int], list[tuple[float, float]]] = {}

    def around(self, lat: float, lon: float) -> int:
        """How many communes have their centre within 15 km of a position."""
        reach = ceil(_SETTLED_WITHIN_KM / (KM_PER_DEGREE * cos(radians(lat)) * _CELL))
        row, column = int(lat / _CELL), int(lon / _CELL)
        high = _SETTLED_WITHIN_KM / KM_PER_DEGREE
        wide = 1.01 * high / cos(radians(abs(lat) + high))
        south, north, west, east = lat - high, lat + high, lon - wide, lon + wide
        near = [
            1
            for other_lat, other_lon in self._cells_within(row, column, reach)
            if south <= other_lat <= north
            and west <= other_lon <= east
            and apart_km(lat, lon, other_lat, other_lon) < _SETTLED_WITHIN_KM
        ]
        return len(near)

    def _cells_within(self, row: int, column: int, reach: int) -> list[tuple[float, float]]:
        """What lies in a cell and in those up to ``reach`` around it; kept, as the country has few cells."""
        key = row, column, reach
        if key not in self._within:
            steps = range(-reach, reach + 1)
            cells = ((row + i, column + j) for i in steps for j in steps)
            self._within[key] = [each for cell in cells for each in self._cells.get(cell, ())]
        return self._within[key]


class Landmarks(Sequence["Landmark"]):
    """The named points whose terrain is known, with those around any position quickly at hand."""

    def __init__(self, marks: Iterable[Landmark]) -> None:
        self._marks = tuple(marks)
        self._of_square: dict[tuple[float, int, int], tuple[_Placed, ...]] = {}

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, at: Any) -> Any:
        return self._marks[at]

    def around(self, lat: float, lon: float, reach: float = 1.0) -> list[tuple[float, Landmark]]:
        """Those less than ``reach`` degrees to the north or south, about as far to the east or west, with
        their km, the nearest first, of equal ones by id."""
        square = reach, floor(lat), floor(lon)
        wide = reach * _DEGREES_EAST
        if square not in self._of_square:
            _, south, west = square
            self._of_square[square] = tuple(
                (m.lat, m.lon, m.id, m)
                for m in self._marks
                if -reach <= m.lat - south <= 1.0 + reach and -wide <= m.lon - west <= 1.0 + wide
            )
        away = [
            (apart_km(lat, lon, north, east), name, mark)
            for north, east, name, mark in self._of_square[square]
            if abs(north - lat) < reach and abs(east - lon) < wide
        ]
        away.sort()
        return [(km, mark) for km, _, mark in away]


def apart_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance in km on a flat map around the first point: good to a percent within some hundred km."""
    east = (other_lon - lon) * cos(radians((lat + other_lat) / 2))
    return KM_PER_DEGREE * hypot(other_lat - lat, east)


def terrain_of(lat: float, lon: float, landmarks: Landmarks, settled: int = 0) -> Terrain:
    """Terrain at a position around which ``settled`` communes lie (see ``Settlement.around``).

    Close to an island's quay it is the island, in a town the town's, else the places around decide.
    """
    away = _nearest_first(lat, lon, landmarks)
    if not away:
        return ""
    if away[0][1].terrain == "island" and away[0][0] <= _ON_ISLAND_KM:
        return "island"
    on_land = _voters(away)
    if on_land and on_land[0][0] <= _SAME_PLACE_KM:
        return on_land[0][1].terrain
    votes: dict[Terrain, float] = defaultdict(float)
    for km, mark in on_land:
        fewer, more = sorted((mark.settled + 0.5, settled + 0.5))
        votes[mark.terrain] += fewer / more / (km + _BLUR_KM) ** 2
    return max(sorted(votes), key=lambda terrain: votes[terrain], default="")


def _nearest_first(lat: float, lon: float, landmarks: Landmarks) -> list[tuple[float, Landmark]]:
    """Landmarks with their km, the nearest first; only those around where enough of these can vote."""
    for reach in _REACHES:
        away = landmarks.around(lat, lon, reach)
        voting = _voters(away)
        # No landmark left out is nearer than this.
        sure = KM_PER_DEGREE * reach * min(1.0, _DEGREES_EAST * cos(radians(abs(lat) + 0.5)))
        if len(voting) == _VOTERS and voting[-1][0] < sure:
            return away
    return landmarks.around(lat, lon, _ANYWHERE)


def _voters(away: list[tuple[float, Landmark]]) -> list[tuple[float, Landmark]]:
    """Those of the nearest that vote: the first on land."""
    return list(islice((each for each in away if each[1].terrain != "island"), _VOTERS))
