"""A participant's meetings as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from matchmaker.wording import prints

Record = Mapping[str, Any]
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def calendar(
    conference_id: str,
    document: Record,
    participant: str,
    meetings: Iterable[Record],
    version: int,
    lang: str,
) -> bytes:
    """The file. A meeting keeps its uid from version to version, so that a calendar moves it instead of
    showing it twice; a meeting in a slot without a date or a time is left out."""
    names = {p["id"]: str(p.get("name") or p["id"]) for p in document["participants"]}
    slots = {s["id"]: s for s in document["slots"]}
    found = Calendar()
    found.add("prodid", "-//matchmaker//conference//VI")
    found.add("version", "2.0")
    found.add("x-wr-calname", str(document.get("name") or conference_id))
    for meeting in meetings:
        slot = slots.get(meeting["slot"], {})
        if participant not in (meeting["a"], meeting["b"]) or not (slot.get("date") and slot.get("start")):
            continue
        other = meeting["b"] if meeting["a"] == participant else meeting["a"]
        table = f"{prints.WORDS['table'][lang == 'en']} {meeting['table']}"
        event = Event()
        event.add("uid", f"{conference_id}-{participant}-{other}@matchmaker")
        event.add("sequence", version)
        event.add("dtstamp", datetime.now(UTC))
        event.add("dtstart", _moment(slot, "start"))
        event.add("dtend", _moment(slot, "end" if slot.get("end") else "start"))
        event.add("summary", f"{names.get(other, other)} · {table}")
        event.add("location", ", ".join(filter(None, (table, str(document.get("venue") or "")))))
        found.add_component(event)
    return found.to_ical()


def _moment(slot: Record, end: str) -> datetime:
    hours, _, minutes = str(slot[end]).partition(":")
    day = datetime.fromisoformat(str(slot["date"]))
    return day.replace(hour=int(hours), minute=int(minutes or 0), tzinfo=HERE).astimezone(UTC)
