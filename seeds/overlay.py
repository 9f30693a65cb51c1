"""Changes laid over reference rows: what is shipped stays as it is, what was changed stands above it.

A change names single columns, and of a list single items. A new release of the file therefore shows through
wherever nobody changed anything, and a changed column keeps what the file said when it was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from seeds.problems import Row, parts

ADD, CHANGE, RETIRE = "add", "change", "retire"
OWN = "local_"  # opens the key of an entry that is not shipped, so that no release takes it
LISTS = frozenset(("synonyms_vi", "synonyms_en", "confusable_with", "origins"))


@dataclass(frozen=True)
class Change:
    """``set`` gives columns a value; ``add`` and ``drop`` put items into lists and take them out.

    ``action`` is add (a new row), change or retire (the row is gone).
    """

    key: str
    action: str
    set: Mapping[str, str] = field(default_factory=dict)
    add: Mapping[str, Sequence[str]] = field(default_factory=dict)
    drop: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, key: str, action: str, values: Mapping[str, Any]) -> Change:
        """From the form in which changes are stored."""
        return cls(key, action, *(values.get(name, {}) for name in ("set", "add", "drop")))

    @property
    def values(self) -> dict[str, Any]:
        """The form in which changes are stored; what is empty is left out."""
        told = {"set": dict(self.set), "add": dict(self.add), "drop": dict(self.drop)}
        return {name: value for name, value in told.items() if value}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the change touches."""
        return tuple(dict.fromkeys((*self.set, *self.add, *self.drop)))


def key_of(row: Row, columns: Sequence[str]) -> str:
    """The key of a row by which changes name it: its key columns, joined by "/"."""
    return "/".join(row[column] for column in columns)


def lay_over(
    rows: Sequence[Row], changes: Iterable[Change], key_columns: Sequence[str] = ("key",)
) -> list[dict[str, str]]:
    """The rows with the changes made, in the order of the changes; new rows stand last.

    A change of a row that is no longer there is left out (``homeless`` names those).
    """
    laid = {key_of(row, key_columns): dict(row) for row in rows}
    empty = dict.fromkeys(rows[0], "") if rows else {}
    for change in changes:
        if change.action == ADD and change.key not in laid:
            names = dict(zip(key_columns, change.key.split("/"), strict=True))
            laid[change.key] = empty | names
        if change.key not in laid:
            continue
        if change.action == RETIRE:
            del laid[change.key]
        else:
            laid[change.key] = changed(laid[change.key], change)
    return list(laid.values())


def homeless(
    rows: Sequence[Row], changes: Sequence[Change], key_columns: Sequence[str] = ("key",)
) -> list[Change]:
    """The changes of rows that neither the file nor another change has: a release dropped them."""
    known = {key_of(row, key_columns) for row in rows} | {c.key for c in changes if c.action == ADD}
    return [change for change in changes if change.key not in known]


def changed(row: Row, change: Change) -> dict[str, str]:
    """One row with one change made."""
    told = {**row, **change.set}
    for column in dict.fromkeys((*change.add, *change.drop)):
        gone = set(change.drop.get(column, ()))
        items = [item for item in parts(told[column]) if item not in gone]
        told[column] = ";".join(dict.fromkeys((*items, *change.add.get(column, ()))))
    return told


def difference(row: Row, wanted: Row) -> Change:
    """The change that turns a row into the ``wanted`` one, lists item by item; the key is left empty."""
    told: dict[str, str] = {}
    more: dict[str, list[str]] = {}
    less: dict[str, list[str]] = {}
    for column, value in wanted.items():
        if column not in LISTS:
            if row[column] != value:
                told[column] = value
            continue
        before, after = parts(row[column]), parts(value)
        if added := [item for item in after if item not in before]:
            more[column] = added
        if dropped := [item for item in before if item not in after]:
            less[column] = dropped
    return Change("", CHANGE, told, more, less)
