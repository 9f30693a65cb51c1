"""Matches: one with its evidence, and the decision on it."""

from __future__ import annotations

from typing import Any

from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, once, optional_version
from matchmaker.api.replies import MatchReply, match_reply
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import matches
from matchmaker.schemas.decisions import DecisionSchema
from matchmaker.services import decisions

blueprint = Blueprint("api_matches", __name__, url_prefix="/api/v1/matches")


@blueprint.route("/<int:match_id>")
class MatchById(MethodView):
    """One match."""

    @requires(Permission.SEE_MATCHES)
    @blueprint.response(200, MatchReply)
    def get(self, match_id: int) -> tuple[Answer, Headers]:
        """The match, its version as ETag."""
        match = matches.one(match_id, actor())
        return match_reply(match, actor()), etag(match.version)


@blueprint.route("/<int:match_id>/decision")
class MatchDecision(MethodView):
    """The decision on a match."""

    @requires(Permission.DECIDE)
    @blueprint.arguments(DecisionSchema)
    @blueprint.response(200, MatchReply)
    def post(self, record: dict[str, Any], match_id: int) -> tuple[Answer, Headers]:
        """Accept, reject with a reason code, or hold. With If-Match only if nobody decided meanwhile."""
        version = optional_version()
        answer, headers, _ = once(record, lambda: _decide(match_id, record, version))
        return answer, headers | etag(answer["version"])


def _decide(match_id: int, record: dict[str, Any], version: int | None) -> Answer:
    reason, note = record.get("reason", ""), record.get("note", "")
    decided = decisions.decide(match_id, record["decision"], reason, note, actor(), version)
    return match_reply(decided, actor())
