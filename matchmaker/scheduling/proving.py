"""The search for the fewest gaps in a process of its own, beside the search in this one.

It starts where the programme can say every rule of the conference; where the solver is not installed it says
nothing, and nothing is claimed. Reading its answers never waits longer than asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from .clock import Deadline
from .gap_programme import GapProgramme
from .grid import Grid

PROGRAM = Path(__file__).with_name("fewest.py")


class Prover:
    """What the other process has found so far: a bound on gaps, a timetable (slot by pair), or that none is.

    A context manager; leaving it ends the process.
    """

    def __init__(self, grid: Grid, minima: bool = True) -> None:
        self.grid = grid
        self.bound = 0
        self.slots: list[int] | None = None
        self.impossible = False
        self.proven = False
        self._over = threading.Event()
        self._programme = GapProgramme(grid, minima) if GapProgramme.covers(grid) else None
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

    def wait(self, deadline: Deadline) -> None:
        """Listen until the search is over or the deadline has passed."""
        while not deadline.passed() and not self._over.wait(min(0.1, max(0.0, deadline.left))):
            pass
