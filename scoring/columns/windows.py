"""The first and the last day that a record says of its deliveries: in its fields, lunar words, a deadline."""

from __future__ import annotations

from datetime import date, timedelta

from scoring.columns.amounts import A_MONTH_HAS
from scoring.columns.arrays import ordinal
from scoring.horizon import ALWAYS, NEVER, YEAR, Horizon
from scoring.open_seasons import END, START, open_side
from scoring.part_months import left_out, season_words
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


def window(record: Offer | Demand, today: date | None = None) -> tuple[int, int]:
    """The same as ordinals, ``NEVER`` and ``ALWAYS`` where nothing is said; of a harvest the days of its
    season, as they come next after ``today``."""
    first, last = said_days(record)
    if today and isinstance(record, Offer) and not (first or last) and record.per not in A_MONTH_HAS:
        first, last = season_days(record, today)
    return ordinal(first, NEVER), ordinal(last, ALWAYS)


def season_days(offer: Offer, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of a season of which the words leave out a part of its first or last month,
    each None where they do not.

    >>> season_days(Offer("o", "p", season_text="nửa cuối tháng 1 đến giữa tháng 2"), date(2026, 11, 27))
    (datetime.date(2027, 1, 16), None)
    """
    lacks, opens, closes = left_out(season_words(offer)), None, None
    for part, month, day in lacks:
        if part in ("before", "early"):
            opens = (month, day or 11)
        elif part == "middle" and ("early", month, 0) in lacks:
            opens = (month, 21)
        else:
            closes = closes or (month, day or (10 if part == "middle" else 20))
    last = _next(closes, today) if closes else None
    first = _next(opens, today) if opens else None
    if first and last and first > last:
        first = None  # it has begun already
    return _whole_end(offer, first, last, today)


def _whole_end(
    offer: Offer, first: date | None, last: date | None, today: date
) -> tuple[date | None, date | None]:
    """The days with the other end of a season of which one is a day, and the other a whole month ("20/5 đến
    hết tháng 6"); of one that has begun already the first day stays unsaid."""
    months = set(offer.months)
    if len(months) == YEAR or open_side(offer):
        return first, last
    if first and not last and first.month in months:
        while _next_month(at := last or first).month in months:
            last = _last_of(_next_month(at))
        return first, last or _last_of(first)
    if last and not first and last.month in months:
        opens = last.replace(day=1)
        while (before := opens - timedelta(days=1)).month in months:
            opens = before.replace(day=1)
        return (opens if opens >= today else None), last
    return first, last


def _next_month(day: date) -> date:
    """The first day of the month that comes after that of a day."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _last_of(day: date) -> date:
    return _next_month(day) - timedelta(days=1)


def _next(at: tuple[int, int], today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date(year, *at)
        except ValueError:  # 30/2
            return None
        if found >= today:
            return found
    return None


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
