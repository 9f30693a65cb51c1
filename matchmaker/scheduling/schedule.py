"""A finished timetable with what it claims, what bounds it and what it could not do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from .certificate import Certificate
from .claims import count_claims
from .conference import Conference, Meeting
from .faults import Problem
from .interpreting import Interpreter, interpreters_of

Status = Literal["optimal", "feasible", "infeasible"]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A must that does not take place: its two parties, a cause by code, and the facts behind the code."""

    a: str
    b: str
    code: str
    facts: dict[str, Any] = field(default_factory=dict)

    def as_record(self) -> dict[str, Any]:
        return {"a": self.a, "b": self.b, "code": self.code, "facts": self.facts}


@dataclass(frozen=True, slots=True)
class Short:
    """A participant with fewer meetings than its minimum, and why: a code and the facts behind it."""

    participant: str
    meetings: int
    least: int
    code: str
    facts: dict[str, Any] = field(default_factory=dict)

    def as_record(self) -> dict[str, Any]:
        return {
            "participant": self.participant,
            "meetings": self.meetings,
            "min_meetings": self.least,
            "code": self.code,
            "facts": self.facts,
        }


@dataclass(frozen=True, slots=True)
class Schedule:
    """``upper_bound`` bounds the score of every timetable with as few missing musts and shortfalls.

    ``unlocked`` names locked meetings that a rule now forbids; no timetable with all musts and minima has
    fewer gaps than ``least_gaps`` (0 unless proven); ``certificate`` proves a bound to whoever has no solver.
    """

    meetings: tuple[Meeting, ...]
    claims: dict[str, Any]
    upper_bound: int
    status: Status
    unmet: tuple[Unmet, ...] = ()
    short: tuple[Short, ...] = ()
    seconds: float = 0.0
    unlocked: tuple[Problem, ...] = ()
    least_gaps: int = 0
    certificate: Certificate | None = None
    interpreters: Mapping[frozenset[str], Interpreter] = field(default_factory=dict)

    @property
    def gap(self) -> float:
        """How far the score may be from the best possible, as a share of the bound."""
        score: int = self.claims["score"]
        return round((self.upper_bound - score) / max(1, self.upper_bound), 6)

    def _told(self, meeting: Meeting) -> dict[str, Any]:
        interpreter = self.interpreters.get(meeting.key)
        own = {} if interpreter is None else {"interpreter": interpreter.as_record()}
        return {**meeting.as_record(), **own}

    def as_record(self) -> dict[str, Any]:
        """The schedule object of the interchange format."""
        return {
            "meetings": [self._told(m) for m in self.meetings],
            "upper_bound": self.upper_bound,
            "gap": self.gap,
            "claims": self.claims,
            "unmet": [u.as_record() for u in self.unmet],
            "short": [s.as_record() for s in self.short],
            "unlocked": [{"code": p.code, "facts": p.facts} for p in self.unlocked],
            "least_gaps": self.least_gaps,
            "certificate": None if self.certificate is None else self.certificate.as_record(),
            "seconds": round(self.seconds, 2),
            "status": self.status,
        }


def amended(conference: Conference, before: Mapping[str, Any], meetings: Sequence[Meeting]) -> dict[str, Any]:
    """The schedule record ``before`` with other meetings, everything that depends on them counted anew."""
    claims = count_claims(conference, meetings)
    bound = max(int(before.get("upper_bound") or 0), claims["score"])
    held = {m.key for m in meetings}
    serving = interpreters_of(conference, meetings)
    schedule = Schedule(tuple(meetings), claims, bound, "feasible", interpreters=serving)
    return {
        **before,
        **schedule.as_record(),
        "unmet": [u for u in before.get("unmet") or () if frozenset((u["a"], u["b"])) not in held],
        "short": before.get("short") or [],
        "seconds": before.get("seconds") or 0.0,
    }
