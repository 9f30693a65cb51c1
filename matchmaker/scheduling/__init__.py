"""Arranges people: from a conference (who, when, which tables, who would like to meet whom) to a timetable.

Pure: knows no database, no web, no language. `plan` answers with a `Schedule` that never breaks a hard rule,
counts what it claims, and carries a bound on what any timetable could score. `feasibility` says before
planning what cannot be; `repair` puts a timetable in force right on the day.
"""

from .certificate import bound_of
from .changes import Change
from .clock import Progress
from .conference import Conference, Meeting
from .faults import IllFormedError, Problem
from .feasibility import Finding, feasibility
from .gapless import NotFoundError
from .moves import broken_rules, move
from .on_the_day import Repair, late, repair, without, without_slot
from .planner import SECONDS, plan
from .schedule import Schedule

__all__ = [
    "SECONDS",
    "Change",
    "Conference",
    "Finding",
    "IllFormedError",
    "Meeting",
    "NotFoundError",
    "Problem",
    "Progress",
    "Repair",
    "Schedule",
    "bound_of",
    "broken_rules",
    "feasibility",
    "late",
    "move",
    "plan",
    "repair",
    "without",
    "without_slot",
]
