from __future__ import annotations

import numpy as np

from scoring.logistics.distance import great_circle_km, unit_vectors
from scoring.logistics.great_circle import GreatCircle
from scoring.records import Place

HIGH = Place(text="a", lat=22.0, lon=104.0, terrain="mountain")
HIGH_TOO = Place(text="b", lat=22.3, lon=104.4, terrain="mountain")
LOW = Place(text="c", lat=21.0, lon=105.8, terrain="delta")


def test_every_answer_says_that_it_is_a_fallback() -> None:
    backend = GreatCircle()
    assert backend.matrix([HIGH], [LOW]).fallback.all()
    assert backend.legs(HIGH, LOW).fallback


def test_mountains_make_the_way_longer() -> None:
    backend = GreatCircle()
    straight = float(great_circle_km(unit_vectors([(22.0, 104.0)]), unit_vectors([(22.3, 104.4)]))[0, 0])
    assert np.isclose(backend.matrix([HIGH], [HIGH_TOO]).km[0, 0], straight * 1.81)
    assert np.isclose(GreatCircle(circuity=1.3).matrix([HIGH], [HIGH_TOO]).km[0, 0], straight * 1.3)


def test_the_matrix_and_the_single_route_agree() -> None:
    backend, places = GreatCircle(), [HIGH, HIGH_TOO, LOW, Place()]
    grid = backend.matrix(places, places, "chilled")
    for i, origin in enumerate(places):
        for j, destination in enumerate(places):
            route = backend.legs(origin, destination, storage="chilled")
            assert route.reach == grid.reach[i, j]
            if route.km is not None:
                assert (route.km, route.hours_high, route.cost_low) == (
                    grid.km[i, j],
                    grid.hours_high[i, j],
                    grid.cost_low[i, j],
                )


def test_a_place_without_a_position_is_unknown() -> None:
    assert GreatCircle().legs(Place(text="?"), LOW).reach == 1
