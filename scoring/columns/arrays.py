"""Arrays of one entry a row, and how single values become one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from scoring.columns.amounts import quarter_apart
from scoring.context import Context
from scoring.product import ProductColumns, ProductText
from scoring.records import Place
from scoring.units import fold

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Masks = NDArray[np.uint32]
Bools = NDArray[np.bool_]

UNSAID = -1
SHARED = {"shared": True}  # marks the attributes of columns that are no row


Column = TypeVar("Column")


class of_records(cached_property[Column]):  # noqa: N801 - used as a decorator
    """A column worked out of the records alone, when it is first asked for."""


@dataclass(frozen=True)
class Columns:
    """Rows that can be picked by index; every array has one entry a row."""

    records: tuple[Any, ...]

    @of_records
    def spaced(self) -> Bools:
        """Whether a quarter's amount is wanted or comes at once, in months a quarter apart."""
        return np.array([quarter_apart(each) for each in self.records], dtype=np.bool_)

    @cached_property
    def folded_names(self) -> list[str]:
        """What the goods are called, folded."""
        return [fold(each.product) for each in self.records]

    def worked_out(self, name: str, rows: Ints, find: Callable[[int], int]) -> NDArray[np.int8]:
        """What ``find`` says of each of ``rows``, 0 to 127: asked once for a row, when it is first needed,
        and known from then on by ``name``."""
        if name not in self._known:
            self._known[name] = np.full(len(self.records), UNSAID, dtype=np.int8)
        known = self._known[name]
        found = known[rows]
        new = rows[found == UNSAID]
        if not len(new):
            return found
        new = np.unique(new)
        known[new] = [find(row) for row in new.tolist()]
        return known[rows]

    @cached_property
    def _known(self) -> dict[str, NDArray[np.int8]]:
        return {}

    def take(self, rows: Ints) -> Self:
        """The same columns with only the given rows, in that order."""
        chosen = replace(self, **{name: picked(getattr(self, name), rows) for name in self.per_row()})
        chosen.__dict__.update((name, values[rows]) for name, values in self._of_records())
        return chosen

    def changed(self, **columns: Any) -> Self:
        """The same rows, of the same records, with other columns."""
        changed = replace(self, **columns)
        changed.__dict__.update(self._of_records())
        return changed

    def _of_records(self) -> list[tuple[str, Any]]:
        """The columns that were worked out of the records so far, by name."""
        kind = type(self)
        return [
            each for each in self.__dict__.items() if isinstance(getattr(kind, each[0], None), of_records)
        ]

    @classmethod
    def per_row(cls) -> list[str]:
        """Names of the attributes that have one entry a row."""
        return [f.name for f in fields(cls) if not f.metadata.get("shared")]


def picked(values: Any, rows: Ints | NDArray[np.intp]) -> Any:
    """A column, or papers by code, with only the given rows, in that order."""
    if isinstance(values, dict):
        return {key: array[rows] for key, array in values.items()}
    if isinstance(values, tuple):
        return tuple(values[i] for i in rows.tolist())
    return values[rows]


def ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int32)


def floats(values: Iterable[float | None]) -> Floats:
    return np.fromiter((np.nan if v is None else v for v in values), dtype=np.float64)


def first_said(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)


def ordinal(day: date | None, absent: int) -> int:
    return absent if day is None else day.toordinal()


def code_of(value: str, values: Sequence[str]) -> int:
    return values.index(value) if value in values else UNSAID


def answer(value: bool | None) -> int:
    return UNSAID if value is None else int(value)


def distinct_texts(words: list[ProductText], context: Context) -> tuple[Ints, ProductColumns]:
    """Each row's text among the distinct texts, and what those say."""
    rows: dict[ProductText, int] = {}
    text = ints(rows.setdefault(each, len(rows)) for each in words)
    return text, context.matcher.read(list(rows))


def distinct_places(places: Iterable[Place]) -> tuple[Ints, tuple[Place, ...]]:
    """Each row's place among the distinct places."""
    rows: dict[Place, int] = {}
    place = ints(rows.setdefault(each, len(rows)) for each in places)
    return place, tuple(rows)
