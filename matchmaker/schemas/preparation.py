"""A conference's setting, its sessions and one participant, as forms and spreadsheets bring them in."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import fields, validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.choices import CHANNELS
from matchmaker.schemas.fields import Choice, Day, Listed, Number, RecordId, Text, YesNo
from matchmaker.schemas.text import clean

SIDES = ("producer", "buyer", "peer")
MOST_TABLES = 300
MOST_SLOTS = 200
_TIME = re.compile(r"([01]?[0-9]|2[0-3])\s*[:hHgG.]\s*([0-5][0-9])?", re.ASCII)
_RANGE = re.compile(r"([0-9]{1,4})\s*[-–]\s*([0-9]{1,4})", re.ASCII)


def read_time(value: Any) -> str:
    """A time of day as "HH:MM", from 8:00, 8h, 13h30. Raises ``Refused`` ``not_a_time``."""
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise Refused("not_a_time", value=value)
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


class Time(fields.Field[str]):
    """A time of day."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        return read_time(value)


class Breaks(Listed):
    """Spans of time: ``09:40-10:00; 15:00-15:20``."""

    def _items(self, values: Any) -> list[list[str]]:
        return [self._span(value) for value in values]

    @staticmethod
    def _span(value: Any) -> list[str]:
        parts = re.split(r"\s*[-–]\s*", value.strip()) if isinstance(value, str) else []
        if len(parts) != 2:
            raise Refused("not_a_span", value=value)
        start, end = read_time(parts[0]), read_time(parts[1])
        if start >= end:
            raise Refused("span_order", value=value)
        return [start, end]


class Words(Listed):
    """Short texts; the empty ones fall away, the same one is kept once."""

    longest = 60

    def _items(self, values: Any) -> list[str]:
        if not all(isinstance(value, str) and len(value) <= 200 for value in values):
            raise Refused("too_long", max=200)
        return list(dict.fromkeys(filter(None, map(clean, values))))


class Codes(Words):
    """Words whose letters' size does not count: ``VI; en``."""

    def _items(self, values: Any) -> list[str]:
        return list(dict.fromkeys(word.lower() for word in super()._items(values)))


class SlotNumbers(Listed):
    """Slots by their numbers, with ranges: ``1-3; 7``."""

    longest = MOST_SLOTS

    def _deserialize(self, value: Any, attr: str | None, data: Any, **rest: Any) -> list[Any]:
        if isinstance(value, str):
            value = re.split(r"[;,\s]+", re.sub(r"\s*[-–]\s*", "-", value.strip()))
        return super()._deserialize(value, attr, data, **rest)

    def _items(self, values: Any) -> list[str]:
        found: list[str] = []
        for value in values:
            text = clean(str(value))
            if spanned := _RANGE.fullmatch(text):
                low, high = int(spanned[1]), int(spanned[2])
                if high < low or high - low > MOST_SLOTS:
                    raise Refused("not_slots", value=text)
                found += [str(number) for number in range(low, high + 1)]
            elif text:
                found.append(text[:64])
        return list(dict.fromkeys(found))


class Interpreters(Listed):
    """Interpreters by the languages they know, with the slots they are there in, if not all.

    Written ``vi-en: 2; vi-en-zh: 1 (5-8 11)``.
    """

    WRITTEN = re.compile(
        r"([a-zA-Z]{2,8}(?:\s*[-–/]\s*[a-zA-Z]{2,8})+)\s*[:=]?\s*([0-9]{1,3})\s*(?:\(([0-9 ,–-]+)\))?"
    )

    def _items(self, values: Any) -> list[dict[str, Any]]:
        return [self._one(value) for value in values]

    def _one(self, value: Any) -> dict[str, Any]:
        found = self.WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
        languages = re.split(r"\s*[-–/]\s*", found[1].lower()) if found else []
        if not found or len(set(languages)) < len(languages):
            raise Refused("not_interpreters", value=value)
        slots = {"available": SlotNumbers().deserialize(found[3].replace(",", " "))} if found[3] else {}
        return {"languages": languages, "count": int(found[2]), **slots}


