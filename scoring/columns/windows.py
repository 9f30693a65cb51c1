"""The first and the last day that a record says of its deliveries: in its fields, lunar words, a deadline."""

from __future__ import annotations

from datetime import date

from scoring.columns.arrays import ordinal
from scoring.horizon import ALWAYS, NEVER, Horizon
from scoring.open_seasons import END, START, open_side
from scoring.records import Demand, Offer


def said_days(record: Offer | Demand) -> tuple[date | None, date | None]:
    """The days, each None where the record says none: of a season with one open end only the other counts."""
    if record.deliver_from or record.deliver_to or not record.doubts:
        return record.deliver_from, record.deliver_to
    told = {doubt.code: doubt.facts for doubt in record.doubts if doubt.field == "months"}
    if day := told.get("deadline", {}).get("day"):
        return None, date.fromisoformat(day)
    first, last = (told.get("lunar", {}).get(name) for name in ("from", "to"))
    side = open_side(record)
    return (
        date.fromisoformat(first) if first and side != START else None,
        date.fromisoformat(last) if last and side != END else None,
    )


def window(record: Offer | Demand) -> tuple[int, int]:
    """The same as ordinals, ``NEVER`` and ``ALWAYS`` where nothing is said."""
    first, last = said_days(record)
    return ordinal(first, NEVER), ordinal(last, ALWAYS)


def due_day(demand: Demand) -> date | None:
    """The last day of delivery: that of the demand, else the day before which its words want the goods."""
    if demand.deliver_to or demand.deliver_from or not demand.doubts:
        return demand.deliver_to
    due = next((x.facts for x in demand.doubts if (x.field, x.code) == ("months", "deadline")), None)
    return date.fromisoformat(due["day"]) if due else None


def till_due(demand: Demand, horizon: Horizon) -> int:
    """The months up to a day before which a demand's words want the goods ("giao trước Tết"): who says no
    first day may take them sooner. 0 where no such day is said, or is gone."""
    if not demand.doubts or not demand.months or demand.deliver_from or demand.deliver_to:
        return 0
    due = next((x.facts for x in demand.doubts if (x.field, x.code) == ("months", "deadline")), None)
    return horizon.window(None, date.fromisoformat(due["day"])) if due else 0
