"""Arranges people: from a conference (who, when, which tables, who would like to meet whom) to a timetable.

Pure: knows no database, no web, no language. `plan` answers with a `Schedule` that never breaks a hard rule,
counts what it claims, and carries a bound on what any timetable could score.
"""

from .conference import Conference, Meeting
from .faults import IllFormedError, Problem
from .gapless import NotFoundError
from .moves import broken_rules, move
from .planner import SECONDS, plan
from .schedule import Schedule

__all__ = [
    "SECONDS",
    "Conference",
    "IllFormedError",
    "Meeting",
    "NotFoundError",
    "Problem",
    "Schedule",
    "broken_rules",
    "move",
    "plan",
]
