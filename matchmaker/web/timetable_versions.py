"""The versions of a timetable as a list, and what one of them changed, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matchmaker.models import Conference, ScheduleVersion
from matchmaker.queries import users
from matchmaker.web.timetable import named, slot_time
from matchmaker.wording import prints
from matchmaker.wording.schedules import sentence
from matchmaker.wording.timetables import CAUSE, CHANGE

Document = Mapping[str, Any]


@dataclass(frozen=True)
class VersionLine:
    """One version: what made it and who, how many meetings it has and changed, since when it is out."""

    number: int
    cause: str
    by: str
    note: str
    meetings: int
    changes: int
    made_at: datetime
    published_at: datetime | None


@dataclass(frozen=True)
class ChangeLine:
    """One changed meeting: the parties, and where it was and is."""

    kind: str
    word: str
    names: Sequence[str]
    before: str
    after: str
    cause: str


def version_lines(conference: Conference, lang: str) -> list[VersionLine]:
    """All versions, the newest first."""
    names = users.names({version.made_by for version in conference.schedules if version.made_by})
    return [_line(version, names, lang) for version in reversed(conference.schedules)]


def change_lines(document: Document, changes: Sequence[Document], lang: str) -> list[ChangeLine]:
    """The ``changes`` of a version against the one before, meeting by meeting."""
    people = {p["id"]: p.get("name") or p["id"] for p in document["participants"]}
    slots = {s["id"]: s for s in document["slots"]}

    def place(where: Document | None) -> str:
        if where is None:
            return "–"
        slot = slots.get(where["slot"])
        when = f"{slot_time(slot)}, {prints.session_label(document, slot, lang)}" if slot else where["slot"]
        return f"{when}, {prints.WORDS['table'][lang == 'en'].lower()} {where['table']}"

    return [
        ChangeLine(
            kind=row["kind"],
            word=CHANGE[row["kind"]][lang == "en"],
            names=[people.get(row[end], row[end]) for end in ("a", "b")],
            before=place(row["before"]),
            after=place(row["after"]),
            cause=sentence(row["code"], named(row.get("facts") or {}, people), lang)
            if row.get("code")
            else "",
        )
        for row in changes
    ]


def _line(version: ScheduleVersion, names: Mapping[int, str], lang: str) -> VersionLine:
    return VersionLine(
        number=version.number,
        cause=CAUSE.get(version.cause, CAUSE["planned"])[lang == "en"],
        by=names.get(version.made_by or 0, ""),
        note=version.note,
        meetings=len(version.document["meetings"]),
        changes=len(version.changes),
        made_at=version.made_at,
        published_at=version.published_at,
    )
