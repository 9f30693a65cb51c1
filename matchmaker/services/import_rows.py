"""What each row of a sheet would do: read, checked as any record is, and compared with what is there.

Nothing is written here. A row is known again by its id, or else by what it names (party, product, grade,
packaging, place; and how many such rows came before it), so that the same list twice changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import select

from matchmaker.errors import InvalidRecord
from matchmaker.exchange import sheet_rows
from matchmaker.exchange.columns import Layout
from matchmaker.exchange.sheet_rows import Mark, Row
from matchmaker.exchange.sheet_words import cell_words
from matchmaker.exchange.workbooks import Sheet
from matchmaker.extensions import db
from matchmaker.intake.text import fold
from matchmaker.models import Demand, Offer
from matchmaker.schemas.base import worded
from matchmaker.services import import_places, layers
from matchmaker.services.calendar import today
from matchmaker.services.checked import NewDemandSchema, NewOfferSchema
from matchmaker.services.checked_row import Checked, Record
from matchmaker.services.reference import lexicon_matcher, load_reference
from matchmaker.services.understanding import demand_from, offer_from
from scoring.product import ProductText

PARTY_FIELD = {"offer": "producer", "demand": "buyer"}
MODELS: dict[str, type[Offer] | type[Demand]] = {"offer": Offer, "demand": Demand}
SCHEMAS = {"offer": NewOfferSchema, "demand": NewDemandSchema}
_KEY = ("product", "grade", "spec", "packaging", "place")
_KINDS_OF_MANY = ("cac loai", "nhieu loai", "tong hop", "assorted", "various", "mixed")
_BETWEEN = re.compile(r"[,;+&/\n]|\bvà\b|\bva\b|\band\b")
READ_AT_ONCE = 500


def check(
    kind: str, sheet: Sheet, layout: Layout, records: Mapping[str, str], meanings: import_places.Meanings,
    tell: Callable[[int], None],
) -> list[Checked]:  # fmt: skip
    """All rows of a sheet, checked. ``records`` says which known record a row is, by its number as text;
    ``meanings`` what the sender's texts of places mean; ``tell`` hears how many rows are done."""
    reader = load_reference().reader(today())
    schema = SCHEMAS[kind](local_numbers=True, keep_unknown=True)
    seen: Counter[str] = Counter()
    found: list[Checked] = []
    for row in sheet_rows.rows(sheet, layout, cell_words(reader)):
        found.append(_one(kind, row, schema, layout, seen, records.get(str(row.number), "")))
        _recall(kind, found[-1], row, layout, meanings)
        if len(found) % READ_AT_ONCE == 0:
            tell(len(found))
    _compare(kind, found)
    return found


def name_of(kind: str, record: Record) -> str:
    """The party of a record, as written."""
    return str(record.get(PARTY_FIELD[kind]) or "")


def _one(kind: str, row: Row, schema: Any, layout: Layout, seen: Counter[str], chosen: str) -> Checked:
    """A row through the schema of all records and the reading of all records."""
    checked = Checked(row.number, "create", party=row.party, marks=list(row.marks))
    try:
        record = schema.load(row.record)
    except ValidationError as refused:
        checked.marks += _refusals(row, layout, refused.messages_dict)
        checked.does = "bad"
        checked.record = layers.plain(row.record)
        return checked
    checked.record_id = chosen or str(record.get("id") or _id(kind, record, seen))
    _describe(kind, checked, row, layout, record)
    return checked


def _describe(kind: str, checked: Checked, row: Row, layout: Layout, record: Record) -> None:
    """Keep the record and what it is understood to say; a place that nobody knows keeps the row out."""
    checked.record = layers.plain({**record, "id": checked.record_id})
    _understand(kind, checked, row, layout, record)
    checked.does = "bad" if any(mark.bad for mark in checked.marks) else "create"


def _recall(kind: str, checked: Checked, row: Row, layout: Layout, meanings: import_places.Meanings) -> None:
    """Read a row again with the place that a person once chose for the text it is in doubt about."""
    if not meanings or (found := import_places.meant(checked.marks, meanings)) is None:
        return
    others = [m for m in checked.marks if m.field != "place" and m.bad]
    if others:
        return
    checked.recalled, place = found
    checked.marks = list(row.marks)
    schema = SCHEMAS[kind](local_numbers=True, keep_unknown=True)
    _describe(kind, checked, row, layout, schema.load(row.record | {"place": place}))


