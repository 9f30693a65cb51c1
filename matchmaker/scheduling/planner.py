"""From a conference to a timetable with proof: select, colour, fill, seat, count.

Every stage starts from a valid timetable and leaves one, so time running out costs quality, never validity.
"""

from __future__ import annotations

import math
import time

from .causes import short_of_minimum, unmet_musts
from .claims import compare, count_claims
from .colouring import best_timetable
from .compaction import compact
from .conference import Conference, Meeting
from .fairness import even_out
from .gapless import arrange_for_gaps
from .greedy import fill
from .grid import Grid
from .schedule import Schedule, Status, Unmet
from .selection import Model, Selection, score_bound
from .table_flips import flip
from .tables import assign_tables
from .timetable import Timetable
from .windows import improve

SECONDS = 60.0
# Shares of the time: the first choice at most, choosing and colouring, windows until then, closing gaps until
# then, tables until then; the rest is for the counts.
FIRST = 0.6
COLOURING, WINDOWS, COMPACTION, SEATING = 0.35, 0.72, 0.9, 0.97


def plan(conference: Conference, seconds: float = SECONDS) -> Schedule:
    """The best timetable found within about ``seconds``, with a bound on what any could score.

    With a previous timetable its meetings stay where they are as far as the rules allow, and only what fell
    out is arranged anew. Raises `IllFormedError` when what has already been held contradicts the conference,
    and `NotFoundError` when gaps are the objective and no timetable was found in time.
    """
    start = time.monotonic()
    deadline = start + COMPACTION * seconds
    grid = Grid(conference)
    if conference.rules.objective == "gaps":
        arranged = arrange_for_gaps(grid, deadline)
        if not isinstance(arranged, Timetable):
            return _infeasible(conference, arranged, time.monotonic() - start)
        return finish(arranged, None, start, seconds)
    if conference.previous is not None:
        timetable, selection = Timetable(grid), Model(grid).solve(COLOURING * seconds)
        keep_previous(timetable)
        printed = {p: t for p, t in enumerate(timetable.slot_of) if t >= 0}
        fill(timetable, deadline)
        if selection is not None:
            improve(timetable, selection.upper_bound, start + WINDOWS * seconds, printed)
    else:
        timetable, selection = best_timetable(grid, COLOURING * seconds, FIRST * seconds)
        if selection is not None:
            improve(timetable, selection.upper_bound, start + WINDOWS * seconds)
        compact(timetable, deadline)
    even_out(timetable)
    return finish(timetable, selection, start, seconds)


def keep_previous(timetable: Timetable) -> None:
    """Put the previous timetable's meetings where they were, unless a rule now forbids it."""
    g, previous = timetable.grid, timetable.grid.conference.previous
    for m in previous.meetings if previous else ():
        pair, t = g.pair_at.get(m.key), g.slot_at.get(m.slot)
        if pair is None or t is None or timetable.slot_of[pair] >= 0:
            continue
        if timetable.open_slots(pair, 1 << t):
            timetable.place(pair, t)


def finish(timetable: Timetable, selection: Selection | None, start: float, seconds: float) -> Schedule:
    """Seat the meetings, count them, and say what is proven and what is unmet."""
    grid = timetable.grid
    meetings = seat(timetable, start + SEATING * seconds)
    claims = count_claims(grid.conference, meetings)
    if grid.conference.previous is not None:
        claims.update(compare(grid.conference.previous.meetings, meetings))
    bound = score_bound(grid, selection, timetable.worth, start + seconds - time.monotonic())
    proven = selection is not None and (
        (timetable.missing, timetable.shortfall) == (selection.missing, selection.shortfall)
    )
    if grid.conference.rules.objective == "gaps":
        best_possible = claims["gaps"] == 0 and claims["shortfall"] == 0
    else:
        best_possible = proven and timetable.score == bound
    status: Status = "optimal" if best_possible else "feasible"
    return Schedule(
        meetings=meetings,
        claims=claims,
        upper_bound=bound,
        status=status,
        unmet=unmet_musts(timetable),
        short=short_of_minimum(timetable),
        seconds=time.monotonic() - start,
    )


def _infeasible(conference: Conference, unmet: tuple[Unmet, ...], seconds: float) -> Schedule:
    return Schedule((), count_claims(conference, ()), 0, "infeasible", unmet, (), seconds)


def seat(timetable: Timetable, deadline: float = math.inf) -> tuple[Meeting, ...]:
    """The meetings in order of slot and table, each at a table; printed tables are kept where possible."""
    g, kept = timetable.grid, _tables_to_keep(timetable)
    tables = assign_tables(g, timetable.slot_of, kept)
    settled = [p for p in tables if p in kept or p in g.past or g.table_of[p] >= 0]
    tables = flip(g, timetable.slot_of, tables, settled, deadline)
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
