"""Which sheets of a conference differ between two versions of its timetable: only these are printed again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]
Pair = frozenset[str]
Standing = tuple[Pair, Any, str, str]  # who, in which slot, at which table, who interprets


@dataclass(frozen=True)
class Changed:
    """What to print again: tables, participants, and the pairs whose slips show another time, table
    or interpreter."""

    tables: frozenset[str]
    participants: frozenset[str]
    pairs: frozenset[Pair]

    def __bool__(self) -> bool:
        return bool(self.tables or self.participants or self.pairs)


def changed(before: Record, after: Record) -> Changed:
    """The sheets that differ between two schedules. A meeting that is gone changes its table's and its
    parties' sheets; it has no slip any more."""
    old, new = _standings(before), _standings(after)
    moved = old ^ new
    return Changed(
        tables=frozenset(table for _, _, table, _ in moved),
        participants=frozenset(person for pair, _, _, _ in moved for person in pair),
        pairs=frozenset(pair for pair, _, _, _ in new - old),
    )


def _standings(schedule: Record) -> set[Standing]:
    return {
        (frozenset((m["a"], m["b"])), m["slot"], m["table"], _interpreter(m.get("interpreter")))
        for m in schedule["meetings"]
    }


def _interpreter(told: Record | None) -> str:
    return " ".join((*sorted(told["languages"]), str(told["number"]))) if told else ""


def by_key(meetings: Iterable[Record], *keys: str) -> dict[Any, list[Record]]:
    """Meetings under each value of the keys, in their order."""
    found: dict[Any, list[Record]] = defaultdict(list)
    for m in meetings:
        for key in keys:
            found[m[key]].append(m)
    return found
