"""How introductions and the pipeline of a match are answered. No contacts go out by the API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from marshmallow import Schema, fields

from matchmaker.models import Introduction, Match
from matchmaker.queries import deliveries, match_stages
from matchmaker.services import pipeline, terms_sheet


class IntroducedReply(Schema):
    """A match of a letter with the latest answer of each side ("": none yet)."""

    match = fields.Integer(required=True)
    offer = fields.String(required=True)
    buyer_answer = fields.String(required=True)
    producer_answer = fields.String(required=True)


class ReminderReply(Schema):
    """A reminder: to a match's producer, or to the buyer where ``match`` is null."""

    match = fields.Integer(required=True, allow_none=True)
    how = fields.String(required=True)
    on = fields.String(required=True)


class IntroductionReply(Schema):
    """A letter of introduction."""

    id = fields.Integer(required=True)
    demand = fields.String(required=True)
    province = fields.String(required=True)
    year = fields.Integer(required=True)
    number = fields.Integer(required=True)
    made_on = fields.String(required=True)
    versions = fields.Integer(required=True)
    version = fields.Integer(required=True)
    matches = fields.List(fields.Nested(IntroducedReply), required=True)
    reminders = fields.List(fields.Nested(ReminderReply), required=True)


class PipelineReply(Schema):
    """How far a match has come; quantities as written, values in đồng."""

    match = fields.Integer(required=True)
    stands = fields.String(required=True)
    stages = fields.List(fields.Dict(), required=True)
    deliveries = fields.List(fields.Dict(), required=True)
    terms = fields.List(fields.Dict(), required=True)


def introduction_reply(found: Introduction) -> dict[str, Any]:
    """A letter as its reply shows it."""
    return {
        "id": found.id,
        "demand": found.demand_id,
        "province": found.province,
        "year": found.year,
        "number": found.number,
        "made_on": found.made_on.isoformat(),
        "versions": len(found.versions),
        "version": found.version,
        "matches": [
            {
                "match": row.match_id,
                "offer": row.match.offer_id,
                "buyer_answer": row.buyer_answer,
                "producer_answer": row.producer_answer,
            }
            for row in found.introduced
        ],
        "reminders": [
            {"match": row.match_id, "how": row.how, "on": row.sent_on.isoformat()} for row in found.reminders
        ],
    }


def pipeline_reply(match: Match) -> dict[str, Any]:
    """The way of a match as its reply shows it."""
    return {
        "match": match.id,
        "stands": pipeline.standing(match),
        "stages": [
            {
                "stage": row.stage,
                "on": row.happened_on.isoformat(),
                "reason": row.reason,
                "quantity": row.quantity,
                "unit": row.unit,
                "value": row.value,
                "how": row.how,
                "on_behalf_of": row.on_behalf_of,
            }
            for row, _ in match_stages.of_match(match.id)
        ],
        "deliveries": [
            {
                "on": row.delivered_on.isoformat(),
                "quantity": row.quantity,
                "unit": row.unit,
                "value": row.value,
                "consumed": row.consumed / 1000,
            }
            for row in deliveries.of_match(match.id)
        ],
        "terms": [asdict(term) for term in terms_sheet.sheet(match)],
    }
