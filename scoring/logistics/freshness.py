"""Shelf life against the way: what is left when the goods arrive, in days, at best and at worst."""

from __future__ import annotations

import numpy as np

from scoring.logistics.distance import Floats

HOURS_A_DAY = 24.0
RISK_DAYS = 1.0  # less than a day to spare is a risk; less than nothing cannot reach


def left_on_arrival(shelf_life_days: Floats, hours: Floats) -> Floats:
    """Days of shelf life left at the buyer's door. ``hours`` is from door to door, handling included."""
    left: Floats = shelf_life_days - hours / HOURS_A_DAY
    return left


def wanted_days(shelf_life_days: Floats, min_days: Floats, min_share: Floats) -> Floats:
    """Days that the buyer wants left: the stricter of days and share (NaN where not said)."""
    share: Floats = np.fmax(np.nan_to_num(min_days), np.nan_to_num(min_share) * shelf_life_days)
    return share


def slack_days(shelf_life_days: Floats, hours: Floats, wanted: Floats) -> Floats:
    """Shelf life − way − what the buyer wants left. Below 0: too late; below ``RISK_DAYS``: a risk."""
    return left_on_arrival(shelf_life_days, hours) - wanted
