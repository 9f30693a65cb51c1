"""Take in hauliers' quotes and rate cards: looked at first, each place resolved or asked about, then kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from marshmallow import ValidationError

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.exchange.freight_lists import Record
from matchmaker.extensions import db
from matchmaker.models import FreightQuote, RateCard, User
from matchmaker.models.base import now
from matchmaker.queries import freight as queries
from matchmaker.schemas.base import worded
from matchmaker.schemas.freight import CardSchema, QuoteSchema
from matchmaker.services import audit
from matchmaker.services.calendar import today
from matchmaker.services.layers import plain
from matchmaker.services.reference import gazetteer
from matchmaker.services.transaction import use_case
from matchmaker.services.understanding import place_meant
from matchmaker.wording.errors import message
from scoring.logistics.vehicles import VEHICLES

SCHEMAS: dict[str, Any] = {"quotes": QuoteSchema, "cards": CardSchema}
NAMED = 5  # places named that a text may mean
_CLASSES = sorted(VEHICLES.values(), key=lambda vehicle: vehicle.payload_t)


@dataclass(frozen=True)
class Fault:
    """Why a row is not taken: its number, field, what was written, and a message in both languages."""

    row: int
    field: str
    value: str
    reason: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """What a list would add: rows as they would be kept, how many are known already, and what is wrong."""

    rows: Sequence[Mapping[str, Any]]
    known: int
    faults: Sequence[Fault]


def look(kind: str, records: Sequence[tuple[int, Record]]) -> Reading:
    """What a list would do; nothing is stored. ``kind`` is quotes or cards."""
    schema = SCHEMAS[kind](local_numbers=True)
    faults: list[Fault] = []
    rows: dict[str, dict[str, Any]] = {}
    for number, record in records:
        try:
            row = _quote(schema.load(record)) if kind == "quotes" else _card(schema.load(record))
        except (ValidationError, InvalidRecord) as refused:
            told: Any = refused.messages_dict if isinstance(refused, ValidationError) else refused.messages
            for field, words in worded(told).items():
                faults.append(Fault(number, field, record.get(field, ""), words[0]))
        else:
            rows.setdefault(row["mark"], row)
    known = queries.known(kind, list(rows))
    fresh = [row for mark, row in rows.items() if mark not in known]
    return Reading(fresh, len(records) - len(fresh) - len({fault.row for fault in faults}), faults)


@use_case
def take(kind: str, records: Sequence[tuple[int, Record]], actor: User) -> int:
    """Keep the good rows of a list that are not known yet, and say how many."""
    reading = look(kind, records)
    entity: Any = queries.KINDS[kind]
    for row in reading.rows:
        db.session.add(entity(**row, user_id=actor.id))
    facts = {
        "added": len(reading.rows),
        "known": reading.known,
        "refused": len({f.row for f in reading.faults}),
        "marks": [row["mark"] for row in reading.rows],
    }
    audit.record(f"freight.{kind}_taken", "freight", kind, facts, actor)
    return len(reading.rows)


@use_case
def withdraw(kind: str, row_id: int, actor: User) -> FreightQuote | RateCard:
    """Let a quote or a line count no longer; it stays on record. Raises ``NotFound`` and ``Conflict``."""
    row: FreightQuote | RateCard = queries.one(kind, row_id)
    if row.withdrawn_at is not None:
        raise Conflict("withdrawn_already")
    row.withdrawn_at = now()
    audit.record(
        f"freight.{kind}_withdrawn", "freight", row_id, {"price": row.price, "mark": row.mark}, actor
    )
    return row


def truck_of(written: str, tonnes: float) -> str:
    """The class of truck that a text names by its tonnes; unsaid, the smallest that carries so much."""
    digits = "".join(c if c.isdigit() or c in ",." else " " for c in written).replace(",", ".").split()
    size = float(digits[0]) if digits and digits[0].count(".") < 2 and digits[0].strip(".") else tonnes
    return next((each.name for each in _CLASSES if each.payload_t >= size), _CLASSES[-1].name)


def _quote(loaded: Mapping[str, Any]) -> dict[str, Any]:
    if loaded["quoted_on"] > today():
        raise InvalidRecord({"quoted_on": [message("day_to_come")]})
    price = loaded["price_kg"] if "price_kg" in loaded else loaded["price_trip"] / loaded["tonnes"] / 1000.0
    row = {
        "origin_text": loaded["origin"],
        "destination_text": loaded["destination"],
        "origin": _place("origin", loaded["origin"]),
        "destination": _place("destination", loaded["destination"]),
        "tonnes": float(loaded["tonnes"]),
        "price": float(price),
        "quoted_on": loaded["quoted_on"],
        "vehicle": truck_of(loaded.get("vehicle", ""), loaded["tonnes"]),
        "source": loaded.get("source", ""),
    }
    return row | {"mark": _mark(row)}


def _card(loaded: Mapping[str, Any]) -> dict[str, Any]:
    ends = {
        name: _place(name, loaded[name], province=True) if loaded.get(name) else {}
        for name in ("origin", "destination")
    }
    row = {
        "carrier": loaded["carrier"],
        "origin_text": loaded.get("origin", ""),
        "destination_text": loaded.get("destination", ""),
        **ends,
        "km_from": float(loaded["km_from"]),
        "km_to": loaded.get("km_to"),
        "tonnes_from": float(loaded["tonnes_from"]),
        "tonnes_to": loaded.get("tonnes_to"),
        "price": float(loaded["price_kg"]),
        "valid_from": loaded["valid_from"],
        "valid_to": loaded.get("valid_to"),
    }
    return row | {"mark": _mark(row)}


def _place(field: str, text: str, *, province: bool = False) -> dict[str, Any]:
    """The place of a text as it is kept; a province is one only where ``province`` says so.

    Raises ``InvalidRecord`` with those that it may mean where it is not clear.
    """
    found = gazetteer().resolve(text, endpoint=not province)
    best = found.best
    if best is None or (best.level == "province" and not province):
        names = "; ".join(each.name for each in found.candidates[:NAMED])
        code = "place_asked" if names else "place_not_found"
        raise InvalidRecord({field: [message(code, {"value": text, "names": names})]})
    told: dict[str, Any] = plain(asdict(place_meant(found, text)))
    return told


def _mark(row: Mapping[str, Any]) -> str:
    told = {name: value for name, value in row.items() if name not in ("origin", "destination")}
    return hashlib.sha256(json.dumps(plain(told), sort_keys=True).encode()).hexdigest()
