"""What came of a conference: its result slips, and the stages that its matches have gone through."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import Match, MatchStage, MeetingResult


def results(conference_id: str) -> Sequence[MeetingResult]:
    """The result slips in the order of their parties. The caller has read the conference by its scope."""
    return db.session.scalars(
        select(MeetingResult)
        .where(MeetingResult.conference_id == conference_id)
        .order_by(MeetingResult.producer, MeetingResult.buyer)
    ).all()


def one(conference_id: str, producer: str, buyer: str) -> MeetingResult | None:
    """The slip of two parties, if it was typed in."""
    return db.session.scalar(
        select(MeetingResult).where(
            MeetingResult.conference_id == conference_id,
            MeetingResult.producer == producer,
            MeetingResult.buyer == buyer,
        )
    )


def stages(conference_id: str) -> Sequence[tuple[MatchStage, Match | None]]:
    """Each stage of the matches that met at the conference, with its match, in the order they happened.

    A stage noted later without the conference counts too: the match met here. A pair that no match joins has
    its stages by its slip.
    """
    met = select(MeetingResult.match_id).where(
        MeetingResult.conference_id == conference_id, MeetingResult.match_id.is_not(None)
    )
    begun = select(MatchStage.match_id).where(MatchStage.conference_id == conference_id)
    statement = (
        select(MatchStage, Match)
        .outerjoin(Match, Match.id == MatchStage.match_id)
        .where(
            or_(
                MatchStage.match_id.in_(met),
                MatchStage.match_id.in_(begun),
                and_(MatchStage.result_id.is_not(None), MatchStage.conference_id == conference_id),
            )
        )
        .options(joinedload(Match.offer), joinedload(Match.demand))
        .order_by(MatchStage.happened_on, MatchStage.id)
    )
    return [(row[0], row[1]) for row in db.session.execute(statement)]
