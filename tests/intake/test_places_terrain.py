from __future__ import annotations

import pytest
from geopy.distance import great_circle

from matchmaker.intake.places_terrain import Landmark, apart_km, terrain_of

MARKS = [
    Landmark("town", 22.0, 104.0, "mountain"),
    Landmark("plain", 21.0, 105.8, "delta"),
    Landmark("shore", 20.8, 106.8, "coast"),
    Landmark("isle", 20.7, 107.05, "island"),
]


@pytest.mark.parametrize(
    ("lat", "lon", "terrain"),
    [(21.9, 104.2, "mountain"), (21.1, 105.7, "delta"), (20.72, 107.05, "island"), (20.75, 106.95, "coast")],
)
def test_the_nearest_landmark_tells_the_terrain_and_islands_only_their_own_shore(
    lat: float, lon: float, terrain: str
) -> None:
    assert terrain_of(lat, lon, MARKS) == terrain


def test_without_landmarks_the_terrain_is_not_known() -> None:
    assert terrain_of(21.0, 105.0, []) == ""


def test_flat_distances_are_right_to_a_percent_within_the_country() -> None:
    for a, b in [
        ((22.8, 104.9), (21.0, 105.8)),
        ((10.4, 106.1), (9.2, 105.7)),
        ((16.0, 108.2), (15.4, 109.1)),
    ]:
        assert apart_km(*a, *b) == pytest.approx(great_circle(a, b).km, rel=0.01)
