"""Tells whoever asked how far a plan is."""

from __future__ import annotations

from collections.abc import Callable

from .claims import count_gaps
from .clock import Clock, Deadline, Progress
from .grid import bits
from .timetable import Timetable

TELL_EVERY = 0.5  # seconds
Told = Callable[[Progress], None]


class Reporter:
    """Calls ``progress`` (if there is one) with what is there at each stage."""

    def __init__(self, clock: Clock, progress: Told | None) -> None:
        self._clock, self._progress = clock, progress
        self._next, self._stage = Deadline.after(0), ""

    def tell(
        self, stage: str, timetable: Timetable, bound: int | None, least_gaps: int | None = None
    ) -> None:
        """Report a stage that has just been reached."""
        if self._progress is None:
            return
        meetings = sum(t >= 0 for t in timetable.slot_of)
        gaps = gaps_in(timetable)
        used = self._clock.used
        self._progress(Progress(stage, used, meetings, timetable.score, bound, gaps, least_gaps))
        self._next, self._stage = Deadline.after(TELL_EVERY), stage

    def often(self, stage: str, timetable: Timetable, bound: int | None) -> None:
        """Report from within a stage, but no more often than eyes can follow."""
        if self._next.passed():
            self.tell(stage, timetable, bound)

    def of_gaps(self, stage: str, timetable: Timetable, least_gaps: int) -> None:
        """Report a search for few gaps: each new stage at once, within it now and then."""
        if stage != self._stage or self._next.passed():
            self.tell(stage, timetable, None, least_gaps)


def gaps_in(timetable: Timetable) -> int:
    """Gaps of all participants together."""
    c = timetable.grid.conference
    return sum(count_gaps(c, p, list(bits(timetable.busy[q])))[0] for q, p in enumerate(c.participants))
