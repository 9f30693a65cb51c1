"""What a new timetable changes in the one before, meeting by meeting: what must be said and printed again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from .conference import Meeting

Kind = Literal["kept", "moved", "reseated", "lost", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """One meeting before and after. A lost one has a cause by ``code`` with its facts.

    ``moved``: to another slot; ``reseated``: same slot, another table.
    """

    kind: Kind
    before: Meeting | None
    after: Meeting | None
    code: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> frozenset[str]:
        """The two parties."""
        held = self.after or self.before
        assert held is not None
        return held.key

    def as_record(self) -> dict[str, Any]:
        held = self.after or self.before
        assert held is not None
        return {
            "kind": self.kind,
            "a": held.a,
            "b": held.b,
            "before": None if self.before is None else {"slot": self.before.slot, "table": self.before.table},
            "after": None if self.after is None else {"slot": self.after.slot, "table": self.after.table},
            "code": self.code,
            "facts": self.facts,
        }


def changes_between(old: Iterable[Meeting], new: Iterable[Meeting]) -> tuple[Change, ...]:
    """Every meeting of either timetable, in the order of the old one, added ones last."""
    was = {m.key: m for m in old}
    now = {m.key: m for m in new}
    known = [Change(_kind(m, now.get(key)), m, now.get(key)) for key, m in was.items()]
    return (*known, *(Change("added", None, m) for key, m in now.items() if key not in was))


def _kind(before: Meeting, after: Meeting | None) -> Kind:
    if after is None:
        return "lost"
    if after.slot != before.slot:
        return "moved"
    return "kept" if after.table == before.table else "reseated"
