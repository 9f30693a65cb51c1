"""A conference document as it comes in; its inner sense is checked by the scheduler itself."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.fields import Number, RecordId, Text


class Document(fields.Field[dict[str, Any]]):
    """An object of the format meetplan/1."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Refused("not_an_object")
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
