from __future__ import annotations

import pytest

from matchmaker.wording.reasons.boats import boat_told

CARGO = {
    "mode": "cargo_boat",
    "origin": "Phú Quý",
    "destination": "Cảng Phan Thiết",
    "hours": 13.1,
    "wait_hours": 7.1,
    "sailings_per_day": 0.7,
    "wind_limit": 6,
    "risk_months": [11, 12, 1, 2],
}


def test_a_cargo_boat_tells_how_often_it_goes_the_wait_and_the_weather_that_stops_it() -> None:
    assert boat_told(CARGO, "vi") == (
        "tàu hàng Phú Quý – Cảng Phan Thiết (khoảng 5 chuyến/tuần, thường chờ 7 giờ, "
        "gió cấp 6 trở lên thì nghỉ, hay gặp T11–T2)"
    )
    assert boat_told(CARGO, "en") == (
        "by cargo boat Phú Quý – Cảng Phan Thiết (about 5 a week, usual wait 7 h, "
        "stays in port from wind force 6, often so Nov–Feb)"
    )


@pytest.mark.parametrize(
    ("sailings", "vi"),
    [
        (10, "10 chuyến/ngày"),
        (1, "1 chuyến/ngày"),
        (0.2, "khoảng 1 chuyến/tuần"),
        (0.05, "khoảng 1 chuyến/tuần"),
    ],
)
def test_rare_boats_are_counted_by_the_week(sailings: float, vi: str) -> None:
    assert vi in boat_told({**CARGO, "sailings_per_day": sailings}, "vi")


def test_what_is_not_known_is_not_told() -> None:
    ferry = {"mode": "ferry", "origin": "Đồng Bài", "destination": "Cái Viềng", "wait_hours": 0.3}
    assert boat_told(ferry, "vi") == "phà chở xe Đồng Bài – Cái Viềng"
