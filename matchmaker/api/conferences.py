"""Conferences and the versions of their timetables."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask.views import MethodView
from flask_smorest import Blueprint

from matchmaker.api.exchange import Answer, Headers, etag, expected_version, once
from matchmaker.api.replies import (
    ConferenceReply,
    ConferencesReply,
    ScheduleReply,
    conference_reply,
    schedule_reply,
)
from matchmaker.errors import NotFound
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import conferences as queries
from matchmaker.schemas.conferences import ConferenceChangeSchema, ConferenceSchema
from matchmaker.services import conferences

blueprint = Blueprint("api_conferences", __name__, url_prefix="/api/v1/conferences")


@blueprint.route("")
class Conferences(MethodView):
    """All conferences that the caller may see."""

    @requires(Permission.SEE_CONFERENCES)
    @blueprint.response(200, ConferencesReply)
    def get(self) -> Answer:
        """The conferences in the order of their ids."""
        return {"items": [conference_reply(row) for row in queries.listed(actor())], "next": None}

    @requires(Permission.ARRANGE_CONFERENCES)
    @blueprint.arguments(ConferenceSchema)
    @blueprint.response(201, ConferenceReply)
    def post(self, record: dict[str, Any]) -> tuple[Answer, int, Headers]:
        """Enter a conference: ``document`` is of the format meetplan/1."""
        answer, headers, _ = once(record, lambda: conference_reply(_post(record)))
        location = url_for("api_conferences.ConferenceById", conference_id=answer["id"])
        return answer, 201, headers | etag(answer["version"]) | {"Location": location}


@blueprint.route("/<string:conference_id>")
class ConferenceById(MethodView):
    """One conference."""

    @requires(Permission.SEE_CONFERENCES)
    @blueprint.response(200, ConferenceReply)
    def get(self, conference_id: str) -> tuple[Answer, Headers]:
        """The conference, its version as ETag."""
        row = queries.one(conference_id, actor())
        return conference_reply(row), etag(row.version)

    @requires(Permission.ARRANGE_CONFERENCES)
    @blueprint.arguments(ConferenceChangeSchema)
    @blueprint.response(200, ConferenceReply)
    def put(self, record: dict[str, Any], conference_id: str) -> tuple[Answer, Headers]:
        """Replace the document; If-Match names the version it starts from."""
        row = conferences.change(conference_id, record["document"], actor(), expected_version())
        return conference_reply(row), etag(row.version)


@blueprint.route("/<string:conference_id>/schedules/<int:number>")
class ScheduleByNumber(MethodView):
    """One version of a conference's timetable."""

    @requires(Permission.SEE_CONFERENCES)
    @blueprint.response(200, ScheduleReply)
    def get(self, conference_id: str, number: int) -> Answer:
        """The timetable, in the format that ``matchmaker schedule`` prints."""
        for version in queries.one(conference_id, actor()).schedules:
            if version.number == number:
                return schedule_reply(version)
        raise NotFound


def _post(record: dict[str, Any]) -> Conference:
    return conferences.post(record["document"], actor(), record.get("id", ""), record.get("province", ""))
