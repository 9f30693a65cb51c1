"""A row of a sheet after it was read, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from matchmaker.exchange.sheet_rows import Mark

Record = dict[str, Any]


@dataclass(slots=True)
class Checked:
    """A row with what it does: create, change, keep, closed or bad; ``differs``: the fields that change."""

    number: int
    does: str
    record_id: str = ""
    record: Record = field(default_factory=dict)
    understood: Record = field(default_factory=dict)
    party: Record = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    differs: tuple[str, ...] = ()
    recalled: str = ""  # the text of a place that was answered before
