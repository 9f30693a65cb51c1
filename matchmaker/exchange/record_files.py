"""Files of records (JSON Lines or CSV): each line gives a checked record, or what is wrong with it.

A bad record never stops the others. Errors are the error records of the interchange format.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from marshmallow import ValidationError

from matchmaker.exchange.jsonlines import Problem, opened, raw_records, record_of
from matchmaker.schemas.base import RecordSchema, worded

ErrorRecord = dict[str, Any]
Row = dict[str, Any] | bytes | Problem  # as a file holds it: bytes are a line of JSON


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: the record as checked, None where ``errors`` says why not."""

    number: int
    record: dict[str, Any] | None
    errors: tuple[ErrorRecord, ...] = ()


def checked_records(path: str, schema: RecordSchema) -> Iterator[Line]:
    """Lines of the file at ``path`` ("-" is standard input); a name ending in .csv is read as CSV.

    Raises ``OSError`` where the file cannot be read. Ids are required and may not repeat.
    """
    seen: set[str] = set()
    for number, row in rows_of(path):
        line = checked(path, number, row, schema)
        if line.record is not None and line.record["id"] in seen:
            line = Line(number, None, (repeated(path, number, line.record["id"]),))
        elif line.record is not None:
            seen.add(line.record["id"])
        yield line


def rows_of(path: str) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Numbered rows of a file as they are written. Raises ``OSError`` where it cannot be read."""
    return ((number, read(number, row)) for number, row in raw_rows_of(path))


def raw_rows_of(path: str) -> Iterator[tuple[int, Row]]:
    """The same, where lines of JSON are left to be read elsewhere (see ``read``)."""
    with opened(path) as stream:
        yield from _csv_rows(stream) if path.lower().endswith(".csv") else raw_records(stream)


def read(number: int, row: Row) -> dict[str, Any] | Problem:
    """A row read, or what is wrong with it."""
    return record_of(number, row) if isinstance(row, bytes) else row


def checked(path: str, number: int, row: dict[str, Any] | Problem, schema: RecordSchema) -> Line:
    """One row checked; whether its id is there already is for who sees all rows to say."""
    if isinstance(row, Problem):
        return Line(number, None, (row.as_record(path),))
    try:
        record: dict[str, Any] = schema.load(row)
    except ValidationError as refused:
        return Line(number, None, errors_of(path, number, refused.normalized_messages(), row))
    if not record.get("id"):
        return Line(number, None, (Problem(number, "id", row.get("id"), "required").as_record(path),))
    return Line(number, record)


def repeated(path: str, number: int, name: str) -> ErrorRecord:
    """The error of a record whose id an earlier one has."""
    return Problem(number, "id", name, "duplicate_id", {"id": name}).as_record(path)


def errors_of(
    path: str, number: int, messages: Mapping[str, Any], record: Mapping[str, Any]
) -> tuple[ErrorRecord, ...]:
    """One error record for each message of a schema or a service, with the value that it is about."""
    found = []
    for field, words in _leaves(worded(messages)):
        named = "" if field.startswith("_schema") else field
        problem = Problem(number, named, _value_at(record, field), words["code"])
        found.append({**problem.as_record(path), "message": {"vi": words["vi"], "en": words["en"]}})
    return tuple(found)


def _value_at(record: Mapping[str, Any], field: str) -> Any:
    """The value at a path joined by dots; of a path that leads nowhere, the last value on it."""
    value: Any = record
    for name in field.split("."):
        if isinstance(value, Mapping):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            break
    return value


def _csv_rows(stream: BinaryIO) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Rows under a header of field names; the schemas split lists at ";"."""
    try:
        text = stream.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        yield 1, Problem(1, "", None, "not_utf8")
        return
    reader = csv.DictReader(text.splitlines(keepends=True), restkey="")
    found = False
    try:
        for row in reader:
            found = True
            yield reader.line_num, {name: value for name, value in row.items() if name}
    except csv.Error:
        yield reader.line_num, Problem(reader.line_num, "", None, "not_csv")
        return
    if not found:
        yield 1, Problem(1, "", None, "empty_file")


def _leaves(messages: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Fields (joined by dots) and their messages."""
    for field, inner in messages.items():
        name = f"{above}.{field}" if above else str(field)
        for item in inner if isinstance(inner, list) else [inner]:
            if isinstance(item.get("code"), str):
                yield name, item
            else:
                yield from _leaves(item, name)
