"""What the parties of a conference wish, and who has answered. The conference was read through its scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from matchmaker.extensions import db
from matchmaker.models import Wish

NONE = "none"  # the kind of the row that says "answered, and named nobody"


@dataclass(frozen=True)
class Answer:
    """When and how a participant last answered, and how many it named."""

    at: datetime
    source: str
    named: int


def of_conference(conference_id: str) -> Sequence[Wish]:
    """All wishes, in the order of party and rank."""
    return db.session.scalars(_named(conference_id).order_by(Wish.party, Wish.rank, Wish.other)).all()


def of_party(conference_id: str, party: str) -> Sequence[Wish]:
    """What one participant wishes: musts, then the ranked ones, the unranked, whom it will not meet."""
    rows = db.session.scalars(_named(conference_id).where(Wish.party == party)).all()
    order = {"must": 0, "want": 1, "no": 2}
    return sorted(rows, key=lambda wish: (order[wish.kind], wish.rank == 0, wish.rank, wish.other))


def answers(conference_id: str) -> dict[str, Answer]:
    """The participants that have answered."""
    statement = select(Wish).where(Wish.conference_id == conference_id).order_by(Wish.entered_at, Wish.id)
    found: dict[str, Answer] = {}
    for wish in db.session.scalars(statement):
        before = found.get(wish.party)
        named = (before.named if before else 0) + (wish.kind != NONE)
        found[wish.party] = Answer(wish.entered_at, wish.source, named)
    return found


def answered(conference_id: str) -> int:
    """How many participants have answered."""
    statement = select(func.count(func.distinct(Wish.party))).where(Wish.conference_id == conference_id)
    return db.session.scalar(statement) or 0


def _named(conference_id: str) -> Select[Wish]:
    return select(Wish).where(Wish.conference_id == conference_id, Wish.kind != NONE)
