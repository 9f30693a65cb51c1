"""The terrain of a position: that of the nearest named place of the table; islands are their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

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


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point whose terrain is known."""

    id: str
    lat: float
    lon: float
    terrain: Terrain


def apart_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance in km on a flat map around the first point: good to a percent within some hundred km."""
    east = (other_lon - lon) * cos(radians((lat + other_lat) / 2))
    return KM_PER_DEGREE * hypot(other_lat - lat, east)


def terrain_of(lat: float, lon: float, landmarks: Sequence[Landmark]) -> Terrain:
    """Terrain at a position. Close to an island's quay it is the island, else the nearest land decides."""
    away = [(apart_km(lat, lon, m.lat, m.lon), m.id, m.terrain) for m in landmarks]
    nearest = min(away, default=None)
    if nearest is None:
        return ""
    if nearest[2] == "island" and nearest[0] <= _ON_ISLAND_KM:
        return "island"
    on_land = min((a for a in away if a[2] != "island"), default=None)
    return on_land[2] if on_land else ""
