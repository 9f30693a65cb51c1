"""A place in a record: text, or an object whose fields are each optional."""

from __future__ import annotations

from functools import cache
from typing import Any

from marshmallow import ValidationError, validates_schema

from matchmaker.schemas.base import RecordField, RecordSchema, Refused
from matchmaker.schemas.fields import Choice, Number, Text

TERRAINS = ("mountain", "highland", "midland", "delta", "coast", "island")
# Words for them in other departments' files.
_TERRAIN_WORDS = {"upland": "highland", "city": "delta"}


class TerrainField(Choice):
    """The lie of the land around a place."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        known = _TERRAIN_WORDS.get(value.strip(), value) if isinstance(value, str) else value
        return super()._deserialize(known, attr, data, **options)


class PlaceSchema(RecordSchema):
    """A place as an object. Coordinates are WGS 84 degrees inside the country and its islands."""

    name = Text()
    text = Text(1000)
    commune = Text(80)
    commune_type = Text(40)
    province = Text(80)
    old_district = Text(80)
    old_province = Text(80)
    lat = Number(-90, 90)
    lon = Number(-180, 180)
    terrain = TerrainField(TERRAINS)

    @validates_schema
    def check_coordinates(self, data: dict[str, Any], **_: Any) -> None:
        """Both or none, and not abroad."""
        if ("lat" in data) != ("lon" in data):
            raise Refused("coordinates_incomplete", "lat")
        if "lat" in data and not (6 <= data["lat"] <= 23.6 and 101.9 <= data["lon"] <= 118):
            raise Refused("outside_country", "lat")


class PlaceField(RecordField[Any]):
    """Text of at most 1,000 characters, or a place object."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        if isinstance(value, str):
            return Text(1000).deserialize(value)
        if not isinstance(value, dict):
            raise Refused("not_a_place")
        keep = bool(getattr(self.root, "keep_unknown", False))
        local = bool(getattr(self.root, "local_numbers", False))
        try:
            return _place_schema(keep, local).load(value)
        except ValidationError as error:
            raise ValidationError(error.messages) from None


@cache
def _place_schema(keep_unknown: bool, local_numbers: bool) -> PlaceSchema:
    """Built once of each sort: files have thousands of places."""
    return PlaceSchema(keep_unknown=keep_unknown, local_numbers=local_numbers)
