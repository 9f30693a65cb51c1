"""Changes of reference data as a history shows them: who, when, why, and what became what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from matchmaker.models import ReferenceChange
from matchmaker.queries import reference_changes as changed
from matchmaker.services.calendar import VIET_NAM
from matchmaker.services.channels import FOLLOW
from matchmaker.web.words import day, label
from seeds.overlay import ADD, Change
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
DAYS = ("since", "until", "checked_on")
KINDS = ("parent", "confusable_with")
DERIVED = ("category",)  # follows from the kind above
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
            list(details(Change.read(row.key, row.action, row.values), row.before)),
            row.id in undone,
        )
        for row in rows
    ]


def details(change: Change, before: Mapping[str, str]) -> Iterator[str]:
    """What a change does to a row that said ``before``, a line a column."""
    for column, value in change.set.items():
        if column in DERIVED:
            continue
        was, becomes = (told(column, text) for text in (before.get(column, ""), value))
        name = _("Giá trị") if column == "value" else label("field", column)
        yield f"{name}: {was} → {becomes}" if change.action != ADD else f"{name}: {becomes}"
    for sign, lists in (("+", change.add), ("−", change.drop)):
        for column, items in lists.items():
            yield f"{label('field', column)}: {sign} {told(column, ';'.join(items))}"


def entry_name(key: str) -> str:
    """The name of a kind, also of one that was there once; else its key."""
    row = changed.by_key("products").get(key)
    names = [row] if row else [each.values.get("set", {}) for each in changed.history("products", key)]
    return next((str(each["name_vi"]) for each in names if "name_vi" in each), key)


def told(column: str, value: str) -> str:
    """A cell in words."""
    if not value:
        return _("để trống")
    if value == FOLLOW:
        return _("như mẫu của kênh")
    if column in YES_NO:
        return _("có") if value == "1" else _("không")
    if column in DAYS:
        return day(value)
    if column in KINDS:
        return ", ".join(map(entry_name, parts(value)))
    if column in CODES:
        return ", ".join(label(CODES[column], code) for code in parts(value))
    return ", ".join(parts(value)) if ";" in value else value
