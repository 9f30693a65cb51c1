"""The deadline that a buyer writes beside his months: in what he says of deliveries, the spec or a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from scoring.records import Doubt
from scoring.units import fold

if TYPE_CHECKING:
    from matchmaker.intake.deadlines import Due
    from matchmaker.intake.reading import Reader

Record = Mapping[str, Any]

RHYTHM, SPEC = "delivery_rhythm", "spec"
_FIELDS = (RHYTHM, SPEC, "note", "demand_text")
_CLAUSES = re.compile(r"([;\n]|,(?!\d)|\.(?=\s|$))")
YEAR = 12


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of delivery, the doubt that tells it, and the fields without its words.

    No day where the months wanted go on after it: then it may be that of a first lot, and is asked.
    """

    day: date | None = None
    doubts: tuple[Doubt, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)


def deadline_read(
    record: Record, months: tuple[int, ...], doubts: list[Doubt], reader: Reader, today: date
) -> Deadline:
    """What a buyer's texts say of a last day, where no field says one; the season's own words go before."""
    if record.get("deliver_to") or record.get("deliver_from"):
        return Deadline()
    if any((doubt.field, doubt.code) == ("months", "deadline") for doubt in doubts):
        return Deadline()  # the months themselves were read from it
    for name in _FIELDS:
        text = str(record.get(name) or "")
        if text and (found := _found(text, reader, of_deliveries=name == RHYTHM)):
            due, rest = found
            if _ahead(due.day, today) is None:
                return Deadline()
            fields = {name: rest} if name in (RHYTHM, SPEC) else {}
            told = {"words": due.words, "day": due.day.isoformat()}
            beyond = months_beyond(months, due.day, today)
            if beyond:
                return Deadline(None, (Doubt("months", "deadline_apart", told | {"beyond": beyond}),), fields)
            day = within_months(months, due.day)
            return Deadline(day, (Doubt("months", "deadline", told | {"day": day.isoformat()}),), fields)
    return Deadline()


def _ahead(day: date, today: date) -> date | None:
    """The day, if it is not over: a deadline gone by is a slip, and not for a machine to judge."""
    return day if day >= today else None


def _found(text: str, reader: Reader, *, of_deliveries: bool) -> tuple[Due, str] | None:
    """The deadline of one of a text's clauses, and the text without it."""
    parts = _CLAUSES.split(text)
    for k in range(0, len(parts), 2):
        if due := reader.due(parts[k], of_deliveries=of_deliveries):
            if due.rest and _STUMP.fullmatch(fold(due.rest)):  # "đợt cuối" of "đợt cuối trước 20/1"
                due = replace(due, words=parts[k], rest="")
            kept = [*parts[:k], f" {due.rest}" if due.rest and k else due.rest, *parts[k + 1 :]]
            rest = re.sub(r"(?:^|(?<=[;,.\n]))\s*[;,.\n]", "", "".join(kept)).strip(" ;,\n")
            return replace(due, words=due.words.strip()), rest
    return None


# What says nothing without the day behind it; a number of loads, and the first of them, do.
_STUMP = re.compile(
    r"(?:(?:giao|dot|lo|chuyen|lan|me|xe|hang|xong|het|du|toan bo|tat ca|cuoi|cung|sau|chot|phai|la|va|voi|"
    r"the|all|last|final|lots?|loads?|deliver(?:y|ed|ies)|shipments?|batch|latest|at|on|and|with|"
    r"to be|arrives?|"
    r"ve|den noi|ket thuc|hoan tat) ?)+"
)


def within_months(months: tuple[int, ...], day: date) -> date:
    """A deadline, or the last day of the months wanted where it comes after them: it only narrows them.

    >>> within_months((12, 1), date(2027, 2, 5)), within_months((12, 1), date(2027, 1, 15))
    (datetime.date(2027, 1, 31), datetime.date(2027, 1, 15))
    """
    if not months:
        return day
    while day.month not in months:
        day = day.replace(day=1) - timedelta(days=1)
    return day


def months_beyond(months: tuple[int, ...], day: date, today: date) -> list[int]:
    """The months wanted that come after a day; those of the season that runs which are gone by do not.

    >>> months_beyond((12, 1, 2, 3), date(2027, 1, 15), date(2026, 11, 27))
    [2, 3]
    >>> months_beyond((10, 11, 12), date(2026, 12, 15), date(2026, 11, 27))
    []
    """
    wanted = set(months)
    ahead = (day.year - today.year) * YEAR + day.month - today.month
    beyond: list[int] = []
    if day.month in wanted:
        while len(beyond) < YEAR - 1 and (following := (day.month + len(beyond)) % YEAR + 1) in wanted:
            beyond.append(following)
    within = {month for month in wanted if (month - today.month) % YEAR <= ahead} - set(beyond)
    gone = today.month
    while (gone := (gone - 2) % YEAR + 1) in wanted - within - set(beyond) and today.month in within:
        within.add(gone)
    return beyond + sorted(wanted - within - set(beyond))