class ClosedAt(Listed):
    """Slots that single tables are shut in: ``T05: 1-2; T07: 9``, a line or a semicolon between tables."""

    longest = MOST_TABLES

    def _items(self, values: Any) -> dict[str, list[str]]:  # type: ignore[override]
        return dict(self._one(value) for value in values)

    @staticmethod
    def _one(value: Any) -> tuple[str, list[str]]:
        table, mark, slots = value.partition(":") if isinstance(value, str) else ("", "", "")
        if not table.strip() or not mark or not slots.strip():
            raise Refused("not_closed_at", value=value)
        found: list[str] = SlotNumbers().deserialize(slots.replace(",", " "))
        return clean(table), found


class SettingSchema(RecordSchema):
    """What a conference is, where, by whom, and the rules of its timetable."""

    name = Text(300, required=True)
    venue = Text(300)
    province = Text(80)
    host_parent = Text(200)
    host_unit = Text(200)
    host_place = Text(80)
    signer_title = Text(120)
    signer = Text(120)
    number = Text(80)
    wishes_until = Day()
    tables = Number(1, MOST_TABLES, whole=True, required=True)
    closed = SlotNumbers()
    closed_at = ClosedAt()
    interpreters = Interpreters()
    rest_after = Number(1, 50, whole=True)
    producer_min = Number(0, 100, whole=True)
    producer_max = Number(0, 100, whole=True)
    buyer_min = Number(0, 100, whole=True)
    buyer_max = Number(0, 100, whole=True)

    @validates_schema
    def check_limits(self, data: Any, **_: Any) -> None:
        """No minimum above its maximum."""
        for side in ("producer", "buyer"):
            low, high = data.get(f"{side}_min"), data.get(f"{side}_max")
            if low is not None and high is not None and low > high:
                raise Refused("limits_order", f"{side}_min")


class SessionSchema(RecordSchema):
    """One session of one day, cut into slots."""

    session = RecordId(40)
    label_vi = Text(80)
    label_en = Text(80)
    date = Day(required=True)
    start = Time(required=True)
    end = Time(required=True)
    minutes = Number(5, 240, whole=True, required=True)
    gap = Number(0, 120, whole=True)
    breaks = Breaks()

    @validates_schema
    def check_times(self, data: Any, **_: Any) -> None:
        """A session ends after it begins."""
        if data["start"] >= data["end"]:
            raise Refused("span_order", "end", value=f"{data['start']}–{data['end']}")


class ParticipantSchema(RecordSchema):
    """One participant. ``absent`` are the numbers of slots in which it is not there."""

    id = RecordId(64)
    side = Choice(SIDES, required=True)
    name = Text(300, required=True)
    organisation = Text(64)
    province = Text(80)
    booth = Text(20)
    channel = Choice(CHANNELS)
    products = Words()
    wants = Words()
    representatives = Number(0, 20, whole=True)
    min_meetings = Number(0, 100, whole=True)
    max_meetings = Number(0, 100, whole=True)
    fixed_table = Text(64)
    host = YesNo()
    languages = Codes()
    delegates = Number(0, 99, whole=True)
    contact = Text(200)
    phone = Text(40)
    contact_public = YesNo()
    needs = Text(300)
    absent = SlotNumbers()

    @validates_schema
    def check_limits(self, data: Any, **_: Any) -> None:
        """No minimum above its maximum."""
        low, high = data.get("min_meetings"), data.get("max_meetings")
        if low is not None and high is not None and low > high:
            raise Refused("limits_order", "min_meetings")


class GuestRowSchema(ParticipantSchema):
    """A participant as a row of a spreadsheet, with its wishes by the others' ids or names."""

    must = Words()
    want = Words()
    no = Words()
