"""How long planning may take, who is told how far it is, and who may stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan is: the stage just reached, and the valid timetable that would be given by now.

    ``bound`` is None until one is proven; ``gaps`` counts as the conference's rules do, and where gaps are
    the objective ``least_gaps`` is what is proven of them. The stages, in order: ``first`` ``timed``
    ``improved`` ``compacted``.
    """

    stage: str
    seconds: float
    meetings: int
    score: int
    bound: int | None
    gaps: int
    least_gaps: int | None = None


class Deadline:
    """A moment by which a stage has to end; it comes at once when the plan is cancelled."""

    def __init__(self, at: float, cancelled: Callable[[], bool] | None = None) -> None:
        self.at = at
        self._cancelled = cancelled

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(time.monotonic() + seconds)

    def passed(self) -> bool:
        return time.monotonic() >= self.at or (self._cancelled is not None and self._cancelled())

    @property
    def left(self) -> float:
        """Seconds left; none when cancelled."""
        return 0.0 if self.passed() else self.at - time.monotonic()

    def unless(self, met: Callable[[], bool]) -> Deadline:
        """This deadline, or as soon as ``met`` says so."""
        return Deadline(self.at, lambda: met() or (self._cancelled is not None and self._cancelled()))

    def within(self, seconds: float) -> Deadline:
        """This deadline, or ``seconds`` from now if that is earlier."""
        return Deadline(min(self.at, time.monotonic() + seconds), self._cancelled)


NEVER = Deadline(float("inf"))


class Clock:
    """The time given to a plan, from now on."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool] | None = None) -> None:
        self.start = time.monotonic()
        self.seconds = seconds
        self._cancelled = cancelled

    def until(self, share: float) -> Deadline:
        """The moment at which ``share`` (0..1) of the time is used up."""
        return Deadline(self.start + share * self.seconds, self._cancelled)

    @property
    def used(self) -> float:
        """Seconds since the plan began."""
        return time.monotonic() - self.start
