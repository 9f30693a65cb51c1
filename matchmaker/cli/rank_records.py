"""Files of offers and demands read, checked and understood; many of them in several processes.

A record is understood by itself, so whole parts of a file can be. What is wrong is told in the order of the
files and their lines, however many processes there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from matchmaker.cli.rank_processes import cores, in_order
from matchmaker.errors import InvalidRecord
from matchmaker.exchange.jsonlines import Problem
from matchmaker.exchange.record_files import (
    ErrorRecord,
    Line,
    Row,
    checked,
    errors_of,
    raw_rows_of,
    read,
    repeated,
)
from matchmaker.schemas.base import RecordSchema
from scoring.records import Demand, Doubt, Offer, Place

if TYPE_CHECKING:
    from matchmaker.services.reference import Reference

ROWS_AT_ONCE = 500
ROWS_AT_FIRST = 20  # which only have built what the others need
PARTS_AHEAD = 20  # of each process: 20,000 rows for two
FEW = 4  # parts that are not worth another process

Judged = Offer | Demand


@dataclass(frozen=True)
class Side:
    """A file of records, how they are checked, and how they are understood."""

    path: str
    schema: RecordSchema
    understand: Callable[[Mapping[str, Any], Reference, date], Any]


class Understood(NamedTuple):
    """One row: the record as scoring sees it, if there is one, and what is wrong with it."""

    number: int
    judged: Judged | None
    errors: tuple[ErrorRecord, ...]
    name: str = ""  # of a record that was checked without error


def understood(
    sides: Sequence[Side],
    known: Reference,
    today: date,
    errors: list[ErrorRecord],
    meanwhile: Callable[[], object] = lambda: None,
) -> list[list[Any]]:
    """The records of each file as scoring sees them; what is wrong goes to ``errors``.

    Where other processes read, ``meanwhile`` is done here.
    """
    task = partial(_understood_part, sides, known, today)
    found: list[list[Any]] = [[] for _ in sides]
    seen: list[set[str]] = [set() for _ in sides]
    for number, rows in _shared_out(task, _parts(sides), meanwhile):
        for row in rows:
            if row.name and row.name in seen[number]:
                errors.append(repeated(sides[number].path, row.number, row.name))
                continue
            seen[number].add(row.name)
            errors.extend(row.errors)
            if row.judged is not None:
                found[number].append(row.judged)
    return found


Part = tuple[int, list[tuple[int, Row]]]
Made = tuple[int, list[Understood]]


def _shared_out(
    task: Callable[[Part], Made], parts: Iterator[Part], meanwhile: Callable[[], object]
) -> Iterator[Made]:
    """Some parts are understood here: then what is built at the first question is there when others start."""
    first = list(islice(parts, FEW))
    if len(first) < FEW:
        yield from map(task, first)
        return
    yield task(first[0])
    yield from in_order(task, chain(first[1:], parts), cores(), PARTS_AHEAD, meanwhile)


def _parts(sides: Sequence[Side]) -> Iterator[Part]:
    for number, side in enumerate(sides):
        try:
            rows, most = raw_rows_of(side.path), ROWS_AT_FIRST if number == 0 else ROWS_AT_ONCE
            while part := list(islice(rows, most)):
                yield number, part
                most = ROWS_AT_ONCE
        except OSError as cause:
            raise click.FileError(side.path, hint=cause.strerror or str(cause)) from cause


def _understood_part(sides: Sequence[Side], known: Reference, today: date, part: Part) -> Made:
    number, rows = part
    side = sides[number]
    lines = [checked(side.path, at, read(at, row), side.schema) for at, row in rows]
    known.gazetteer.look_around(_positions(lines))
    return number, [_understood(side, line, known, today) for line in lines]


def _positions(lines: Iterable[Line]) -> Iterator[tuple[float, float]]:
    """Where the places of records lie that give them by coordinates."""
    for line in lines:
        place = line.record.get("place") if line.record else None
        if isinstance(place, dict) and "lat" in place:
            yield place["lat"], place["lon"]


def _understood(side: Side, line: Line, known: Reference, today: date) -> Understood:
    """A row as scoring sees it, and what is wrong. A place that cannot be used leaves the rest."""
    record = line.record
    if record is None:
        return Understood(line.number, None, line.errors)
    try:
        judged: Judged = side.understand(record, known, today)
    except InvalidRecord as refused:
        wrong = errors_of(side.path, line.number, refused.messages, record)
        if set(refused.messages) != {"place"} or "place" not in record:
            return Understood(line.number, None, wrong, record["id"])
        return Understood(line.number, _placeless(side, record, known, today), wrong, record["id"])
    if "place" not in record or judged.place.lat is not None or judged.place.node:
        return Understood(line.number, judged, (), record["id"])
    unclear = (doubt for doubt in judged.doubts if doubt.field == "place")
    wrong = tuple(_place_error(side.path, line.number, record["place"], doubt) for doubt in unclear)
    return Understood(line.number, judged, wrong, record["id"])


def _place_error(path: str, number: int, written: Any, doubt: Doubt) -> ErrorRecord:
    """The error record of a place that may be several, or is too wide, with the places that it may be."""
    names = list(doubt.facts.get("candidates") or ())
    facts = {**doubt.facts, "candidates": [name.replace(", ", " – ") for name in names]}
    problem = Problem(number, "place", written, f"place_{doubt.code}", facts)
    return {**problem.as_record(path), "candidates": names}


def _placeless(side: Side, record: Mapping[str, Any], known: Reference, today: date) -> Judged:
    """The record without the place that nobody knows: judged all the same, with a doubt and no distance."""
    placed = {name: value for name, value in record.items() if name != "place"}
    judged: Judged = side.understand(placed, known, today)
    written = record["place"]
    if not isinstance(written, str):
        written = json.dumps(written, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    doubt = Doubt("place", "unknown_place", {"value": written})
    return replace(judged, place=Place(text=written), doubts=(*judged.doubts, doubt))
