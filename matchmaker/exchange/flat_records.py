"""Records of the interchange format as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from matchmaker.schemas.text import clean

PLACE = ("commune", "old_district", "province", "old_province", "lat", "lon", "terrain")
Table = tuple[list[str], list[list[Any]]]


def table(records: Iterable[Mapping[str, Any]]) -> Table:
    """The names of the columns, in the order in which they are met, and the rows.

    Lists are joined by ";", a place that is taken apart has a column for each of its parts.
    """
    rows = [_flat(record) for record in records]
    names = list(dict.fromkeys(name for row in rows for name in row))
    return names, [[row.get(name) for name in names] for row in rows]


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, Mapping):
            parts = {part: value[part] for part in PLACE if value.get(part) is not None}
            found |= parts if parts else {name: str(value.get("text") or value.get("name") or "")}
        elif isinstance(value, list):
            found[name] = ";".join(map(str, value))
        elif isinstance(value, bool):
            found[name] = "true" if value else "false"
        else:
            found[name] = clean(value) if isinstance(value, str) else value
    return found
