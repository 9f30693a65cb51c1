from __future__ import annotations

import numpy as np
import pytest
from geopy.distance import great_circle

from scoring.logistics.distance import great_circle_km, nearest_on_segments, unit_vectors

CITIES = [(21.0285, 105.8542), (10.7769, 106.7009), (22.4856, 103.9707), (10.2170, 103.9600)]


def test_distances_are_those_of_geopy() -> None:
    vectors = unit_vectors(CITIES)
    found = great_circle_km(vectors, vectors)
    for i, a in enumerate(CITIES):
        for j, b in enumerate(CITIES):
            assert found[i, j] == pytest.approx(great_circle(a, b).km, abs=0.01)


def test_a_pair_has_the_same_bits_alone_and_in_a_block() -> None:
    rng = np.random.default_rng(0)
    vectors = unit_vectors(zip(rng.uniform(8, 23, 97), rng.uniform(102, 110, 97), strict=True))
    block = great_circle_km(vectors, vectors)
    for i in range(0, 97, 8):
        for j in range(97):
            assert great_circle_km(vectors[i : i + 1], vectors[j : j + 1])[0, 0] == block[i, j]


def test_the_nearest_point_of_a_road_is_its_foot_or_an_end() -> None:
    point = unit_vectors([(21.1, 105.5)])
    starts, ends = unit_vectors([(21.0, 105.0), (21.0, 105.6)]), unit_vectors([(21.0, 106.0), (21.0, 106.0)])
    share, off = nearest_on_segments(point[0], starts, ends)
    assert share[0] == pytest.approx(0.5, abs=0.01)
    assert off[0] == pytest.approx(11.1, abs=0.2)
    assert share[1] == 0.0
