"""A list of participants from a spreadsheet: looked at first, then taken in whole or not at all.

What a list says is compared with the conference: a row adds a participant, changes one, or leaves it as it
is. An empty cell says nothing, so it changes nothing; taking the same list in twice changes nothing either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from marshmallow import ValidationError

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.models import User
from matchmaker.queries import conferences, wishes
from matchmaker.queries.search import fold
from matchmaker.scheduling.interpreting import unspoken
from matchmaker.schemas.fields import YesNo
from matchmaker.schemas.preparation import GuestRowSchema
from matchmaker.services import audit, guests, wishing
from matchmaker.services.conferences import change
from matchmaker.services.transaction import use_case
from matchmaker.services.wishing import Said
from matchmaker.wording import fields as words
from matchmaker.wording import labels
from matchmaker.wording.errors import message

Document = Mapping[str, Any]
Record = dict[str, Any]
Rows = Sequence[Sequence[str]]

WISHES = ("must", "want", "no")
COLUMNS = (
    *("id", "side", "name", "province", "booth", "channel", "products", "wants", "host", "fixed_table"),
    *("representatives", "min_meetings", "max_meetings", "absent", "languages", "delegates", "contact"),
    *("phone", "contact_public", "needs", *WISHES),
)
WORDED = {"side": "guest_side", "channel": "channel"}  # columns that a template fills with labels
HEADER_WITHIN = 15  # rows: letters from a department put titles above the header
_SIDES = {
    **dict.fromkeys(("producer", "seller", "ben ban", "ban", "cung", "nha cung cap"), "producer"),
    **dict.fromkeys(("buyer", "ben mua", "mua", "cau", "nguoi mua"), "buyer"),
    **dict.fromkeys(("peer", "don vi", "party", "participant"), "peer"),
}


@dataclass(frozen=True)
class Fault:
    """A cell that was refused: its row in the file (from 1), its column, what it holds, and why."""

    row: int
    column: str
    value: str
    reason: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """What one row does: ``add``, ``change`` (with the fields that differ) or ``keep``."""

    row: int
    id: str
    name: str
    does: str
    fields: Sequence[str] = ()


@dataclass
class Reading:
    """What a list would do; nothing is done while there are faults."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unknown_columns: list[str] = field(default_factory=list)
    document: Record = field(default_factory=dict)
    said: dict[str, dict[str, Said]] = field(default_factory=dict)

    @property
    def unspoken(self) -> list[str]:
        """The interpreters' languages that nobody would speak with this list taken in."""
        interpreters = self.document.get("interpreters") or ()
        people = self.document.get("participants") or ()
        return unspoken((i["languages"] for i in interpreters), (p.get("languages") or () for p in people))

    def count(self, does: str) -> int:
        """How many rows do this."""
        return sum(line.does == does for line in self.lines)


def look(conference_id: str, rows: Rows, actor: User) -> Reading:
    """What the list would add, change and leave; nothing is stored. Raises ``NotFound``."""
    return _read(conference_id, conferences.one(conference_id, actor).document, rows)


@use_case
def take(conference_id: str, rows: Rows, actor: User, version: int) -> Reading:
    """Take the list in, all of it or nothing.

    Raises ``Stale``, and ``Conflict`` where a cell is refused.
    """
    document = conferences.one(conference_id, actor).document
    reading = _read(conference_id, document, rows)
    if reading.faults:
        raise Conflict("list_has_faults", count=len(reading.faults))
    if reading.document != document:
        change(conference_id, reading.document, actor, version)
    for party, said in reading.said.items():
        wishing.replace(conference_id, party, said, actor, "file")
    facts = {
        "added": [line.id for line in reading.lines if line.does == "add"],
        "changed": [line.id for line in reading.lines if line.does == "change"],
    }
    if any(facts.values()):
        audit.record("participants.imported", "conference", conference_id, facts, actor)
    return reading


def heads() -> list[str]:
    """The header of a list, in both languages."""
    return [f"{vi} / {en}" for vi, en in (words.FIELD[name] for name in COLUMNS)]


def _read(conference_id: str, document: Document, rows: Rows) -> Reading:
    reading = Reading(document=dict(document))
    at, columns = _header(rows, reading)
    if not columns:
        reading.faults.append(Fault(1, "", "", message("header_missing")))
        return reading
    schema, seen = GuestRowSchema(local_numbers=True, drop_unknown=True), set[str]()
    told: list[tuple[int, str, Record]] = []
    for number, row in enumerate(rows[at + 1 :], at + 2):
        cells = {name: row[place] for place, name in columns.items() if place < len(row) and row[place]}
        if not cells:
            continue
        record = _record(schema, number, cells, reading)
        if record is None:
            continue
        participant = _put(reading, number, record, cells, document)
        if participant in seen:
            reading.faults.append(Fault(number, "id", participant, message("row_twice", {"id": participant})))
        elif participant:
            seen.add(participant)
            told.append((number, participant, record))
    for number, participant, record in told:
        _hear(conference_id, reading, number, participant, record)
    return reading


