"""``matchmaker parse``: what a line of free text says, as fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO
from zoneinfo import ZoneInfo

import click

from matchmaker.exchange.jsonlines import LONGEST_LINE, Problem, numbered_lines, opened, record_of

if TYPE_CHECKING:
    from matchmaker.intake.reading import Reading


@click.command("parse")
@click.argument("file", default="-", metavar="[F]")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Read as on this day.")
@click.option("--evidence", is_flag=True, help="Also tell the words each value came from, and the doubts.")
def command(file: str, today: datetime | None, evidence: bool) -> None:
    """Reads one message a line (plain text, or JSON with text) and prints one JSON object for each.

    An empty line says nothing: its object has null for every field, so that object N answers line N.
    A line that cannot be read is named on stderr and stops no other; the exit status is then 1.
    """
    from matchmaker.services.reference import load_reference

    day = today.date() if today else datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    reader = load_reference().reader(day)
    bad = 0
    try:
        with opened(file) as stream:
            for message in _messages(stream):
                if isinstance(message, Problem):
                    bad += 1
                    click.echo(_line(message.as_record(file)), err=True)
                    continue
                reading = reader.read(message["text"])
                said = _said(message) | reading.as_parse_json() | (_evidence(reading) if evidence else {})
                click.echo(_line(said))
    except OSError as error:
        raise click.FileError(file, hint=error.strerror or str(error)) from error
    if bad:
        raise SystemExit(1)


def _messages(stream: BinaryIO) -> Iterator[dict[str, Any] | Problem]:
    """Each line as an object with ``text``, or what is wrong with it; an empty line has an empty text."""
    found = False
    for number, raw in numbered_lines(stream):
        found = True
        if raw is None:
            yield Problem(number, "", None, "line_too_long", {"max": LONGEST_LINE})
        else:
            yield _message(number, raw)
    if not found:
        yield Problem(1, "", None, "empty_file")


def _message(number: int, raw: bytes) -> dict[str, Any] | Problem:
    if not raw.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        try:
            return {"text": raw.decode("utf-8-sig" if number == 1 else "utf-8").strip("\r\n")}
        except UnicodeDecodeError:
            return Problem(number, "", None, "not_utf8")
    record = record_of(number, raw)
    if isinstance(record, Problem):
        return record
    if "text" not in record:
        return Problem(number, "text", None, "required")
    if not isinstance(record["text"], str):
        return Problem(number, "text", record["text"], "not_text")
    return record


def _line(record: dict[str, Any]) -> str:
    """One line of JSON; half of a surrogate pair, which UTF-8 has no place for, becomes a question mark."""
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def _said(message: dict[str, Any]) -> dict[str, Any]:
    """The id of the line, where it has one, so that answers can be told apart."""
    return {"id": message["id"]} if message.get("id") is not None else {}


def _evidence(reading: Reading) -> dict[str, Any]:
    """For each thing found the words it came from, their span, how sure it is, and other readings."""
    return {
        "certificates": [
            {"code": paper.code, "stars": paper.stars, "held": paper.held, "span": list(paper.span)}
            for paper in reading.certificates
        ],
        "evidence": {
            name: {
                "words": reading.text[slice(*found.span)],
                "span": list(found.span),
                "confidence": found.confidence,
                "alternatives": [getattr(other, "name", other) for other in found.alternatives],
            }
            for name, found in reading.evidence.items()
        },
        "doubts": [{"field": d.field, "code": d.code, "facts": d.facts} for d in reading.doubts],
    }
