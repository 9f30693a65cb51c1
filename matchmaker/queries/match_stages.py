"""The stages that a match has gone through. The match was read through its scope by the caller."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Conference, MatchStage

SLIP = "slip "  # begins the note of a stage that a result slip told


def of_match(match_id: int) -> Sequence[tuple[MatchStage, str | None]]:
    """The stages with the names of their conferences, in the order they happened."""
    statement = (
        select(MatchStage, Conference.name)
        .outerjoin(Conference, Conference.id == MatchStage.conference_id)
        .where(MatchStage.match_id == match_id)
        .order_by(MatchStage.happened_on, MatchStage.id)
    )
    return [(row[0], row[1]) for row in db.session.execute(statement)]


def from_slip(stage: MatchStage) -> bool:
    """Whether a result slip told the stage; correcting the slip replaces it."""
    return stage.note.startswith(SLIP)
