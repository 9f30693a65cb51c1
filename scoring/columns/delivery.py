"""Months in which an offer can be delivered and a demand wants to be served, as masks of the horizon."""

from __future__ import annotations

from datetime import date, timedelta

from scoring.columns.windows import said_days
from scoring.horizon import LENGTH, YEAR, Horizon
from scoring.open_seasons import open_months
from scoring.pauses import paused
from scoring.product import Kind
from scoring.records import Demand, Offer

DAYS_OF_TWO_MONTHS = 46  # days within which a window that crosses the end of a month is told by its days
LONGEST_LEAD = 3650  # days; all beyond lies past the horizon anyway
STATED, CALENDAR = 1, 2  # where the months of an offer come from; 0: unknown


def offered_months(
    offer: Offer, kind: Kind | None, horizon: Horizon, *, keeps: bool = False
) -> tuple[int, int]:
    """Months of delivery and where they come from. Months without dates come again every year.

    ``keeps`` says that the goods keep for a month at least: they are there beyond the one end of a season.
    Months in which the producer says that he takes no orders are none of them.
    """
    months, source = _months_said(offer, kind, horizon, keeps=keeps)
    out = horizon.every_year(paused(offer)[0])
    return (months & ~out or months, source) if out else (months, source)


def _months_said(offer: Offer, kind: Kind | None, horizon: Horizon, *, keeps: bool) -> tuple[int, int]:
    window = (1 << LENGTH) - 1
    if dated(offer):
        window = horizon.window(offer.deliver_from, offer.deliver_to)
    beyond = open_months(offer, kind, horizon, keeps=keeps)
    if beyond is not None:
        return (beyond | touched_by_moon(offer, horizon)) & window, STATED
    if offer.months:
        months = (*offer.months, *touched_beside(offer))
        return (horizon.every_year(months) | touched_by_moon(offer, horizon)) & window, STATED
    if dated(offer):
        return window, STATED
    months = calendar_months(kind)
    if offer.season_text or not months:
        return 0, 0
    return horizon.every_year(months), CALENDAR


def dated(offer: Offer) -> bool:
    """Whether an offer names days: then its months do not come again every year."""
    return offer.deliver_from is not None or offer.deliver_to is not None


def ready_day(offer: Offer, horizon: Horizon) -> date | None:
    """First day on which an order placed today can leave; None where no lead time is declared."""
    if not offer.lead_time_days:
        return None
    return horizon.today + timedelta(days=min(offer.lead_time_days, LONGEST_LEAD))


def first_day(offer: Offer, horizon: Horizon) -> date | None:
    """First day of delivery: that of the dates offered, and not before the lead time is over."""
    return max(filter(None, (offer.deliver_from, ready_day(offer, horizon))), default=None)


def after_lead(offer: Offer, horizon: Horizon) -> int:
    """Months that an order placed today can still be delivered in; the month it gets ready in counts."""
    return horizon.window(ready_day(offer, horizon), None)


def calendar_months(kind: Kind | None) -> tuple[int, ...]:
    """Months in which a kind can be delivered: the saleable ones of storables, the harvest of fresh goods."""
    if kind is None:
        return ()
    return (kind.saleable_months if kind.storable else kind.harvest_months) or kind.saleable_months


def demanded_months(demand: Demand, horizon: Horizon) -> int:
    """Months wanted: the next time each comes, or those within the dates; 0 where nothing was said."""
    if not (demand.deliver_from or demand.deliver_to):
        return horizon.next_occurrence(demand.months)
    last = demand.deliver_to
    if last is None and demand.deliver_from is not None:  # a start alone means the year after it
        last = horizon.last_day(max(horizon.index(demand.deliver_from), 0) + YEAR - 1)
    window = horizon.window(demand.deliver_from, last)
    months = (*demand.months, *touched_beside(demand))
    return window & horizon.every_year(months) if demand.months else window


def touched_beside(record: Offer | Demand) -> tuple[int, ...]:
    """The month beside those named into which a window of some days reaches: 27/1–4/2 of T1 is also of T2.

    The days tell more than the month then; a longer window only says when the months named come.
    """
    first, last = record.deliver_from, record.deliver_to
    if first is None or last is None or not 0 <= (last - first).days < DAYS_OF_TWO_MONTHS:
        return ()
    ends, named = {first.month, last.month}, set(record.months)
    return tuple(sorted(ends - named)) if named and named < ends else ()


def touched_by_moon(offer: Offer, horizon: Horizon) -> int:
    """The months beside those named into which the days of a season in lunar words reach: "tháng Chạp" of T1
    is also of the first days of T2. None of a later year, in which the moon has other days."""
    return sum(1 << place for place, _, beside in _by_moon(offer, horizon) if beside)


def cut_by_moon(offer: Offer, horizon: Horizon) -> int:
    """The same with the month named at the other end of such a season: all that count by their days."""
    return sum(1 << place for place, _, _ in _by_moon(offer, horizon))


def _by_moon(offer: Offer, horizon: Horizon) -> list[tuple[int, float, bool]]:
    """The place on the horizon of each month that the days of a season in lunar words cut, with the share of
    it that is of the season, and whether it is one beside those named; none where no month is."""
    if dated(offer) or not offer.doubts or not offer.months:
        return []
    found = []
    for day, step in zip(said_days(offer), (1, -1), strict=True):
        if day is None or not 0 <= (place := horizon.index(day)) < LENGTH:
            continue
        has, beside = horizon.last_day(place).day, day.month not in offer.months
        share = (has - day.day + 1 if step > 0 else day.day) / has
        follows = (day.month - 1 + step) % YEAR + 1 in offer.months
        if (not beside or follows) and (step > 0 or day >= horizon.today) and share < 1:
            found.append((place, share, beside))
    return found if any(beside for _, _, beside in found) else []


def whole_months(offer: Offer, mask: int, horizon: Horizon) -> float:
    """Months of delivery over which a whole amount is spread: of one that the moon cuts its days."""
    parts = [(place, share) for place, share, _ in _by_moon(offer, horizon) if mask >> place & 1]
    whole = mask & ~sum(1 << place for place, _ in parts)
    return length(whole, not dated(offer)) + sum(share for _, share in parts)


def length(mask: int, yearly: bool) -> int:
    """Number of delivery months over which a whole amount is spread: of one year where it recurs."""
    return (mask & ((1 << YEAR) - 1) if yearly else mask).bit_count()
