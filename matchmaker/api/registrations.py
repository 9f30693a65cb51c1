"""Registrations for an officer's scripts: list, enter for somebody, read, decide."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask.views import MethodView
from marshmallow import Schema, fields

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, once, optional_version
from matchmaker.models import Registration
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import registrations as queries
from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.fields import Choice
from matchmaker.schemas.registrations import RegistrationDecisionSchema, RegistrationSchema
from matchmaker.services import registrations

blueprint = Blueprint("api_registrations", __name__, url_prefix="/api/v1/registrations")


class StatusArguments(RecordSchema):
    """Which registrations."""

    status = Choice(queries.STATUSES, load_default="new")


class RegistrationReply(Schema):
    """A registration. Whom to call is told for one alone, and each time logged."""

    id = fields.Integer(required=True)
    status = fields.String(required=True)
    version = fields.Integer(required=True)
    side = fields.String(required=True)
    name = fields.String(required=True)
    legal_form = fields.String(required=True)
    channel = fields.String(required=True)
    tax_code = fields.String(required=True)
    province = fields.String(required=True)
    commune = fields.String(required=True)
    goods = fields.String(required=True)
    consent = fields.String(required=True)
    reason = fields.String(required=True)
    note = fields.String(required=True)
    organisation_id = fields.String(required=True, allow_none=True)
    person = fields.String()
    role = fields.String()
    phone = fields.String()
    email = fields.String()


class RegistrationsReply(Schema):
    """All of a status; ``next`` is always null."""

    items = fields.List(fields.Nested(RegistrationReply), required=True)
    next = fields.String(required=True, allow_none=True)


@blueprint.route("")
class Registrations(MethodView):
    """Registrations of the caller's provinces."""

    @requires(Permission.LET_IN)
    @blueprint.arguments(StatusArguments, location="query")
    @blueprint.response(200, RegistrationsReply)
    def get(self, arguments: dict[str, Any]) -> Answer:
        """Those of a status, without whom to call."""
        return {"items": [_reply(row) for row in queries.listed(actor(), arguments["status"])], "next": None}

    @requires(Permission.LET_IN)
    @blueprint.arguments(RegistrationSchema)
    @blueprint.response(201, RegistrationReply)
    def post(self, record: dict[str, Any]) -> tuple[Answer, int, Headers]:
        """Enter a registration for somebody who has heard the text of the consent and agreed."""
        answer, headers, _ = once(record, lambda: _reply(registrations.send(record, actor())))
        place = url_for("api_registrations.RegistrationById", registration_id=answer["id"])
        return answer, 201, headers | etag(answer["version"]) | {"Location": place}


@blueprint.route("/<int:registration_id>")
class RegistrationById(MethodView):
    """One registration."""

    @requires(Permission.LET_IN)
    @blueprint.response(200, RegistrationReply)
    def get(self, registration_id: int) -> tuple[Answer, Headers]:
        """The registration with whom to call; that it was read is logged."""
        row = registrations.opened(registration_id, actor())
        return _reply(row) | {name: getattr(row, name) for name in registrations.PERSONAL}, etag(row.version)


@blueprint.route("/<int:registration_id>/decision")
class RegistrationDecision(MethodView):
    """The decision on a registration."""

    @requires(Permission.LET_IN)
    @blueprint.arguments(RegistrationDecisionSchema)
    @blueprint.response(200, RegistrationReply)
    def post(self, record: dict[str, Any], registration_id: int) -> tuple[Answer, Headers]:
        """Approve (as ``organisation`` where it is a known one) or reject with a reason."""
        version = optional_version()
        answer, headers, _ = once(record, lambda: _decide(registration_id, record, version))
        return answer, headers | etag(answer["version"])


def _decide(registration_id: int, record: dict[str, Any], version: int | None) -> Answer:
    if record["decision"] == "approve":
        return _reply(
            registrations.approve(registration_id, actor(), version, record.get("organisation", ""))
        )
    reason, note = record["reason"], record.get("note", "")
    return _reply(registrations.reject(registration_id, reason, note, actor(), version))


def _reply(row: Registration) -> Answer:
    hidden = set(registrations.PERSONAL)
    return {name: getattr(row, name) for name in RegistrationReply().fields if name not in hidden}
