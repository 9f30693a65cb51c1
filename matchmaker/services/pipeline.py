"""The stages of matches on their way to deliveries: those that a published timetable or a result slip tells,
and those noted later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select

from matchmaker.errors import InvalidRecord, NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference, Match, MatchStage, MeetingResult, User
from matchmaker.models.base import now
from matchmaker.queries import conference_matches, conference_results, conferences, match_stages, matches
from matchmaker.schemas.pipeline import ORDER, TOLD_BY, may_follow
from matchmaker.services import audit
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message
from matchmaker.wording.labels import label

AGAIN = timedelta(seconds=20)  # the same said again within it is a button pressed twice
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


def follow_slip(result: MeetingResult, day: date, actor: User) -> list[dict[str, Any]]:
    """Let the match of a slip go through the slip's stages; a slip corrected replaces what it told before.

    Where no match joins the two, the stages are the slip's own. Gives them as the trail tells them.
    """
    db.session.flush()
    db.session.execute(
        delete(MatchStage).where(
            or_(MatchStage.match_id == result.match_id, MatchStage.result_id == result.id),
            MatchStage.conference_id == result.conference_id,
            MatchStage.note == _mark(result),
        )
    )
    names = told_by(result)
    stages = [
        MatchStage(
            match_id=result.match_id,
            result_id=None if result.match_id else result.id,
            conference_id=result.conference_id,
            stage=name,
            reason=result.reason if name == "failed" else "",
            happened_on=day,
            quantity=result.quantity if bears else None,
            unit=result.unit if bears else "",
            value=result.value if bears else None,
            note=_mark(result),
            user_id=actor.id,
        )
        for name in names
        for bears in (name == "mou" or (name == names[-1] and name != "failed"),)
    ]
    db.session.add_all(stages)
    return [_facts(stage) for stage in stages]


@use_case
def note_stage(match_id: int, record: Mapping[str, Any], actor: User) -> MatchStage:
    """Add a later stage of a match. It counts for the conference at which the two last met before it.

    ``record["behalf"]`` (buyer or producer) says for whom an officer speaks. Raises ``NotFound`` for a match
    the actor may not see, ``InvalidRecord`` for a day to come or a stage that may not follow.
    """
    match = matches.one(match_id, actor)
    return add(match, record, "officer", actor, spoken_for(match, record.get("behalf") or ""))


def tell_stage(
    match: Match, side: str, record: Mapping[str, Any], how: str, actor: User | None
) -> MatchStage:
    """Add a stage that a side tells of its own match. Raises ``InvalidRecord`` as ``note_stage`` does, and
    for a stage that is not the side's to tell. The caller has found the match by the side's link or account.
    """
    if record["stage"] not in TOLD_BY[side]:
        raise InvalidRecord({"stage": [message("invalid_value")]})
    return add(match, record, how, actor, spoken_for(match, side))


@use_case
def add(
    match: Match, record: Mapping[str, Any], how: str, actor: User | None, on_behalf_of: str | None
) -> MatchStage:
    """Add a stage to a match that the caller has found, if the table of stages lets it follow."""
    db.session.execute(select(Match.id).where(Match.id == match.id).with_for_update())
    stage = _later(record, actor)
    stage.how = how
    if known := _twice(match, stage):
        return known
    _refuse_order(match, record["stage"], record["happened_on"])
    db.session.add(stage)
    stage.match_id, stage.conference_id = match.id, _conference(match, record["happened_on"])
    stage.on_behalf_of = on_behalf_of
    audit.record("match.stage", "match", match.id, {**_facts(stage), "how": how}, actor, on_behalf_of)
    return stage


def _twice(match: Match, stage: MatchStage) -> MatchStage | None:
    """The same stage told a moment ago: a button pressed twice is one stage, and one contract."""
    told = [row for row, _ in match_stages.of_match(match.id)]
    last = max(told, key=lambda row: row.id, default=None)
    same = ("stage", "reason", "happened_on", "quantity", "unit", "value", "note", "how", "user_id")
    if last is None or not just_now(last.noted_at) or last.stage == "delivered":
        return None
    return last if all(getattr(last, name) == getattr(stage, name) for name in same) else None


def just_now(at: datetime) -> bool:
    """Whether something was noted within `AGAIN`."""
    return now() - (at if at.tzinfo else at.replace(tzinfo=UTC)) < AGAIN


def standing(match: Match) -> str:
    """The stage at which a match stands, or where the decision left it."""
    stage = match_stages.latest(match.id)
    return stage.stage if stage is not None else match.status


def spoken_for(match: Match, side: str) -> str | None:
    """The organisation of the side that is spoken for; None for nobody."""
    if not side:
        return None
    return match.demand.organisation_id if side == "buyer" else match.offer.organisation_id


def _refuse_order(match: Match, stage: str, day: date) -> None:
    """Raise ``InvalidRecord`` where the table does not let ``stage`` stand at this day among the others."""
    told = [row for row, _ in match_stages.of_match(match.id)]
    before = [row.stage for row in told if row.happened_on <= day]
    after = [row.stage for row in told if row.happened_on > day]
    stands = before[-1] if before else match.status
    if not may_follow(stands, stage):
        facts = {"before": named(stands), "after": named(stage)}
        raise InvalidRecord({"stage": [message("stage_not_next", facts)]})
    if after and not may_follow(stage, after[0]):
        facts = {"before": named(stage), "after": named(after[0])}
        raise InvalidRecord({"happened_on": [message("stage_before_later", facts)]})


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
    db.session.add(stage)
    stage.match_id, stage.conference_id = result.match_id, conference_id
    stage.result_id = None if result.match_id else result.id
    facts = {"producer": sides[0], "buyer": sides[1], "match": stage.match_id, **_facts(stage)}
    audit.record("meeting.stage", "conference", conference_id, facts, actor)
    return stage


def named(code: str) -> str:
    """A stage or status by its name, for a refusal that is told in Vietnamese."""
    return label("stage", code, "vi") if code in ORDER else label("match_status", code, "vi")


def _later(record: Mapping[str, Any], actor: User | None) -> MatchStage:
    if record["happened_on"] > today():
        raise InvalidRecord({"happened_on": [message("day_to_come")]})
    note = (record.get("note") or "").removeprefix(match_stages.SLIP).removeprefix(match_stages.TIMETABLE)
    return MatchStage(
        stage=record["stage"],
        reason=record.get("reason") or "",
        happened_on=record["happened_on"],
        quantity=record.get("quantity"),
        unit=record.get("unit") or "",
        value=record.get("value"),
        note=note,
        user_id=actor.id if actor else None,
    )


def _facts(stage: MatchStage) -> dict[str, Any]:
    names = ("stage", "reason", "quantity", "unit", "value", "note")
    facts = {name: getattr(stage, name) for name in names}
    return {**facts, "on": stage.happened_on.isoformat(), "conference": stage.conference_id}


def follow_timetable(
    conference: Conference, meetings: Iterable[Mapping[str, Any]], actor: User
) -> tuple[list[int], list[int]]:
    """Let the matches of a published timetable's meetings be scheduled, and those that it dropped no more.

    A match that has gone further at this conference stays as it is. Gives the matches that are scheduled
    anew, and those that are no more.
    """
    best = conference_matches.best_ids_among(conference.document["participants"])
    wanted = {best[pair] for m in meetings if (pair := frozenset((m["a"], m["b"]))) in best}
    known = match_stages.at_conference(conference.id)
    mark = f"{match_stages.TIMETABLE}{conference.id}"
    dropped = [
        stage
        for stage in known
        if stage.stage == "scheduled" and stage.note == mark and stage.match_id not in wanted
    ]
    for stage in dropped:
        db.session.delete(stage)
    fresh = sorted(wanted - {stage.match_id for stage in known})
    for match_id in fresh:
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
    return fresh, [stage.match_id for stage in dropped if stage.match_id is not None]


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
