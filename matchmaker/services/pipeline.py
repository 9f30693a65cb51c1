"""The stages of matches on their way to deliveries: those that a published timetable or a result slip tells,
and those noted later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, or_, select

from matchmaker.errors import InvalidRecord, NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference, Match, MatchStage, MeetingResult, User
from matchmaker.queries import conference_matches, conference_results, conferences, match_stages, matches
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
    """Let the match of a slip go through the slip's stages; a slip corrected replaces what it told before.

    Where no match joins the two, the stages are the slip's own.
    """
    db.session.flush()
    db.session.execute(
        delete(MatchStage).where(
            or_(MatchStage.match_id == result.match_id, MatchStage.result_id == result.id),
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
                result_id=None if result.match_id else result.id,
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
    stage = _later(record, actor)
    stage.match_id, stage.conference_id = match.id, _conference(match, record["happened_on"])
    audit.record("match.stage", "match", match.id, _facts(record), actor)
    return stage


@use_case
def note_meeting_stage(
    conference_id: str, sides: tuple[str, str], record: Mapping[str, Any], actor: User
) -> MatchStage:
    """Add a later stage of two that met: to their match, or where no match joins them to their slip.

    Raises ``NotFound`` where no slip of the two was typed in, ``InvalidRecord`` for a day to come.
    """
    conferences.one(conference_id, actor)
    result = conference_results.one(conference_id, *sides)
    if result is None:
        raise NotFound
    stage = _later(record, actor)
    stage.match_id, stage.conference_id = result.match_id, conference_id
    stage.result_id = None if result.match_id else result.id
    facts = {"producer": sides[0], "buyer": sides[1], **_facts(record)}
    audit.record("meeting.stage", "conference", conference_id, facts, actor)
    return stage


def _later(record: Mapping[str, Any], actor: User) -> MatchStage:
    if record["happened_on"] > today():
        raise InvalidRecord({"happened_on": [message("day_to_come")]})
    note = (record.get("note") or "").removeprefix(match_stages.SLIP).removeprefix(match_stages.TIMETABLE)
    stage = MatchStage(
        stage=record["stage"],
        reason=record.get("reason") or "",
        happened_on=record["happened_on"],
        quantity=record.get("quantity"),
        unit=record.get("unit") or "",
        value=record.get("value"),
        note=note,
        user_id=actor.id,
    )
    db.session.add(stage)
    return stage


def _facts(record: Mapping[str, Any]) -> dict[str, Any]:
    facts = {name: record.get(name) for name in ("stage", "reason", "quantity", "unit", "value")}
    return {**facts, "on": record["happened_on"].isoformat()}


def follow_timetable(conference: Conference, meetings: Iterable[Mapping[str, Any]], actor: User) -> int:
    """Let the matches of a published timetable's meetings be scheduled, and those that it dropped no more.

    A match that has gone further at this conference stays as it is. Gives how many are scheduled anew.
    """
    best = conference_matches.best_ids_among(conference.document["participants"])
    wanted = {best[pair] for m in meetings if (pair := frozenset((m["a"], m["b"]))) in best}
    known = match_stages.at_conference(conference.id)
    mark = f"{match_stages.TIMETABLE}{conference.id}"
    for stage in known:
        if stage.stage == "scheduled" and stage.note == mark and stage.match_id not in wanted:
            db.session.delete(stage)
    fresh = wanted - {stage.match_id for stage in known}
    for match_id in sorted(fresh):
        db.session.add(
            MatchStage(
                match_id=match_id,
                conference_id=conference.id,
                stage="scheduled",
                happened_on=today(),
                note=mark,
                user_id=actor.id,
            )
        )
    return len(fresh)


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
