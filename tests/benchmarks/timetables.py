"""The planner on a folder of conferences, beside one monolithic integer programme and a plain greedy.

    python tests/benchmarks/timetables.py FOLDER [--seconds 60] [--checker CHECKER.py] [--whole NAME ...]

FOLDER holds conferences (*.json, format meetplan/1). Each is planned by ``matchmaker schedule`` in a process
of its own, so the seconds are those of the whole command. The checker (called with the conference and the
schedule), if given, must accept every schedule and agree with its claims. ``--whole`` names the instances on
which the other two methods run as well: they choose a slot for every pair in one programme (HiGHS), or pair
by pair, best score first.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from matchmaker.scheduling import Conference, bound_of, plan, repair, without
from matchmaker.scheduling.grid import Grid, bits
from matchmaker.scheduling.timetable import Timetable

Worth = tuple[int, int, int]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--checker", type=Path)
    parser.add_argument("--whole", nargs="*", default=[])
    given = parser.parse_args()
    if not given.folder.is_dir():
        sys.exit(f"There is no folder {given.folder}.")
    for path in sorted(given.folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(record, dict) or record.get("format") != "meetplan/1":
            continue
        measure(path, record, given.seconds, given.checker)
        if path.stem in given.whole:
            compare(record, given.seconds)


def measure(path: Path, record: dict[str, Any], seconds: float, checker: Path | None) -> None:
    """One row of the goals table."""
    with tempfile.TemporaryDirectory() as folder:
        out, start = Path(folder) / "s.json", time.monotonic()
        command = [sys.executable, "-m", "matchmaker.cli", "schedule", str(path)]
        subprocess.run([*command, "--seconds", str(seconds), "--out", str(out)], check=False)
        took = time.monotonic() - start
        schedule = json.loads(out.read_text(encoding="utf-8"))
        verdict = "unchecked"
        if checker is not None:
            right = subprocess.run(
                [sys.executable, str(checker), str(path), str(out)], check=False, capture_output=True
            )
            verdict = "valid" if right.returncode == 0 else "NOT VALID"
    claims, certificate = schedule["claims"], schedule["certificate"]
    proven = bound_of(Conference.from_record(record), certificate) if certificate else "-"
    changes = 100 * claims["host_table_changes"] / max(1, claims["meetings"])
    print(
        f"{path.stem:24} {took:6.1f} s  {schedule['status']:10} score {claims['score']} bound"
        f" {schedule['upper_bound']} certificate {proven} gap {100 * schedule['gap']:.3f} %"
        f"  gaps {claims['gaps']} (worst {claims['worst_gaps']}, at least {schedule['least_gaps']})"
        f"  table changes {changes:.2f} %  {verdict}",
        flush=True,
    )


def compare(record: dict[str, Any], seconds: float) -> None:
    """Time to the first certified plan, the whole programme, the plain greedy, and a repair, in one run."""
    conference, first = Conference.from_record(record), list[tuple[float, int]]()
    grid = Grid(conference)
    ours = plan(
        conference,
        seconds,
        progress=lambda p: first.append((p.seconds, p.score)) if p.bound is not None else None,
    )
    print(f"  first certified plan after {first[0][0]:.2f} s with score {first[0][1]}")
    reached = next((s for s, score in first if score >= ours.claims["score"]), first[-1][0])
    start = time.monotonic()
    whole = whole_programme(grid, seconds)
    took = time.monotonic() - start
    print(
        f"  one programme: {whole} after {took:.1f} s; ours {ours.claims['score']} after {reached:.2f} s",
        end="",
    )
    print(f": {took / reached:.0f} times sooner")
    start = time.monotonic()
    print(f"  plain greedy: {plain_greedy(grid)} after {time.monotonic() - start:.2f} s")
    names = [p.id for p in conference.participants]
    gone = set(np.random.default_rng(1).choice(names, len(names) // 5, replace=False).tolist())
    today, start = Conference.from_record(without(record, gone)), time.monotonic()
    done = repair(today, ours.meetings)
    took = time.monotonic() - start
    anew, left = plan(today, seconds), [c for c in done.changes if not c.key & gone and c.before is not None]
    moved = 100 * sum(c.kind == "moved" for c in left) / len(left)
    worse = 100 * (1 - done.schedule.claims["score"] / anew.claims["score"])
    print(f"  repair after {len(gone)} no-shows: {took:.2f} s, {worse:.2f} % below anew, {moved:.2f} % moved")


def whole_programme(grid: Grid, seconds: float) -> Worth | None:
    """(musts missing, shortfall, score) of one programme over pair and slot, big-M between the levels."""
    cells = [(p, t) for p, mask in enumerate(grid.allowed) for t in bits(mask)]
    groups: dict[tuple[str, int, int], list[int]] = {}
    for c, (p, t) in enumerate(cells):
        groups.setdefault(("pair", p, 0), []).append(c)
        groups.setdefault(("slot", t, 0), []).append(c)
        for q in grid.ends[p]:
            groups.setdefault(("busy", q, t), []).append(c)
            groups.setdefault(("person", q, 0), []).append(c)
    limits = {"pair": lambda i: 1, "slot": lambda i: grid.capacity[i], "busy": lambda i: grid.seats[i]}
    big = 1 + sum(grid.score)
    values = [-float(grid.score[p] + (big * big if grid.required[p] else 0)) for p, _ in cells]
    rows: list[tuple[list[tuple[int, float]], float]] = []
    for (kind, i, _), members in groups.items():
        most = grid.most[i] if kind == "person" else limits[kind](i)
        rows.append(([(c, 1.0) for c in members], float(most)))
        if kind == "person" and grid.least[i]:
            values.append(float(big))
            rows.append(([*((c, -1.0) for c in members), (len(values) - 1, -1.0)], -float(grid.least[i])))
    index = [r for r, (terms, _) in enumerate(rows) for _ in terms]
    matrix = csr_array(
        ([v for terms, _ in rows for _, v in terms], (index, [c for terms, _ in rows for c, _ in terms])),
        shape=(len(rows), len(values)),
    )
    whole = np.zeros(len(values), dtype=np.uint8)
    whole[: len(cells)] = 1
    upper = np.where(whole, 1.0, np.inf)
    found = milp(
        np.array(values),
        constraints=LinearConstraint(matrix, -np.inf, [high for _, high in rows]),
        bounds=Bounds(0, upper),
        integrality=whole,
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    timetable = Timetable(grid)
    for (p, t), x in zip(cells, found.x[: len(cells)], strict=True):
        if x > 0.5 and timetable.open_slots(p, 1 << t):
            timetable.place(p, t)
    return timetable.missing, timetable.shortfall, timetable.score


def plain_greedy(grid: Grid) -> Worth:
    """Best score first, each pair in its first open slot."""
    timetable = Timetable(grid)
    for p in sorted(range(len(grid.ends)), key=lambda p: -grid.score[p]):
        slots = timetable.open_slots(p)
        if slots:
            timetable.place(p, next(bits(slots)))
    return timetable.missing, timetable.shortfall, timetable.score


if __name__ == "__main__":
    main()
