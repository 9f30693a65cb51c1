"""What becomes of mutated lists: `mutated_lists.py [FIRST LAST] [--out F.jsonl]` (0 10000).

Each file goes the whole way on a SQLite database of its own: sent, read row by row, and every tenth of those
that are read is taken in and taken back. The mutants are made in another process, so that the memory told is
that of the service and of the process that opens the file for it.

A file may be refused or read; a failure that is no refusal, a record that stays behind, more than 512 MB or
30 seconds is a fault and is printed. The exit status is 1 where there was one. `--out` keeps a line for each
file; `--sum F.jsonl…` adds such lines up.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import delete, func, select

from matchmaker import create_app
from matchmaker.errors import Conflict
from matchmaker.exchange import workbooks
from matchmaker.exchange.workbooks import SheetRefused
from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, Base, Import, Offer, Organisation, User
from matchmaker.queries import imports
from matchmaker.services import importing, users
from tests.exchange.mutants import Mutant, mutant

MEGABYTES, SECONDS, TAKEN_EVERY = 512, 30.0, 10
BASES = ("xlsx", "xls", "ods", "csv")
# Runs the reading process and notes the most memory that it held.
WATCHED = """
import atexit, pathlib, runpy, sys
def note():
    line = next(l for l in open("/proc/self/status") if l.startswith("VmHWM"))
    pathlib.Path({peaks!r}).write_text(line.split()[1])
atexit.register(note)
runpy.run_path({worker!r}, run_name="__main__")
"""


def outcome(sent: Mutant, actor: User) -> str:
    """``refused: CODE`` or ``read``; anything else that happens is an exception."""
    held = db.session.scalar(select(func.count()).select_from(Import))
    try:
        found = importing.send(sent.data, sent.name, "offer", "", actor)
    except SheetRefused as refused:
        if db.session.scalar(select(func.count()).select_from(Import)) != held:
            raise AssertionError("a refused file was kept") from refused
        return f"refused: {refused.code}"
    importing.check(found.id)
    found = imports.one(found.id, actor)
    if found.status != "checked":
        return f"refused: {found.error}"
    if sent.number // 4 % TAKEN_EVERY == 0:
        _through(found, actor)
    return "read"


def _through(found: Import, actor: User) -> None:
    """Take a list in and back; nothing of it may be there in part, or stay."""
    wanted = sum(found.look["counts"].get(does, 0) for does in ("create", "change"))
    try:
        importing.ask(found.id, actor, found.version, only_good=True)
    except Conflict:
        if wanted:
            raise
        return
    importing.take(found.id)
    found = imports.one(found.id, actor)
    if (found.status, _records()[0]) != ("taken", wanted):
        raise AssertionError(f"{found.status} {found.error}: {_records()} of {wanted}")
    importing.undo(found.id, actor, found.version)
    if any(_records()):
        raise AssertionError(f"{_records()} stayed")


def _records() -> list[int]:
    return [
        db.session.scalar(select(func.count()).select_from(model)) or 0 for model in (Offer, Organisation)
    ]


def run(numbers: Iterable[int], tell: Callable[[dict[str, Any]], None]) -> int:
    """Send the mutants of some numbers; gives how many faults there were."""
    faults = 0
    pool = multiprocessing.get_context("spawn").Pool(1)
    with pool, tempfile.TemporaryDirectory() as folder, _application(Path(folder)).app_context():
        peaks, watched = Path(folder) / "peaks", Path(folder) / "watched.py"
        watched.write_text(WATCHED.format(peaks=str(peaks), worker=str(workbooks._WORKER)))
        workbooks._WORKER = watched
        Base.metadata.create_all(db.engine)
        actor = users.create("a@example.vn", ["officer"], "mot-mat-khau-dai", provinces=[EVERYWHERE])
        actor_id = actor.id
        for number in numbers:
            sent = pool.apply(mutant, (number,))  # one by one: those made ahead would count as the service's
            actor = db.session.get_one(User, actor_id)
            peaks.unlink(missing_ok=True)
            began = time.perf_counter()
            try:
                said = outcome(sent, actor)
            except Exception as error:
                db.session.rollback()
                said = f"FAULT {type(error).__name__}: {error}"[:300]
            line: dict[str, Any] = {"number": sent.number, "base": sent.base, "harm": sent.harm, "said": said}
            line["seconds"] = round(time.perf_counter() - began, 3)
            line["reader"] = int(peaks.read_text()) // 1_000 if peaks.exists() else 0
            line["service"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000
            over = line["seconds"] > SECONDS or max(line["reader"], line["service"]) > MEGABYTES
            faults += bool(said.startswith("FAULT") or over or said == "refused: internal")
            tell(line)
            db.session.execute(delete(Import))
            db.session.commit()
            db.session.remove()
    return faults


def _application(folder: Path) -> Flask:
    url = f"sqlite:///{folder / 'lists.sqlite3'}"
    return create_app({"SQLALCHEMY_DATABASE_URI": url, "TESTING": True, "SECRET_KEY": "measured"})


def added_up(lines: list[dict[str, Any]]) -> str:
    """The lines of a run as figures."""
    ends = Counter((line["base"], line["said"].split(":")[0].split()[0]) for line in lines)
    codes = Counter(line["said"] for line in lines)
    longest = max(lines, key=lambda line: line["seconds"])
    most = {who: max(line[who] for line in lines) for who in ("reader", "service")}
    return "\n".join(
        [
            f"{len(lines)} files",
            *(f"  {base}: { ({end: n for (b, end), n in ends.items() if b == base}) }" for base in BASES),
            *(f"  {n:6} {said}" for said, n in codes.most_common()),
            f"most memory: reader {most['reader']} MB, service {most['service']} MB",
            f"longest: {longest['seconds']} s ({longest['base']}, {longest['harm']}, {longest['number']})",
        ]
    )


def main(arguments: list[str]) -> int:
    """Run, or add up."""
    if arguments[:1] == ["--sum"]:
        kept = [line for name in arguments[1:] for line in Path(name).read_text().splitlines()]
        print(added_up([json.loads(line) for line in kept]))
        return 0
    out = Path(arguments.pop(arguments.index("--out") + 1)) if "--out" in arguments else None
    first, last = ([int(each) for each in arguments if each != "--out"] + [0, 10_000])[:2]
    lines: list[dict[str, Any]] = []

    def tell(line: dict[str, Any]) -> None:
        lines.append(line)
        if line["said"].startswith("FAULT") or line["seconds"] > SECONDS:
            print(json.dumps(line), flush=True)
        if out:
            with out.open("a") as kept:
                kept.write(json.dumps(line) + "\n")

    faults = run(range(first, last), tell)
    print(added_up(lines))
    print(f"faults: {faults}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
