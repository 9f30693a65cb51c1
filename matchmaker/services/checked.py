"""Records as the API takes them: checked field by field, with the place and the last day, in one round."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, validates_schema

from matchmaker.errors import InvalidRecord
from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.demands import DemandCorrectionSchema, DemandSchema
from matchmaker.schemas.offers import OfferCorrectionSchema, OfferSchema
from matchmaker.services.calendar import today
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import find_place


class Checked(RecordSchema):
    """Adds what needs the map and the calendar, and says it beside the messages of the other fields."""

    @validates_schema(skip_on_field_errors=False)
    def check_place(self, data: dict[str, Any], **_: Any) -> None:
        """A place that nobody knows is refused at its field."""
        try:
            find_place(data.get("place"), load_reference())
        except InvalidRecord as error:
            raise ValidationError(error.messages) from None

    @validates_schema(skip_on_field_errors=False)
    def check_last_day(self, data: dict[str, Any], **_: Any) -> None:
        """What has lapsed already is not entered."""
        last = data.get("valid_until")
        if last and last < today():
            raise Refused("valid_until_past", "valid_until", value=last.isoformat())


class NewOfferSchema(Checked, OfferSchema):
    """An offer that is entered or replaced."""


class NewDemandSchema(Checked, DemandSchema):
    """A demand that is entered or replaced."""


class ConfirmedOfferSchema(Checked, OfferCorrectionSchema):
    """Fields of an offer that are confirmed."""

    class Meta(OfferCorrectionSchema.Meta):
        """As of any correction."""


class ConfirmedDemandSchema(Checked, DemandCorrectionSchema):
    """Fields of a demand that are confirmed."""

    class Meta(DemandCorrectionSchema.Meta):
        """As of any correction."""
