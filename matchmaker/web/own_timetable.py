"""One participant's timetable: its meetings in order of time, with table, partner and booth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.web.timetable import slot_time
from matchmaker.wording import prints

Document = Mapping[str, Any]


@dataclass(frozen=True)
class OwnMeeting:
    """When, at which table, with whom; no contact of the other."""

    time: str
    table: str
    partner: str
    booth: str
    interpreter: str = ""


def own_timetable(
    document: Document, schedule: Document, participant: str, lang: str
) -> dict[str, Sequence[OwnMeeting]]:
    """The meetings of one participant by session, in order of time."""
    people = {p["id"]: p for p in document["participants"]}
    order = {s["id"]: (place, s) for place, s in enumerate(document["slots"])}
    tables = {t["id"]: str(t.get("label") or t["id"]) for t in document["tables"]}
    mine = [m for m in schedule["meetings"] if participant in (m["a"], m["b"]) and m["slot"] in order]
    found: dict[str, list[OwnMeeting]] = {}
    for meeting in sorted(mine, key=lambda m: order[m["slot"]][0]):
        slot = order[meeting["slot"]][1]
        other_id = meeting["b"] if meeting["a"] == participant else meeting["a"]
        other = people.get(other_id, {})
        found.setdefault(prints.session_label(document, slot, lang), []).append(
            OwnMeeting(
                slot_time(slot),
                prints.table_name(tables.get(meeting["table"], meeting["table"])),
                str(other.get("name") or other_id),
                str(other.get("booth") or ""),
                prints.interpreter(meeting.get("interpreter"), lang),
            )
        )
    return found
