"""The stages of matches on their way to deliveries: those that a result slip tells, and those noted later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from matchmaker.errors import InvalidRecord
from matchmaker.extensions import db
from matchmaker.models import Match, MatchStage, MeetingResult, User
from matchmaker.queries import match_stages, matches
from matchmaker.services import audit
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

TICKED = ("sample", "quote", "visit", "mou")  # steps of a slip that are stages of a match


def told_by(result: MeetingResult) -> list[str]:
    """The stages that a slip tells, in their order; a cancelled meeting tells nothing."""
    if result.outcome == "cancelled":
        return []
    if result.outcome != "met":
        return ["no_show"]
    if "unfit" in result.steps:
        return ["met", "failed"]
    return ["met", *(step for step in TICKED if step in result.steps)]


def follow_slip(result: MeetingResult, day: date, actor: User) -> None:
    """Let the match of a slip go through the slip's stages; a slip corrected replaces what it told before."""
    db.session.flush()
    if result.match_id is None:
        return
    db.session.execute(
        delete(MatchStage).where(
            MatchStage.match_id == result.match_id,
            MatchStage.conference_id == result.conference_id,
            MatchStage.note == _mark(result),
        )
    )
    stages = told_by(result)
    for stage in stages:
        bears = stage == "mou" or (stage == stages[-1] and stage != "failed")
        db.session.add(
            MatchStage(
                match_id=result.match_id,
                conference_id=result.conference_id,
                stage=stage,
                reason=result.reason if stage == "failed" else "",
                happened_on=day,
                quantity=result.quantity if bears else None,
                unit=result.unit if bears else "",
                value=result.value if bears else None,
                note=_mark(result),
                user_id=actor.id,
            )
        )


@use_case
def note_stage(match_id: int, record: Mapping[str, Any], actor: User) -> MatchStage:
    """Add a later stage of a match. It counts for the conference at which the two last met before it.

    Raises ``NotFound`` for a match the actor may not see, ``InvalidRecord`` for a day to come.
    """
    match = matches.one(match_id, actor)
    if record["happened_on"] > today():
        raise InvalidRecord({"happened_on": [message("day_to_come")]})
    stage = MatchStage(
        match_id=match.id,
        conference_id=_conference(match, record["happened_on"]),
        stage=record["stage"],
        reason=record.get("reason") or "",
        happened_on=record["happened_on"],
        quantity=record.get("quantity"),
        unit=record.get("unit") or "",
        value=record.get("value"),
        note=(record.get("note") or "").removeprefix(match_stages.SLIP),
        user_id=actor.id,
    )
    db.session.add(stage)
    facts = {name: record.get(name) for name in ("stage", "reason", "quantity", "unit", "value")}
    audit.record("match.stage", "match", match.id, {**facts, "on": record["happened_on"].isoformat()}, actor)
    return stage


def _conference(match: Match, day: date) -> str | None:
    return db.session.scalar(
        select(MatchStage.conference_id)
        .where(
            MatchStage.match_id == match.id,
            MatchStage.conference_id.is_not(None),
            MatchStage.happened_on <= day,
        )
        .order_by(MatchStage.happened_on.desc(), MatchStage.id.desc())
        .limit(1)
    )


def _mark(result: MeetingResult) -> str:
    """What marks a stage as told by this slip."""
    return f"{match_stages.SLIP}{result.producer}/{result.buyer}"
