from __future__ import annotations

import numpy as np
import pytest

from scoring.logistics.freshness import left_on_arrival, slack_days, wanted_days


def test_what_is_left_is_shelf_life_less_the_way() -> None:
    assert left_on_arrival(np.array([3.0]), np.array([36.0]))[0] == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("days", "share", "wanted"),
    [(2.0, np.nan, 2.0), (np.nan, 0.5, 5.0), (7.0, 0.5, 7.0), (np.nan, np.nan, 0.0)],
)
def test_the_stricter_of_days_and_share_is_wanted(days: float, share: float, wanted: float) -> None:
    assert wanted_days(np.array([10.0]), np.array([days]), np.array([share]))[0] == wanted


def test_too_long_a_way_leaves_less_than_nothing() -> None:
    assert slack_days(np.array([3.0]), np.array([48.0]), np.array([2.0]))[0] == pytest.approx(-1.0)
