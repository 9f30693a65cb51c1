"""The search for the fewest gaps in processes of their own, beside the search in this one.

It starts where the programme can say every rule of the conference; where the solver is not installed it says
nothing, and nothing is claimed. Reading its answers never waits longer than asked. Two ways of saying the
same rules race: each is at times a hundred times sooner than the other, and the first to end is enough.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from .clock import Deadline
from .gap_programme import GapProgramme
from .grid import Grid

LISTEN_EVERY = 0.05  # seconds
PROGRAM = Path(__file__).with_name("fewest.py")


class Prover:
    """What the other process has found so far: a bound on gaps, a timetable (slot by pair), or that none is.

    A context manager; leaving it ends the process.
    """

    def __init__(self, grid: Grid, minima: bool = True, by_people: bool = True) -> None:
        self.bound = 0
        self.slots: list[int] | None = None
        self.impossible = False
        self.proven = False
        self._over = threading.Event()
        self._programme = GapProgramme(grid, minima, by_people) if GapProgramme.covers(grid) else None
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Prover:
        if self._programme is None:
            self._over.set()
            return self
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        threading.Thread(target=self._talk, args=(self._process, self._programme), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._over.wait()
            self._process.wait()

    def _talk(self, process: subprocess.Popen[str], programme: GapProgramme) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        task = {
            "clauses": programme.clauses.all,
            "costs": programme.gaps,
            "least": programme.least,
            "suspects": programme.suspects,
        }
        with suppress(OSError), process.stdin:
            json.dump(task, process.stdin)
        with process.stdout:
            for line in process.stdout:
                with suppress(ValueError):  # the last line may be cut short by the kill
                    self._hear(json.loads(line), programme)
        self._over.set()

    def _hear(self, said: dict[str, Any], programme: GapProgramme) -> None:
        if "model" in said:
            self.slots = programme.slots(said["model"])
        self.bound = said.get("bound", self.bound)
        self.impossible = self.impossible or "none" in said
        self.proven = self.proven or "done" in said

    def over(self) -> bool:
        """Whether there is nothing more to hear."""
        return self._over.is_set()


class Race:
    """Both ways side by side; what either has proven holds. A context manager like `Prover`."""

    def __init__(self, grid: Grid, minima: bool = True) -> None:
        self._provers = [Prover(grid, minima, by_people) for by_people in (True, False)]
        self._open = ExitStack()

    def __enter__(self) -> Race:
        for prover in self._provers:
            self._open.enter_context(prover)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    @property
    def bound(self) -> int:
        """No timetable with every must (and minimum) has fewer gaps."""
        return max(p.bound for p in self._provers)

    @property
    def slots(self) -> list[int] | None:
        """The slot of every pair in a timetable with as few gaps as can be; None: not found (yet)."""
        return next((p.slots for p in self._provers if p.slots is not None), None)

    @property
    def impossible(self) -> bool:
        """Whether it is proven that there is no timetable."""
        return any(p.impossible for p in self._provers)

    @property
    def settled(self) -> bool:
        """Whether the question is answered, either way."""
        return self.impossible or any(p.proven for p in self._provers)

    def at_work(self) -> bool:
        """Whether an answer may still come."""
        return not self.settled and not all(p.over() for p in self._provers)

    def wait(self, deadline: Deadline, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Listen until the question is answered, nobody works on it any more, or the deadline has passed."""
        while self.at_work() and not deadline.passed():
            meanwhile()
            time.sleep(min(LISTEN_EVERY, deadline.left))
