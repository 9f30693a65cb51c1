"""What can be wrong with a conference or a timetable, each fault by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of an ill-formed conference: a code and the facts that name it."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


class IllFormedError(ValueError):
    """The conference cannot be planned as written; ``problems`` lists every fault found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{p.code} {p.facts}" for p in problems[:5]))
        self.problems = problems
