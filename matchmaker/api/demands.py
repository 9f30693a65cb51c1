"""Demands: list, enter, read, change, close; and their matches."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, expected_version, once
from matchmaker.api.rankings import still_running
from matchmaker.api.replies import DemandReply, DemandsReply, MatchesReply, match_reply, record_reply
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import demands as queries
from matchmaker.queries import matches
from matchmaker.schemas.queries import PageArguments, TopArguments
from matchmaker.services import demands
from matchmaker.services.checked import ConfirmedDemandSchema, NewDemandSchema

blueprint = Blueprint("api_demands", __name__, url_prefix="/api/v1/demands")


@blueprint.route("")
class Demands(MethodView):
    """All demands that the caller may see."""

    @requires(Permission.SEE_DEMANDS)
    @blueprint.arguments(PageArguments, location="query")
    @blueprint.response(200, DemandsReply)
    def get(self, arguments: dict[str, Any]) -> Answer:
        """A page of demands."""
        page = queries.page(actor(), arguments["after"], arguments["limit"], arguments["q"])
        return {"items": [record_reply(row, actor()) for row in page.items], "next": page.next}

    @requires(Permission.POST_DEMAND)
    @blueprint.arguments(NewDemandSchema)
    @blueprint.response(201, DemandReply)
    def post(self, record: dict[str, Any]) -> tuple[Answer, int, Headers]:
        """Enter a demand; its ranking starts. With an Idempotency-Key the same request enters it once."""
        answer, headers, ran = once(record, lambda: record_reply(demands.post(record, actor()), actor()))
        if ran:
            queue.defer("rank_demand", answer["id"])
        location = {"Location": url_for("api_demands.DemandById", demand_id=answer["id"])}
        return answer, 201, headers | location | etag(answer["version"])


@blueprint.route("/<string:demand_id>")
class DemandById(MethodView):
    """One demand."""

    @requires(Permission.SEE_DEMANDS)
    @blueprint.response(200, DemandReply)
    def get(self, demand_id: str) -> tuple[Answer, Headers]:
        """The demand, its version as ETag."""
        row = queries.readable(demand_id, actor())
        return record_reply(row, actor()), etag(row.version)

    @requires(Permission.CHANGE_DEMAND)
    @blueprint.arguments(NewDemandSchema)
    @blueprint.response(200, DemandReply)
    def put(self, record: dict[str, Any], demand_id: str) -> tuple[Answer, Headers]:
        """Replace the record; If-Match names the version it starts from."""
        row = demands.change(demand_id, record, actor(), expected_version())
        queue.defer("rank_demand", row.id)
        return record_reply(row, actor()), etag(row.version)

    @requires(Permission.CHANGE_DEMAND)
    @blueprint.arguments(ConfirmedDemandSchema)
    @blueprint.response(200, DemandReply)
    def patch(self, fields: dict[str, Any], demand_id: str) -> tuple[Answer, Headers]:
        """Confirm or correct single fields; what was written stays beside them. If-Match as for a change."""
        row = demands.confirm(demand_id, fields, actor(), expected_version())
        queue.defer("rank_demand", row.id)
        return record_reply(row, actor()), etag(row.version)

    @requires(Permission.CHANGE_DEMAND)
    @blueprint.response(200, DemandReply)
    def delete(self, demand_id: str) -> tuple[Answer, Headers]:
        """Close the demand; it stays on record. If-Match as for a change."""
        row = demands.close(demand_id, actor(), expected_version())

        return record_reply(row, actor()), etag(row.version)


@blueprint.route("/<string:demand_id>/matches")
class DemandMatches(MethodView):
    """The ranking of a demand."""

    @requires(Permission.SEE_MATCHES)
    @blueprint.arguments(TopArguments, location="query")
    @blueprint.response(200, MatchesReply)
    @blueprint.alt_response(202, description="The first ranking still runs; ask again.")
    def get(self, arguments: dict[str, Any], demand_id: str) -> Any:
        """Its matches as the command ``rank`` scores them; 202 with a job while the first ranking runs."""
        found = matches.ranked(demand_id, actor(), arguments.get("top"))
        if not found.ready:
            return still_running(found)
        return {"items": [match_reply(match, actor()) for match in found.matches], "next": None}
