"""Which slot it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from matchmaker.errors import NotFound
from matchmaker.services import hall_clock
from matchmaker.services.calendar import VIET_NAM

SLOTS: list[dict[str, Any]] = [
    {"id": 1, "day": 1, "date": "2026-12-10", "session": "S1", "start": "13:30", "end": "13:50"},
    {"id": 2, "day": 1, "date": "2026-12-10", "session": "S1", "start": "13:55", "end": "14:15"},
    {"id": 3, "day": 2, "date": "2026-12-11", "session": "S2", "start": "08:00", "end": "08:20"},
]


@pytest.mark.parametrize(
    ("day", "time", "current", "following"),
    [
        (9, "23:59", None, 1),
        (10, "13:30", 1, 2),
        (10, "13:49", 1, 2),
        (10, "13:50", None, 2),
        (10, "14:00", 2, 3),
        (10, "20:00", None, 3),
        (11, "08:19", 3, None),
        (11, "08:20", None, None),
    ],
)
def test_the_clock_tells_the_slot_under_way_and_the_next(
    day: int, time: str, current: int | None, following: int | None
) -> None:
    hour, minute = map(int, time.split(":"))
    found = hall_clock.hour(SLOTS, datetime(2026, 12, day, hour, minute, tzinfo=VIET_NAM))
    assert (found.current or {}).get("id") == current
    assert (found.next or {}).get("id") == following


def test_without_dates_the_first_slot_is_the_next() -> None:
    slots = [{"id": "a", "day": 1, "session": "am"}, {"id": "b", "day": 1, "session": "am"}]
    found = hall_clock.hour(slots, datetime(2026, 12, 10, 9, 0, tzinfo=VIET_NAM))
    assert (found.current, found.next) == (None, slots[0])
    assert hall_clock.last_day({"slots": slots}) is None


def test_slots_are_named_by_text_and_follow_each_other() -> None:
    document = {"slots": SLOTS}
    assert hall_clock.chosen(document, "2") is SLOTS[1]
    assert hall_clock.last_day(document) == date(2026, 12, 11)
    with pytest.raises(NotFound):
        hall_clock.chosen(document, "9")
