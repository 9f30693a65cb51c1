"""A registration as it comes in, and what an officer decides on it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from marshmallow import fields, validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.choices import CHANNELS
from matchmaker.schemas.fields import Choice, Text, YesNo
from matchmaker.schemas.organisations import LEGAL_FORMS
from matchmaker.schemas.text import clean
from seeds import reference

TRADERS = ("producer", "buyer")
DECISIONS = ("approve", "reject")
STEPS = ("begin", "ask", "pause", "renew")
PAUSE_REASONS = ("out_of_stock", "season_over", "asked", "papers", "unreachable", "other")
REASONS = ("duplicate", "not_in_trade", "unreachable", "incomplete", "asked", "other")
_PHONE = re.compile(r"0[0-9]{9}", re.ASCII)
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}", re.ASCII)


@cache
def provinces() -> tuple[str, ...]:
    """The short names of the provinces on the new map."""
    return tuple(sorted({row["new_province"] for row in reference("provinces")}))


class Telephone(fields.Field[str]):
    """A telephone of Viet Nam as ten digits; blanks, dots, dashes and +84 in it are no fault."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        digits = re.sub(r"[\s().+-]", "", clean(value)[:40]) if isinstance(value, str) else ""
        number = f"0{digits[2:]}" if digits.startswith("84") and len(digits) == 11 else digits
        if not _PHONE.fullmatch(number):
            raise Refused("not_a_phone")
        return number


class MailAddress(fields.Field[str]):
    """An e-mail address in lower case."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        text = clean(value).lower() if isinstance(value, str) else ""
        if not _MAIL.fullmatch(text):
            raise Refused("not_an_email")
        return text


class RegistrationSchema(RecordSchema):
    """Who asks to be let in, whom to call, and the consent, without which nothing is kept."""

    side = Choice(TRADERS, required=True)
    name = Text(300, required=True)
    legal_form = Choice(LEGAL_FORMS)
    channel = Choice(CHANNELS)
    tax_code = Text(20)
    province = Choice(provinces(), required=True)
    commune = Text(80)
    goods = Text(1000)
    person = Text(200, required=True)
    role = Text(120)
    phone = Telephone(required=True)
    email = MailAddress()
    consent = YesNo(required=True)

    @validates_schema(skip_on_field_errors=False)
    def check_consent(self, data: dict[str, Any], **_: Any) -> None:
        """Saying no is no consent either."""
        if data.get("consent") is False:
            raise Refused("consent_needed", "consent")


class RegistrationDecisionSchema(RecordSchema):
    """Approve, as a new organisation or as a known one (``organisation``), or reject with a reason."""

    decision = Choice(DECISIONS, required=True)
    organisation = Text(64)
    reason = Choice(REASONS)
    note = Text(2000)

    @validates_schema
    def check_reason(self, data: dict[str, Any], **_: Any) -> None:
        """A rejection says why; the reason "other" in words."""
        if data["decision"] == "reject" and "reason" not in data:
            raise Refused("reason_required", "reason")
        if data.get("reason") == "other" and not data.get("note"):
            raise Refused("note_required", "note")


class RegistrationStepSchema(RecordSchema):
    """What becomes of a registration beside the decision: checking begins, something is asked for in words
    (``note``), the member pauses with a reason, or is taken up again."""

    step = Choice(STEPS, required=True)
    reason = Choice(PAUSE_REASONS)
    note = Text(2000)

    @validates_schema
    def check_step(self, data: dict[str, Any], **_: Any) -> None:
        """A pause says why; the reason "other" and a question in words."""
        if data["step"] == "pause" and "reason" not in data:
            raise Refused("reason_required", "reason")
        if (data["step"] == "ask" or data.get("reason") == "other") and not data.get("note"):
            raise Refused("note_required", "note")


class SuppliedSchema(RecordSchema):
    """What whoever sent a registration answers to a question of an officer."""

    note = Text(2000, required=True)
