"""Participants with the latest word on each, as the pages of the day show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matchmaker.models import Attendance
from matchmaker.queries.search import fold
from matchmaker.web.timetable import slot_time

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Guest:
    """One participant: its status ("" not seen yet), since which slot, and its meetings in time."""

    id: str
    name: str
    side: str
    province: str
    place: str
    status: str
    since: str
    noted_at: datetime | None
    meetings: int
    next: str
    searched: str


@dataclass(frozen=True)
class Counts:
    """How many are expected, have come, come late, stay away, have left, and were not seen yet."""

    expected: int
    came: int
    late: int
    absent: int
    left: int
    unseen: int


def guest_lines(
    document: Document,
    words: Mapping[str, Attendance],
    meetings: Sequence[Document],
    following: Document | None,
) -> list[Guest]:
    """Everybody in the conference's order; ``following`` is the next slot."""
    times = {str(s["id"]): slot_time(s) for s in document["slots"]}
    mine: dict[str, list[Document]] = {}
    for m in meetings:
        for q in (m["a"], m["b"]):
            mine.setdefault(q, []).append(m)
    return [
        _guest(row, words.get(row["id"]), mine.get(row["id"], []), following, times)
        for row in document["participants"]
    ]


def counted(lines: Sequence[Guest]) -> Counts:
    """The figures over all lines."""
    of = [line.status for line in lines]
    return Counts(
        len(of),
        of.count("arrived") + of.count("left"),
        of.count("late"),
        of.count("absent"),
        of.count("left"),
        of.count(""),
    )


def missing_next(lines: Sequence[Guest]) -> list[Guest]:
    """Those with a meeting in the next slot who have not come."""
    return [line for line in lines if line.next and line.status != "arrived"]


def fitting(lines: Sequence[Guest], sought: str) -> list[Guest]:
    """Those whose id, name, province, booth or table hold the words, with or without diacritics."""
    words = fold(sought).split()
    return [line for line in lines if words and all(word in line.searched for word in words)]


def _guest(
    row: Document,
    word: Attendance | None,
    mine: list[Document],
    following: Document | None,
    times: Mapping[str, str],
) -> Guest:
    place = " · ".join(str(row[key]) for key in ("fixed_table", "booth") if row.get(key))
    told = (row["id"], row.get("name"), row.get("province"), row.get("fixed_table"), row.get("booth"))
    upcoming = [m for m in mine if following is not None and m["slot"] == following["id"]]
    return Guest(
        id=row["id"],
        name=str(row.get("name") or row["id"]),
        side=str(row.get("side") or "peer"),
        province=str(row.get("province") or ""),
        place=place,
        status=word.status if word else "",
        since=times.get(word.slot, "") if word and word.slot else "",
        noted_at=word.noted_at if word else None,
        meetings=len(mine),
        next=str(upcoming[0]["table"]) if upcoming else "",
        searched=fold(" ".join(str(each or "") for each in told)),
    )
