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
        self._next = Deadline.after(0)

    def tell(self, stage: str, timetable: Timetable, bound: int | None) -> None:
        """Report a stage that has just been reached."""
        if self._progress is not None:
            meetings = sum(t >= 0 for t in timetable.slot_of)
            gaps = gaps_in(timetable)
            self._progress(Progress(stage, self._clock.used, meetings, timetable.score, bound, gaps))
            self._next = Deadline.after(TELL_EVERY)

    def often(self, stage: str, timetable: Timetable, bound: int | None) -> None:
        """Report from within a stage, but no more often than eyes can follow."""
        if self._progress is not None and self._next.passed():
            self.tell(stage, timetable, bound)


def gaps_in(timetable: Timetable) -> int:
    """Gaps of all participants together."""
    c = timetable.grid.conference
    return sum(count_gaps(c, p, list(bits(timetable.busy[q])))[0] for q, p in enumerate(c.participants))
