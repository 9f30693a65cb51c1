"""Hours on the way: driving, the rests that the law asks for, boats, handling, the queue at a gate.

Law 36/2024/QH15 article 64: at most 4 hours at the wheel in a row, 10 in a day and 48 in a week. A
break is 15 minutes; a night's rest is taken as 8 hours. With two drivers one rests while the
other drives, so the truck stops only when both have driven their day. Who has driven his week stands the week
out, unless nobody says how many drive: then another takes the wheel, since no load waits for days.
"""

from __future__ import annotations

import numpy as np

from scoring.logistics.coefficients import Coefficients
from scoring.logistics.distance import Floats
from scoring.logistics.quantities import Q


def nights(driving: Floats, c: Coefficients, drivers: int = 1) -> Floats:
    """How many times the truck stands for a night's rest during so many hours of driving."""
    rests: Floats = np.maximum(np.ceil(driving / (c.daily_driving_h * drivers)) - 1.0, 0.0)
    return rests


_WEEK_H = 168.0


def stops(driving: Floats, c: Coefficients, drivers: int = 1, *, relieved: bool = False) -> Floats:
    """Hours that the truck stands because its crew must rest; after a week's hours it stands the week out,
    where the crew is not ``relieved``."""
    weekly = c.weekly_driving_h * drivers
    weeks = np.maximum(np.ceil(driving / weekly) - 1.0, 0.0)
    standing: Floats = _within_a_week(driving, c, drivers)
    if weeks.any() and not relieved:
        used = weekly + _within_a_week(np.array(weekly), c, drivers)
        standing = standing + weeks * np.maximum(_WEEK_H - used, 0.0)
    return standing


def _within_a_week(driving: Floats, c: Coefficients, drivers: int) -> Floats:
    rests = nights(driving, c, drivers)
    if drivers > 1:
        return rests * (24.0 - c.daily_driving_h * drivers)
    left = driving - rests * c.daily_driving_h
    in_a_day = np.ceil(c.daily_driving_h / c.continuous_driving_h) - 1.0
    breaks = rests * in_a_day + np.maximum(np.ceil(left / c.continuous_driving_h) - 1.0, 0.0)
    standing: Floats = rests * c.rest_h + breaks * c.break_h
    return standing


def crews(drivers: int | None) -> tuple[int, int]:
    """Drivers at the low and the high end: who does not say how many may have two, or only one."""
    return (drivers, drivers) if drivers else (2, 1)


def door_to_door(
    q: Floats, gate: Floats, c: Coefficients, drivers: int | None = None
) -> tuple[Floats, Floats]:
    """Low and high hours from door to door. ``q`` [quantity, …]; ``gate`` is 1 where a border queue waits."""
    low, high = crews(drivers)
    open_ = drivers is None
    return at_end(0, q, gate, c, low, relieved=open_), at_end(1, q, gate, c, high, relieved=open_)


def at_end(
    end: int, q: Floats, gate: Floats, c: Coefficients, crew: int, *, relieved: bool = False
) -> Floats:
    """Hours from door to door at the low (0) or the high (1) end, with so many drivers."""
    driving = q[Q.DRIVE_H] * c.driving_spread[end]
    sailing = q[Q.SAIL_H] * c.sailing_spread[end] + q[(Q.WAIT_LOW_H, Q.WAIT_HIGH_H)[end]]
    hours: Floats = driving + stops(driving, c, crew, relieved=relieved) + sailing + c.handling_h[end]
    return hours + gate * c.gate_queue_h[end]


def hurried(
    hours: tuple[Floats, Floats], q: Floats, gate: Floats, c: Coefficients, drivers: int | None
) -> Floats:
    """Middle hours of goods that spoil: where nobody says how many drive, two do, whatever it costs."""
    high = hours[1] if drivers else at_end(1, q, gate, c, 2, relieved=True)
    middle: Floats = (hours[0] + high) / 2
    return middle
