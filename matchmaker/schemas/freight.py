"""A haulier's price as a list has it: a single quote, or a line of a rate card."""

from __future__ import annotations

from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.fields import Day, Number, Text

MOST_TONNES, MOST_KM, MOST_PRICE = 100, 5_000, 100_000


class QuoteSchema(RecordSchema):
    """One price for one way: by the kilogram, or for the whole trip."""

    origin = Text(300, required=True)
    destination = Text(300, required=True)
    tonnes = Number(0.01, MOST_TONNES, required=True)
    price_kg = Number(1, MOST_PRICE, money=True)
    price_trip = Number(1_000, money=True)
    quoted_on = Day(required=True)
    vehicle = Text(80)
    source = Text(300)

    @validates_schema
    def check_price(self, data: dict[str, Any], **_: Any) -> None:
        """One of the two prices is said, and not both."""
        if ("price_kg" in data) == ("price_trip" in data):
            raise Refused("one_price", "price_kg")


class CardSchema(RecordSchema):
    """One line of a rate card."""

    carrier = Text(200, required=True)
    origin = Text(300)
    destination = Text(300)
    km_from = Number(0, MOST_KM, load_default=0)
    km_to = Number(0, MOST_KM)
    tonnes_from = Number(0, MOST_TONNES, load_default=0)
    tonnes_to = Number(0, MOST_TONNES)
    price_kg = Number(1, MOST_PRICE, money=True, required=True)
    valid_from = Day(required=True)
    valid_to = Day()

    @validates_schema
    def check_line(self, data: dict[str, Any], **_: Any) -> None:
        """A line is for a way or for a band of km, and no band or time ends before it begins."""
        if bool(data.get("origin")) != bool(data.get("destination")):
            raise Refused("both_ends", "destination")
        if not data.get("origin") and "km_to" not in data:
            raise Refused("both_ends", "origin")
        if data.get("valid_to") and data["valid_to"] < data["valid_from"]:
            raise Refused("date_order", "valid_to")
        for name in ("km", "tonnes"):
            if f"{name}_to" in data and data[f"{name}_to"] < data[f"{name}_from"]:
                raise Refused("band_order", f"{name}_to")
