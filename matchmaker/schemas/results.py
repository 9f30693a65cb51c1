"""A result slip, and a later stage of a match, as they come in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.choices import LATER_STAGES, OUTCOMES, REASONS, SIDES, STEPS
from matchmaker.schemas.fields import Choice, Day, Listed, Number, Text
from matchmaker.schemas.units import Unit


class Steps(Listed):
    """The steps ticked on a slip, in the slip's own order."""

    def _items(self, values: Sequence[Any]) -> list[str]:
        unknown = [value for value in values if value not in STEPS]
        if unknown:
            raise Refused("unknown_choice", value=unknown, choices=STEPS)
        return [step for step in STEPS if step in values]


class ResultSchema(RecordSchema):
    """A slip: steps, amounts and an appointment only where the two met; a reason where it does not fit."""

    outcome = Choice(OUTCOMES, required=True)
    steps = Steps()
    reason = Choice(REASONS)
    quantity = Number()
    unit = Unit()
    value = Number(whole=True, money=True)
    next_on = Day()
    note = Text(2000)

    @validates_schema
    def check_slip(self, data: dict[str, Any], **_: Any) -> None:
        """What is told fits together."""
        steps = data.get("steps") or []
        if data["outcome"] != "met":
            for name in ("steps", "quantity", "value"):
                if data.get(name):
                    raise Refused("only_where_met", name)
        if "unfit" in steps and len(steps) > 1:
            raise Refused("unfit_alone", "steps")
        if "unfit" in steps and "reason" not in data:
            raise Refused("unfit_reason", "reason")
        check_reason(data, "unfit" in steps)
        check_amount(data)


class StageSchema(RecordSchema):
    """A later stage of a match, with the day it happened on, and for which side an officer speaks."""

    stage = Choice(LATER_STAGES, required=True)
    happened_on = Day(required=True)
    reason = Choice(REASONS)
    quantity = Number()
    unit = Unit()
    value = Number(whole=True, money=True)
    behalf = Choice(SIDES)
    note = Text(2000)

    @validates_schema
    def check_stage(self, data: dict[str, Any], **_: Any) -> None:
        """A failure has its reason, and nothing else has one."""
        if data["stage"] == "failed" and "reason" not in data:
            raise Refused("unfit_reason", "reason")
        check_reason(data, data["stage"] == "failed")
        check_amount(data)


def check_reason(data: dict[str, Any], wanted: bool) -> None:
    """A reason only where one is ``wanted``, and "other" with a note."""
    if "reason" in data and not wanted:
        raise Refused("unfit_reason_only", "reason")
    if data.get("reason") == "other" and not data.get("note"):
        raise Refused("note_required", "note")


def check_amount(data: dict[str, Any]) -> None:
    """A quantity and its unit come together."""
    if data.get("quantity") and "unit" not in data:
        raise Refused("unit_required", "unit")
    if "unit" in data and "quantity" not in data:
        raise Refused("quantity_required", "quantity")
