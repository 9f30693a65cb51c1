"""Who meets at which table in a slot, for the hall's board and for reading aloud: names and tables alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.queries.shown import words as covered
from matchmaker.web.timetable import slot_time
from matchmaker.wording import prints

Document = Mapping[str, Any]


@dataclass(frozen=True)
class TableLine:
    """One table in one slot: its label and the parties' names, the table's own party last."""

    table: str
    names: Sequence[str]


@dataclass(frozen=True)
class SlotTables:
    """A slot with its occupied tables."""

    time: str
    label: str
    lines: Sequence[TableLine]


def slot_tables(document: Document, schedule: Document, slot: Document, lang: str) -> SlotTables:
    """The tables of one slot in the hall's order; telephones written into names are covered."""
    names = {p["id"]: covered(str(p.get("name") or p["id"])) for p in document["participants"]}
    hosts = {p["id"] for p in document["participants"] if p.get("host")}
    at = {m["table"]: m for m in schedule["meetings"] if m["slot"] == slot["id"]}
    lines = [
        TableLine(
            str(t.get("label") or t["id"]),
            [names[q] for q in sorted((at[t["id"]]["a"], at[t["id"]]["b"]), key=lambda q: q in hosts)],
        )
        for t in document["tables"]
        if t["id"] in at
    ]
    return SlotTables(slot_time(slot), prints.session_label(document, slot, lang), lines)
