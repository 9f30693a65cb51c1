"""What day it is for the trade: the day in Viet Nam, or the one that the settings fix."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """The day on which papers are valid and months are counted from."""
    fixed: date | None = current_app.config.get("TODAY")
    return fixed or datetime.now(VIET_NAM).date()


def clock() -> datetime:
    """The day and the time of day in Viet Nam; on the day that the settings fix, the time is the real one."""
    moment = datetime.now(VIET_NAM)
    fixed: date | None = current_app.config.get("TODAY")
    return datetime.combine(fixed, moment.timetz()) if fixed else moment
