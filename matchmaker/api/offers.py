"""Offers: list, enter, read, change, close; and their matches."""

from __future__ import annotations

from typing import Any

from flask import url_for
from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, expected_version, once
from matchmaker.api.replies import MatchesReply, OfferReply, OffersReply, match_reply, record_reply
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import matches
from matchmaker.queries import offers as queries
from matchmaker.schemas.queries import PageArguments, TopArguments
from matchmaker.services import offers
from matchmaker.services.checked import ConfirmedOfferSchema, NewOfferSchema

blueprint = Blueprint("api_offers", __name__, url_prefix="/api/v1/offers")


@blueprint.route("")
class Offers(MethodView):
    """All offers that the caller may see."""

    @requires(Permission.SEE_OFFERS)
    @blueprint.arguments(PageArguments, location="query")
    @blueprint.response(200, OffersReply)
    def get(self, arguments: dict[str, Any]) -> Answer:
        """A page of offers."""
        page = queries.page(actor(), arguments["after"], arguments["limit"], arguments["q"])
        return {"items": [record_reply(row, actor()) for row in page.items], "next": page.next}

    @requires(Permission.POST_OFFER)
    @blueprint.arguments(NewOfferSchema)
    @blueprint.response(201, OfferReply)
    def post(self, record: dict[str, Any]) -> tuple[Answer, int, Headers]:
        """Enter an offer. With an Idempotency-Key the same request enters it once."""
        answer, headers, ran = once(record, lambda: record_reply(offers.post(record, actor()), actor()))
        if ran:
            queue.defer("rank_for_offer", answer["id"])
        location = {"Location": url_for("api_offers.OfferById", offer_id=answer["id"])}
        return answer, 201, headers | location | etag(answer["version"])


@blueprint.route("/<string:offer_id>")
class OfferById(MethodView):
    """One offer."""

    @requires(Permission.SEE_OFFERS)
    @blueprint.response(200, OfferReply)
    def get(self, offer_id: str) -> tuple[Answer, Headers]:
        """The offer, its version as ETag."""
        row = queries.readable(offer_id, actor())
        return record_reply(row, actor()), etag(row.version)

    @requires(Permission.CHANGE_OFFER)
    @blueprint.arguments(NewOfferSchema)
    @blueprint.response(200, OfferReply)
    def put(self, record: dict[str, Any], offer_id: str) -> tuple[Answer, Headers]:
        """Replace the record; If-Match names the version it starts from."""
        row = offers.change(offer_id, record, actor(), expected_version())
        queue.defer("rank_for_offer", row.id)
        return record_reply(row, actor()), etag(row.version)

    @requires(Permission.CHANGE_OFFER)
    @blueprint.arguments(ConfirmedOfferSchema)
    @blueprint.response(200, OfferReply)
    def patch(self, fields: dict[str, Any], offer_id: str) -> tuple[Answer, Headers]:
        """Confirm or correct single fields; what was written stays beside them. If-Match as for a change."""
        row = offers.confirm(offer_id, fields, actor(), expected_version())
        queue.defer("rank_for_offer", row.id)
        return record_reply(row, actor()), etag(row.version)

    @requires(Permission.CHANGE_OFFER)
    @blueprint.response(200, OfferReply)
    def delete(self, offer_id: str) -> tuple[Answer, Headers]:
        """Close the offer; it stays on record. If-Match as for a change."""
        row = offers.close(offer_id, actor(), expected_version())
        queue.defer("rank_for_offer", row.id)
        return record_reply(row, actor()), etag(row.version)


@blueprint.route("/<string:offer_id>/matches")
class OfferMatches(MethodView):
    """The demands that an offer was ranked for."""

    @requires(Permission.SEE_MATCHES)
    @blueprint.arguments(TopArguments, location="query")
    @blueprint.response(200, MatchesReply)
    def get(self, arguments: dict[str, Any], offer_id: str) -> Answer:
        """Its matches by score, near-matches last; each with the rank it has for its demand."""
        found = matches.of_offer(offer_id, actor(), arguments.get("top"))
        return {"items": [match_reply(match, actor()) for match in found], "next": None}
