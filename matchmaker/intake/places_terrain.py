"""The terrain of a position: what the named places around it have; islands are their own.

Near places count for more, and so do those around which villages lie as thickly as here: valleys and plains
are crowded, mountains are not. Of 218 towns told from the others, five in six come out right so, and three
in four by the nearest place alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil, cos, floor, hypot, radians
from typing import Any

import numpy as np

from matchmaker.intake.places import Terrain
from matchmaker.intake.places_cells import Cells, Near

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


class Settlement:
    """How thickly the country is settled: the positions of the communes of the old map."""

    def __init__(self, positions: Iterable[tuple[float, float]]) -> None:
        self._cells = Cells(positions, _CELL)

    def around(self, lat: float, lon: float) -> int:
        """How many communes have their centre within 15 km of a position."""
        reach = ceil(_SETTLED_WITHIN_KM / (KM_PER_DEGREE * cos(radians(lat)) * _CELL))
        away = self._cells.near(lat, lon, reach).apart(lat, lon)
        return int(np.count_nonzero(away < (_SETTLED_WITHIN_KM / KM_PER_DEGREE) ** 2))


class Landmarks(Sequence["Landmark"]):
    """The named points whose terrain is known, with those around any position quickly at hand."""

    def __init__(self, marks: Iterable[Landmark]) -> None:
        self._marks = tuple(marks)
        self._by_id = sorted(self._marks, key=lambda mark: mark.id)
        self._of_square: dict[tuple[float, int, int], Near] = {}

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, at: Any) -> Any:
        return self._marks[at]

    def around(self, lat: float, lon: float, reach: float = 1.0) -> Iterator[tuple[float, Landmark]]:
        """All that lie less than ``reach`` degrees to the north or south and about as far to the east or
        west, and some beyond, with their km: the nearest first, of equal ones by id."""
        near = self._near(floor(lat), floor(lon), reach)
        for number in near.numbers[np.argsort(near.apart(lat, lon), kind="stable")].tolist():
            mark = self._by_id[number]
            yield apart_km(lat, lon, mark.lat, mark.lon), mark

    def _near(self, south: int, west: int, reach: float) -> Near:
        """Those that may be less than ``reach`` from anywhere in a square of one degree, by id."""
        square = reach, south, west
        if square not in self._of_square:
            wide = reach * _DEGREES_EAST
            within = [
                number
                for number, m in enumerate(self._by_id)
                if -reach <= m.lat - south <= 1.0 + reach and -wide <= m.lon - west <= 1.0 + wide
            ]
            self._of_square[square] = Near(
                np.array(within, dtype=np.intp),
                np.array([self._by_id[number].lat for number in within], dtype=np.float64),
                np.array([self._by_id[number].lon for number in within], dtype=np.float64),
            )
        return self._of_square[square]


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
        there, here = mark.settled + 0.5, settled + 0.5
        alike = there / here if there < here else here / there
        votes[mark.terrain] += alike / (km + _BLUR_KM) ** 2
    return max(sorted(votes), key=lambda terrain: votes[terrain], default="")


def _nearest_first(lat: float, lon: float, landmarks: Landmarks) -> list[tuple[float, Landmark]]:
    """Landmarks with their km, the nearest first, until enough can vote; only those around where these do."""
    for reach in _REACHES:
        away = _until_they_vote(landmarks.around(lat, lon, reach))
        voting = _voters(away)
        # No landmark left out is nearer than this.
        sure = KM_PER_DEGREE * reach * min(1.0, _DEGREES_EAST * cos(radians(abs(lat) + 0.5)))
        if len(voting) == _VOTERS and voting[-1][0] < sure:
            return away
    return _until_they_vote(landmarks.around(lat, lon, _ANYWHERE))


def _until_they_vote(away: Iterable[tuple[float, Landmark]]) -> list[tuple[float, Landmark]]:
    """The first of some landmarks, up to the last that votes."""
    found: list[tuple[float, Landmark]] = []
    votes = 0
    for each in away:
        found.append(each)
        votes += each[1].terrain != "island"
        if votes == _VOTERS:
            break
    return found


def _voters(away: list[tuple[float, Landmark]]) -> list[tuple[float, Landmark]]:
    """Those of the nearest that vote: the first on land."""
    return list(islice((each for each in away if each[1].terrain != "island"), _VOTERS))
