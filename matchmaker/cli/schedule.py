"""``matchmaker schedule``: a timetable with proof for a conference in the format meetplan/1."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from matchmaker.wording.schedules import sentence

if TYPE_CHECKING:
    from matchmaker.scheduling import Progress

ILL_FORMED = 2
WRITING = 0.97  # of the time: the rest is for writing the answer
STARTING = 15.0  # seconds that starting takes at most, on a machine with much else to do


class RepeatedKey(ValueError):
    """An object of the file gives one field twice."""


@click.command()
@click.argument("conference", metavar="F.json")
@click.option(
    "--seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Thời gian · time."
)
@click.option(
    "--previous", metavar="S.json", help="Lịch đang dùng, có “now” · the timetable in force, with “now”."
)
@click.option(
    "--out", metavar="F", default="-", help="Tệp kết quả · where to write (default: standard output)."
)
def command(conference: str, seconds: float, previous: str | None, out: str) -> None:
    """Xếp lịch gặp của hội nghị · arrange a conference's meetings."""
    start = time.monotonic() - _starting()
    from matchmaker.scheduling import Conference, IllFormedError, NotFoundError, plan

    record = read_json(conference)
    before = read_json(previous) if previous else None
    try:
        asked = Conference.from_record(record, before)
        left = max(0.0, WRITING * seconds - (time.monotonic() - start))
        with progress_shown(seconds, start) as tell:
            schedule = plan(asked, left, progress=tell)
    except IllFormedError as error:
        refuse([(p.code, p.facts) for p in error.problems])
    except NotFoundError:
        refuse([("not_found_in_time", {})], status=1)
    write_json(out, schedule.as_record())
    if schedule.status == "infeasible":
        sys.exit(1)


@contextmanager
def progress_shown(seconds: float, start: float) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal's standard error, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=round(seconds * 10), file=sys.stderr, item_show_func=_said) as bar:

        def tell(reached: Progress) -> None:
            bar.update(
                max(0, min(bar.length or 0, round(10 * (time.monotonic() - start))) - bar.pos), reached
            )

        yield tell


def _starting() -> float:
    """Seconds that it took this process to get here; none for one that lives on and does other work besides.

    The process's age where the system tells it (Linux), else the processor's time: less than a busy clock's.
    """
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        age = time.clock_gettime(time.CLOCK_BOOTTIME) - begun
    except (OSError, ValueError, IndexError, AttributeError):
        age = time.process_time()
    return age if 0 <= age < STARTING else 0.0


def _said(reached: Progress | None) -> str | None:
    if reached is None:
        return None
    gap = "" if not reached.bound else f" · ≤ {reached.bound}"
    least = "" if reached.least_gaps is None else f" · ≥ {reached.least_gaps}"
    return f"{reached.meetings} cuộc · meetings, {reached.score}{gap}, {reached.gaps}{least} lượt chờ · gaps"


def read_json(path: str) -> Any:
    """The JSON of a file (``-`` is standard input); ends the command with a message if it cannot be read."""
    try:
        with click.open_file(path, encoding="utf-8-sig") as file:
            return json.load(file, object_pairs_hook=_once)
    except RepeatedKey as error:
        refuse([("repeated_key", {"key": str(error)})])
    except (OSError, ValueError, RecursionError) as error:
        refuse([("not_json", {"detail": f"{path}: {error}"})])


def write_json(path: str, value: Any) -> None:
    """Write one JSON object and a line end."""
    with click.open_file(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(value, ensure_ascii=False) + "\n")


def refuse(faults: list[tuple[str, dict[str, Any]]], status: int = ILL_FORMED) -> NoReturn:
    """Say each fault in both languages on standard error and end."""
    for code, facts in faults[:50]:
        click.echo(f"{sentence(code, facts, 'vi')} / {sentence(code, facts, 'en')}", err=True)
    sys.exit(status)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise RepeatedKey(key)
        found[key] = value
    return found
