from __future__ import annotations

import numpy as np
import pytest

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.hours import door_to_door, nights, stops
from scoring.logistics.quantities import COUNT, Q

C = Coefficients()


@pytest.mark.parametrize(
    ("driving", "standing"),
    [
        (0.0, 0.0),
        (4.0, 0.0),  # the four hours may be driven in one go
        (4.1, 0.25),
        (8.0, 0.25),
        (8.1, 0.5),
        (10.0, 0.5),
        (10.1, 8.5),  # a night's rest, and the two breaks of the first day
        (14.1, 8.75),
        (20.0, 9.0),
        (20.1, 17.0),
    ],
)
def test_one_driver_stands_as_the_law_says(driving: float, standing: float) -> None:
    assert float(stops(np.float64(driving), C)) == pytest.approx(standing)


@pytest.mark.parametrize(("driving", "standing"), [(11.0, 0.0), (20.0, 0.0), (20.1, 4.0), (41.0, 8.0)])
def test_two_drivers_take_turns_until_both_have_driven_their_day(driving: float, standing: float) -> None:
    assert float(stops(np.float64(driving), C, drivers=2)) == pytest.approx(standing)


def test_standing_never_falls_as_driving_grows() -> None:
    driving = np.linspace(0, 60, 601)
    for drivers in (1, 2):
        assert (np.diff(stops(driving, C, drivers)) >= 0).all()
        assert (np.diff(nights(driving, C, drivers)) >= 0).all()


def test_an_unknown_crew_ranges_from_two_drivers_to_one() -> None:
    q = np.zeros((COUNT, 1))
    q[Q.DRIVE_H] = 12.0
    low, high = door_to_door(q, np.zeros(1), C)
    assert low[0] == pytest.approx(12 * 0.92 + 2)
    assert high[0] == pytest.approx(12 * 1.12 + 8 + 2 * 0.25 + 2)


def test_a_gate_queue_and_a_boat_add_their_ranges() -> None:
    q = np.zeros((COUNT, 1))
    q[Q.SAIL_H], q[Q.WAIT_LOW_H], q[Q.WAIT_HIGH_H] = 4.0, 1.0, 24.0
    low, high = door_to_door(q, np.ones(1), C)
    assert low[0] == pytest.approx(4 + 1 + 2 + C.gate_queue_h[0])
    assert high[0] == pytest.approx(4 * 1.3 + 24 + 2 + C.gate_queue_h[1])


def test_a_driver_who_has_driven_his_week_stands_until_it_is_over() -> None:
    c = Coefficients()
    before, after = (float(stops(np.array(h), c)) for h in (48.0, 48.5))
    assert after - before > 168 - 48 - before - 1
    assert float(stops(np.array(96.0), c, drivers=2)) < 24 * 5  # two share the week


def test_where_nobody_says_how_many_drive_another_takes_the_wheel_after_a_week() -> None:
    q = np.zeros((COUNT, 2))
    q[Q.DRIVE_H] = 42.0, 43.5  # at the slow end 47 and 49 hours
    (low, high), (_, alone) = door_to_door(q, np.zeros(2), C), door_to_door(q, np.zeros(2), C, drivers=1)
    assert high[1] - high[0] < 3
    assert high[1] < 2.5 * low[1]
    assert alone[1] - alone[0] > 24 * 3
