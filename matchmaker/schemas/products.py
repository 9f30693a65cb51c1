"""A kind of the product lexicon as an officer writes it, and the form in which the table keeps it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.choices import STORAGES
from matchmaker.schemas.fields import Choice, Listed, Months, Number, Text, YesNo
from matchmaker.schemas.text import clean

RANKS = ("family", "kind", "variety")
FORMS = ("fresh", "dried", "frozen", "processed", "live", "craft", "plant", "service")
OCOP_GROUPS = ("1", "2", "3", "4", "5", "6")
LONGEST_NAME = 120  # characters


class Names(Listed):
    """Names, one a line or parted by ";"."""

    def _items(self, values: Sequence[Any]) -> list[str]:
        lines = [line for value in values for line in re.split(r"[;\n]", str(value))]
        names = [name for name in map(clean, lines) if name]
        if len(names) > self.longest:
            raise Refused("too_many", max=self.longest)
        if any(len(name) > LONGEST_NAME for name in names):
            raise Refused("too_long", max=LONGEST_NAME)
        if not all(map(_has_a_letter, names)):
            raise Refused("no_letter")
        return list(dict.fromkeys(names))


class Name(Text):
    """One name; ";" would part it into two in the table."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        text = super()._deserialize(value, attr, data)
        if ";" in text:
            raise Refused("one_name_only")
        if text and not _has_a_letter(text):
            raise Refused("no_letter")
        return text


def _has_a_letter(name: str) -> bool:
    """Marks and pictures alone are no name: nothing could be told by them."""
    return any(letter.isalpha() for letter in name)


class KindSchema(RecordSchema):
    """What officers say of a kind; ``parent`` and ``confusable_with`` are names or keys of other kinds."""

    name_vi = Name(LONGEST_NAME, required=True)
    name_en = Name(LONGEST_NAME)
    synonyms_vi = Names()
    synonyms_en = Names()
    parent = Text(LONGEST_NAME)
    rank = Choice(RANKS, required=True)
    form = Choice(FORMS)
    storage = Choice(STORAGES)
    shelf_ambient_days = Number(0, 36_500, whole=True)
    shelf_chilled_days = Number(0, 36_500, whole=True)
    storable = YesNo()
    harvest_months = Months()
    saleable_months = Months()
    origins = Names()
    gi_name = Name(LONGEST_NAME)
    ocop_group = Choice(OCOP_GROUPS)
    confusable_with = Names()
    source = Text(300, required=True)

    @validates_schema
    def check_parent(self, data: dict[str, Any], **_: Any) -> None:
        """Only a family may stand at the top: a variety is one of something."""
        if data["rank"] == "variety" and not data.get("parent"):
            raise Refused("variety_without_parent", "parent")


def as_row(loaded: Mapping[str, Any]) -> dict[str, str]:
    """A loaded kind as cells of the product table; what is not said is empty."""
    return {column: _cell(loaded.get(column)) for column in KindSchema().fields}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)
