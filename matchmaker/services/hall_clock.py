"""Which slot of a conference it is: what is under way, what comes next. Pure, but for the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from matchmaker.errors import NotFound

Slot = Mapping[str, Any]
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Hour:
    """The slot under way and the next one; None between slots, or before the first and after the last."""

    current: Slot | None
    next: Slot | None


def hour(slots: Sequence[Slot], moment: datetime) -> Hour:
    """The slots around a moment in Viet Nam.

    A slot without a date or a start cannot be told by the clock: then the first one counts as the next.
    """
    timed = [slot for slot in slots if day_of(slot) and slot.get("start")]
    if not timed:
        return Hour(None, slots[0] if slots else None)
    at = (moment.date().isoformat(), f"{moment:%H:%M}")
    begun = [slot for slot in timed if _start(slot) <= at and _start(slot)[0] == at[0]]
    under_way = [slot for slot in begun if at[1] < str(slot.get("end") or "")]
    coming = [slot for slot in timed if _start(slot) > at]
    return Hour(under_way[-1] if under_way else None, coming[0] if coming else None)


def chosen(document: Document, wanted: str) -> Slot:
    """The slot of this id, given as text. Raises ``NotFound``."""
    for slot in document["slots"]:
        if str(slot["id"]) == wanted:
            found: Slot = slot
            return found
    raise NotFound


def day_of(slot: Slot) -> date | None:
    """The day of a slot, where it is told as a date."""
    for told in (slot.get("date"), slot.get("day")):
        if isinstance(told, str):
            try:
                return date.fromisoformat(told)
            except ValueError:
                continue
    return None


def last_day(document: Document) -> date | None:
    """The last day of a conference, where its days are dates."""
    days = [day for day in map(day_of, document["slots"]) if day]
    return max(days, default=None)


def _start(slot: Slot) -> tuple[str, str]:
    day = day_of(slot)
    return (day.isoformat() if day else "", str(slot["start"]))
