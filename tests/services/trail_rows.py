"""Rows by table, as the trail of changes tells them."""

from __future__ import annotations

from typing import Any

from matchmaker.models import AuditEvent

Row = dict[str, Any]
Facts = dict[str, Any]

STAGE = ("stage", "reason", "quantity", "unit", "value", "note")


class Rows:
    """Tables of plain rows, and what several parts of the trail do with them."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {}

    def add(self, table: str, **row: Any) -> Row:
        self.tables.setdefault(table, []).append(row)
        return row

    def all(self, table: str, **key: Any) -> list[Row]:
        return [
            row for row in self.tables.get(table, ()) if all(row[name] == each for name, each in key.items())
        ]

    def one(self, table: str, **key: Any) -> Row:
        (found,) = self.all(table, **key)
        return found

    def drop(self, table: str, *gone: Row) -> None:
        self.tables[table] = [row for row in self.tables.get(table, ()) if all(row is not g for g in gone)]

    def _stage(self, event: AuditEvent, f: Facts, **more: Any) -> None:
        empty = {"reason": "", "quantity": None, "unit": "", "value": None, "note": ""}
        told = empty | {name: f[name] for name in STAGE if name in f}
        told |= {"happened_on": f["on"], "conference_id": f.get("conference"), "how": f.get("how", "officer")}
        told |= {"user_id": event.user_id, "on_behalf_of": event.on_behalf_of, "result_id": None}
        self.add("match_stages", **told | more)
