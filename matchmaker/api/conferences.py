"""Conferences and the versions of their timetables."""

from __future__ import annotations

from typing import Any

from flask import Response, url_for
from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, expected_version, once
from matchmaker.api.replies import (
    ConferenceReply,
    ConferencesReply,
    ScheduleReply,
    conference_reply,
    schedule_reply,
)
from matchmaker.documents.conference import PRINTS
from matchmaker.documents.material import told_people
from matchmaker.errors import NotFound
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import conferences as queries
from matchmaker.schemas.conferences import ArrangeSchema, ConferenceChangeSchema, ConferenceSchema
from matchmaker.services import arranging, calling, conferences, gathering, printing
from matchmaker.services.printing import Order

blueprint = Blueprint("api_conferences", __name__, url_prefix="/api/v1/conferences")


@blueprint.route("")
class Conferences(MethodView):
    """All conferences that the caller may see."""

    @requires(Permission.SEE_CONFERENCES)
    @blueprint.response(200, ConferencesReply)
    def get(self) -> Answer:
        """The conferences in the order of their ids."""
        return {"items": [_opened(row) for row in queries.listed(actor())], "next": None}

    @requires(Permission.ARRANGE_CONFERENCES)
    @blueprint.arguments(ConferenceSchema)
    @blueprint.response(201, ConferenceReply)
    def post(self, record: dict[str, Any]) -> tuple[Answer, int, Headers]:
        """Enter a conference: ``document`` is of the format meetplan/1."""
        answer, headers, _ = once(record, lambda: conference_reply(_post(record), actor()))
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
        return _opened(row), etag(row.version)

    @requires(Permission.ARRANGE_CONFERENCES)
    @blueprint.arguments(ConferenceChangeSchema)
    @blueprint.response(200, ConferenceReply)
    def put(self, record: dict[str, Any], conference_id: str) -> tuple[Answer, Headers]:
        """Replace the document; If-Match names the version it starts from."""
        row = conferences.change(conference_id, record["document"], actor(), expected_version())
        return conference_reply(row, actor()), etag(row.version)


@blueprint.route("/<string:conference_id>/schedules")
class Schedules(MethodView):
    """The timetables of a conference."""

    @requires(Permission.ARRANGE_CONFERENCES)
    @blueprint.arguments(ArrangeSchema)
    @blueprint.response(201, ScheduleReply)
    def post(self, record: dict[str, Any], conference_id: str) -> tuple[Answer, int, Headers]:
        """Plan the conference within ``seconds`` and keep the timetable as its next version."""
        proposal = arranging.propose(conference_id, actor(), record.get("seconds", arranging.SECONDS))
        answer, headers, _ = once(
            record, lambda: schedule_reply(arranging.adopt(conference_id, proposal, actor()))
        )
        where = {"conference_id": conference_id, "number": answer["number"]}
        return answer, 201, headers | {"Location": url_for("api_conferences.ScheduleByNumber", **where)}


@blueprint.route("/<string:conference_id>/schedules/<int:number>")
class ScheduleByNumber(MethodView):
    """One version of a conference's timetable."""

    @requires(Permission.SEE_CONFERENCES)
    @blueprint.response(200, ScheduleReply)
    def get(self, conference_id: str, number: int) -> Answer:
        """The timetable, in the format that ``matchmaker schedule`` prints."""
        return schedule_reply(arranging.schedule_of(conference_id, number, actor()))


@blueprint.route("/<string:conference_id>/schedules/<int:number>/<string:which>.pdf")
class SchedulePrint(MethodView):
    """A print of one version of a timetable."""

    @requires(Permission.SEE_CONFERENCES)
    @blueprint.response(200, content_type="application/pdf")
    def get(self, conference_id: str, number: int, which: str) -> Response:
        """``which`` is tables, participants, slips, grid or pack (all of them)."""
        if which not in PRINTS:
            raise NotFound
        pdf = printing.printed(conference_id, which, "pdf", Order(number), actor())
        return Response(pdf, mimetype="application/pdf")


def _opened(row: Conference) -> Answer:
    """A conference; that its participants' contacts were shown is logged."""
    everybody, told = row.document["participants"], gathering.may_see_contacts(actor())
    shown = [each for each in everybody if (told or each.get("contact_public") is True) and told_people(each)]
    calling.participants(shown, actor(), row.id)
    return conference_reply(row, actor())


def _post(record: dict[str, Any]) -> Conference:
    return conferences.post(record["document"], actor(), record.get("id", ""), record.get("province", ""))
