"""A decision on a match as it comes in."""

from __future__ import annotations

from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.choices import DECISIONS, REASONS
from matchmaker.schemas.fields import Choice, Text


class DecisionSchema(RecordSchema):
    """``decision`` is accept, reject or hold; a rejection needs a ``reason``, the others take none.

    The reason "other" needs a note.
    """

    decision = Choice(DECISIONS, required=True)
    reason = Choice(REASONS)
    note = Text(2000)

    @validates_schema
    def check_reason(self, data: dict[str, Any], **_: Any) -> None:
        """A reason with a rejection, and only there."""
        if data["decision"] == "reject" and "reason" not in data:
            raise Refused("reason_required", "reason")
        if data["decision"] != "reject" and "reason" in data:
            raise Refused("reason_not_wanted", "reason")
        if data.get("reason") == "other" and not data.get("note"):
            raise Refused("note_required", "note")
