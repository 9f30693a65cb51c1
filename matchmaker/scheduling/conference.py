"""A conference as the planner sees it: who comes, when, at which tables, and who would like to meet whom.

``Conference.from_record`` reads the interchange format ``meetplan/1``. It refuses an ill-formed record
with `IllFormedError`, which lists every fault found; a wish that merely cannot be met is not a fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .faults import IllFormedError
from .wellformed import problems_in

SlotId = int | str
Objective = Literal["score", "gaps"]


@dataclass(frozen=True, slots=True)
class Participant:
    """A party to meetings. ``available`` holds the slots in which it can meet; a ``host`` keeps its table."""

    id: str
    side: str
    available: tuple[SlotId, ...]
    host: bool = False
    name: str = ""
    min_meetings: int = 0
    max_meetings: int | None = None
    fixed_table: str | None = None
    representatives: int = 1
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A span of time for one meeting at each table; slots of a day and session are adjacent in list order."""

    id: SlotId
    day: Any
    session: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and the slots in which it cannot be used."""

    id: str
    unavailable: tuple[SlotId, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two participants who may meet, and what their meeting is worth (0..1 000 000).

    ``after`` names pairs whose meetings must be held, in earlier slots, before this one.
    """

    a: str
    b: str
    score: int
    required: bool = False
    session: str = "any"
    fixed_slot: SlotId | None = None
    after: tuple[frozenset[str], ...] = ()

    @property
    def key(self) -> frozenset[str]:
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A pair in a slot at a table."""

    a: str
    b: str
    slot: SlotId
    table: str

    @property
    def key(self) -> frozenset[str]:
        return frozenset((self.a, self.b))

    def as_record(self) -> dict[str, Any]:
        return {"a": self.a, "b": self.b, "slot": self.slot, "table": self.table}


@dataclass(frozen=True, slots=True)
class Previous:
    """The timetable in force. Everything in slots before ``now`` has been held and stays as it was."""

    meetings: tuple[Meeting, ...]
    now: SlotId | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What a timetable is judged by, beyond the rules that hold for every conference."""

    objective: Objective = "score"
    gaps: Literal["available", "any"] = "available"
    rest_after: int | None = None
    max_gap_difference: int | None = None


@dataclass(frozen=True, slots=True)
class Interpreters:
    """So many interpreters who know these languages, each for one meeting at a time.

    ``available`` holds the slots in which they are there; None: in all.
    """

    languages: frozenset[str]
    count: int
    available: tuple[SlotId, ...] | None = None

    def there(self, slot: SlotId) -> bool:
        return self.available is None or slot in self.available


@dataclass(frozen=True, slots=True)
class Conference:
    """Everything needed to plan; see the interchange format for the meaning of each part.

    ``locked`` meetings keep the slot and table that they have in ``previous``, whatever else changes. Where
    ``interpreters`` are named, no slot has more meetings between parties without a common language than they
    can serve; where none are, that is left to the organizers.
    """

    participants: tuple[Participant, ...]
    slots: tuple[Slot, ...]
    tables: tuple[Table, ...]
    pairs: tuple[Pair, ...]
    forbidden: frozenset[frozenset[str]] = frozenset()
    rules: Rules = Rules()
    previous: Previous | None = None
    name: str = ""
    locked: frozenset[frozenset[str]] = frozenset()
    interpreters: tuple[Interpreters, ...] = ()

    @classmethod
    def from_record(cls, record: Mapping[str, Any], previous: Mapping[str, Any] | None = None) -> Conference:
        """Read a ``meetplan/1`` object; ``previous`` (a schedule with ``now``) wins over the record's own.

        Raises `IllFormedError`.
        """
        whole: Any = dict(record) if isinstance(record, Mapping) else record
        if previous is not None and isinstance(record, Mapping):
            whole["previous"] = previous
        problems = problems_in(whole)
        if problems:
            raise IllFormedError(problems)
        return cls(
            participants=tuple(_participant(p) for p in whole["participants"]),
            slots=tuple(
                Slot(s["id"], s["day"], s["session"], s.get("start") or "", s.get("end") or "")
                for s in whole["slots"]
            ),
            tables=tuple(Table(t["id"], tuple(t.get("unavailable") or ())) for t in whole["tables"]),
            pairs=tuple(_pair(p) for p in whole["pairs"]),
            forbidden=frozenset(frozenset(f) for f in whole.get("forbidden_pairs") or ()),
            rules=_rules(whole.get("rules") or {}),
            previous=_previous(whole.get("previous")),
            name=str(whole.get("name") or ""),
            locked=frozenset(frozenset(k) for k in whole.get("locked") or ()),
            interpreters=tuple(
                Interpreters(
                    frozenset(i["languages"]),
                    i["count"],
                    None if i.get("available") is None else tuple(i["available"]),
                )
                for i in whole.get("interpreters") or ()
            ),
        )


def _participant(p: Mapping[str, Any]) -> Participant:
    return Participant(
        id=p["id"],
        side=str(p.get("side") or "peer"),
        available=tuple(p["available"]),
        host=bool(p.get("host")),
        name=str(p.get("name") or ""),
        min_meetings=p.get("min_meetings") or 0,
        max_meetings=p.get("max_meetings"),
        fixed_table=p.get("fixed_table"),
        representatives=1 if p.get("representatives") is None else p["representatives"],
        languages=tuple(p.get("languages") or ()),
    )


def _pair(p: Mapping[str, Any]) -> Pair:
    return Pair(
        a=p["a"],
        b=p["b"],
        score=p["score"],
        required=bool(p.get("required")),
        session=p.get("session") or "any",
        fixed_slot=p.get("fixed_slot"),
        after=tuple(frozenset(z) for z in p.get("after") or ()),
    )


def _rules(r: Mapping[str, Any]) -> Rules:
    return Rules(
        objective=r.get("objective") or "score",
        gaps=r.get("gaps") or "available",
        rest_after=r.get("rest_after"),
        max_gap_difference=r.get("max_gap_difference"),
    )


def _previous(p: Mapping[str, Any] | None) -> Previous | None:
    if p is None:
        return None
    meetings = tuple(Meeting(m["a"], m["b"], m["slot"], m["table"]) for m in p["meetings"])
    return Previous(meetings, p.get("now"))
