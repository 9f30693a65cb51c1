"""A conference document as it comes in; its inner sense is checked by the scheduler itself."""

from __future__ import annotations

import math
from typing import Any

from marshmallow import fields

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.fields import LARGEST, Number, RecordId, Text
from matchmaker.schemas.text import clean

DEEPEST = 12  # a conference document needs five


class Document(fields.Field[dict[str, Any]]):
    """An object of the format meetplan/1."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Refused("not_an_object")
        cleaned: dict[str, Any] = _storable(value, DEEPEST)
        return cleaned


def _storable(value: Any, depth: int) -> Any:
    """The value with its texts cleaned. Refuses what no table can hold: NaN, huge numbers, deep nesting."""
    if depth == 0:
        raise Refused("invalid_value")
    if isinstance(value, dict):
        return {clean(name): _storable(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_storable(inner, depth - 1) for inner in value]
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise Refused("not_finite")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise Refused("too_large", max=LARGEST)
    return value


class ConferenceSchema(RecordSchema):
    """A document of the format meetplan/1, with an optional id and province for keeping it."""

    id = RecordId(64)
    province = Text(80)
    document = Document(required=True)


class ConferenceChangeSchema(RecordSchema):
    """A document that takes the place of the one kept."""

    document = Document(required=True)


class ArrangeSchema(RecordSchema):
    """How long the planner may take, in seconds."""

    seconds = Number(1, 60)
