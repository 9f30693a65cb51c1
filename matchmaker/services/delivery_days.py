"""The days on which a buyer's words want the goods within the months named: "giao nửa cuối tháng 1"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from matchmaker.intake.deadlines import is_of_deliveries
from scoring.records import Doubt

if TYPE_CHECKING:
    from matchmaker.intake.reading import Reader

Facts = dict[str, Any]

RHYTHM = "delivery_rhythm"
_OF_TIME = ("season_text", RHYTHM)
_FIELDS = (*_OF_TIME, "demand_text", "note")
_CLAUSES = re.compile(r"[;\n]|,(?!\d)|\.(?=\s|$)")
ENDS = ("deliver_from", "deliver_to")


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of delivery, the doubt that tells the words of a part of a month, and the fields
    without those words."""

    ends: Facts = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> date | None:
        """The last day, where one is said."""
        return self.ends.get("deliver_to")


def days_read(record: Mapping[str, Any], months: tuple[int, ...], reader: Reader) -> Days:
    """The days of delivery that a buyer's words name where no field does: they bound the months that he
    names, all of which they must reach."""
    if any(record.get(name) for name in ENDS):
        return Days()
    for name in _FIELDS:
        text = str(record.get(name) or "")
        for clause in [text] if name == "season_text" else _CLAUSES.split(text):
            if not clause.strip() or not (name in _OF_TIME or is_of_deliveries(clause)):
                continue
            found = reader.days_within(clause)
            if found is None or months_of(found.first, found.last) != set(months):
                continue
            doubts = () if found.whole else (Doubt("months", "days_said", {"words": found.words}),)
            fields = {RHYTHM: text.replace(clause, found.rest).strip(" ,;")} if name == RHYTHM else {}
            return Days({"deliver_from": found.first, "deliver_to": found.last}, doubts, fields)
    return Days()


def months_of(first: date, last: date) -> set[int]:
    """The months that a stretch of days touches."""
    length = (last.year - first.year) * 12 + last.month - first.month
    return {(first.month - 1 + step) % 12 + 1 for step in range(length + 1)}