def _header(rows: Rows, reading: Reading) -> tuple[int, dict[int, str]]:
    """The row that names most columns, and which column each place is."""
    names = {fold(name): name for name in COLUMNS}
    for name in COLUMNS:
        for word in (*words.FIELD[name], " / ".join(words.FIELD[name])):
            names.setdefault(fold(word), name)
    best: tuple[int, dict[int, str]] = (0, {})
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        found: dict[int, str] = {}
        for place, cell in enumerate(row):
            known = names.get(fold(cell))
            if known and known not in found.values():
                found[place] = known
        if len(found) > len(best[1]):
            best = (at, found)
    at, columns = best
    if "name" not in columns.values() and "id" not in columns.values():
        return 0, {}
    reading.unknown_columns += [cell for place, cell in enumerate(rows[at]) if cell and place not in columns]
    return at, columns


@cache
def _channels() -> dict[str, str]:
    """Codes of channels by their folded names in both languages."""
    return {fold(name): code for code, names in labels.table("channel").items() for name in names}


def _record(schema: GuestRowSchema, number: int, cells: Record, reading: Reading) -> Record | None:
    """A row as the schema loads it, or None when a cell is refused."""
    typed = dict(cells)
    if "side" in typed:
        typed["side"] = _SIDES.get(fold(typed["side"]).strip(), typed["side"])
    if "channel" in typed:
        typed["channel"] = _channels().get(fold(typed["channel"]).strip(), typed["channel"])
    partial = ("side", "name") if "id" in typed else ()
    try:
        record: Record = schema.load(typed, partial=partial)
    except ValidationError as error:
        for name, said in error.messages_dict.items():
            reason = said[0] if isinstance(said, list) else next(iter(said.values()))[0]
            reading.faults.append(Fault(number, name, str(cells.get(name, "")), reason))
        return None
    return record


def _put(reading: Reading, number: int, record: Record, cells: Record, before: Document) -> str:
    """Put one row's participant into the reading's document; its id, or "" when it is refused."""
    document = reading.document
    known = _known(document, record)
    plain = {name: value for name, value in record.items() if name not in WISHES}
    try:
        if known is None:
            if missing := [name for name in ("side", "name") if name not in plain]:
                reading.faults.append(Fault(number, missing[0], "", message("required")))
                return ""
            plain.setdefault("host", plain["side"] == "buyer")
            reading.document, participant = guests.put(document, plain)
            reading.lines.append(Line(number, participant, plain["name"], "add"))
            return participant
        participant = str(known["id"])
        was = {k: v for k, v in guests.record_of(document, known).items() if v not in (None, "", [])}
        whole = {**was, **plain}
        differing = [
            name for name in plain if name != "id" and whole.get(name) != was.get(name, _nothing(name))
        ]
        if differing:
            reading.document, _ = guests.put(document, whole, participant)
        does = "change" if differing else "keep"
        reading.lines.append(
            Line(number, participant, str(whole.get("name") or participant), does, differing)
        )
    except InvalidRecord as refused:
        name, said = next(iter(refused.messages.items()))
        reading.faults.append(Fault(number, name, str(cells.get(name, "")), said[0]))
        return ""
    return participant


def _nothing(name: str) -> Any:
    return False if isinstance(GuestRowSchema().fields[name], YesNo) else None


def _known(document: Document, record: Record) -> Record | None:
    """The participant that a row is about: the one with its id, else the only one of its side and name."""
    rows = document["participants"]
    if record.get("id"):
        return next((dict(row) for row in rows if row["id"] == record["id"]), None)
    name, side = fold(str(record.get("name") or "")), record.get("side")
    found = [row for row in rows if fold(str(row.get("name") or "")) == name and row.get("side") == side]
    return dict(found[0]) if len(found) == 1 else None


def _hear(conference_id: str, reading: Reading, number: int, participant: str, record: Record) -> None:
    """A row's wishes, once all rows are in: others by id or by name. A row that tells none changes none."""
    if not any(name in record for name in WISHES):
        return
    others = wishing.partners(reading.document, participant)
    said: dict[str, Said] = {}
    for kind in WISHES:
        for rank, text in enumerate(record.get(kind) or (), 1):
            wanted = fold(text)
            found = [o["id"] for o in others if wanted in (fold(o["id"]), fold(str(o.get("name") or "")))]
            if len(found) != 1 or found[0] in said:
                reading.faults.append(Fault(number, kind, text, message("cannot_meet", {"value": text})))
                continue
            said[found[0]] = Said(kind, rank if kind == "want" else 0)
    kept = {w.other: Said(w.kind, w.rank) for w in wishes.of_party(conference_id, participant)}
    if said != kept:
        reading.said[participant] = said
        line = next(line for line in reading.lines if line.row == number)
        if line.does != "add":
            at = reading.lines.index(line)
            fields = [*line.fields, *(name for name in WISHES if name in record)]
            reading.lines[at] = Line(line.row, line.id, line.name, "change", fields)
