"""The participants in a conference's document: one put in, changed, taken out. Pure: nothing is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.wording.errors import message

Document = Mapping[str, Any]
Record = Mapping[str, Any]

LETTERS = {"producer": "S", "buyer": "B", "peer": "D"}
# Fields of a participant that are personal data: never in an audit event, never on another party's page.
PERSONAL = frozenset({"contact", "phone", "delegates"})
_PLAIN = ("side", "name", "organisation", "province", "booth", "channel", "contact", "phone", "needs")
_FLAGS = ("host", "contact_public")
_LISTS = ("products", "wants", "languages")
_LAST_NUMBER = re.compile(r"(.*?)(0*)([0-9]+)", re.DOTALL)


def find(document: Document, participant_id: str) -> dict[str, Any]:
    """One participant. Raises ``NotFound``."""
    for participant in document["participants"]:
        if participant["id"] == participant_id:
            return dict(participant)
    raise NotFound


def put(document: Document, record: Record, participant_id: str = "") -> tuple[dict[str, Any], str]:
    """The document with a participant as ``ParticipantSchema`` loaded it, and the participant's id.

    With ``participant_id`` the record takes the place of that one; what the record cannot say (offers,
    demands, the serial of its link) stays. Raises ``Conflict`` for an id in use, ``InvalidRecord`` for an
    unknown slot or table.
    """
    rows = [dict(row) for row in document["participants"]]
    new_id = participant_id or str(record.get("id") or free_id(document, str(record["side"])))
    before = find(document, participant_id) if participant_id else {"id": new_id}
    if not participant_id and any(row["id"] == new_id for row in rows):
        raise Conflict("duplicate_id", id=new_id)
    row, tables = _participant(document, record, before)
    rows = [row if known["id"] == new_id else known for known in rows] if participant_id else [*rows, row]
    return {**document, "participants": rows, "tables": tables}, new_id


def leave(document: Document, participant_id: str) -> dict[str, Any]:
    """The document without a participant and its pairs. Raises ``NotFound``."""
    find(document, participant_id)
    couples = {
        name: [couple for couple in document.get(name) or () if participant_id not in couple]
        for name in ("forbidden_pairs", "refused_pairs", "locked")
        if name in document
    }
    return {
        **document,
        **couples,
        "participants": [row for row in document["participants"] if row["id"] != participant_id],
        "pairs": [pair for pair in document["pairs"] if participant_id not in (pair["a"], pair["b"])],
    }


def record_of(document: Document, participant: Record) -> dict[str, Any]:
    """A participant as the fields of ``ParticipantSchema``, for a form or a comparison."""
    there = set(participant["available"])
    delegates = participant.get("delegates")
    told = {name: participant.get(name) for name in (*_PLAIN, *_LISTS, *_COUNTS, "id", "fixed_table")}
    return {
        **told,
        **{name: bool(participant.get(name)) for name in _FLAGS},
        "delegates": len(delegates) if isinstance(delegates, list) else delegates,
        "absent": [str(slot["id"]) for slot in document["slots"] if slot["id"] not in there],
    }


def free_id(document: Document, side: str) -> str:
    """The next id of a side: one above the highest of the same letter."""
    letter = LETTERS[side]
    pattern = re.compile(rf"{letter}([0-9]{{1,6}})")
    found = [pattern.fullmatch(row["id"]) for row in document["participants"]]
    numbers = [match for match in found if match]
    width = max((len(match[1]) for match in numbers), default=3)
    return f"{letter}{1 + max((int(match[1]) for match in numbers), default=0):0{width}d}"


def limits(document: Document, side: str) -> tuple[int | None, int | None]:
    """Fewest and most meetings that the conference sets for a side."""
    kept = (document.get("limits") or {}).get(side) or {}
    return kept.get("min"), kept.get("max")


def with_tables(tables: Iterable[Record], count: int) -> list[dict[str, Any]]:
    """So many tables: the first ones as they are, further ones numbered on."""
    rows = [dict(table) for table in tables][:count]
    while len(rows) < count:
        rows.append({"id": _next_table([row["id"] for row in rows]), "unavailable": _closed_to_all(rows)})
    return rows


_COUNTS = ("representatives", "min_meetings", "max_meetings")


def _participant(
    document: Document, record: Record, before: Record
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The participant's row, and the tables, to which one was added where a host finds none free."""
    side, host = str(record["side"]), bool(record.get("host"))
    row: dict[str, Any] = {**before, **{name: record.get(name) or "" for name in _PLAIN}}
    row |= {name: list(record.get(name) or ()) for name in _LISTS}
    low, high = limits(document, side)
    row["host"] = host
    row["min_meetings"] = record.get("min_meetings", low or 0)
    row["max_meetings"] = record.get("max_meetings", high)
    row["representatives"] = record.get("representatives", 1)
    row["contact_public"] = bool(record.get("contact_public"))  # personal data stay in the house unless told
    if record.get("delegates") is not None and not isinstance(before.get("delegates"), list):
        row["delegates"] = record["delegates"]
    row["available"] = _available(document, record.get("absent") or ())
    tables = [dict(table) for table in document["tables"]]
    table = str(record.get("fixed_table") or "")
    if table and table not in {known["id"] for known in tables}:
        raise InvalidRecord({"fixed_table": [message("unknown_table", {"value": table})]})
    if host and not table:
        table, tables = _own_table(document, tables, str(before["id"]))
    row["fixed_table"] = table or None
    return {name: value for name, value in row.items() if value != "" or name in ("side", "name")}, tables


def _available(document: Document, absent: Iterable[str]) -> list[Any]:
    missing = set(map(str, absent))
    unknown = missing - {str(slot["id"]) for slot in document["slots"]}
    if unknown:
        raise InvalidRecord({"absent": [message("unknown_slots", {"value": sorted(unknown)})]})
    return [slot["id"] for slot in document["slots"] if str(slot["id"]) not in missing]


def _own_table(
    document: Document, tables: list[dict[str, Any]], participant_id: str
) -> tuple[str, list[dict[str, Any]]]:
    """The first table that is nobody else's, or one more."""
    taken = {p.get("fixed_table") for p in document["participants"] if p["id"] != participant_id}
    free = next((table["id"] for table in tables if table["id"] not in taken), None)
    if free is not None:
        return free, tables
    grown = with_tables(tables, len(tables) + 1)
    return grown[-1]["id"], grown


def _closed_to_all(tables: list[dict[str, Any]]) -> list[Any]:
    if not tables:
        return []
    first, *others = (list(table.get("unavailable") or ()) for table in tables)
    return [slot for slot in first if all(slot in other for other in others)]


def _next_table(known: list[str]) -> str:
    """An id that goes on from the last: T09 → T10; "1" for the first."""
    found = _LAST_NUMBER.fullmatch(known[-1]) if known else None
    if not found:
        number = len(known) + 1
        while str(number) in known:
            number += 1
        return str(number)
    prefix, zeros, last = found.groups()
    number, width = int(last) + 1, len(zeros) + len(last)
    while f"{prefix}{number:0{width}d}" in known:
        number += 1
    return f"{prefix}{number:0{width}d}"
