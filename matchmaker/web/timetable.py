"""A conference's timetable as a page shows it: slots down, tables across, what is missing, what is proven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.scheduling import Finding
from matchmaker.wording import prints
from matchmaker.wording.schedules import sentence

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Cell:
    """A meeting in the grid: who comes (the table's own party is in the head), its ids, who interprets."""

    names: Sequence[str]
    a: str
    b: str
    interpreter: str = ""


@dataclass(frozen=True)
class Row:
    """A slot: its id, its times, and a cell for each table (None: free)."""

    slot: int | str
    time: str
    cells: Sequence[Cell | None]


@dataclass(frozen=True)
class Session:
    """The rows of one day and session."""

    label: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Column:
    """A table and the party that keeps it, if one does."""

    table: str
    host: str


@dataclass(frozen=True)
class Timetable:
    """The whole grid, and what could not be done, in sentences."""

    columns: Sequence[Column]
    sessions: Sequence[Session]
    unmet: Sequence[str]
    short: Sequence[str]


def timetable(conference: Document, schedule: Document, lang: str) -> Timetable:
    """The grid of one version."""
    people = {p["id"]: p.get("name") or p["id"] for p in conference["participants"]}
    tables = [t["id"] for t in conference["tables"]]
    at = {(m["slot"], m["table"]): m for m in schedule["meetings"]}
    hosts = {t: _host(conference, t) for t in tables}
    sessions: dict[str, list[Row]] = {}
    for slot in conference["slots"]:
        cells = [_cell(at.get((slot["id"], t)), hosts[t], people, lang) for t in tables]
        sessions.setdefault(prints.session_label(conference, slot, lang), []).append(
            Row(slot["id"], slot_time(slot), cells)
        )
    return Timetable(
        columns=[Column(prints.table_name(t), people.get(hosts[t], "")) for t in tables],
        sessions=[Session(label, rows) for label, rows in sessions.items()],
        unmet=[_unmet(u, people, lang) for u in schedule.get("unmet") or ()],
        short=[_short(s, people, lang) for s in schedule.get("short") or ()],
    )


def slot_time(slot: Document) -> str:
    """Start and end of a slot, or its number."""
    start, end = slot.get("start"), slot.get("end")
    return f"{start}–{end}" if start and end else str(start or slot["id"])


def named(facts: Mapping[str, Any], people: Mapping[str, str]) -> dict[str, Any]:
    """Facts with participants by name, also within the facts of a cause."""

    def name(key: str, value: Any) -> Any:
        if key == "facts" and isinstance(value, Mapping):
            return named(value, people)
        if key in ("partners", "participants", "never_together_with"):
            return [people.get(each, each) for each in value]
        if key == "pairs":
            return [[people.get(each, each) for each in pair] for pair in value]
        return people.get(value, value) if key in ("a", "b", "participant") else value

    return {key: name(key, value) for key, value in facts.items()}


def obstacle(finding: Finding, people: Mapping[str, str], lang: str) -> str:
    """A finding before planning as a sentence."""
    return sentence(finding.code, named(finding.facts, people), lang)


def _host(conference: Document, table: str) -> str:
    fixed = [p["id"] for p in conference["participants"] if p.get("fixed_table") == table]
    return fixed[0] if len(fixed) == 1 else ""


def _cell(meeting: Document | None, host: str, people: Mapping[str, str], lang: str) -> Cell | None:
    if meeting is None:
        return None
    parties = [q for q in (meeting["a"], meeting["b"]) if q != host]
    interpreter = prints.interpreter(meeting.get("interpreter"), lang)
    return Cell([people[q] for q in parties], meeting["a"], meeting["b"], interpreter)


def _unmet(unmet: Document, people: Mapping[str, str], lang: str) -> str:
    cause = sentence(unmet["code"], named(unmet.get("facts") or {}, people), lang)
    return f"{people.get(unmet['a'], unmet['a'])} – {people.get(unmet['b'], unmet['b'])}: {cause}"


def _short(short: Document, people: Mapping[str, str], lang: str) -> str:
    name = people.get(short["participant"], short["participant"])
    cause = sentence(short["code"], named(short.get("facts") or {}, people), lang)
    return f"{name} ({short['meetings']}/{short['min_meetings']}): {cause}"
