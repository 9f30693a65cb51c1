"""How our own fields and errors are described in openapi.json."""

from __future__ import annotations

from typing import Any

from flask_smorest import Api

from matchmaker.api.replies import ProblemReply
from matchmaker.schemas import fields
from matchmaker.schemas.choices import TERMS
from matchmaker.schemas.conferences import Document
from matchmaker.schemas.introductions import MatchIds, Words
from matchmaker.schemas.places import PlaceField, PlaceSchema
from matchmaker.schemas.pools import Amounts
from matchmaker.schemas.units import Unit, unit_names

SECURITY = {"token": {"type": "http", "scheme": "bearer", "description": "matchmaker create-user … --token"}}

HEADERS = {
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "description": "Any text; the same key with the same request carries it out once.",
        "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
    },
    "IfMatch": {
        "name": "If-Match",
        "description": "The ETag of the version that the change starts from.",
        "required": True,
        "schema": {"type": "string"},
    },
}


def describe(rest: Api) -> None:
    """Teach the description our fields, and that every call carries a token."""
    for field, kind in (
        (fields.Text, "string"),
        (fields.Number, "number"),
        (fields.YesNo, "boolean"),
        (fields.Day, "string"),
        (fields.Choice, "string"),
        (fields.Listed, "array"),
        (Document, "object"),
        (Amounts, "object"),
        (Words, "object"),
    ):
        rest.register_field(field, kind, None)
    rest.ma_plugin.converter.add_attribute_function(_attributes)
    for name, scheme in SECURITY.items():
        rest.spec.components.security_scheme(name, scheme)
    rest.spec.options["security"] = [{"token": []}]
    for name, header in HEADERS.items():
        rest.spec.components.parameter(name, "header", header)
    problem = {"application/problem+json": {"schema": ProblemReply}}
    rest.spec.components.response("Problem", {"description": "What is wrong.", "content": problem})


def _attributes(_converter: Any, field: Any, **_: Any) -> dict[str, Any]:
    """What JSON Schema can say about one of our fields."""
    if isinstance(field, Amounts):
        amount = {"type": "number", "minimum": 0, "maximum": fields.LARGEST}
        return {"propertyNames": {"enum": [str(m) for m in range(1, 13)]}, "additionalProperties": amount}
    if isinstance(field, Words):
        return {
            "propertyNames": {"enum": list(TERMS)},
            "additionalProperties": {"type": "string", "maxLength": 500},
        }
    if isinstance(field, fields.RecordId):
        return {"maxLength": 64, "pattern": f"^{field.PLAIN.pattern}$"}
    if isinstance(field, Unit):
        return {"enum": list(unit_names())}
    if isinstance(field, fields.Text):
        return {"maxLength": field.longest}
    if isinstance(field, fields.Number):
        return {"type": "integer" if field.whole else "number", "minimum": field.low, "maximum": field.high}
    if isinstance(field, fields.Choice):
        return {"enum": list(field.choices)}
    if isinstance(field, fields.Day):
        return {"format": "date"}
    if isinstance(field, PlaceField):
        properties = _properties(PlaceSchema())
        return {"anyOf": [{"type": "string", "maxLength": 1000}, properties]}
    if isinstance(field, fields.InvoiceRequired):
        codes = {"type": "array", "items": {"type": "string", "enum": list(field.choices)}}
        return {"type": ["boolean", "array"], "items": codes["items"]}
    return _list_attributes(field)


def _list_attributes(field: Any) -> dict[str, Any]:
    if isinstance(field, MatchIds):
        whole = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
        return {"items": whole, "maxItems": field.longest}
    if isinstance(field, fields.Months):
        return {"items": {"type": "integer", "minimum": 1, "maximum": 12}, "maxItems": field.longest}
    if isinstance(field, fields.Certificates):
        pattern = r"^[A-Z][A-Z0-9_]{1,22}(@[0-9]{4}-[0-9]{2}-[0-9]{2})?$"
        return {"items": {"type": "string", "pattern": pattern}, "maxItems": field.longest}
    return {}


def _properties(schema: PlaceSchema) -> dict[str, Any]:
    """The object form of a place."""
    kinds = {fields.Number: "number"}
    properties = {
        name: {"type": next((k for f, k in kinds.items() if isinstance(field, f)), "string")}
        | _attributes(None, field)
        for name, field in schema.fields.items()
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}
