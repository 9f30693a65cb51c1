"""What texts of a sender mean by what people answered before."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select, true

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.intake.text import fold
from matchmaker.models import PlaceAnswer, User
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.queries.scope import everywhere

LONGEST = 300
SHOWN = 200


def sender_of(actor: User, member: str = "") -> str:
    """For whom somebody answers: the member whose record it is, the actor's own, else its provinces."""
    named = member or actor.organisation_id
    return f"member:{named}" if named else f"provinces:{', '.join(sorted(actor.provinces))}"[:LONGEST]


def key(text: str) -> str:
    """A text as answers are found by: no accents, no case, single spaces."""
    return " ".join(fold(text).split())[:LONGEST]


def remembered(sender: str, text: str) -> PlaceAnswer | None:
    """What the sender's text means, where somebody said so and nobody took it back."""
    statement = select(PlaceAnswer).where(PlaceAnswer.sender == sender, PlaceAnswer.text == key(text))
    return db.session.scalar(statement.where(PlaceAnswer.withdrawn_at.is_(None)).limit(1))


def answers_of(sender: str) -> dict[str, PlaceAnswer]:
    """All that the sender's texts mean, by their keys."""
    statement = select(PlaceAnswer).where(PlaceAnswer.sender == sender, PlaceAnswer.withdrawn_at.is_(None))
    return {answer.text: answer for answer in db.session.scalars(statement)}


def listed(actor: User) -> Sequence[PlaceAnswer]:
    """The answers that stand and that the actor may take back, the newest first."""
    statement = select(PlaceAnswer).where(PlaceAnswer.withdrawn_at.is_(None), _mine(actor))
    return db.session.scalars(statement.order_by(PlaceAnswer.id.desc()).limit(SHOWN)).all()


def one(answer_id: int, actor: User) -> PlaceAnswer:
    """One that stands. Raises ``NotFound``."""
    refuse_impossible_id(answer_id)
    statement = select(PlaceAnswer).where(PlaceAnswer.id == answer_id, PlaceAnswer.withdrawn_at.is_(None))
    found = db.session.scalar(statement.where(_mine(actor)))
    if found is None:
        raise NotFound
    return found


def _mine(actor: User) -> ColumnElement[bool]:
    """One's own answers and those of one's own sender; the desk of the whole country has all."""
    if everywhere(actor):
        return true()
    return or_(PlaceAnswer.chosen_by == actor.id, PlaceAnswer.sender == sender_of(actor))
