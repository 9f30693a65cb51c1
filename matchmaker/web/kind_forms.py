"""A kind of the lexicon as its form shows it."""

from __future__ import annotations

from typing import Any

from matchmaker.queries import kinds
from matchmaker.queries.reference_changes import Row
from matchmaker.schemas.products import KindSchema, Names
from seeds.problems import parts

LINES = frozenset(name for name, field in KindSchema().fields.items() if isinstance(field, Names))
MONTHS = ("harvest_months", "saleable_months")


def filled(row: Row, synonym: str = "", apart: str = "") -> dict[str, Any]:
    """The cells of a kind as a form shows them, with one more synonym and one more false friend."""
    shown: dict[str, Any] = {column: row[column] for column in KindSchema().fields}
    more = {"synonyms_vi": synonym, "confusable_with": apart}
    for column in LINES:
        items = [_called(item) if column == "confusable_with" else item for item in parts(row[column])]
        shown[column] = "\n".join(filter(None, (*items, more.get(column, "").strip())))
    for column in MONTHS:
        shown[column] = parts(row[column])
    shown["parent"] = _called(row["parent"]) if row["parent"] else ""
    return shown


def _called(key: str) -> str:
    return kinds.labelled(kinds.one(key))