def _id(kind: str, record: Record, seen: Counter[str]) -> str:
    """An id that the same row gets again: from what it names, and how many before it named the same."""
    said = [name_of(kind, record), *(str(record.get(name) or "") for name in _KEY)]
    key = "|".join([kind, *(" ".join(fold(text).split()) for text in said)])
    seen[key] += 1
    digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:16]
    return f"{'O' if kind == 'offer' else 'D'}-x{digest}"


def _refusals(row: Row, layout: Layout, messages: Mapping[str, Any]) -> Iterator[Mark]:
    """The cells that the schema refuses, each with its reason."""
    for name, said in worded(messages).items():
        column = layout.field_of(name)
        first = said[0] if isinstance(said, list) else next(iter(said.values()))[0]
        value = str(row.record.get(name, ""))
        yield Mark(row.number, column.place if column else -1, name, value, first["code"], first, bad=True)


def _understand(kind: str, checked: Checked, row: Row, layout: Layout, record: Record) -> None:
    """Read the record; what that leaves in doubt is told at its cell, and nothing twice."""
    told = {(mark.field, mark.code) for mark in row.marks}
    build = offer_from if kind == "offer" else demand_from
    try:
        understood = build({**record, "id": checked.record_id}, load_reference(), today())
    except InvalidRecord as refused:
        checked.marks += _refusals(row, layout, refused.messages)
        return
    checked.understood = {"parsed": layers.parsed(understood), "doubts": layers.doubts(understood)}
    checked.marks += [
        Mark(
            row.number,
            _place(layout, doubt.field),
            doubt.field,
            _value(record, doubt.field),
            doubt.code,
            doubt.facts,
        )
        for doubt in understood.doubts
        if (doubt.field, doubt.code) not in told
    ]
    checked.marks += _several(row, layout, record)


def _several(row: Row, layout: Layout, record: Record) -> list[Mark]:
    """Several products in one row ("rau củ các loại", "cam, bưởi, ổi"): better a row for each."""
    name = str(record["product"])
    if not _names_several(name):
        return []
    return [Mark(row.number, _place(layout, "product"), "product", name, "several_products", {"value": name})]


@lru_cache(maxsize=4096)
def _names_several(name: str) -> bool:
    """Whether a name says "all kinds", or each of its parts is a product of its own."""
    if any(words in fold(name) for words in _KINDS_OF_MANY):
        return True
    parts = [part for part in _BETWEEN.split(name) if part.strip()]
    kinds = (
        {lexicon_matcher().reading(ProductText(part)).kinds[:1] for part in parts}
        if len(parts) > 1
        else set()
    )
    return len(kinds) > 1 and () not in kinds


_COLUMN_OF = {
    "months": ("months", "season_text"),
    "place": ("place", "commune", "province", "old_district"),
    "price": ("price_min", "price_max"),
}


def _place(layout: Layout, name: str) -> int:
    """The column to which a doubt about a field belongs; -1 for the row."""
    for each in _COLUMN_OF.get(name, (name,)):
        if column := layout.field_of(each):
            return column.place
    return -1


def _value(record: Record, name: str) -> str:
    return str(record.get(name) or "")[:200]


def _compare(kind: str, rows: Sequence[Checked]) -> None:
    """Say of each good row whether it creates, changes or keeps; twice the same id in a file is bad."""
    model = MODELS[kind]
    ids = [row.record_id for row in rows if row.does != "bad"]
    known: dict[str, tuple[str, Record]] = {}
    for at in range(0, len(ids), READ_AT_ONCE):
        statement = select(model.id, model.status, model.raw).where(model.id.in_(ids[at : at + READ_AT_ONCE]))
        known |= {name: (status, raw) for name, status, raw in db.session.execute(statement)}
    first: dict[str, int] = {}
    for row in rows:
        if row.does == "bad":
            continue
        if row.record_id in first:
            row.does = "bad"
            facts = {"id": row.record_id, "row": first[row.record_id] + 1}
            row.marks.append(Mark(row.number, -1, "id", row.record_id, "row_twice", facts, bad=True))
            continue
        first[row.record_id] = row.number
        if row.record_id in known:
            status, raw = known[row.record_id]
            row.differs = tuple(_differing(raw, row.record))
            row.does = "closed" if status != "open" else "change" if row.differs else "keep"


def _differing(before: Record, after: Record) -> Iterator[str]:
    """The fields that a row says otherwise than the record; what it does not tell stays as it is."""
    return (name for name, value in after.items() if name != "id" and before.get(name) != value)
