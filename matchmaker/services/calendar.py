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
