"""What every change of a record of trade has to pass, and what becomes of the fields confirmed before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.models import Demand, Offer, User
from matchmaker.permissions import owns
from matchmaker.queries import shown
from matchmaker.services import layers
from matchmaker.wording.errors import message

Record = Mapping[str, Any]

_TEXTS = ("supply_text", "demand_text", "season_text")
# What a record's free text is read for: a confirmation of it ends with the text it was about.
_READ = frozenset({"quantity", "unit", "per", "months", "price_min", "price_max", "price_unit", "place"})


def check(row: Offer | Demand, version: int) -> None:
    """Raise ``Conflict`` ``record_closed`` for a closed record, ``Stale`` for a past ``version``."""
    if row.status != "open":
        raise Conflict("record_closed", id=row.id)
    if row.version != version:
        raise Stale


def refuse_other_id(record: Record, record_id: str) -> None:
    """A record that names another id than the one it replaces is refused: ``InvalidRecord`` ``other_id``."""
    if record.get("id") not in (None, record_id):
        raise InvalidRecord({"id": [message("other_id", {"id": record_id})]})


def replaced(row: Offer | Demand, record: Record, actor: User) -> dict[str, Any]:
    """What a record says after ``record`` took its place, ready for JSON.

    Coordinates, which only the owner of a record is shown, stay when another actor sends back the place that
    it was shown.
    """
    written: dict[str, Any] = layers.plain({**record, "id": row.id})
    before = row.raw.get("place")
    if not owns(actor, row) and isinstance(before, dict) and written.get("place") == shown.place(before):
        written["place"] = before
    return written


def still_confirmed(row: Offer | Demand, written: Record) -> dict[str, Any]:
    """The confirmed fields that stay above a new record: those that it and its texts do not tell."""
    gone = set(written)
    if any(written.get(text) != row.raw.get(text) for text in _TEXTS):
        gone |= _READ
    return {name: value for name, value in row.confirmed.items() if name not in gone}


def confirmed(row: Offer | Demand, fields: Record) -> dict[str, Any]:
    """The confirmed fields after ``fields`` were added; None takes a confirmation back."""
    merged = {**row.confirmed, **layers.plain(fields)}
    return {name: value for name, value in merged.items() if value is not None}
