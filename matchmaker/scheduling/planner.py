"""From a conference to a timetable with proof: choose, colour, improve, close gaps, seat.

Every stage starts from a valid timetable and leaves one, so time running out, or a cancel, costs quality and
never validity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from .clock import Clock
from .colouring import best_timetable
from .compaction import HOLE, HOT, WARM, Waiting, compact
from .conference import Conference, Meeting
from .fairness import even_out
from .finishing import Finish
from .gapless import arrange_for_gaps
from .greedy import fill, keep
from .locks import locked_grid
from .repairing import mend
from .reporting import Reporter, Told
from .schedule import Schedule
from .timetable import Timetable
from .windows import improve

SECONDS = 60.0
# Shares of the time: the first choices at most, choosing and colouring, windows until then, times that suit
# tables, closing the last gaps, tables; the rest is for the counts.
FIRST, COLOURING, WINDOWS, SUITING, COMPACTION, SEATING = 0.6, 0.35, 0.45, 0.68, 0.78, 0.96
TRIES, PATIENCE = 6, 2  # at closing the last gaps, each from the best so far; in vain one after the other


def plan(
    conference: Conference,
    seconds: float = SECONDS,
    *,
    seed: int = 1,
    warm: Iterable[Meeting] = (),
    anew: bool = False,
    progress: Told | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Schedule:
    """The best timetable found within about ``seconds``, with a bound on what any could score.

    ``warm`` is a timetable to start from: what still can be of it is there at once and only bettered. A
    conference with a previous timetable is repaired, changing as little as possible, unless it is asked to
    plan ``anew``; its past and its locked meetings stay in any case. ``progress`` is told of each stage; as
    soon as ``cancelled`` says so, the best timetable so far is given. The same ``seed`` gives the same
    timetable as long as the clock ends no stage early.

    Raises `IllFormedError` when what has already been held contradicts the conference, and `NotFoundError`
    when gaps are the objective and no timetable was found in time.
    """
    clock = Clock(seconds, cancelled)
    grid = locked_grid(conference)
    finish = Finish(clock.start, clock.until(SEATING), clock.until(1))
    reporter = Reporter(clock, progress)
    if conference.rules.objective == "gaps":
        return finish.for_gaps(grid, arrange_for_gaps(grid, clock.until(COMPACTION), reporter.of_gaps))
    timetable = Timetable(grid)
    if conference.previous is not None and not anew:
        keep(timetable, conference.previous.meetings)
        return finish(timetable, mend(timetable, clock, reporter))
    keep(timetable, warm)
    fill(timetable, clock.until(COLOURING))
    reporter.tell("first", timetable, None)
    timetable, selection = best_timetable(
        timetable,
        clock.until(COLOURING),
        clock.until(FIRST),
        lambda t, s: reporter.tell("timed", t, s.upper_bound if s else None),
    )
    bound = selection.upper_bound if selection else None
    if bound is not None:
        improve(timetable, bound, clock.until(WINDOWS), seed=seed)
        reporter.tell("improved", timetable, bound)
    often, waiting = partial(reporter.often, "improved", bound=bound), Waiting(grid)
    compact(timetable, clock.until(SUITING), seed, often, HOLE, HOT)
    last, dry = waiting.total(timetable), 0
    for again in range(TRIES):
        if last == 0 or dry == PATIENCE:
            break
        compact(timetable, clock.until(COMPACTION), seed + again, often, 0, WARM)
        left = waiting.total(timetable)
        last, dry = left, 0 if left < last else dry + 1
    even_out(timetable)
    reporter.tell("compacted", timetable, bound)
    return finish(timetable, selection)
