"""Changes of reference data as a history shows them: who, when, why, and what became what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from matchmaker.models import ReferenceChange
from matchmaker.queries import reference_changes as changed
from matchmaker.services.calendar import VIET_NAM
from matchmaker.services.channels import FOLLOW
from matchmaker.web.words import label
from seeds.overlay import Change
from seeds.problems import parts

# Columns that hold codes, and the table that names them.
CODES = {
    "rank": "rank",
    "form": "product_form",
    "storage": "storage",
    "ocop_group": "ocop_group",
    "open": "openness",
    "required": "certificate_short",
    "required_fresh": "certificate_short",
    "required_packaged": "certificate_short",
    "preferred": "certificate_short",
    "invoice": "invoice",
}
YES_NO = ("returns", "consignment", "pooling_allowed", "storable")


@dataclass(frozen=True)
class ChangeLine:
    """One change: what it did to which column, and whether it holds, was taken back, or takes back."""

    row: ReferenceChange
    at: datetime
    author: str
    details: Sequence[str]
    undone: bool


def change_lines(rows: Sequence[ReferenceChange]) -> list[ChangeLine]:
    """The lines of some changes, in their order."""
    undone = changed.taken_back()
    return [
        ChangeLine(
            row,
            row.at.astimezone(VIET_NAM),
            row.user.name or row.user.email,
            list(details(row)),
            row.id in undone,
        )
        for row in rows
    ]


def details(row: ReferenceChange) -> Iterator[str]:
    """What a change did, a line a column."""
    change = Change.read(row.key, row.action, row.values)
    for column, value in change.set.items():
        before, after = (told(column, text) for text in (row.before.get(column, ""), value))
        name = label("field", column)
        yield f"{name}: {before} → {after}" if row.action != "add" else f"{name}: {after}"
    for column, items in change.add.items():
        yield f"{label('field', column)}: + {', '.join(items)}"
    for column, items in change.drop.items():
        yield f"{label('field', column)}: − {', '.join(items)}"


def told(column: str, value: str) -> str:
    """A cell in words."""
    if not value:
        return _("để trống")
    if value == FOLLOW:
        return _("như mẫu của kênh")
    if column in YES_NO:
        return _("có") if value == "1" else _("không")
    if column in CODES:
        return ", ".join(label(CODES[column], code) for code in parts(value))
    return ", ".join(parts(value)) if ";" in value else value
