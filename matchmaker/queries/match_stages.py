"""The stages that a match has gone through. The match was read through its scope by the caller."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from matchmaker.extensions import db
from matchmaker.models import Conference, Demand, Match, MatchStage, Offer

SLIP = "slip "  # begins the note of a stage that a result slip told
TIMETABLE = "timetable "  # and of one that a published timetable told


def of_match(match_id: int) -> Sequence[tuple[MatchStage, str | None]]:
    """The stages with the names of their conferences, in the order they happened."""
    return _in_order(MatchStage.match_id == match_id)


def of_result(result_id: int) -> Sequence[tuple[MatchStage, str | None]]:
    """The stages of a pair that no match joins, by its slip."""
    return _in_order(MatchStage.result_id == result_id)


def _in_order(which: ColumnElement[bool]) -> Sequence[tuple[MatchStage, str | None]]:
    statement = (
        select(MatchStage, Conference.name)
        .outerjoin(Conference, Conference.id == MatchStage.conference_id)
        .where(which)
        .order_by(MatchStage.happened_on, MatchStage.id)
    )
    return [(row[0], row[1]) for row in db.session.execute(statement)]


def at_conference(conference_id: str) -> Sequence[MatchStage]:
    """The stages that matches reached at a conference, or that count for it."""
    return db.session.scalars(
        select(MatchStage).where(MatchStage.conference_id == conference_id, MatchStage.match_id.is_not(None))
    ).all()


def scheduled_between(conference_id: str, producer: str, buyer: str) -> int | None:
    """The match of two organisations that a published timetable of the conference arranged to meet."""
    return db.session.scalar(
        select(MatchStage.match_id)
        .join(Match, Match.id == MatchStage.match_id)
        .join(Match.offer)
        .join(Match.demand)
        .where(
            MatchStage.conference_id == conference_id,
            MatchStage.stage == "scheduled",
            Offer.organisation_id == producer,
            Demand.organisation_id == buyer,
        )
        .limit(1)
    )


def latest(match_id: int) -> MatchStage | None:
    """Where a match stands."""
    return db.session.scalar(
        select(MatchStage)
        .where(MatchStage.match_id == match_id)
        .order_by(MatchStage.happened_on.desc(), MatchStage.id.desc())
        .limit(1)
    )


def told_by_itself(stage: MatchStage) -> bool:
    """Whether a result slip or a timetable told the stage: correcting that replaces it."""
    return stage.note.startswith((SLIP, TIMETABLE))
