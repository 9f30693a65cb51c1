"""The first day of delivery that a buyer writes beside his months: "4 đợt, từ 20 tháng Chạp"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from scoring.horizon import YEAR
from scoring.records import Doubt

if TYPE_CHECKING:
    from matchmaker.intake.first_days import Begin
    from matchmaker.intake.reading import Reader

RHYTHM, SPEC = "delivery_rhythm", "spec"
_FIELDS = (RHYTHM, "season_text", "demand_text", SPEC, "note")
_OF_WANTED = (RHYTHM, "season_text", "demand_text")
_CLAUSES = re.compile(r"([;\n]|,(?!\d)|\.(?=\s|$))")
_LONG_AHEAD = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class First:
    """The first day of delivery, the doubt that tells its words, and the fields without them.

    No day where the months wanted begin before it: then one of both words is wrong, and is asked.
    """

    day: date | None = None
    doubts: tuple[Doubt, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)

    def ends(self, doubts: list[Doubt]) -> dict[str, date]:
        """The first day as a field, with the last one that the months were read from."""
        if self.day is None:
            return {}
        due = next((each.facts.get("day") for each in doubts if each.code == "deadline"), None)
        return {"deliver_from": self.day} | ({"deliver_to": date.fromisoformat(due)} if due else {})


def first_day_read(
    record: Mapping[str, Any], months: tuple[int, ...], doubts: list[Doubt], reader: Reader, today: date
) -> First:
    """What a buyer's texts say of a first day, where no field and no lunar season says one."""
    if record.get("deliver_from") or not months or _moon_opens(doubts):
        return First()
    for name in _FIELDS:
        text = str(record.get(name) or "")
        if text and (found := _found(text, reader, of_deliveries=name in _OF_WANTED)):
            begin, rest = found
            day = begin.day
            if day < today or _has_begun(months, day, today):
                return First()
            fields = {name: rest} if name in (RHYTHM, SPEC) else {}
            told: dict[str, Any] = {"words": begin.words, "day": day.isoformat()}
            if before := months_before(months, day, today):
                return First(None, (Doubt("months", "begin_apart", told | {"before": before}),), fields)
            if day.month not in months or day.day == 1:  # sooner than the months, or with them
                return First()
            if not record.get("months") and not reader.read(rest).months:
                told["no_end"] = True
            return First(day, (Doubt("months", "begins", told),), fields)
    return First()


def _moon_opens(doubts: list[Doubt]) -> bool:
    """Whether the months were read from lunar words that tell their own first day."""
    return any((each.field, each.code) == ("months", "lunar") and each.facts.get("from") for each in doubts)


def _found(text: str, reader: Reader, *, of_deliveries: bool) -> tuple[Begin, str] | None:
    """The one first day of a text's clauses, and the text without it; none of a text that names several."""
    parts = _CLAUSES.split(text)
    each = [(k, reader.begin(parts[k], of_deliveries=of_deliveries)) for k in range(0, len(parts), 2)]
    begins = [(k, begin) for k, begin in each if begin]
    if len(begins) != 1:
        return None
    k, begin = begins[0]
    kept = [*parts[:k], f" {begin.rest}" if begin.rest and k else begin.rest, *parts[k + 1 :]]
    return begin, re.sub(r"(?:^|(?<=[;,.\n]))\s*[;,.\n]", "", "".join(kept)).strip(" ;,\n")


def _has_begun(months: tuple[int, ...], day: date, today: date) -> bool:
    """Whether a day names the beginning of the season that runs, and not that of the next one: of 1/10 it is
    in November, as the next October is far away.

    >>> _has_begun((10, 11, 12), date(2027, 10, 5), date(2026, 11, 27))
    True
    """
    return day - today > _LONG_AHEAD and today.month in months


def months_before(months: tuple[int, ...], day: date, today: date) -> list[int]:
    """The months wanted, as they come next, that are over before a day; of a year without a gap none.

    >>> months_before((12, 1, 2), date(2027, 1, 15), date(2026, 11, 27))
    [12]
    >>> months_before((1, 2), date(2027, 1, 15), date(2026, 11, 27))
    []
    """
    wanted = set(months)
    if len(wanted) == YEAR:
        return []
    ahead = (day.year - today.year) * YEAR + day.month - today.month
    coming = [(today.month - 1 + place) % YEAR + 1 for place in range(min(ahead, YEAR))]
    return [month for month in coming if month in wanted]
