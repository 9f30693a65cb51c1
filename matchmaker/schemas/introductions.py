"""Answers to an introduction, terms, deliveries and the head of letters, as they come in."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.choices import ANSWERS, REASONS, REMINDED_BY, SIDES, TERMS
from matchmaker.schemas.fields import Choice, Day, Listed, Number, Text
from matchmaker.schemas.units import Unit


class MatchIds(Listed):
    """Ids of matches; none means all that wait."""

    longest = 50

    def _items(self, values: Any) -> list[int]:
        found = []
        for value in values:
            text = str(value).strip()
            if isinstance(value, bool) or not (text.isascii() and text.isdigit() and len(text) < 10):
                raise Refused("not_an_id")
            found.append(int(text))
        return list(dict.fromkeys(found))


class IntroduceSchema(RecordSchema):
    """Which accepted matches of a demand are introduced; without ``matches`` all that wait."""

    matches = MatchIds()


class ReissueSchema(RecordSchema):
    """Why a letter is issued again."""

    note = Text(500)


class AnswerSchema(RecordSchema):
    """An answer; a refusal has a reason, other terms are said in words."""

    answer = Choice(ANSWERS, required=True)
    reason = Choice(REASONS)
    note = Text(1000)

    @validates_schema
    def check_answer(self, data: dict[str, Any], **_: Any) -> None:
        """A reason with a refusal and only there; words with other terms, and with the reason "other"."""
        if data["answer"] == "refused" and "reason" not in data:
            raise Refused("answer_reason", "reason")
        if data["answer"] != "refused" and "reason" in data:
            raise Refused("answer_reason_only", "reason")
        if data["answer"] == "terms" and not data.get("note"):
            raise Refused("terms_in_words", "note")
        if data.get("reason") == "other" and not data.get("note"):
            raise Refused("note_required", "note")


class MemberAnswerSchema(AnswerSchema):
    """An answer told to an officer: of which match, and by which side."""

    match = Number(low=1, high=2**31 - 1, whole=True, required=True)
    side = Choice(SIDES, required=True)


class ReminderSchema(RecordSchema):
    """A reminder that was sent: how, and to whose producer; without ``match`` to the buyer."""

    match = Number(low=0, high=2**31 - 1, whole=True)
    how = Choice(REMINDED_BY, required=True)


class Words(fields.Field[dict[str, str]]):
    """What is said of terms, by code; "" takes it back."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            raise Refused("not_an_object")
        reader = Text(500)
        found = {}
        for term, words in value.items():
            if term not in TERMS:
                raise Refused("unknown_choice", value=term, choices=TERMS)
            found[term] = reader.deserialize(words) if words else ""
        return found


class TermsSchema(RecordSchema):
    """What one side says of the terms."""

    side = Choice(SIDES, required=True)
    words = Words(required=True)


class DeliverySchema(RecordSchema):
    """A delivery: the day, how much, and for how much."""

    delivered_on = Day(required=True)
    quantity = Number(required=True)
    unit = Unit(required=True)
    value = Number(whole=True, money=True)
    behalf = Choice(SIDES)
    note = Text(2000)

    @validates_schema
    def check_quantity(self, data: dict[str, Any], **_: Any) -> None:
        """Something was delivered."""
        if not data["quantity"]:
            raise Refused("delivery_needs_quantity", "quantity")


class OfficeSchema(RecordSchema):
    """The head and the foot of a province's letters."""

    parent = Text(200)
    unit = Text(200, required=True)
    place = Text(80)
    symbol = Text(40, required=True)
    signer_title = Text(200)
    signer = Text(200)
    phone = Text(40)
