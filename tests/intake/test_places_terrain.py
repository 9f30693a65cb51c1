from __future__ import annotations

import random

import numpy as np
import pytest
from geopy.distance import great_circle

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.places_cells import axes
from matchmaker.intake.places_terrain import Landmark, Landmarks, Settlement, apart_km, terrains_of
from seeds import reference

MARKS = Landmarks(
    [
        Landmark("town", 22.0, 104.0, "mountain"),
        Landmark("plain", 21.0, 105.8, "delta"),
        Landmark("shore", 20.8, 106.8, "coast"),
        Landmark("isle", 20.7, 107.05, "island"),
    ]
)


def terrain_of(lat: float, lon: float, marks: Landmarks, settled: int = 0) -> str:
    return terrains_of(*axes([(lat, lon)]), marks, np.array([settled]))[0]


@pytest.mark.parametrize(
    ("lat", "lon", "terrain"),
    [(21.9, 104.2, "mountain"), (21.1, 105.7, "delta"), (20.72, 107.05, "island"), (20.75, 106.95, "coast")],
)
def test_the_nearest_landmark_tells_the_terrain_and_islands_only_their_own_shore(
    lat: float, lon: float, terrain: str
) -> None:
    assert terrain_of(lat, lon, MARKS) == terrain


def test_without_landmarks_the_terrain_is_not_known() -> None:
    assert terrain_of(21.0, 105.0, Landmarks([])) == ""


def test_flat_distances_are_right_to_a_percent_within_the_country() -> None:
    for a, b in [
        ((22.8, 104.9), (21.0, 105.8)),
        ((10.4, 106.1), (9.2, 105.7)),
        ((16.0, 108.2), (15.4, 109.1)),
    ]:
        assert apart_km(*a, *b) == pytest.approx(great_circle(a, b).km, rel=0.01)


def test_of_two_places_alike_far_the_one_settled_as_thickly_tells_the_terrain() -> None:
    marks = Landmarks(
        [Landmark("valley", 21.0, 105.0, "midland", 60), Landmark("peak", 21.0, 105.4, "mountain", 10)]
    )
    assert terrain_of(21.0, 105.2, marks, settled=55) == "midland"
    assert terrain_of(21.0, 105.2, marks, settled=12) == "mountain"
    assert terrain_of(21.0, 105.01, marks, settled=12) == "midland"


def test_settlement_counts_the_communes_within_fifteen_kilometres() -> None:
    settlement = Settlement([(21.0, 105.0), (21.1, 105.0), (21.0, 105.13), (21.2, 105.0)])
    assert settlement.around(*axes([(21.0, 105.0), (15.0, 105.0)])).tolist() == [3, 0]


def test_settlement_counts_whom_a_look_at_all_communes_counts() -> None:
    draw = random.Random(5)
    everyone = [(draw.uniform(20.5, 21.5), draw.uniform(104.5, 105.5)) for _ in range(600)]
    settlement = Settlement(everyone)
    asked = [(draw.uniform(20.6, 21.4), draw.uniform(104.6, 105.4)) for _ in range(50)]
    near = [sum(apart_km(*each, *position) < 15.0 for position in everyone) for each in asked]
    assert all(near)
    assert settlement.around(*axes(asked)).tolist() == near


def test_towns_of_the_table_are_told_from_the_others_five_times_in_six() -> None:
    index = Gazetteer.from_rows(reference("places"), reference("provinces")).index
    kinds = ("node_capital", "remote_district", "district_town")
    towns = {row["id"] for row in reference("places") if row["kind"] in kinds}
    told = []
    for town in index.landmarks:
        if town.id not in towns or town.terrain == "island":
            continue
        others = Landmarks(m for m in index.landmarks if apart_km(town.lat, town.lon, m.lat, m.lon) > 3.0)
        told.append(terrain_of(town.lat, town.lon, others, town.settled) == town.terrain)
    assert len(told) > 200
    assert sum(told) / len(told) > 0.82


def test_looking_around_first_finds_what_a_look_at_all_landmarks_finds() -> None:
    marks = Gazetteer.from_rows(reference("places"), reference("provinces")).index.landmarks
    by_id = sorted(m.id for m in marks)
    islands = {m.id for m in marks if m.terrain == "island"}
    draw = random.Random(3)
    asked = [(draw.uniform(8.0, 24.0), draw.uniform(102.0, 112.0)) for _ in range(200)]
    around = marks.around(*axes(asked))
    for number, (lat, lon) in enumerate(asked):
        everyone = [i for _, i in sorted((apart_km(lat, lon, m.lat, m.lon), m.id) for m in marks)]
        found = [by_id[k] for k in around.numbers[around.of == number]]
        assert found[0] == everyone[0]
        assert _voters(found, islands) == _voters(everyone, islands)


def test_many_positions_together_have_the_terrains_that_each_has_by_itself() -> None:
    index = Gazetteer.from_rows(reference("places"), reference("provinces")).index
    draw = random.Random(7)
    asked = [(draw.uniform(8.0, 24.0), draw.uniform(102.0, 112.0)) for _ in range(100)]
    together = index.terrains(asked)
    assert together == [index.terrains([each])[0] for each in asked]
    assert len(set(together)) > 3


def _voters(found: list[str], islands: set[str]) -> list[str]:
    return [each for each in found if each not in islands][:8]
