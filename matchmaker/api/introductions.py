"""Introductions and the pipeline for scripts: letters, answers told, stages, terms, deliveries."""

from __future__ import annotations

from typing import Any

from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, once
from matchmaker.api.introduction_replies import (
    IntroductionReply,
    PipelineReply,
    introduction_reply,
    pipeline_reply,
)
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import introductions as queries
from matchmaker.queries import matches
from matchmaker.schemas.introductions import (
    DeliverySchema,
    IntroduceSchema,
    MemberAnswerSchema,
    ReminderSchema,
    TermsSchema,
)
from matchmaker.schemas.results import StageSchema
from matchmaker.services import answering, delivering, introducing, pipeline, reminding, terms_sheet

blueprint = Blueprint("api_introductions", __name__, url_prefix="/api/v1")


@blueprint.route("/demands/<string:demand_id>/introductions")
class DemandIntroductions(MethodView):
    """The introductions of a demand."""

    @requires(Permission.INTRODUCE)
    @blueprint.arguments(IntroduceSchema)
    @blueprint.response(201, IntroductionReply)
    def post(self, record: dict[str, Any], demand_id: str) -> tuple[Answer, int, Headers]:
        """Introduce the accepted matches named, or all that wait, in one letter."""

        def made() -> Answer:
            return introduction_reply(introducing.introduce(demand_id, record.get("matches", []), actor()))

        answer, headers, _ = once(record, made)
        return answer, 201, headers | etag(answer["version"])


@blueprint.route("/introductions/<int:introduction_id>")
class IntroductionById(MethodView):
    """One introduction."""

    @requires(Permission.INTRODUCE)
    @blueprint.response(200, IntroductionReply)
    def get(self, introduction_id: int) -> tuple[Answer, Headers]:
        """The letter's number, its versions, and what each side has answered; no contacts."""
        found = queries.one(introduction_id, actor())
        return introduction_reply(found), etag(found.version)


@blueprint.route("/introductions/<int:introduction_id>/answers")
class IntroductionAnswers(MethodView):
    """What the sides answer."""

    @requires(Permission.INTRODUCE)
    @blueprint.arguments(MemberAnswerSchema)
    @blueprint.response(200, IntroductionReply)
    def post(self, record: dict[str, Any], introduction_id: int) -> tuple[Answer, Headers]:
        """Enter what a side told: interested, sample, other terms, or refused with a reason."""

        def answered() -> Answer:
            row = answering.of_officer(introduction_id, int(record["match"]), actor())
            answering.answer(row, record["side"], record, "officer", actor())
            return introduction_reply(queries.one(introduction_id, actor()))

        answer, headers, _ = once(record, answered)
        return answer, headers


@blueprint.route("/introductions/<int:introduction_id>/reminders")
class IntroductionReminders(MethodView):
    """The reminders of sides that owe an answer."""

    @requires(Permission.INTRODUCE)
    @blueprint.arguments(ReminderSchema)
    @blueprint.response(201, IntroductionReply)
    def post(self, record: dict[str, Any], introduction_id: int) -> tuple[Answer, int, Headers]:
        """Note that the buyer, or the producer of ``match``, was reminded today."""

        def noted() -> Answer:
            reminding.note(introduction_id, int(record.get("match") or 0), record["how"], actor())
            return introduction_reply(queries.one(introduction_id, actor()))

        answer, headers, _ = once(record, noted)
        return answer, 201, headers


@blueprint.route("/matches/<int:match_id>/pipeline")
class MatchPipeline(MethodView):
    """How far a match has come."""

    @requires(Permission.SEE_BOARD)
    @blueprint.response(200, PipelineReply)
    def get(self, match_id: int) -> Answer:
        """Where it stands, its stages, deliveries and terms."""
        return pipeline_reply(matches.one(match_id, actor()))


@blueprint.route("/matches/<int:match_id>/stages")
class MatchStages(MethodView):
    """The stages of a match."""

    @requires(Permission.RECORD_MEETINGS)
    @blueprint.arguments(StageSchema)
    @blueprint.response(201, PipelineReply)
    def post(self, record: dict[str, Any], match_id: int) -> tuple[Answer, int, Headers]:
        """Note a stage, if it may follow the one before it."""

        def noted() -> Answer:
            pipeline.note_stage(match_id, record, actor())
            return pipeline_reply(matches.one(match_id, actor()))

        answer, headers, _ = once(record, noted)
        return answer, 201, headers


@blueprint.route("/matches/<int:match_id>/deliveries")
class MatchDeliveries(MethodView):
    """The deliveries of a match."""

    @requires(Permission.RECORD_MEETINGS)
    @blueprint.arguments(DeliverySchema)
    @blueprint.response(201, PipelineReply)
    def post(self, record: dict[str, Any], match_id: int) -> tuple[Answer, int, Headers]:
        """Note a delivery; it uses up what was promised for the match."""

        def noted() -> Answer:
            delivering.by_officer(match_id, record, actor())
            return pipeline_reply(matches.one(match_id, actor()))

        answer, headers, _ = once(record, noted)
        return answer, 201, headers


@blueprint.route("/matches/<int:match_id>/terms")
class MatchTerms(MethodView):
    """The terms of a match."""

    @requires(Permission.ACT_FOR_MEMBER)
    @blueprint.arguments(TermsSchema)
    @blueprint.response(200, PipelineReply)
    def post(self, record: dict[str, Any], match_id: int) -> tuple[Answer, Headers]:
        """Note what a side says of terms; "" takes words back."""

        def said() -> Answer:
            match = matches.one(match_id, actor())
            whose = answering.organisation_of(match, record["side"])
            terms_sheet.say(match, record["side"], record["words"], "officer", actor(), whose)
            return pipeline_reply(matches.one(match_id, actor()))

        answer, headers, _ = once(record, said)
        return answer, headers
