"""The changes of a record of trade, the same for both sides: what each has to pass and the event it leaves.

The services of offers and demands say how a record of their side is understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Organisation, User
from matchmaker.permissions import owns
from matchmaker.queries import shown
from matchmaker.services import audit, layers, ownership
from matchmaker.services.reading import FIELDS_OF, UNSAID
from matchmaker.wording.errors import message

Record = Mapping[str, Any]
Row = TypeVar("Row", Offer, Demand)
Understand = Callable[[Row, Organisation | None], None]

_TEXTS = ("supply_text", "demand_text", "season_text")
# What a record's free text is read for: a confirmation of it ends with the text it was about.
_READ = frozenset(
    {"quantity", "unit", "per", "months", "price_min", "price_max", "price_unit", "place", UNSAID}
)


def replace(row: Row, record: Record, actor: User, version: int, understand: Understand[Row]) -> None:
    """Let ``record`` take the place of what was written, over what was confirmed before.

    Raises ``Conflict`` for a closed record, ``Stale`` for a past ``version``, ``InvalidRecord`` for a record
    with another id.
    """
    _check(row, version)
    _refuse_other_id(record, row.id)
    written = _replaced(row, record, actor)
    kept = _still_confirmed(row, written)
    withdrawn = {field: value for field, value in row.confirmed.items() if field not in kept}
    with db.session.no_autoflush:  # one UPDATE, so that the version moves by one
        row.raw, row.confirmed = written, kept
        understand(row, row.organisation)
    tell("changed", row, written | ({"confirmations_withdrawn": withdrawn} if withdrawn else {}), actor)


def confirm(row: Row, fields: Record, actor: User, version: int, understand: Understand[Row]) -> None:
    """Keep what a person confirmed or corrected above what was written and read; None takes one back.

    Raises ``Conflict`` and ``Stale`` as ``replace`` does.
    """
    _check(row, version)
    corrected = layers.plain(fields)
    if UNSAID in corrected or UNSAID in row.confirmed:
        corrected |= _unsaid(row, corrected)
    with db.session.no_autoflush:
        merged = {**row.confirmed, **corrected}
        row.confirmed = {name: value for name, value in merged.items() if value is not None}
        understand(row, row.organisation)
    tell("confirmed", row, corrected, actor)


def close(row: Offer | Demand, actor: User, version: int) -> None:
    """Take a record off the market; it stays on record. Raises ``Stale`` for a past ``version``."""
    if row.version != version:
        raise Stale
    row.status = "closed"
    tell("closed", row, {}, actor)


def tell(what: str, row: Offer | Demand, facts: Record, actor: User) -> None:
    """Leave the audit event of a change, with the member acted for."""
    audit.record_all([told(what, row, facts, actor)], actor)


def told(what: str, row: Offer | Demand, facts: Record, actor: User) -> audit.Told:
    """The audit event of a change, to be left with others."""
    kind = "offer" if isinstance(row, Offer) else "demand"
    return audit.Told(f"{kind}.{what}", kind, row.id, facts, ownership.acted_for(actor, row))


def _check(row: Offer | Demand, version: int) -> None:
    """Raise ``Conflict`` ``record_closed`` for a closed record, ``Stale`` for a past ``version``."""
    if row.status != "open":
        raise Conflict("record_closed", id=row.id)
    if row.version != version:
        raise Stale


def _refuse_other_id(record: Record, record_id: str) -> None:
    """A record that names another id than the one it replaces is refused: ``InvalidRecord`` ``other_id``."""
    if record.get("id") not in (None, record_id):
        raise InvalidRecord({"id": [message("other_id", {"id": record_id})]})


def _replaced(row: Offer | Demand, record: Record, actor: User) -> dict[str, Any]:
    """What a record says after ``record`` took its place, ready for JSON.

    Coordinates, which only the owner of a record is shown, stay when another actor sends back the place that
    it was shown.
    """
    written: dict[str, Any] = layers.plain({**record, "id": row.id})
    before = row.raw.get("place")
    if not owns(actor, row) and isinstance(before, dict) and written.get("place") == shown.place(before):
        written["place"] = before
    return written


def _unsaid(row: Offer | Demand, corrected: Record) -> dict[str, Any]:
    """What stays empty on purpose: as said now, else as before without what is told now.

    What was confirmed of it ends.
    """
    before = corrected.get(UNSAID, row.confirmed.get(UNSAID)) or ()
    told = {field for field, names in FIELDS_OF.items() if any(corrected.get(n) is not None for n in names)}
    unsaid = sorted(set(before) - told)
    ended = {name: None for field in unsaid for name in FIELDS_OF.get(field, ()) if name in row.confirmed}
    return {UNSAID: unsaid or None, **ended}


def _still_confirmed(row: Offer | Demand, written: Record) -> dict[str, Any]:
    """The confirmed fields that stay above a new record: those that it and its texts do not tell."""
    gone = set(written)
    if any(written.get(text) != row.raw.get(text) for text in _TEXTS):
        gone |= _READ
    return {name: value for name, value in row.confirmed.items() if name not in gone}
