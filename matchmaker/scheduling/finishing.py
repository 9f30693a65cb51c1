"""The end of a plan: seat the meetings, count them, and say what is proven and what is unmet."""

from __future__ import annotations

import time
from dataclasses import dataclass

from .causes import short_of_minimum, unmet_musts
from .claims import compare, count_claims
from .clock import NEVER, Deadline
from .competing import explained
from .conference import Meeting
from .gapless import Arranged
from .grid import Grid
from .interpreting import interpreters_of
from .repacking import repack
from .schedule import Schedule, Status
from .selection import Selection, score_bound
from .table_flips import flip
from .tables import assign_tables
from .timetable import Timetable

EXCHANGING = 0.2  # of the time for tables: exchanges, before whole days are seated anew
EXPLAINING = 1.0  # seconds for causes that lie with several participants


@dataclass(frozen=True, slots=True)
class Finish:
    """When the plan began, until when tables may be exchanged, and when it has to be over."""

    start: float
    seating: Deadline = NEVER
    end: Deadline = NEVER

    def __call__(self, timetable: Timetable, selection: Selection | None, least_gaps: int = 0) -> Schedule:
        """The schedule of a timetable; ``selection`` and ``least_gaps`` are what it is held against."""
        grid = timetable.grid
        meetings = seat(timetable, self.seating)
        claims = count_claims(grid.conference, meetings)
        if grid.conference.previous is not None:
            claims.update(compare(grid.conference.previous.meetings, meetings))
        bound = score_bound(grid, selection, timetable.worth, self.end.left)
        proven = selection is not None and (
            (timetable.missing, timetable.shortfall) == (selection.missing, selection.shortfall)
        )
        if grid.conference.rules.objective == "gaps":
            best_possible = claims["gaps"] == least_gaps and claims["shortfall"] == 0
        else:
            best_possible = proven and timetable.score == bound
        left = min(self.end.left, EXPLAINING)
        unmet, short = explained(timetable, unmet_musts(timetable), short_of_minimum(timetable), left)
        status: Status = "optimal" if best_possible else "feasible"
        return Schedule(
            meetings=meetings,
            claims=claims,
            upper_bound=bound,
            status=status,
            unmet=unmet,
            short=short,
            seconds=time.monotonic() - self.start,
            unlocked=tuple(grid.unlocked),
            least_gaps=least_gaps,
            certificate=None if selection is None else selection.certificate,
            interpreters=interpreters_of(grid.conference, meetings),
        )

    def for_gaps(self, grid: Grid, arranged: Arranged) -> Schedule:
        """The schedule of a search for few gaps, or the answer that there is none."""
        if arranged.timetable is not None:
            return self(arranged.timetable, None, arranged.least_gaps)
        claims, seconds = count_claims(grid.conference, ()), time.monotonic() - self.start
        return Schedule((), claims, 0, "infeasible", arranged.unmet, (), seconds)


def seat(timetable: Timetable, deadline: Deadline = NEVER) -> tuple[Meeting, ...]:
    """The meetings in order of slot and table, each at a table; printed tables are kept where possible."""
    g, kept = timetable.grid, _tables_to_keep(timetable)
    tables = assign_tables(g, timetable.slot_of, kept)
    settled = [p for p in tables if p in kept or p in g.settled or g.table_of[p] >= 0]
    tables = flip(g, timetable.slot_of, tables, settled, deadline.within(EXCHANGING * deadline.left))
    tables = repack(g, timetable.slot_of, tables, settled, deadline)
    c = g.conference
    seated = sorted((timetable.slot_of[p], k, p) for p, k in tables.items())
    return tuple(Meeting(c.pairs[p].a, c.pairs[p].b, c.slots[t].id, c.tables[k].id) for t, k, p in seated)


def _tables_to_keep(timetable: Timetable) -> dict[int, int]:
    g, previous = timetable.grid, timetable.grid.conference.previous
    kept = {}
    for m in previous.meetings if previous else ():
        pair, t = g.pair_at.get(m.key), g.slot_at.get(m.slot)
        if pair is not None and timetable.slot_of[pair] == t and m.table in g.table_at:
            kept[pair] = g.table_at[m.table]
    return kept
