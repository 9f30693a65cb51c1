"""A demand as it comes in; the same for form, API, spreadsheet row and file."""

from __future__ import annotations

from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import CorrectionSchema, RecordSchema
from matchmaker.schemas.choices import CHANNELS, INVOICES, PERIODS, PRICE_BASES
from matchmaker.schemas.fields import (
    Certificates,
    Choice,
    Day,
    InvoiceRequired,
    Months,
    Number,
    RecordId,
    Text,
    YesNo,
)
from matchmaker.schemas.offers import check_days
from matchmaker.schemas.places import PlaceField
from matchmaker.schemas.units import PriceUnit, Unit


class DemandSchema(RecordSchema):
    """The record "demand" of the interchange format."""

    id = RecordId(200)
    buyer = Text()
    channel = Choice(CHANNELS)
    product = Text(required=True)
    description = Text(4000)
    spec = Text(1000)
    quantity = Number()
    unit = Unit()
    per = Choice(PERIODS)
    months = Months()
    season_text = Text(1000)
    demand_text = Text(4000)
    deliver_from = Day()
    deliver_to = Day()
    price_max = Number(money=True)
    price_unit = PriceUnit()
    price_basis = Choice(PRICE_BASES)
    required_certificates = Certificates()
    preferred_certificates = Certificates()
    min_ocop_stars = Number(0, 5, whole=True)
    invoice_required = InvoiceRequired(INVOICES)
    min_lot = Number()
    min_lot_unit = Unit()
    min_lot_kg = Number()
    min_remaining_days = Number(0, 36_500)
    min_remaining_share = Number(0, 1)
    pooling_allowed = YesNo()
    payment_days = Number(0, 3_650)
    discount_pct = Number(0, 100)
    returns = YesNo()
    consignment = YesNo()
    delivery_rhythm = Text(1000)
    place = PlaceField()
    valid_until = Day()
    note = Text(4000)

    @validates_schema
    def check_orders(self, data: dict[str, Any], **_: Any) -> None:
        """First day before last day."""
        check_days(data)


class DemandCorrectionSchema(CorrectionSchema, DemandSchema):
    """Fields of a demand that a person confirms or corrects; the others stay as they are."""

    class Meta:
        """An id is never corrected."""

        exclude = ("id",)
