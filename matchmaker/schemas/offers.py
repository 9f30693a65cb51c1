"""An offer as it comes in; the same for form, API, spreadsheet row and file."""

from __future__ import annotations

from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import CorrectionSchema, RecordSchema, Refused
from matchmaker.schemas.choices import INVOICES, PERIODS, PRICE_BASES, STORAGES
from matchmaker.schemas.fields import Certificates, Choice, Day, Months, Number, RecordId, Text, YesNo
from matchmaker.schemas.places import PlaceField
from matchmaker.schemas.units import PriceUnit, Unit


class OfferSchema(RecordSchema):
    """The record "offer" of the interchange format."""

    id = RecordId(200)
    producer = Text()
    product = Text(required=True)
    description = Text(4000)
    supply_text = Text(4000)
    quantity = Number()
    unit = Unit()
    per = Choice(PERIODS)
    months = Months()
    season_text = Text(1000)
    price_min = Number(money=True)
    price_max = Number(money=True)
    price_unit = PriceUnit()
    price_basis = Choice(PRICE_BASES)
    certificates = Certificates()
    ocop_stars = Number(0, 5, whole=True)
    ocop_expiry = Day()
    invoice = Choice(INVOICES)
    shelf_life_days = Number(0, 36_500)
    storage = Choice(STORAGES)
    min_order = Number()
    min_order_unit = Unit()
    min_order_kg = Number()
    deliver_from = Day()
    deliver_to = Day()
    max_payment_days = Number(0, 3_650)
    max_discount_pct = Number(0, 100)
    accepts_returns = YesNo()
    accepts_consignment = YesNo()
    lead_time_days = Number(0, 3_650)
    packaging = Text(1000)
    grade = Text(1000)
    sold_at = Text(1000)
    valid_until = Day()
    place = PlaceField()
    note = Text(4000)

    @validates_schema
    def check_orders(self, data: dict[str, Any], **_: Any) -> None:
        """Lowest before highest, first before last."""
        if data.get("price_min", 0) > data.get("price_max", float("inf")):
            raise Refused("price_order", "price_min")
        check_days(data)


def check_days(data: dict[str, Any]) -> None:
    """Refuse a delivery window that ends before it begins."""
    first, last = data.get("deliver_from"), data.get("deliver_to")
    if first and last and first > last:
        raise Refused("date_order", "deliver_from")


class OfferCorrectionSchema(CorrectionSchema, OfferSchema):
    """Fields of an offer that a person confirms or corrects; the others stay as they are."""

    class Meta:
        """An id is never corrected."""

        exclude = ("id",)
