"""What the API answers with."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from matchmaker.models import Conference, Demand, Match, Offer, ScheduleVersion, User
from matchmaker.queries import shown
from matchmaker.schemas.demands import DemandCorrectionSchema, DemandSchema
from matchmaker.schemas.offers import OfferCorrectionSchema, OfferSchema


class DoubtReply(Schema):
    """Something read with less than certainty."""

    field = fields.String(required=True)
    code = fields.String(required=True)
    facts = fields.Dict(required=True)


class PlaceReply(Schema):
    """The place as found on the map; coordinates are not given out."""

    commune = fields.String(required=True)
    commune_code = fields.String(required=True)
    province = fields.String(required=True)
    level = fields.String(required=True)
    confidence = fields.Float(required=True)


class _RecordReply(Schema):
    id = fields.String(required=True)
    status = fields.String(required=True)
    version = fields.Integer(required=True)
    doubts = fields.List(fields.Nested(DoubtReply), required=True)
    place = fields.Nested(PlaceReply, required=True, allow_none=True)


class OfferReply(_RecordReply):
    """An offer: the record as it came, and what the service knows about it."""

    record = fields.Nested(OfferSchema, required=True)
    confirmed = fields.Nested(OfferCorrectionSchema, required=True)


class DemandReply(_RecordReply):
    """A demand: the record as it came, and what the service knows about it."""

    record = fields.Nested(DemandSchema, required=True)
    confirmed = fields.Nested(DemandCorrectionSchema, required=True)


class OffersReply(Schema):
    """A page of offers; ``next`` is the cursor of the next page or null."""

    items = fields.List(fields.Nested(OfferReply), required=True)
    next = fields.String(required=True, allow_none=True)


class DemandsReply(Schema):
    """A page of demands; ``next`` is the cursor of the next page or null."""

    items = fields.List(fields.Nested(DemandReply), required=True)
    next = fields.String(required=True, allow_none=True)


class MatchReply(Schema):
    """A match record of the interchange format, with its id, status and version here."""

    id = fields.Integer(required=True)
    status = fields.String(required=True)
    version = fields.Integer(required=True)
    demand = fields.String(required=True)
    offer = fields.String(required=True)
    rank = fields.Integer(required=True, allow_none=True)
    score = fields.Raw(required=True, metadata={"type": "number"})
    base = fields.Raw(required=True, metadata={"type": "number"})
    eligible = fields.Boolean(required=True)
    vetoes = fields.List(fields.String(), required=True)
    components = fields.Dict(required=True)
    reasons = fields.List(fields.Dict(), required=True)
    missing = fields.Dict(required=True, allow_none=True)
    veto_facts = fields.Raw()


class MatchesReply(Schema):
    """A ranking, best first, then the near-matches; ``next`` is always null, ask for more with ``top``."""

    items = fields.List(fields.Nested(MatchReply), required=True)
    next = fields.String(required=True, allow_none=True)


class ConferenceReply(Schema):
    """A conference and the numbers of its timetables."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    version = fields.Integer(required=True)
    document = fields.Dict(required=True)
    schedules = fields.List(fields.Integer(), required=True)


class ConferencesReply(Schema):
    """All conferences."""

    items = fields.List(fields.Nested(ConferenceReply), required=True)
    next = fields.String(required=True, allow_none=True)


class ScheduleReply(Schema):
    """One version of a timetable."""

    number = fields.Integer(required=True)
    note = fields.String(required=True)
    document = fields.Dict(required=True)


class ProductReply(Schema):
    """A kind of product."""

    key = fields.String(required=True)
    name_vi = fields.String(required=True)
    name_en = fields.String(required=True)


class ProductsReply(Schema):
    """Suggestions of products."""

    items = fields.List(fields.Nested(ProductReply), required=True)
    next = fields.String(required=True, allow_none=True)


class FoundPlaceReply(PlaceReply):
    """A place that a text may mean."""

    name = fields.String(required=True)


class PlacesReply(Schema):
    """Suggestions of places."""

    items = fields.List(fields.Nested(FoundPlaceReply), required=True)
    next = fields.String(required=True, allow_none=True)


class ProblemReply(Schema):
    """A problem as RFC 9457 has it; ``errors`` maps a field to messages ``{"code", "vi", "en"}``."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    title_vi = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True)
    errors = fields.Dict()


def record_reply(row: Offer | Demand, actor: User) -> dict[str, Any]:
    """An offer or a demand as its reply shows it to the actor."""
    place = row.place
    found = place and {name: getattr(place, name) for name in PlaceReply().fields}
    return {
        "id": row.id,
        "status": row.status,
        "version": row.version,
        "doubts": row.doubts,
        "place": found,
        "record": shown.record(row, row.raw, actor),
        "confirmed": shown.record(row, row.confirmed, actor),
    }


def match_reply(match: Match, actor: User) -> dict[str, Any]:
    """A match as its reply shows it to the actor."""
    return shown.evidence(match, actor) | {"id": match.id, "status": match.standing, "version": match.version}


def conference_reply(conference: Conference, actor: User) -> dict[str, Any]:
    """A conference as its reply shows it to the actor."""
    return {
        "id": conference.id,
        "name": conference.name,
        "version": conference.version,
        "document": shown.conference(conference.document, actor),
        "schedules": [version.number for version in conference.schedules],
    }


def schedule_reply(version: ScheduleVersion) -> dict[str, Any]:
    """A version of a timetable as its reply shows it."""
    return {"number": version.number, "note": version.note, "document": version.document}
